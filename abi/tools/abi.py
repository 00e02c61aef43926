#!/usr/bin/env python3
"""All checks of the ABI, one line each; what `./dev abi [--update]` runs.

usage: abi.py --root ROOT --build BUILDDIR [--library FILE] [--update | --headers]
  --update   refreshes the golden files in abi/v0/ and what is generated from them, and names every symbol that changed
  --headers  refreshes what tests are compiled with, from the headers alone: a new struct is built only then
How to read a failure: abi/README.md.
"""
import argparse
import json
import pathlib
import platform
import re
import subprocess
import sys
import tempfile

import check
import extract
import gen_asserts
import library
import lint

HERE = pathlib.Path(__file__).resolve().parent
LANGUAGES = ("Go", "Rust", "Lua")
UPDATE = "golden-stale: run ./dev abi --update and commit what it prints"


class Report:
    def __init__(self):
        self.failed = []

    def line(self, what, problems, good):
        print(f"abi: {'FAIL' if problems else 'ok  '} {what}: {f'{len(problems)} broken' if problems else good}")
        for p in problems:
            print("    " + p)
        self.failed += problems
        sys.stdout.flush()


class Checks:
    def __init__(self, options):
        self.root, self.build, self.update = options.root, options.build, options.update
        self.golden = self.root / "abi/v0"
        self.library = options.library or library.find(self.build)
        self.report = Report()
        self.grown = set()

    def generator(self, what, script, arguments):
        if not script.exists():
            return
        done = subprocess.run([sys.executable, str(script), *arguments], capture_output=True, text=True)
        problems = [f"generated-stale: {line}" for line in (done.stdout + done.stderr).splitlines() if line.strip()]
        self.report.line(what, (problems or [f"generated-stale: {script.name} failed"]) if done.returncode else [], "as generated")

    def languages(self):
        """(name, generator) of the bindings that this tree has."""
        return [(name, HERE / f"gen_{name.lower()}.py") for name in LANGUAGES if (self.root / "bindings" / name.lower()).is_dir()]

    def headers(self):
        self.api = extract.read_api(self.root)
        problems = lint.check(self.api, self.root)
        self.report.line("headers", problems, f"{len(self.api['functions'])} functions, {len(self.api['structs'])} structs, "
                         f"{len(self.api['constants'])} constants keep the rules")
        self.current = extract.public(self.api)
        return not problems

    def map(self):
        names, (nodes, hides) = set(self.current["functions"]), extract.read_map(self.root / "abi/libv4lxx.map")
        problems = [f"map-lacks-function: {n} is in a header and not in abi/libv4lxx.map" for n in sorted(names - set(nodes))]
        problems += [f"map-without-header: {n} is in abi/libv4lxx.map and in no header" for n in sorted(set(nodes) - names)]
        problems += [] if hides else ["map-hides-nothing: the first node needs local: *;"]
        problems += [f"map-wildcard: {n}: names only" for n in nodes if "*" in n or "?" in n]
        self.report.line("version map", problems, f"{len(nodes)} names, the same as in the headers")
        self.nodes = nodes

    def exports(self):
        if self.library is None or not self.library.exists():
            self.report.line("library", [f"library-missing: no libv4lxx.so in {self.build}: run ./dev build first"], "")
            return False
        have = library.exported(self.library)
        problems = [f"symbol-not-exported: {n} is in the map and not in the library" for n in sorted(set(self.nodes) - set(have))]
        problems += [f"symbol-leaked: {n} is exported and not in the map" for n in sorted(set(have) - set(self.nodes))]
        problems += [f"node-differs: {n} is at {have[n]}, the map says {self.nodes[n]}"
                     for n in sorted(set(have) & set(self.nodes)) if have[n] != self.nodes[n]]
        major = next((re.match(r"LIBV4LXX_(\d+)", n)[1] for n in self.nodes.values()), "0")
        name = library.soname(self.library)
        problems += [] if name == f"libv4lxx.so.{major}" else [f"soname: {name} does not fit LIBV4LXX_{major}"]
        self.symbols = have
        self.report.line("library", problems, f"{len(have)} symbols exported, nothing else; SONAME {name}")
        return True

    def compare_golden(self):
        path = self.golden / "api.json"
        if not path.exists():
            self.report.line("golden api.json", [UPDATE], "")
            return
        old = json.loads(path.read_text())
        check.keep_v1_sizes(old, self.current)
        found = check.compare(old, self.current)
        self.grown = found.grown
        stale = [UPDATE] if path.read_text() != extract.to_json(self.current) else []
        self.report.line("golden api.json", found.broken + found.added + stale, "the same")

    def compare_symbols(self):
        path = self.golden / "symbols.txt"
        old = read_symbols(path)
        found = check.compare_symbols(old, self.symbols)
        stale = [UPDATE] if old != self.symbols else []
        self.report.line("golden symbols.txt", found.broken + found.added + stale, "the same")

    def generated(self):
        stale = gen_asserts.stale(self.root, self.current)
        self.report.line("generated asserts", [f"generated-stale: {name} does not match the headers" for name in stale],
                         "as generated")

    def layouts(self):
        source = '#include <stddef.h>\n#include <v4lxx/v4lxx.h>\n#include "layout_asserts.h"\n'
        problems = []
        with extract.system_headers() as system, extract.version_header(self.root) as made:
            for model, target in extract.MODELS.items():
                command = ["clang-19", "-target", target, "-xc", "-std=c11", "-fsyntax-only", "-nostdinc", "-isystem",
                           system, f"-I{self.root}/include", f"-I{made}", f"-I{self.root}/tests/abi", "-"]
                done = subprocess.run(command, input=source, capture_output=True, text=True)
                wrong = re.findall(r"error: (.*)", done.stderr)
                problems += [f"layout-asserts: {model}: {w}" for w in wrong] or ([] if done.returncode == 0 else [done.stderr])
        self.report.line("layout asserts", problems, f"true in {', '.join(extract.MODELS)}")

    def dump(self, out):
        with extract.version_header(self.root) as made:
            library.dump(self.library, [self.root / "include/v4lxx", pathlib.Path(made) / "v4lxx"], out)

    def abidiff(self):
        golden = self.golden / f"{platform.machine()}.abi.xml"
        if not library.has_debug_info(self.library):
            self.report.line("abidiff", [f"library-without-debug-info: {self.library.name}: build with -g"], "")
            return
        if not golden.exists():
            self.report.line("abidiff", [UPDATE], "")
            return
        with tempfile.TemporaryDirectory() as folder:
            now = pathlib.Path(folder) / "now.abi.xml"
            self.dump(now)
            code, text = library.compare(golden, now)
        problems = judge(code, text, self.grown)
        self.report.line("abidiff", problems, f"no change seen in {golden.name}")

    def all(self):
        self.generator("statuses", HERE / "gen_status.py", [str(self.root), "--check"])
        self.generator("pixel formats", self.root / "src/data/gen_pixel_formats.py", [str(self.root), "--check"])
        self.generator("analog standards", self.root / "src/data/gen_analog_standards.py", [str(self.root), "--check"])
        self.generator("controls", self.root / "src/data/gen_controls.py", [str(self.root), "--check"])
        self.generator("errnos", self.root / "src/data/gen_errnos.py", [str(self.root), "--check"])
        for language, script in self.languages():
            self.generator(f"raw layer of {language}", script, [str(self.root), "--check"])
        self.headers()
        self.map()
        linked = self.exports()
        self.compare_golden()
        self.generated()
        self.layouts()
        if linked:
            self.compare_symbols()
            self.abidiff()
        return self.report.failed

    # --update
    def refresh(self):
        if not self.headers():
            return ["golden files are not refreshed while a header breaks a rule"]
        self.map()
        if not self.exports() or self.report.failed:
            return ["golden files are not refreshed while map, headers and library differ"]
        if not library.has_debug_info(self.library):
            return [f"library-without-debug-info: {self.library.name}: build with -g"]
        self.golden.mkdir(parents=True, exist_ok=True)
        path = self.golden / "api.json"
        old = json.loads(path.read_text()) if path.exists() else {kind: {} for kind in self.current}
        check.keep_v1_sizes(old, self.current)
        found = check.compare(old, self.current)
        symbols = check.compare_symbols(read_symbols(self.golden / "symbols.txt"), self.symbols)
        if found.broken + symbols.broken and "LIBV4LXX_0" not in self.nodes.values():
            return found.broken + symbols.broken + ["since 1.0 nothing is removed or changed"]
        for line in found.broken + symbols.broken + found.added + symbols.added:
            print("abi: " + line)
        path.write_text(extract.to_json(self.current))
        (self.golden / "symbols.txt").write_text("".join(f"{n}@{v}\n" for n, v in sorted(self.symbols.items())))
        for name in gen_asserts.write(self.root, self.current):
            print(f"abi: wrote {name}")
        self.refresh_dump()
        return self.refresh_languages()

    # The raw layers of the bindings, from the golden file that was just written.
    def refresh_languages(self):
        refused = []
        for _, script in self.languages():
            done = subprocess.run([sys.executable, "-B", str(script), str(self.root)], capture_output=True, text=True)
            for line in done.stdout.splitlines():
                print(f"abi: {line}")
            if done.returncode:
                refused.append(f"{script.name} failed: {done.stderr.strip()}")
        return refused

    # --headers
    def refresh_asserts(self):
        if not self.headers():
            return ["nothing is refreshed while a header breaks a rule"]
        path = self.golden / "api.json"
        if path.exists():
            check.keep_v1_sizes(json.loads(path.read_text()), self.current)
        for name in gen_asserts.write(self.root, self.current):
            print(f"abi: wrote {name}")
        return []

    def refresh_dump(self):
        golden = self.golden / f"{platform.machine()}.abi.xml"
        with tempfile.TemporaryDirectory() as folder:
            now = pathlib.Path(folder) / "now.abi.xml"
            self.dump(now)
            if not golden.exists() or library.compare(golden, now)[0]:
                golden.write_bytes(now.read_bytes())
                print(f"abi: wrote abi/v0/{golden.name}")


def judge(code, text, grown):
    """abidiff is the second witness: 'incompatible' always fails; 'changed' fails unless all of it is a tail check.py has allowed."""
    detail = "".join("\n        " + line.rstrip() for line in text.splitlines()[:40] if line.strip())
    if code & library.DIFF_ERROR:
        return ["abidiff-error: it could not compare" + detail]
    if code & library.DIFF_INCOMPATIBLE:
        return ["abidiff-incompatible: a symbol or type was removed" + detail]
    if code & library.DIFF_CHANGED and not library.only_structs(text, grown):
        return ["abidiff-changed: more than a tail that check.py allowed" + detail]
    return []


def read_symbols(path):
    return dict(line.split("@", 1) for line in path.read_text().split()) if path.exists() else {}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", type=pathlib.Path, required=True)
    parser.add_argument("--build", type=pathlib.Path, required=True)
    parser.add_argument("--library", type=pathlib.Path)
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--headers", action="store_true")
    options = parser.parse_args()
    checks = Checks(options)
    refused = checks.refresh_asserts() if options.headers else checks.refresh() if options.update else []
    for line in refused:
        print("abi: not updated: " + line)
    if refused or options.headers:
        return bool(refused)
    checks = Checks(options)
    failed = checks.all()
    print(f"abi: {'broken: ' + ', '.join(sorted({rule_of(f) for f in failed})) if failed else 'clean'}")
    return bool(failed)


def rule_of(problem):
    """The rule a problem names: its first word, or the one behind file:line."""
    found = re.search(r"(?:^|: )([a-z0-9]+(?:-[a-z0-9]+)+|macro|soname|varargs|union):", problem)
    return found[1] if found else "see above"


if __name__ == "__main__":
    sys.exit(main())
