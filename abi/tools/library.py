"""Questions to a built libv4lxx.so: what it exports, what it is called, and what abidw and abidiff see in it."""
import pathlib
import re
import subprocess

DIFF_ERROR, DIFF_CHANGED, DIFF_INCOMPATIBLE = 1 | 2, 4, 8  # bits of what abidiff returns


def run(*command):
    return subprocess.run([str(c) for c in command], capture_output=True, text=True, check=True).stdout


def find(build):
    """The newest real file libv4lxx.so* of a build folder."""
    found = [p for p in pathlib.Path(build).rglob("libv4lxx.so*")
             if p.is_file() and not p.is_symlink() and re.fullmatch(r"libv4lxx\.so[.\d]*", p.name)]
    return max(found, key=lambda p: p.stat().st_mtime) if found else None


def exported(library):
    """{symbol: node} of all that is defined and visible; the names of the nodes themselves are left out."""
    symbols = {}
    for line in run("nm", "-D", "--defined-only", "--with-symbol-versions", library).splitlines():
        kind, name = line.split()[-2:]
        if kind != "A":
            symbol, _, node = name.partition("@")
            symbols[symbol] = node.lstrip("@") or None
    return symbols


def soname(library):
    found = re.search(r"\(SONAME\).*\[(.*)\]", run("readelf", "-dW", library))
    return found[1] if found else None


def has_debug_info(library):
    return ".debug_info" in run("readelf", "-SW", library)


def dump(library, header_dirs, out):
    """Writes what abidw sees through the public headers; what is private to the library stays out."""
    headers = [word for d in header_dirs for word in ("--headers-dir", d)]
    run("abidw", *headers, "--drop-private-types", "--exported-interfaces-only", "--no-corpus-path", "--no-comp-dir-path",
        "--no-show-locs", "--no-elf-needed", "--type-id-style", "hash", "--out-file", out, library)
    text = pathlib.Path(out).read_text()  # where the sources lay on the machine that built it is nobody's business
    pathlib.Path(out).write_text(re.sub(r" path='[^']*?([^/']*)'", r" path='\1'", text))


def compare(golden, current):
    """What abidiff returns and prints for two dumps; no suppressions, not even the machine's own."""
    done = subprocess.run(["abidiff", "--no-default-suppression", "--no-show-locs", "--leaf-changes-only",
                           str(golden), str(current)],
                          capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


def only_structs(report, allowed):
    """Whether a report of changes names the structs of `allowed`, or some of them, and nothing else."""
    structs = set(re.findall(r"^'struct (\w+)(?: at [^']*)?' changed:$", report, flags=re.M))
    leaves = re.search(r"Changed leaf types summary: (\d+) leaf", report)
    others = re.findall(r"Removed/Changed/Added (?:functions|variables) summary: (\d+) Removed, (\d+) Changed, (\d+) Added", report)
    quiet = len(others) == 2 and all(number == "0" for counts in others for number in counts)
    return bool(structs) and structs <= allowed and leaves is not None and int(leaves[1]) == len(structs) and quiet
