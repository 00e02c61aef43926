#!/usr/bin/python3
"""Runs the conformance scenarios in the languages that are named, and compares the result with the table of the documentation.

usage: report.py [--write | --complete] [--failing-new LIBRARY] LANGUAGE=COMMAND…
       report.py --camera NAME LANGUAGE=COMMAND…     the scenarios of streaming on that camera, and no table

COMMAND is a runner (README.md), a line for the shell; the scenario files are added to it. Of the table docs/reference/conformance.md the
columns of these languages are compared, or with --write made anew: other columns stay. With --complete the table must have every
language. Prints TAP: one line for each language and scenario, one for the table."""
import collections
import os
import pathlib
import re
import shlex
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
TABLE = HERE.parents[1] / "docs/reference/conformance.md"
SCENARIOS = sorted((HERE / "scenarios").glob("*.txt"))
LANGUAGES = ["C", "C++", "Go", "Rust", "Lua 5.1", "Lua 5.2", "Lua 5.3", "Lua 5.4", "LuaJIT"]
SECONDS = 240
HEAD = """# What every language does

Each scenario of `bindings/conformance/scenarios/` is one row; each language has carried it out with its own layer, on simulated cameras.
`ok`: done, with the outcome that the scenario expects. `by type`: the language cannot even express that mistake; why is told below. This
page is written by `bindings/conformance/report.py`, and the tests fail when it is not what came out.
"""


def scenario_names(file):
    return re.findall(r"^scenario (\S+)", file.read_text(), re.M)


def run(command, files, more_environment):
    """Scenario -> "ok", "by type: WHY" or "not ok: WHY"; and what was wrong with the runner itself, or an empty text."""
    environment = dict(os.environ, V4LXX_CONFORMANCE_SCRIPTS=str(HERE / "scripts"), **more_environment)
    arguments = shlex.split(command) + [str(file) for file in files]
    try:
        done = subprocess.run(arguments, env=environment, capture_output=True, text=True, errors="replace", timeout=SECONDS)
    except (OSError, subprocess.TimeoutExpired) as problem:
        return {}, str(problem)
    results = {}
    for line in done.stdout.splitlines():
        if match := re.match(r"ok (\S+)(?: # by type: (.*))?$", line):
            results[match[1]] = f"by type: {match[2]}" if match[2] else "ok"
        elif match := re.match(r"not ok (\S+?):? (.*)$", line):
            results[match[1]] = f"not ok: {match[2]}"
    plan = re.search(r"^1\.\.(\d+)$", done.stdout, re.M)
    if not plan:
        return results, f"it died, with exit status {done.returncode}: {done.stderr.strip()[-600:]}"
    return results, "" if int(plan[1]) == len(results) else f"it says that it ran {plan[1]} scenarios, and told of {len(results)}"


def read_table():
    """Language -> scenario -> cell, with the reasons of `by type` behind it."""
    columns = collections.defaultdict(dict)
    languages = []
    for line in TABLE.read_text().splitlines() if TABLE.exists() else ():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if cells[0] == "scenario" and cells[1] != "language":
            languages = cells[1:]
        elif cells[0] == "scenario":
            languages = []
        elif match := re.fullmatch(r"`(\S+)`", cells[0]):
            if languages:
                for language, cell in zip(languages, cells[1:]):
                    columns[language][match[1]] = cell
            else:
                columns[cells[1]][match[1]] = f"by type: {cells[2]}"
    return columns


def table_text(columns):
    languages = sorted(columns, key=lambda name: (LANGUAGES.index(name) if name in LANGUAGES else len(LANGUAGES), name))
    lines = [HEAD]
    for file in SCENARIOS:
        lines += [f"## {file.stem}", "", "| scenario | " + " | ".join(languages) + " |", "|---" * (len(languages) + 1) + "|"]
        for name in scenario_names(file):
            cells = [columns[language].get(name, "").split(":")[0] for language in languages]
            lines.append(f"| `{name}` | " + " | ".join(cells) + " |")
        lines.append("")
    lines += ["## Mistakes that a language cannot make", "", "| scenario | language | why |", "|---|---|---|"]
    for name in (name for file in SCENARIOS for name in scenario_names(file)):
        for language in languages:
            cell = columns[language].get(name, "")
            if cell.startswith("by type: "):
                lines.append(f"| `{name}` | {language} | {cell.removeprefix('by type: ')} |")
    return "\n".join(lines) + "\n"


def check_table(columns, languages, complete):
    """What is wrong with the table, as lines."""
    written = read_table()
    names = [name for file in SCENARIOS for name in scenario_names(file)]
    wrong = [f"{language}: no column" for language in (LANGUAGES if complete else languages) if language not in written]
    wrong += [f"{language}: {name}: empty cell" for language in written for name in names if not written[language].get(name)]
    wrong += [f"{language}: {name}: the table says '{written[language].get(name)}', it is '{columns[language].get(name)}'"
              for language in languages for name in names if written[language].get(name) != columns[language].get(name)]
    if not wrong and TABLE.read_text() != table_text(written):
        wrong.append("the page has not the form that report.py gives it")
    return wrong


def run_all(runners, files, environment):
    """Runs and prints. Language -> scenario -> cell, and how many lines were printed, and how many of them were failures."""
    names = [name for file in files for name in scenario_names(file)]
    assert len(set(names)) == len(names), "two scenarios have one name"
    columns, count, failed = {}, 0, 0
    for language, command in runners.items():
        results, problem = run(command, files, environment)
        lines = [(name, results.get(name, "not ok: it was not run")) for name in names]
        for name, got in lines + ([("runner", f"not ok: {problem}")] if problem else []):
            good = not got.startswith("not ok")
            count, failed = count + 1, failed + (not good)
            print(f"ok {language}: {name}{' # ' + got if got != 'ok' else ''}" if good else f"not ok {language}: {name}: {got[8:]}")
        columns[language] = {name: got for name, got in lines if not got.startswith("not ok")}
    return columns, count, failed


def option(arguments, name):
    """The value behind an option, taken away with it; an empty text without."""
    if name not in arguments:
        return ""
    place = arguments.index(name)
    value = arguments[place + 1]
    del arguments[place:place + 2]
    return value


def main():
    arguments = sys.argv[1:]
    failing_new, camera = option(arguments, "--failing-new"), option(arguments, "--camera")
    runners = dict(argument.split("=", 1) for argument in arguments if not argument.startswith("--"))
    if not runners or set(arguments) & {"--help", "-h"}:
        sys.exit(__doc__)
    environment = {"V4LXX_CONFORMANCE_CAMERA": camera} if camera else {}
    if failing_new:
        environment.update(LD_PRELOAD=os.path.abspath(failing_new), V4LXX_FAILING_NEW=os.path.abspath(failing_new))
    columns, count, failed = run_all(runners, [HERE / "scenarios/streaming.txt"] if camera else SCENARIOS, environment)
    if "--write" in arguments and failed == 0:
        TABLE.write_text(table_text({**read_table(), **columns}))
    elif not camera:
        wrong = check_table(columns, list(runners), "--complete" in arguments)
        count, failed = count + 1, failed + bool(wrong)
        print(f"{'not ok' if wrong else 'ok'} the table docs/reference/conformance.md" + "".join(f"\n  {line}" for line in wrong[:40]))
    print(f"1..{count}")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
