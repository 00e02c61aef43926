#!/usr/bin/env python3
"""src/data/analog_standards.yaml -> C++ table and documentation page. usage: gen_analog_standards.py ROOT [--check]"""
import pathlib
import sys

import yaml

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "abi/tools"))
from generated import write_or_check  # noqa: E402

NOTE = "generated from src/data/analog_standards.yaml by src/data/gen_analog_standards.py; do not edit"


def load(root):
    """The entries, each with its `bits`."""
    standards = yaml.safe_load((root / "src/data/analog_standards.yaml").read_text())["standards"]
    by_name = {entry["name"]: entry for entry in standards}
    assert len(by_name) == len(standards), "a name stands twice"

    def bits_of(entry):
        assert ("bit" in entry) != ("of" in entry), f"{entry['name']}: either a bit or what it is made of"
        assert entry["lines"] in (525, 625), f"{entry['name']}: 525 or 625 lines"
        if "bit" in entry:
            return 1 << entry["bit"]
        bits = 0
        for name in entry["of"]:
            assert by_name[name]["lines"] == entry["lines"], f"{entry['name']}: {name} has other lines"
            bits |= bits_of(by_name[name])
        return bits

    for entry in standards:
        entry["bits"] = bits_of(entry)
    assert len({entry["bits"] for entry in standards}) == len(standards), "two names for the same standards"
    return standards


def cpp_table(standards):
    return "\n".join([f"// {NOTE}."] + [f'{{"{e["name"]}", 0x{e["bits"]:x}, {e["lines"]}}},' for e in standards]) + "\n"


def page(standards):
    out = ["# Analog standards", "", f"<!-- {NOTE} -->", "",
           "The names that `v4lxx standard` and `v4lxx_standard_find` understand, in any case, with or without the dashes and",
           "slashes: `PAL-BG`, `pal b/g` and `palbg` are the same. Numbers are the bits of the kernel's `v4l2_std_id`; a",
           "standard that stands for several has all of theirs.",
           "", "| name | bits | lines | pictures per second | stands for |", "|---|---|---|---|---|"]
    for e in standards:
        rate = "25" if e["lines"] == 625 else "30000/1001"
        out.append(f"| `{e['name']}` | 0x{e['bits']:08x} | {e['lines']} | {rate} | {', '.join(e.get('of', []))} |")
    return "\n".join(out) + "\n"


def main(root, check):
    standards = load(root)
    outputs = {"src/data/analog_standards.inc": cpp_table(standards), "docs/reference/analog_standards.md": page(standards)}
    return write_or_check(root, outputs, "does not match src/data/analog_standards.yaml; run src/data/gen_analog_standards.py",
                          check)


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]), "--check" in sys.argv[2:]))
