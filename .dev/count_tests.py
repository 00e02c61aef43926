#!/usr/bin/python3
"""Counts test cases in what test programs printed, and says which failed.

usage: count_tests.py (--meson testlog.json | --marks LOG)…     LOG has lines `=== begin NAME`, `=== end STATUS`, `=== finished`

A program of cmocka, Python's unittest, Go, Rust or TAP has as many cases as it says; any other is one case. A program that failed without
saying which case did (a crash, a time-out) is one failed case more; one that says it ran nothing is a failed case.
Last line: N passed, N failed, N skipped. Before it, for each program that failed, its name and the end of its output."""
import json
import pathlib
import re
import sys

# Since 1.1.6 cmocka says the name of the group in these lines.
CMOCKA_RUN = re.compile(r"^\[=+\] (?:.*: )?Running (\d+) test", re.M)
CMOCKA_OK = re.compile(r"^\[ +OK +\]", re.M)
CMOCKA_PASSED = re.compile(r"^\[ +PASSED +\] (?:.*: )?(\d+) test", re.M)
CMOCKA_FAILED = re.compile(r"^\[ +FAILED +\] (?:.*: )?(\d+) test", re.M)
CMOCKA_FAILED_CASE = re.compile(r"^\[ +FAILED +\] (?!(?:.*: )?\d+ test)", re.M)
CMOCKA_SKIPPED = re.compile(r"^\[ +SKIPPED +\] (?:.*: )?(\d+) test", re.M)
UNITTEST_RAN = re.compile(r"^Ran (\d+) tests? in ", re.M)
UNITTEST_END = re.compile(r"^(?:OK|FAILED)(?: \(([^)]*)\))?$", re.M)
GO_CASE = re.compile(r"^--- (PASS|FAIL|SKIP): ", re.M)
RUST_RESULT = re.compile(r"^test result: \w+\. (\d+) passed; (\d+) failed; (\d+) ignored;", re.M)
TAP_PLAN = re.compile(r"^1\.\.(\d+)$", re.M)
TAP_OK = re.compile(r"^ok \S", re.M)
TAP_NOT_OK = re.compile(r"^not ok \S", re.M)
OUTPUT_LINES = 40


class Count:
    def __init__(self, passed=0, failed=0, skipped=0):
        self.passed, self.failed, self.skipped = passed, failed, skipped

    def add(self, other):
        self.passed += other.passed
        self.failed += other.failed
        self.skipped += other.skipped

    def __str__(self):
        return f"{self.passed} passed, {self.failed} failed, {self.skipped} skipped"


def total(pattern, text):
    return sum(int(number) for number in pattern.findall(text))


def cmocka_cases(text):
    announced = total(CMOCKA_RUN, text)
    passed, failed, skipped = total(CMOCKA_PASSED, text), total(CMOCKA_FAILED, text), total(CMOCKA_SKIPPED, text)
    if passed + failed + skipped < announced:
        # A group did not reach its summary: what it did before counts, and the case it died in.
        passed = max(passed, len(CMOCKA_OK.findall(text)))
        failed = max(failed, len(CMOCKA_FAILED_CASE.findall(text)) + 1)
    return Count(passed, failed, skipped)


def unittest_cases(text):
    count = Count()
    ran = total(UNITTEST_RAN, text)
    for details in UNITTEST_END.findall(text):
        numbers = dict(re.findall(r"([a-z ]+)=(\d+)", details.replace(", ", ",")))
        count.failed += sum(int(numbers.get(kind, 0)) for kind in ("failures", "errors", "unexpected successes"))
        count.skipped += int(numbers.get("skipped", 0))
    count.passed = max(0, ran - count.failed - count.skipped)
    return count


def go_cases(text):
    results = GO_CASE.findall(text)
    return Count(results.count("PASS"), results.count("FAIL"), results.count("SKIP"))


def rust_cases(text):
    count = Count()
    for numbers in RUST_RESULT.findall(text):
        count.add(Count(*map(int, numbers)))
    return count


def tap_cases(text):
    count = Count(len(TAP_OK.findall(text)), len(TAP_NOT_OK.findall(text)))
    count.failed += max(0, total(TAP_PLAN, text) - count.passed - count.failed)
    return count


# What a kind of program prints, and how its cases are counted.
KINDS = [(CMOCKA_RUN, cmocka_cases), (UNITTEST_RAN, unittest_cases), (GO_CASE, go_cases), (RUST_RESULT, rust_cases), (TAP_PLAN, tap_cases)]


def cases(text, good, skipped):
    """The cases of one program: what it printed, whether it ended well, whether it asked to be skipped."""
    if skipped:
        return Count(skipped=1)
    kinds = [count_of for mark, count_of in KINDS if mark.search(text)]
    if not kinds:
        return Count(passed=1) if good else Count(failed=1)
    count = kinds[0](text)
    if not good and count.failed == 0:
        count.failed = 1
    if count.passed + count.failed + count.skipped == 0:
        count.failed = 1
    return count


def meson_programs(path):
    """(name, output, good, skipped) of each test of a testlog.json."""
    try:
        lines = pathlib.Path(path).read_text(encoding="utf-8", errors="replace").splitlines()
    except FileNotFoundError:
        yield "all of Meson's tests", f"there is no {path}: no test ran", False, False
        return
    for line in lines:
        if not line.strip():
            continue
        test = json.loads(line)
        result = test["result"]
        output = (test.get("stdout") or "") + "\n" + (test.get("stderr") or "")
        yield test["name"], output, result in ("OK", "EXPECTEDFAIL"), result == "SKIP"


def marked_programs(path):
    """The same from a log with marks, such as tests/uml/run-inside.sh writes."""
    name, output, finished = None, [], False
    for line in pathlib.Path(path).read_text(encoding="utf-8", errors="replace").splitlines():
        if line.startswith("=== begin "):
            name, output = line[len("=== begin "):], []
        elif line.startswith("=== end ") and name is not None:
            status = int(line.split()[2])
            if status == 124:
                output.append("time limit reached")
            yield name, "\n".join(output), status == 0, status == 77
            name = None
        elif line == "=== finished":
            finished = True
        else:
            output.append(line)
    if not finished:
        yield name or "the start", "\n".join(output + ["ended before the last program"]), False, False


def main():
    readers = {"--meson": meson_programs, "--marks": marked_programs}
    everything = Count()
    for kind, path in zip(sys.argv[1::2], sys.argv[2::2]):
        for name, output, good, skipped in readers[kind](path):
            count = cases(output, good, skipped)
            everything.add(count)
            if count.failed:
                print(f"--- {name}: {count}")
                print("\n".join(output.strip().splitlines()[-OUTPUT_LINES:]))
    print(everything)


if __name__ == "__main__":
    main()
