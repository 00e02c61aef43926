#!/usr/bin/python3
"""tests/docs/scenarios.yaml and the names of all tests -> docs/reference/scenarios.md. usage: gen_scenarios.py ROOT [--check]

A test says in its name what it proves: one number or several, then a sentence (S03_S27_a_fault_…). Each number of the table has tests, or says
what is missing; it may do both, but who says `not_yet` has none."""
import pathlib
import re
import sys

import yaml

TABLE, PAGE = "tests/docs/scenarios.yaml", "docs/reference/scenarios.md"
NUMBER = r"(?:bar\d+[a-z]|[BbSsUu]\d\d)"  # Rust writes u10
AT_FRONT = re.compile(rf"(?:{NUMBER}_)+")
INSIDE = re.compile(rf"_({NUMBER})_")

# How the tests of a folder name themselves where they are listed: one that is not listed is not run.
CMOCKA = r"\b(?:cmocka_unit_test|ON_BOTH_APIS)\((\w+)\)"
PYTHON = r"^ +def test_(\w+)\(self"
KINDS = {".cpp": CMOCKA, ".c": CMOCKA, ".py": PYTHON, ".txt": r"^scenario (\w+)$", ".go": r"^func Test_(\w+)\(t ",
         ".rs": r"#\[test\]\s+fn (\w+)\(", ".lua": r'\btap\.test\("(\w+)"'}
DEPTHS = [("tests/sim", "simulator"), ("tests/uml", "kernel"), ("tests/threads", "threads"), ("tests/soak", "soak"), ("tests/unit", "unit"),
          ("tests/cli", "program"), ("bindings/conformance/scenarios", "languages"), ("bindings/go", "Go"),
          ("bindings/rust/v4lxx/tests", "Rust"), ("bindings/lua/tests", "Lua")]
BENCHMARKS = ("tests/bench", "bench", r"\bLINE\((\w+)\)")
FIELDS = {"number", "what", "outcome", "not_yet", "missing"}

HEAD = """# What was promised, and its tests

Each line is one thing that people expect of streaming from a camera, under the number that its tests carry in their names: a part of a bar
(`bar10d`), a behaviour of the kernel that is often got wrong (`B12`), a need (`U33`), a scenario (`S01`). `not yet` says what is missing. This page
is written by `tests/docs/gen_scenarios.py`; the tests fail when it is not what the names of the tests say.

Where a test stands says how deep it goes: *simulator* on simulated cameras, also under the address sanitizer and as a 32-bit program; *kernel* on the
kernel's own test cameras; *threads* under the thread sanitizer; *soak* in random faults and random use; *unit* inside the library; *program* by the
program `v4lxx`; *languages* in every [language](conformance.md), the same scenario; *Go*, *Rust*, *Lua* in one of them; *bench* is a time, measured
by `./dev bench stream_times`. `./dev test stream`
runs the first four of these for what is about streaming.
"""


def is_of_the_simulator_itself(path):
    """What these show is how the simulator behaves; that proves nothing of the library."""
    return path.parent.name == "unit" and path.name.startswith("sim_")


def names(root, folder, pattern=None):
    """The names of the tests of a folder that begin with a number."""
    found = []
    for path in sorted((root / folder).rglob("*")):
        wanted = pattern or KINDS.get(path.suffix)
        if wanted and path.is_file() and not is_of_the_simulator_itself(path):
            found += [name for name in re.findall(wanted, path.read_text(encoding="utf-8"), re.M) if AT_FRONT.match(name)]
    return found


def collect(root):
    """(depth, name) of each test."""
    tests = [(depth, name) for folder, depth in DEPTHS for name in names(root, folder)]
    folder, depth, pattern = BENCHMARKS
    return tests + [(depth, name) for name in names(root, folder, pattern)]


def tests_of(number, tests):
    """Depth -> names, each once: the same test may run over both planar APIs."""
    found = {}
    for depth, name in tests:
        if number.lower() in AT_FRONT.match(name).group().lower().split("_") and name not in found.setdefault(depth, []):
            found[depth].append(name)
    return {depth: sorted(list_) for depth, list_ in found.items() if list_}


def state(row):
    if "not_yet" in row:
        return "not yet: " + row["not_yet"]
    return "shown; not yet: " + row["missing"] if "missing" in row else "shown"


def cell(tests):
    return "<br>".join(f"*{depth}:* " + ", ".join(f"`{name}`" for name in list_) for depth, list_ in tests.items()) or "-"


def page(rows, tests):
    lines = [HEAD, "| number | what it is | outcome | tests | state |", "|---|---|---|---|---|"]
    lines += ["| {number} | {what} | {outcome} | {tests} | {state} |".format(
        number=row["number"], what=row["what"], outcome=row["outcome"], tests=cell(tests_of(row["number"], tests)), state=state(row))
        for row in rows]
    return "\n".join(lines) + "\n"


def dishonest(rows, tests):
    """What is wrong with the table, as sentences."""
    for row in rows:
        number, has_tests = row.get("number"), bool(tests_of(row.get("number"), tests))
        if set(row) - FIELDS or not {"number", "what", "outcome"} <= set(row):
            yield f"{number}: a row has number, what, outcome, and at most one of not_yet and missing"
        elif "not_yet" in row and "missing" in row:
            yield f"{number}: either it is not there yet, or a part of it is missing"
        elif "not_yet" in row and has_tests:
            yield f"{number}: says not yet, and has tests"
        elif "not_yet" not in row and not has_tests:
            yield f"{number}: has neither a test nor a line not_yet that says what is missing"
        elif any("|" in text for text in row.values()):
            yield f"{number}: a bar would end its cell"
    numbers = [row.get("number") for row in rows]
    yield from (f"{number}: stands there twice" for number in sorted(set(numbers)) if numbers.count(number) > 1)
    for _, name in tests:
        if found := INSIDE.search(name[AT_FRONT.match(name).end() - 1:]):
            yield f"{name}: {found[1]} stands where it does not count; numbers come first"


def main(root, check):
    rows, tests = yaml.safe_load((root / TABLE).read_text(encoding="utf-8")), collect(root)
    problems = list(dishonest(rows, tests))
    text, path = page(rows, tests), root / PAGE
    if check and (not path.exists() or path.read_text(encoding="utf-8") != text):
        problems.append(f"{PAGE} is not what {TABLE} and the tests say; run tests/docs/gen_scenarios.py .")
    for problem in problems:
        print(problem, file=sys.stderr)
    if not check and not problems:
        path.write_text(text, encoding="utf-8")
        states = [state(row).partition(":")[0] for row in rows]
        print(f"wrote {PAGE}: " + ", ".join(f"{states.count(name)} {name}" for name in sorted(set(states))))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]), "--check" in sys.argv[2:]))
