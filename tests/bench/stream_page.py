#!/usr/bin/python3
"""Makes table, section of the page and chart of what stream_bench.py measured, and judges it.

usage: stream_page.py [--write] FILE.json

Prints the section; with --write it becomes that of docs/reference/performance.md, and the chart stands beside the page. Fails where a program
that reads its frames from kept mappings has fewer system calls, copies, allocations or losses than libv4lxx, or where libv4lxx makes too many
calls before the first frame."""
import collections
import json
import pathlib
import statistics
import sys

import bar_chart
import performance_page

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1] / "uml"))
import first_frame

TITLE = "## A stream beside other programs"
CHART = "stream-benchmark.svg"
RAW, OWN, OTHER = "#8a8a8a", "#2f81c7", "#c27a3a"
ASKED = collections.Counter(VIDIOC_S_FMT=1, VIDIOC_S_PARM=1)
# What counting.c cannot see, from the sources of the program: frames' bytes that are written once more. Says why, too.
READ = {
    "OpenCV 5.0.0, BGR": (3.0, "the conversion writes a picture of 3 bytes per pixel, and `copyTo` copies that into the array of the caller; neither "
                               "calls memcpy (from the source)"),
    "OpenCV 5.0.0, as it comes": (1.0, "`copyTo` copies the frame into the array of the caller and does not call memcpy (from the source)")}
LEAST_DIFFERENCE = {"system calls": 0.05, "copies": 0.01, "allocations": 0.05, "losses": 0.5}

WHAT_IT_MEANS = """\
- System calls are counted by strace, as the difference of two runs; `clock_gettime` is not among them, it is one on this kernel and none on
  ordinary machines.
- Copies, allocations, CPU time and memory are counted inside the program by a library that is preloaded (tests/bench/counting.c), from frame
  {first} on, so {counted} frames a run. Copies are the bytes that memcpy and its kin copied, a frame's bytes are one. Allocations are calls of malloc
  and its kin; Python takes memory for its small objects without them.
- CPU time is what the thread that takes the frames does not wait, from one frame to the next: of a run the median of its frames, then in {rounds}
  pairs, a run of the raw loop and directly after it one of the program, the median of their ratios, and their range. With the one processor of this
  kernel that is the CPU time of a frame, without the call that waits and without reading the clock. The kernel's own account (getrusage) is of no
  use there: it looks at ticks of a millisecond which program runs, and the camera wakes programs just behind a tick, so it finds 7 µs for a frame of
  the raw loop, or none. A system call costs tens of microseconds there, which on ordinary machines it does not: believe no more of a ratio than its
  class. Nothing fails because of it.
- Lost are frames missing in the driver's numbers, from the first frame that a program took to its last: the median of the runs, and their range. When
  the machine below the test kernel has other work, everybody loses some, the raw loop too.
- Peak memory counts the mapped buffers, 4 MiB each. GStreamer maps them only for an element that reads them, which fakesink does not.
- Settings are requests that changed something at the device (S_FMT, S_CTRL, ...) and were answered with success, but for one S_FMT and one S_PARM."""
WHY_OTHERS_NEED_LESS = """\
The raw loop does nothing but its calls, and the crate v4l little more; libv4lxx checks what the driver answers, keeps the account, makes a frame
that can be held, and polls its eventfd beside the device. GStreamer has no picture in its memory. The memory of libv4lxx beyond the raw loop's are
pages of the libraries that it loads, its own and the C++ library above all. Its calls before the first frame are in the table above; of those with
epoll, five are for the set."""


class Program:
    def __init__(self, found):
        self.found, self.name = found, found["name"]
        self.is_own = self.name.startswith("libv4lxx")
        self.calls = sum(found["calls"].values())
        self.to_first_frame = collections.Counter(found["calls_to_first_frame"])
        self.unasked = collections.Counter(found["requests_that_set"]) - ASKED
        self.allocations = statistics.median(found["allocations"])
        self.read_copies, self.read_reason = READ.get(self.name, (0, ""))
        self.copies = statistics.median(found["copies"]) + self.read_copies
        self.lost = statistics.median(found["lost"])
        self.peak_mib = max(found["peak_kib"]) / 1024
        pairs = zip(found["busy_ticks"], found["raw_busy_ticks"] or found["busy_ticks"])
        self.ratios = [own / raw for own, raw in pairs]
        self.keeps_mappings = found["mapped_frames"] > 0 and found["calls"].get("mmap", 0) < 0.01

    @property
    def costs(self):
        return {"system calls": self.calls, "copies": self.copies, "allocations": self.allocations, "losses": self.lost}

    @property
    def lost_text(self):
        lost = self.found["lost"]
        return "0" if not any(lost) else f"{self.lost:.0f} ({min(lost)} to {max(lost)})"

    def row(self):
        unasked = ", ".join(f"{name.removeprefix('VIDIOC_')}{f' × {times}' if times > 1 else ''}" for name, times in sorted(self.unasked.items()))
        copies = f"{self.copies:.2f}{' ¹' if self.read_copies else ''}"
        return (f"| {self.name} | {self.calls:.2f} | {copies} | {self.allocations:.2f} | {statistics.median(self.ratios):.2f} "
                f"({min(self.ratios):.2f} to {max(self.ratios):.2f}) | {self.lost_text} | {self.peak_mib:.1f} MiB | "
                f"{self.to_first_frame.total()} | {unasked or '-'} |")

    def calls_text(self):
        """What the calls of a frame are; those that come less than once in a hundred frames are not named."""
        shown = sorted(((number, name) for name, number in self.found["calls"].items() if number >= 0.01), reverse=True)
        return ", ".join(f"{number:.2f} {name.removeprefix('VIDIOC_')}".replace("1.00 ", "") for number, name in shown)


def better_than(own, programs):
    """What a program that has the same to do does with less."""
    for program in programs:
        if program.is_own or not program.keeps_mappings:
            continue
        for what, cost in program.costs.items():
            if own.costs[what] - cost > LEAST_DIFFERENCE[what]:
                yield f"{program.name} has less {what}: {cost:.2f}, libv4lxx {own.costs[what]:.2f}"


def judged(programs):
    """What must not be."""
    raw, own = programs[0], next(program for program in programs if program.is_own)
    yield from better_than(own, programs)
    extra = (own.to_first_frame - raw.to_first_frame).total()
    if extra > first_frame.MOST_EXTRA_CALLS:
        yield f"{extra} calls before the first frame that the raw loop does not make; {first_frame.MOST_EXTRA_CALLS} are allowed"


def table(programs, missing):
    return [
        "| program | system calls per frame | copies per frame | allocations per frame | CPU per frame, raw loop = 1 | frames lost per run | "
        "peak memory | calls from open to the first frame | settings that nobody asked for |",
        "|---|---|---|---|---|---|---|---|---|",
        *(program.row() for program in programs),
        *(f"| {name} | not measured: {reason} | | | | | | | |" for name, reason in missing.items())]


def first_frame_table(raw, programs):
    lines = ["| call before the first frame | raw loop | " + " | ".join(program.name.partition(", ")[2] for program in programs) + " | why |",
             "|---|---|" + "---|" * len(programs) + "---|"]
    names = sorted({name for program in programs for name in program.to_first_frame - raw.to_first_frame})
    for name in names:
        reason = first_frame.EXTRA_CALLS.get(name, (0, None))[1] or first_frame.FACES[name]
        counts = " | ".join(str(program.to_first_frame[name]) for program in (raw, *programs))
        lines.append(f"| {name.removeprefix('VIDIOC_')} | {counts} | {reason} |")
    totals = " | ".join(str(program.to_first_frame.total()) for program in (raw, *programs))
    return [*lines, f"| all, with those not listed | {totals} | |"]


def less_than(own, programs, what, cost, form):
    """Names of what needs less, with how much: nothing is left out because it does less."""
    found = sorted((cost(program), program.name) for program in programs if not program.is_own and cost(program) < cost(own))
    return f"{what}: " + (", ".join(f"{name} ({format(value, form)})" for value, name in found) or "none") + f"; libv4lxx {format(cost(own), form)}"


def where_others_need_less(own, programs):
    return [
        "- " + less_than(own, programs, "system calls per frame", lambda program: round(program.calls, 2), ".2f"),
        "- " + less_than(own, programs, "CPU per frame (medians; the ranges above say how little a difference means)",
                         lambda program: statistics.median(program.ratios), ".2f"),
        "- " + less_than(own, programs, "calls from open to the first frame", lambda program: program.to_first_frame.total(), "d"),
        "- " + less_than(own, programs, "peak memory in MiB", lambda program: program.peak_mib, ".1f")]


def section(programs, found):
    raw, own = programs[0], next(program for program in programs if program.is_own)
    mode = found["mode"]
    counted = found["frames"] - found["frames_at_start"]
    return "\n".join([
        TITLE, "",
        "A stream of the kernel's own test camera (vivid, an HDMI input) at "
        f"{mode['width']}x{mode['height']} and {mode['fps']} frames per second, YUYV, 4 buffers",
        "where a program lets one choose, in one boot of the test kernel with one processor. Every program asks for this format and this rate, takes",
        f"{found['frames']} frames and looks at no pixel.", "",
        f"![System calls, copies and CPU time per frame of libv4lxx and of other programs]({CHART})", "",
        *table(programs, found["missing"]), "",
        *(f"¹ {program.name}: {program.read_copies:g} of these cannot be counted: {program.read_reason}.\n"
          for program in programs if program.read_copies),
        *WHAT_IT_MEANS.format(counted=counted, first=found["frames_at_start"], rounds=found["rounds"]).splitlines(), "",
        "| program | the system calls of a frame |", "|---|---|", *(f"| {program.name} | {program.calls_text()} |" for program in programs), "",
        "What libv4lxx calls before the first frame and the raw loop does not, and why:", "",
        *first_frame_table(raw, [program for program in programs if program.is_own]), "",
        "Where something needs less than libv4lxx with poll does:", "", *where_others_need_less(own, programs), "",
        *WHY_OTHERS_NEED_LESS.splitlines(), "",
        found["measured"]])


def chart(programs):
    colors = [RAW if number == 0 else OWN if program.is_own else OTHER for number, program in enumerate(programs)]
    return bar_chart.drawn("What a frame of 1080p60 costs", [program.name for program in programs], colors, [
        bar_chart.Panel("system calls", "per frame", [program.calls for program in programs]),
        bar_chart.Panel("copies", "of all its bytes, per frame", [program.copies for program in programs]),
        bar_chart.Panel("CPU time per frame", "raw loop = 1; median and range, logarithmic",
                        [statistics.median(program.ratios) for program in programs],
                        [(min(program.ratios), max(program.ratios)) for program in programs], logarithmic=True)])


def main():
    write = "--write" in sys.argv
    found = json.loads(pathlib.Path(sys.argv[-1]).read_text())
    programs = [Program(each) for each in found["programs"]]
    text = section(programs, found)
    print(text)
    if write:
        performance_page.PAGE.with_name(CHART).write_text(chart(programs))
        performance_page.write(text)
    wrong = list(judged(programs))
    sys.exit("\n".join(wrong) if wrong else 0)


if __name__ == "__main__":
    main()
