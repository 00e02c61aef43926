#!/usr/bin/python3
"""A frame in libv4lxx, in other libraries and in a raw ioctl loop, in one boot of the test kernel.

COMMAND takes DEVICE FRAMES WIDTH HEIGHT FPS [timed], and prints what stopwatch.h says. The first one is what the others are compared with.
With --write the table becomes the section of docs/reference/performance.md."""
import collections
import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile

import in_kernel
import performance_page
from in_kernel import MODE, NODE, command_of

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1] / "uml"))
import traced

FRAMES, ROUNDS = 200, 5
FEW, MANY = 50, 200  # under strace
TITLE = "## Beside other libraries"
Result = collections.namedtuple("Result", "turns_us lost peak_kib calls_per_frame calls_to_first_frame set_requests")


def timed_run(text):
    """(median time of a turn in microseconds, frames lost, peak memory in KiB)"""
    with tempfile.TemporaryFile("w+") as output:
        process = subprocess.Popen(command_of(text, FRAMES, "timed"), stdout=output)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            sys.exit(f"{text}: exit status {process.returncode}")
        output.seek(0)
        lost, turn_ns = (int(number) for number in re.fullmatch(r"frames \d+ lost (\d+) turn_ns (\d+)\n", output.read()).groups())
    return turn_ns / 1000, lost, usage.ru_maxrss


def requests_that_set(text):
    return sorted(traced.requests_that_set(traced.calls(command_of(text, 2))))


def measure(program, commands):
    """Inside the test kernel. Rounds in which every program has its turn, because a machine is faster in one minute than in another."""
    in_kernel.choose_mode(program)
    runs = collections.defaultdict(list)
    for number in range(ROUNDS):
        for name, text in commands.items():
            runs[name].append(timed_run(text))
        print(f"round {number + 1} of {ROUNDS}", file=sys.stderr, flush=True)
    results = {}
    for name, text in commands.items():
        turns, lost, peaks = zip(*runs[name])
        per_frame = traced.calls_per_frame(command_of(text, FEW), command_of(text, MANY), MANY - FEW)
        results[name] = Result(turns, lost, max(peaks), round(sum(per_frame.values()), 2),
                               traced.calls_to_first_frame(command_of(text, 2), NODE).total(), requests_that_set(text))
        print(f"traced {name}: {per_frame}", file=sys.stderr, flush=True)
    in_kernel.answer({name: result._asdict() for name, result in results.items()})


def row(name, result, first):
    turn = ratio = "-"
    if all(result.turns_us):
        ratios = [own / other for own, other in zip(result.turns_us, first.turns_us)]
        turn = f"{statistics.median(result.turns_us):.0f} µs"
        ratio = f"{statistics.median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f})"
    return (f"| {name} | {result.calls_per_frame:.2f} | {turn} | {ratio} | {', '.join(str(number) for number in result.lost)} | "
            f"{result.peak_kib / 1024:.0f} MiB | {result.calls_to_first_frame} | {', '.join(result.set_requests)} |")


def table(results):
    first = next(iter(results.values()))
    return "\n".join([
        TITLE, "",
        f"The kernel's own test camera (vivid, an HDMI input) at {MODE['width']}x{MODE['height']} and {MODE['fps']} frames per second, YUYV, 4 buffers, in one boot of the "
        "test kernel",
        "with one processor. A turn is: take a frame that is there and give it back; its time is the median of a run, and the median of "
        f"{ROUNDS} runs",
        f"of {FRAMES} frames in which all programs took turns; the ratio is that to the raw loop of the same round, with its range. There a system call",
        "costs tens of microseconds, and reading the clock is one (on ordinary machines it is not): it is not counted among the calls, and of the turn",
        "it is a part: libv4lxx reads it once a frame, for its time of arrival. linuxpy copies each frame, the others do not. Lua has no clock for single turns.", "",
        "| program | system calls per frame | turn | ratio | frames lost, per run | peak memory | calls from open to the first frame | requests that set something |",
        "|---|---|---|---|---|---|---|---|",
        *(row(name, result, first) for name, result in results.items()), "",
        performance_page.measured("./dev bench peers")])


def main():
    parser = in_kernel.parser(__doc__)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    if in_kernel.is_here():
        return measure(options.program, in_kernel.commands_of(options))
    answer = in_kernel.ask("peer_bench.py", sys.argv[1:], seconds=900)
    text = table({name: Result(**values) for name, values in answer.items()})
    print(text)
    if options.write:
        performance_page.write(text)


if __name__ == "__main__":
    main()
