"""How large the library is, in the full and in the core profile. Arguments: the root of the sources, the tree of the full profile."""
import pathlib
import re
import subprocess
import sys
import tempfile

root, full = (pathlib.Path(argument) for argument in sys.argv[1:3])
subprocess.run([root / ".dev/build", "core"], check=True, stdout=subprocess.DEVNULL)


def sections(library):
    listing = subprocess.run(["size", "-A", "-d", library], capture_output=True, text=True, check=True).stdout
    return {name: int(size) for name, size in re.findall(r"^(\.\S+) +(\d+)", listing, re.M)}


def needed(library):
    dynamic = subprocess.run(["readelf", "-dW", library], capture_output=True, text=True, check=True).stdout
    return ", ".join(re.findall(r"\(NEEDED\).*\[(.*)\]", dynamic))


def stripped_bytes(library):
    with tempfile.NamedTemporaryFile() as copy:
        subprocess.run(["strip", "-o", copy.name, library], check=True)
        return pathlib.Path(copy.name).stat().st_size


for name, tree in (("full", full), ("core", root / "build/core")):
    library = (tree / "abi/capi/libv4lxx.so").resolve()
    size = sections(library)
    constants = size.get(".rodata", 0) + size.get(".eh_frame", 0) + size.get(".eh_frame_hdr", 0) + size.get(".gcc_except_table", 0)
    writable = size.get(".data", 0) + size.get(".bss", 0) + size.get(".data.rel.ro", 0)
    print(f"{name}: .text {size['.text']} bytes, constants and unwind tables {constants}, data {writable}, "
          f"stripped file {stripped_bytes(library)}; needs {needed(library)}")
