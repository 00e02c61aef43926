"""Reads abi/registry: statuses, and codes with their pages and triggers. What is missing is told in sentences (abi/registry/README.md)."""
import sys
import textwrap

import yaml

FIELDS = {"number", "name", "status", "since", "meaning", "advice", "explain", "trigger"}
TRIGGER_KINDS = ("run", "c", "inside")
TRIGGER_FIELDS = {"script", "functions", "camera", *TRIGGER_KINDS}
DEFAULT_CAMERA = "sim:camera,clock=virtual"
PAGE_WIDTH = 100


def load(root):
    """{"statuses": [...], "codes": [...]}, codes in order; ends the program with every problem on a line of its own."""
    data = yaml.safe_load((root / "abi/registry/status.yaml").read_text())
    problems = []
    if "codes" in data:
        problems.append("abi/registry/status.yaml has codes: they belong into abi/registry/codes/, one file for each hundred")
    data["codes"] = []
    for path in sorted((root / "abi/registry/codes").glob("*.yaml")):
        for entry in yaml.safe_load(path.read_text()) or []:
            problems += [f"{path.name}: {entry.get('number', '?')} {entry.get('name', '?')}: {problem}"
                         for problem in entry_problems(entry, path, data["statuses"])]
            data["codes"].append(entry)
    for kind in ("statuses", "codes"):
        for key in ("number", "name"):
            seen = [entry.get(key) for entry in data[kind]]
            problems += [f"{kind}: the {key} {value} stands twice" for value in sorted({v for v in seen if seen.count(v) > 1}, key=str)]
    if problems:
        sys.exit("\n".join(problems + ["The form of an entry is in abi/registry/README.md."]))
    data["codes"].sort(key=lambda entry: entry["number"])
    return data


def entry_problems(entry, path, statuses):
    """What is wrong with one code, in sentences."""
    missing = sorted(FIELDS - entry.keys())
    if missing:
        yield "lacks " + ", ".join(f"`{field}:`" for field in missing) + hints(missing)
        return
    unknown = sorted(entry.keys() - FIELDS)
    if unknown:
        yield "has unknown fields: " + ", ".join(unknown)
    if path.name[0] != str(entry["number"] // 100) or not path.name[:3].isdigit():
        yield f"belongs into a file {entry['number'] // 100}xx-*.yaml"
    if entry["status"] not in [s["name"] for s in statuses] or not entry["status"].startswith("ERROR_"):
        yield f"unknown status {entry['status']}"
    for field in ("meaning", "advice", "explain"):
        if not isinstance(entry[field], str) or not entry[field].strip():
            yield f"`{field}:` is empty"
            return
    if not entry["meaning"].endswith(".") or "\n" in entry["meaning"].strip():
        yield "`meaning:` is one sentence on one line"
    if len(entry["explain"].split()) < 15:
        yield "`explain:` should say when it happens, how to tell, and what to do"
    if entry["trigger"] is None or not isinstance(entry["trigger"], dict):
        yield "`trigger:` is empty" + hints(["trigger"])
        return
    kinds = [kind for kind in TRIGGER_KINDS if kind in entry["trigger"]]
    if len(kinds) != 1 or entry["trigger"].keys() - TRIGGER_FIELDS:
        yield "`trigger:` has exactly one of run, c and inside; script goes with run and c, functions and camera with c"


def hints(missing):
    return "".join(hint for field, hint in (
        ("explain", "; explain is paragraphs for the page and for `v4lxx explain`"),
        ("trigger", "; trigger makes it happen: `run:` with a `script:` for a simulated camera, or `c:` lines")) if field in missing)


def label(entry):
    return f"V4LXX-E{entry['number']:04d}"


def paragraphs(text):
    """Paragraphs of plain text, each on one line."""
    return [" ".join(part.split()) for part in text.strip().split("\n\n")]


def wrapped(text):
    """The same for a terminal."""
    return "\n\n".join(textwrap.fill(part, PAGE_WIDTH, break_long_words=False, break_on_hyphens=False) for part in paragraphs(text))
