#!/usr/bin/python3
"""What a call and a frame cost in each language, beside C in the same minute.

usage: bench.py [--write] [--rounds N] C=COMMAND LANGUAGE=COMMAND…

COMMAND prints lines `bench LANGUAGE WHAT NUMBER UNIT`: call and frame in ns, frame_allocations or frame_memory per frame, and whatever else
it has to tell. C comes first. Each language is run N times (3), each time directly after C: its extra cost is the median of the
differences, its cost the median of its runs. With --write the table becomes the section of docs/reference/performance.md."""
import collections
import pathlib
import re
import shlex
import statistics
import subprocess
import sys

sys.path.append(str(pathlib.Path(__file__).resolve().parents[3] / "tests/bench"))
import performance_page

TITLE = "## Languages"
LINE = re.compile(r"^bench (\S+) (\S+) ([-\d.e+]+) (\S+)$", re.M)
SHOWN = ("call", "frame", "frame_allocations")


def run(language, command):
    """What -> (number, unit)."""
    done = subprocess.run(shlex.split(command), capture_output=True, text=True)
    found = {what: (float(number), unit) for _, what, number, unit in LINE.findall(done.stdout)}
    if done.returncode != 0 or not {"call", "frame"} <= set(found):
        sys.exit(f"{language}: {command}: exit status {done.returncode}\n{done.stdout[-500:]}{done.stderr[-1500:]}")
    return found


def measure(runners, rounds):
    """Language -> list of (its numbers, those of C in the same round)."""
    pairs = collections.defaultdict(list)
    names = list(runners)
    for number in range(rounds):
        for name in names[1:] or names:
            base = run(names[0], runners[names[0]])
            pairs[names[0]].append((base, base))
            if name != names[0]:
                pairs[name].append((run(name, runners[name]), base))
            print(f"round {number + 1} of {rounds}: {name}", file=sys.stderr, flush=True)
    return pairs


def median(rounds, what, base_too=False):
    values = [own[what][0] - (base[what][0] if base_too else 0) for own, base in rounds if what in own]
    return statistics.median(values) if values else None


def ns(value, sign=""):
    if value is None:
        return "-"
    return f"{value / 1000:{sign}.2f} µs" if abs(value) >= 1000 else f"{value:{sign}.0f} ns"


def rest(rounds):
    """What else a language tells, as one text."""
    told = {what: unit for own, _ in rounds for what, (_, unit) in own.items() if what not in SHOWN}
    return ", ".join(f"{what.replace('_', ' ')} {median(rounds, what):g} {unit}" for what, unit in told.items()) or "-"


def table(pairs, command):
    lines = [TITLE, "",
             "Cost of one cheap call, and of one turn of the loop in which a program takes frames: next frame, width, height, number, address and",
             "size of the first plane, release. The camera is simulated and waits for nothing, so the turn has all that the library does and",
             "nothing of a driver. Medians of runs that each came directly after one of C; no pixel is copied in any of them.", "",
             "Drawing the picture is most of such a turn, and differs by a microsecond from run to run. `frame over c` and `frame over raw` take",
             "turns of both kinds in one process, on small pictures: they are what to read where a difference is small.", "",
             "| language | call | frame | more than C for a frame | allocations for a frame | more |", "|---|---|---|---|---|---|"]
    first = next(iter(pairs))
    for name, rounds in pairs.items():
        extra = "-" if name == first else ns(median(rounds, "frame", base_too=True), "+")
        allocations = median(rounds, "frame_allocations")
        lines.append(f"| {name} | {ns(median(rounds, 'call'))} | {ns(median(rounds, 'frame'))} | {extra} | "
                     f"{'-' if allocations is None else f'{allocations:g}'} | {rest(rounds)} |")
    return "\n".join([*lines, "", performance_page.measured(command)])


def main():
    arguments = sys.argv[1:]
    rounds = int(arguments[arguments.index("--rounds") + 1]) if "--rounds" in arguments else 3
    runners = dict(argument.split("=", 1) for argument in arguments if re.match(r"[^-=][^=]*=", argument))
    if not runners or next(iter(runners)) != "C":
        sys.exit(__doc__)
    text = table(measure(runners, rounds), f"./dev bench bindings --rounds {rounds}")
    print(text)
    if "--write" in arguments:
        performance_page.write(text)


if __name__ == "__main__":
    main()
