#!/usr/bin/python3
"""The files that the tests of some suites need, as Ninja calls them. usage: test_targets.py BUILD_FOLDER SUITE…"""
import json
import pathlib
import sys


def main():
    build, suites = pathlib.Path(sys.argv[1]).resolve(), set(sys.argv[2:])
    about = build / "meson-info"
    files = {target["id"]: target["filename"] for target in json.loads((about / "intro-targets.json").read_text())}
    tests = [test for test in json.loads((about / "intro-tests.json").read_text())
             if suites & {name.rpartition(":")[2] for name in test["suite"]}]
    if not tests:
        sys.exit(f"no test of {build} is in {', '.join(sorted(suites))}")
    for name in sorted({name for test in tests for target in test["depends"] for name in files[target]}):
        print(pathlib.Path(name).relative_to(build))


if __name__ == "__main__":
    main()
