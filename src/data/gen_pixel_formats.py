#!/usr/bin/env python3
"""src/data/pixel_formats.yaml -> C++ table and documentation page. usage: gen_pixel_formats.py ROOT [--check]"""
import pathlib
import sys

import yaml

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "abi/tools"))
from generated import write_or_check  # noqa: E402

NOTE = "generated from src/data/pixel_formats.yaml by src/data/gen_pixel_formats.py; do not edit"
FAMILIES = ["unknown", "rgb", "yuv", "grey", "bayer", "hsv", "compressed", "sdr", "touch", "metadata"]
PREFIXES = {"sdr": "V4L2_SDR_FMT_", "touch": "V4L2_TCH_FMT_", "metadata": "V4L2_META_FMT_"}
COLUMNS = ["kernel's name", "code", "family", "bits of a sample", "colour planes", "memory planes", "subsampling",
           "bits per pixel"]


def fourcc(entry):
    code = sum(ord(c) << 8 * i for i, c in enumerate(entry["code"]))
    return code | (1 << 31 if entry.get("big_endian") else 0)


def macro(entry):
    return PREFIXES.get(entry["family"], "V4L2_PIX_FMT_") + entry["name"]


def load(root):
    formats = yaml.safe_load((root / "src/data/pixel_formats.yaml").read_text())["formats"]
    for e in formats:
        e.setdefault("planes", 1)
        e.setdefault("memory", 1)
        e.setdefault("sub", [1, 1])
        e.setdefault("bits", [])
        check_entry(e)
    for what, values in (("name", [e["name"].upper() for e in formats]), ("code", [fourcc(e) for e in formats])):
        twice = {v for v in values if values.count(v) > 1}
        assert not twice, f"a {what} stands twice: {twice}"
    return formats


def check_entry(e):
    name = e["name"]
    assert len(e["code"]) == 4 and all(" " <= c <= "~" for c in e["code"]), f"{name}: a code has four characters"
    assert e["family"] in FAMILIES, f"{name}: unknown family {e['family']}"
    assert 0 <= e["planes"] <= 4 and 1 <= e["memory"] <= 4, f"{name}: plane counts"
    assert all(s in (1, 2, 4) for s in e["sub"]), f"{name}: subsampling is 1, 2 or 4"
    assert bool(e["bits"]) != ("layout" in e), f"{name}: either bits, or a layout that says why there are none"
    assert not e["bits"] or len(e["bits"]) == e["planes"], f"{name}: bits of each colour plane"
    assert len(e["bits"]) < 2 or all(b % 8 == 0 for b in e["bits"]), f"{name}: planes of whole bytes"
    assert not e["bits"] or e["memory"] in (1, e["planes"]), f"{name}: planes lie in one block or in one each"


def cpp_table(formats):
    out = [f"// {NOTE}."]
    for e in formats:
        chars = ", ".join("'%s'" % c for c in e["code"])
        code = f"make_fourcc({chars})" + (" | big_endian_bit" if e.get("big_endian") else "")
        bits = ", ".join(str(b) for b in e["bits"] + [0] * (4 - len(e["bits"])))
        out.append(f'{{"{e["name"]}", {code}, ColourFamily::{e["family"]}, {e["sample"]}, {e["planes"]}, {e["memory"]}, '
                   f'{e["sub"][0]}, {e["sub"][1]}, {{{bits}}}}},')
    return "\n".join(out) + "\n"


def page(formats):
    out = ["# Pixel formats", "", f"<!-- {NOTE} -->", "",
           f"The {len(formats)} formats of Linux 6.12. `BE` after a code: bit 31 is set (v4l2_fourcc_be). Bits are per pixel",
           "of each colour plane, at its own size; where the bytes are not plain rows of pixels, the column says what they",
           "are.",
           "", "| " + " | ".join(COLUMNS) + " |", "|---" * len(COLUMNS) + "|"]
    for e in formats:
        code = f"`{e['code']}`" + (" BE" if e.get("big_endian") else "")
        sub = "" if e["sub"] == [1, 1] else f"{e['sub'][0]}x{e['sub'][1]}"
        bits = " + ".join(str(b) for b in e["bits"]) or e["layout"]
        cells = [f"`{macro(e)}`", code, e["family"], e["sample"] or "", e["planes"] or "not known", e["memory"], sub, bits]
        out.append("| " + " | ".join(str(c) for c in cells) + " |")
    return "\n".join(out) + "\n"


def main(root, check):
    formats = load(root)
    outputs = {"src/data/pixel_formats.inc": cpp_table(formats), "docs/reference/pixel_formats.md": page(formats)}
    return write_or_check(root, outputs, "does not match src/data/pixel_formats.yaml; run src/data/gen_pixel_formats.py", check)


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]), "--check" in sys.argv[2:]))
