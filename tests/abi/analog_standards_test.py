#!/usr/bin/env python3
"""Every analog standard of the kernel's header stands in the table with the same bits, and the generated files are fresh."""
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.dont_write_bytecode = True
sys.path.insert(0, str(ROOT / "src/data"))
import gen_analog_standards as generator  # noqa: E402

# Sets that no standard has as its name, and digital ones.
NO_NAMES = {"ALL", "UNKNOWN", "ATSC", "ATSC_8_VSB", "ATSC_16_VSB", "525_60", "625_50", "B", "G", "BG", "GH", "DK", "MN", "MTS", "H",
            "L"}


def header_values():
    """Names without V4L2_STD_ and their values, as the compiler of this machine sees them."""
    text = subprocess.run(["cc", "-E", "-dD", "-x", "c", "-"], input="#include <linux/videodev2.h>\n", text=True, check=True,
                          stdout=subprocess.PIPE).stdout
    names = sorted(set(re.findall(r"^#define V4L2_STD_(\w+)", text, re.M)) - NO_NAMES)
    source = "#include <linux/videodev2.h>\n" + "".join(f"VALUE {name} V4L2_STD_{name}\n" for name in names)
    text = subprocess.run(["cc", "-E", "-P", "-x", "c", "-"], input=source, text=True, check=True,
                          stdout=subprocess.PIPE).stdout
    found = re.findall(r"^VALUE (\w+) (.*)$", text, re.M)
    return {name: eval(re.sub(r"\(v4l2_std_id\)", "", value)) for name, value in found}


def main():
    header = header_values()
    table = {entry["name"].replace("-", "_").upper(): entry["bits"] for entry in generator.load(ROOT)}
    header = {name.upper(): value for name, value in header.items()}
    faults = [f"only {len(header)} standards found in the header: the pattern no longer fits"] if len(header) < 30 else []
    for name in sorted(header.keys() | table.keys()):
        if header.get(name) != table.get(name):
            faults.append(f"V4L2_STD_{name} is {header.get(name)} in the header and {table.get(name)} in the table")
    if generator.main(ROOT, True):
        faults.append("generated files are stale")
    for fault in faults:
        print(fault, file=sys.stderr)
    print(f"{len(header)} standards of the header, {len(table)} of the table, {len(faults)} faults")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
