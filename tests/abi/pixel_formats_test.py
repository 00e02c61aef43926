#!/usr/bin/env python3
"""Every format of a kernel header stands in the table with the same code. usage: pixel_formats_test.py [HEADER]

Without HEADER it is the <linux/videodev2.h> of this machine."""
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.dont_write_bytecode = True
sys.path.insert(0, str(ROOT / "src/data"))
import gen_pixel_formats as generator  # noqa: E402

MACRO = r"^#define\s+(V4L2_(?:PIX|SDR|TCH|META)_FMT_\w+)\s+"
CODE = re.compile(MACRO + r"v4l2_fourcc(_be)?\('(.)',\s*'(.)',\s*'(.)',\s*'(.)'\)", re.M)
ALIAS = re.compile(MACRO + r"(V4L2_\w+_FMT_\w+)\s*$", re.M)


def header_text():
    if len(sys.argv) > 1:
        return pathlib.Path(sys.argv[1]).read_text()
    # The preprocessor knows where the header is; -dD keeps its definitions.
    run = subprocess.run(["cc", "-E", "-dD", "-x", "c", "-"], input="#include <linux/videodev2.h>\n", text=True, check=True,
                         stdout=subprocess.PIPE)
    return run.stdout


def code_of(match):
    characters = match.group(3, 4, 5, 6)
    return sum(ord(c) << 8 * i for i, c in enumerate(characters)) | (1 << 31 if match.group(2) else 0)


def main():
    table = {generator.macro(e): generator.fourcc(e) for e in generator.load(ROOT)}
    header = header_text()
    formats = {m.group(1): code_of(m) for m in CODE.finditer(header)}
    faults = []
    if len(formats) < 200:
        faults.append(f"only {len(formats)} formats found in <linux/videodev2.h>: the pattern no longer fits")
    for name, code in formats.items():
        if name not in table:
            faults.append(f"{name} is missing from src/data/pixel_formats.yaml")
        elif table[name] != code:
            faults.append(f"{name} is {code:#x} in the header and {table[name]:#x} in the table")
    for alias, target in ALIAS.findall(header):
        if target not in table:
            faults.append(f"{alias} is another name of {target}, which the table does not have")
    if generator.main(ROOT, True):
        faults.append("generated files are stale")
    for fault in faults:
        print(fault, file=sys.stderr)
    print(f"{len(formats)} formats of the header, {len(table)} of the table, {len(faults)} faults")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
