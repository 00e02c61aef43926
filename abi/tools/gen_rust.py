#!/usr/bin/env python3
"""abi/v0/api.json and the header -> the raw layer of the Rust binding, and the plain values and records of its safe layer.

usage: gen_rust.py ROOT [--check]

types.rs and functions.rs are what bindgen makes of the header (BINDGEN, or the program in PATH or in the cache, of exactly the
version below). Where there is no bindgen they stay as they are; they are compared with api.json in any case."""
import os
import pathlib
import re
import shutil
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import api_json  # noqa: E402
import rust_names  # noqa: E402
import rust_raw  # noqa: E402
import rust_values  # noqa: E402
from generated import write_or_check  # noqa: E402

BINDGEN_VERSION = "0.73.2"
INSTALL = f"cargo install bindgen-cli --version {BINDGEN_VERSION} --locked --root ~/.cache/libv4lxx/bindgen"
SYS = "bindings/rust/v4lxx-sys"
SAFE = "bindings/rust/v4lxx"
FLAGS = ["--default-enum-style", "consts", "--no-prepend-enum-name", "--use-core", "--with-derive-default", "--no-doc-comments",
         "--no-layout-tests", "--raw-line", "// SPDX-License-Identifier: MIT", "--formatter", "prettyplease",
         "--blocklist-item", "V4LXX_VERSION_.*", "--allowlist-item", "(v4lxx|V4LXX)_.*"]


def bindgen():
    """The program, if it is there in the version that made the files."""
    cache = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache")
    for program in (os.environ.get("BINDGEN"), shutil.which("bindgen"), str(cache / "libv4lxx/bindgen/bin/bindgen")):
        if program and os.access(program, os.X_OK):
            version = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout
            if version.split()[-1] == BINDGEN_VERSION:
                return program
    return None


def bindgen_outputs(root, program):
    import extract  # only here: it needs libclang, as bindgen does
    outputs = {}
    with extract.version_header(root) as made:
        for name, kinds in (("types", "types,vars"), ("functions", "functions")):
            text = subprocess.run([program, "--generate", kinds, *FLAGS, str(root / "include/v4lxx/v4lxx.h"), "--",
                                   "-I" + str(made), "-I" + str(root / "include")], capture_output=True, text=True, check=True).stdout
            # What bindgen writes for a struct with a long array, which has no default by itself.
            zeroed = "        unsafe {\n            ::core::ptr::write_bytes("
            outputs[f"{SYS}/src/{name}.rs"] = text.replace(zeroed, "        // SAFETY: zeros are a value of every struct of the API.\n" + zeroed)
    return outputs


def check_versions(root):
    """The crates have the version of the library: what they were made for."""
    library = re.search(r"version: '([\d.]+)'", (root / "meson.build").read_text())[1]
    crates = re.search(r'^version = "([^"]+)"', (root / "bindings/rust/Cargo.toml").read_text(), re.M)[1]
    return [] if crates == library else [f"bindings/rust/Cargo.toml: version {crates}, the library has {library}"]


def main():
    root = pathlib.Path(sys.argv[1]).resolve()
    check = "--check" in sys.argv[2:]
    api = api_json.read(root)
    names = rust_names.Names(api)
    outputs = {f"{SYS}/src/loaded.rs": rust_raw.loaded(api), f"{SYS}/tests/abi/api.rs": rust_raw.asserts(api),
               f"{SAFE}/src/values.rs": rust_values.values(names), f"{SAFE}/src/records.rs": rust_values.records(names)}
    program = bindgen()
    if program:
        outputs.update(bindgen_outputs(root, program))
    failed = write_or_check(root, outputs, "is not what abi/tools/gen_rust.py makes of abi/v0/api.json and the header: run ./dev abi --update", check)
    wrong = rust_raw.differences(api, (root / SYS / "src/types.rs").read_text(), (root / SYS / "src/functions.rs").read_text())
    if wrong and not program:
        wrong.append(f"there is no bindgen {BINDGEN_VERSION} to make it anew: {INSTALL}")
    wrong += check_versions(root)
    for line in wrong:
        print(line, file=sys.stderr)
    return bool(failed or wrong)


if __name__ == "__main__":
    sys.exit(main())
