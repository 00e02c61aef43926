#!/usr/bin/python3
"""What a stream costs in libv4lxx, in programs and libraries that do the same, and in a raw ioctl loop, in one boot of the test kernel.

Programs are NAME=COMMAND with {device}, {frames}, {width}, {height}, {fps}, or these behind it. The first one is the raw loop: each
run of another one comes directly after one of it. What was measured is written as JSON; stream_page.py makes table and chart of it."""
import dataclasses
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import in_kernel
import performance_page
from in_kernel import MODE, NODE, command_of

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1] / "uml"))
import traced

FRAME_BYTES = MODE["width"] * MODE["height"] * 2  # YUYV
FRAMES, FRAMES_AT_START = 120, 30  # of a counted run, and those of them that are not counted yet
FEW, MANY = 20, 120  # under strace
LEAST_COPY_BYTES = 1024  # less is no row of a picture
SECONDS_PER_RUN = 60


@dataclasses.dataclass
class Program:
    """What was measured of a program; lists have a value for each run."""
    name: str
    lost: list = dataclasses.field(default_factory=list)
    busy_ticks: list = dataclasses.field(default_factory=list)  # of a frame, the median of a run
    raw_busy_ticks: list = dataclasses.field(default_factory=list)  # of the raw loop directly before
    allocations: list = dataclasses.field(default_factory=list)  # per frame
    copies: list = dataclasses.field(default_factory=list)  # of a frame's bytes, per frame
    peak_kib: list = dataclasses.field(default_factory=list)
    calls: dict = dataclasses.field(default_factory=dict)  # per frame
    calls_to_first_frame: dict = dataclasses.field(default_factory=dict)
    requests_that_set: dict = dataclasses.field(default_factory=dict)
    mapped_frames: int = 0

    def note(self, cost):
        self.lost.append(cost["lost"])
        self.busy_ticks.append(cost["busy_ticks"])
        self.allocations.append(cost["allocations"] / cost["frames"])
        self.copies.append(cost["copied_bytes"] / cost["frames"] / FRAME_BYTES)
        self.peak_kib.append(cost["peak_kib"])


def counted_run(text, counter):
    """What counting.c tells of one run."""
    with tempfile.TemporaryDirectory() as folder:
        told = pathlib.Path(folder) / "costs"
        environment = {"LD_PRELOAD": counter, "COUNT_FILE": str(told), "COUNT_AFTER": str(FRAMES_AT_START),
                       "COUNT_COPY_BYTES": str(LEAST_COPY_BYTES)}
        done = subprocess.run(command_of(text, FRAMES), env=os.environ | environment, capture_output=True, text=True, timeout=SECONDS_PER_RUN)
        costs = told.read_text().splitlines() if told.exists() else []
    if done.returncode != 0 or len(costs) != 1:
        sys.exit(f"{text}: exit status {done.returncode}, {len(costs)} streams\n{done.stdout[-500:]}{done.stderr[-1500:]}")
    return json.loads(costs[0])


def maps_a_frame(name, text):
    size = re.match(r"\w+, (\d+),", text)
    return name == "mmap" and "MAP_SHARED" in text and size and int(size[1]) >= FRAME_BYTES


def trace(program, text):
    short, long = (list(traced.calls(command_of(text, frames))) for frames in (FEW, MANY))
    program.calls = traced.difference_per_frame(short, long, MANY - FEW)
    program.calls_to_first_frame = traced.calls_until_first_frame(short, NODE)
    program.requests_that_set = traced.requests_that_set(short)
    program.mapped_frames = sum(1 for call in short if maps_a_frame(*call))


def say(*words):
    print(*words, file=sys.stderr, flush=True)


def measure(options):
    """Inside the test kernel."""
    commands = in_kernel.commands_of(options)
    in_kernel.choose_mode(options.program)
    programs = {name: Program(name) for name in commands}
    # Traced first: some fill a cache at their first run, and every file has been read once when the time counts.
    for name, text in commands.items():
        counted_run(text, options.counter)
        trace(programs[name], text)
        say(f"traced {name}: {sum(programs[name].calls.values()):.2f} calls per frame")
    raw, *others = commands
    for number in range(options.rounds):
        for name in others:
            before = counted_run(commands[raw], options.counter)
            programs[raw].note(before)
            programs[name].note(counted_run(commands[name], options.counter))
            programs[name].raw_busy_ticks.append(before["busy_ticks"])
        say(f"round {number + 1} of {options.rounds}")
    in_kernel.answer([vars(program) for program in programs.values()])


def main():
    parser = in_kernel.parser(__doc__)
    parser.add_argument("--counter", required=True, help="counting.c as a library")
    parser.add_argument("--rounds", type=int, required=True, help="pairs of a run of the raw loop and one of each other program")
    parser.add_argument("--missing", action="append", default=[], metavar="NAME=REASON", help="a program that cannot be measured here")
    parser.add_argument("--json", required=True, help="the file that is written")
    options = parser.parse_args()
    if in_kernel.is_here():
        return measure(options)
    programs = in_kernel.ask("stream_bench.py", sys.argv[1:], seconds=600 + 12 * options.rounds * len(options.programs))
    found = {"measured": performance_page.measured("./dev bench stream"), "mode": MODE, "frames": FRAMES, "frames_at_start": FRAMES_AT_START,
             "rounds": options.rounds, "missing": dict(words.split("=", 1) for words in options.missing), "programs": programs}
    pathlib.Path(options.json).write_text(json.dumps(found, indent=1) + "\n")


if __name__ == "__main__":
    main()
