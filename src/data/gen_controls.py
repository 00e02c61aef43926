#!/usr/bin/env python3
"""src/data/controls.yaml -> C++ table and documentation page. usage: gen_controls.py ROOT [--check]"""
import pathlib
import re
import sys

import yaml

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "abi/tools"))
from generated import write_or_check  # noqa: E402

NOTE = "generated from src/data/controls.yaml by src/data/gen_controls.py; do not edit"
MOST_OLD, MOST_MANUAL = 2, 2  # the room of the C++ table


def normalised(name):
    return re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_")


def load(root):
    controls = yaml.safe_load((root / "src/data/controls.yaml").read_text())["controls"]
    by_macro = {c["macro"]: c for c in controls}
    assert len(by_macro) == len(controls), "a macro stands twice"
    assert [c["id"] for c in controls] == sorted({c["id"] for c in controls}), "ids rise"
    for c in controls:
        c.setdefault("old", [])
        c.setdefault("manual", [])
        name = c["macro"]
        assert len(c["old"]) <= MOST_OLD and len(c["manual"]) <= MOST_MANUAL, f"{name}: make room in gen_controls.py"
        assert bool(c["manual"]) == ("governed_by" in c), f"{name}: governed_by and manual belong together"
        c["master"] = by_macro[c["governed_by"]]["id"] if "governed_by" in c else 0
        assert c["master"] != c["id"], f"{name}: governs itself"
    return controls


def cpp_table(controls):
    out = [f"// {NOTE}."]
    for c in controls:
        old = ", ".join('"%s"' % normalised(o) for o in c["old"])
        manual = ", ".join(str(v) for v in c["manual"])
        out.append(f'{{0x{c["id"]:08x}, "{c["macro"].lower()}", "{normalised(c["name"])}", {{{old}}}, '
                   f'0x{c["master"]:08x}, {len(c["manual"])}, {{{manual}}}}},')
    return "\n".join(out) + "\n"


def page(controls):
    names = {c["id"]: normalised(c["name"]) for c in controls}
    out = ["# Controls with names of the kernel's own", "", f"<!-- {NOTE} -->", "",
           "Drivers add controls of their own; those work in the same way. A control is found by its number, by its name, by the",
           "name as one writes it on a command line, and by the older names. A control that is governed by another is inactive",
           "unless that one has one of the values in the last column.", "",
           "| number | name | on the command line | older names | governed by | free when it is |",
           "|---|---|---|---|---|---|"]
    for c in controls:
        older = dict.fromkeys(normalised(o) for o in c["old"] + [c["macro"]])
        older.pop(normalised(c["name"]), None)
        cells = [f"`0x{c['id']:08x}`", c["name"], f"`{normalised(c['name'])}`", ", ".join(f"`{o}`" for o in older),
                 f"`{names[c['master']]}`" if c["master"] else "", ", ".join(str(v) for v in c["manual"])]
        out.append("| " + " | ".join(cells) + " |")
    return "\n".join(out) + "\n"


def main(root, check):
    controls = load(root)
    outputs = {"src/data/controls.inc": cpp_table(controls), "docs/reference/controls.md": page(controls)}
    return write_or_check(root, outputs, "does not match src/data/controls.yaml; run src/data/gen_controls.py", check)


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]), "--check" in sys.argv[2:]))
