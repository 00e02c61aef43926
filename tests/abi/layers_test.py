#!/usr/bin/env python3
"""Folders are layers: a folder includes those below it, none beside or above (docs/architecture.md).  usage: layers_test.py ROOT"""
import pathlib
import re
import sys
import tempfile
import unittest

ROOT = pathlib.Path(sys.argv.pop(1) if len(sys.argv) > 1 else pathlib.Path(__file__).parents[2]).resolve()
LOW = ("base", "uapi", "data")
MAY_INCLUDE = {"base": (), "uapi": ("base",), "data": ("base", "uapi"), "kernel": LOW, "convert": LOW, "image": LOW}
for upper in ("device", "stream", "media", "codec", "pipeline", "capi"):
    MAY_INCLUDE[upper] = tuple(MAY_INCLUDE)
GENERATED = {"v4lxx_config.h"}
SUFFIXES = {".hpp", ".cpp", ".h", ".c", ".inc", ".hh", ".cc"}


def sources(root):
    for folder in (root / "src", root / "abi/capi"):
        yield from sorted(p for p in folder.rglob("*") if p.suffix in SUFFIXES)


def layer_of(root, path):
    path = path.resolve()
    if path.is_relative_to(root / "abi/capi"):
        return "capi"
    if path.is_relative_to(root / "src"):
        parts = path.relative_to(root / "src").parts
        return parts[0] if len(parts) > 1 else "src"
    return None


def target(root, path, name):
    """The file of this tree that an include means, or None."""
    for folder in (path.parent, root / "src", root, root / "abi", root / "abi/capi", root / "include"):
        if (folder / name).is_file():
            return (folder / name).resolve()
    return None


def judge(root, path, bracket, name):
    mine = layer_of(root, path)
    if name.startswith("v4lxx/"):
        return None if mine in ("capi", "cli") else f"public-header: {mine} includes <{name}>"
    found = target(root, path, name) if bracket == '"' or "/" in name else None
    if found is None:
        return None if bracket == "<" or name in GENERATED else f"include-unknown: \"{name}\" is nowhere in the tree"
    theirs = layer_of(root, found)
    if theirs is None:
        return f"include-outside: {mine} includes {name}"
    if theirs == mine:
        return None
    if mine == "cli" or theirs == "cli":
        return f"program: {mine} includes {theirs}: the command line is a program over the public headers"
    return None if theirs in MAY_INCLUDE[mine] else f"layer: {mine} includes {theirs}: \"{name}\""


def violations(root):
    root = pathlib.Path(root).resolve()
    found = []
    for path in sources(root):
        where = path.relative_to(root)
        if layer_of(root, path) not in MAY_INCLUDE and layer_of(root, path) != "cli":
            found.append(f"{where}:1: layer-unknown: {layer_of(root, path)} is no layer of docs/architecture.md")
            continue
        for number, line in enumerate(path.read_text(errors="replace").splitlines(), 1):
            include = re.match(r'\s*#\s*include(?:_next)?\s*([<"])([^>"]+)[>"]', line)
            problem = judge(root, path, *include.groups()) if include else None
            if problem:
                found.append(f"{where}:{number}: {problem}")
    return found


class Layers(unittest.TestCase):
    def test_every_include_points_down(self):
        self.assertEqual(violations(ROOT), [])

    def test_there_is_something_to_look_at(self):
        self.assertGreater(sum(1 for _ in sources(ROOT)), 20)


class SelfTest(unittest.TestCase):
    """Each kind of violation, in a small tree, is found with its file and line; what is right is not."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name).resolve()
        for layer in [*MAY_INCLUDE, "cli"]:
            header = self.root / (f"abi/capi/{layer}.hpp" if layer == "capi" else f"src/{layer}/{layer}.hpp")
            header.parent.mkdir(parents=True)
            header.write_text("#pragma once\n#include <vector>\n")

    def found(self, name, *includes):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("// what it is\n" + "".join(f"#include {i}\n" for i in includes))
        return violations(self.root)

    def test_a_clean_tree_is_clean(self):
        self.assertEqual(self.found("src/stream/a.cpp", '"stream/stream.hpp"', '"device/device.hpp"', '"kernel/kernel.hpp"',
                                    '"base/base.hpp"', '"v4lxx_config.h"', "<linux/videodev2.h>"), [])
        self.assertEqual(self.found("abi/capi/a.cpp", "<v4lxx/v4lxx.h>", '"capi.hpp"', '"stream/stream.hpp"', '"image/image.hpp"'), [])
        self.assertEqual(self.found("src/cli/a.cpp", "<v4lxx/v4lxx.h>", '"cli/cli.hpp"'), [])

    def test_upward_is_found(self):
        self.assertEqual(self.found("src/base/a.cpp", '"base/base.hpp"', '"kernel/kernel.hpp"'),
                         ['src/base/a.cpp:3: layer: base includes kernel: "kernel/kernel.hpp"'])

    def test_every_pair_is_judged_by_the_table(self):
        for mine in MAY_INCLUDE:
            for theirs in MAY_INCLUDE:
                name = "abi/capi/pair.cpp" if mine == "capi" else f"src/{mine}/pair.cpp"
                include = '"capi/capi.hpp"' if theirs == "capi" else f'"{theirs}/{theirs}.hpp"'
                right = theirs == mine or theirs in MAY_INCLUDE[mine]
                self.assertEqual(self.found(name, include) == [], right, f"{mine} -> {theirs}")
                (self.root / name).unlink()

    def test_sideways_is_found(self):
        for mine, theirs in (("image", "convert"), ("convert", "kernel"), ("kernel", "image"), ("image", "kernel")):
            self.assertIn(f"layer: {mine} includes {theirs}", str(self.found(f"src/{mine}/a.cpp", f'"{theirs}/{theirs}.hpp"')))

    def test_a_relative_path_and_a_bracket_are_no_way_around(self):
        self.assertIn("layer: base includes stream", str(self.found("src/base/a.hpp", '"../stream/stream.hpp"')))
        self.assertIn("layer: kernel includes device", str(self.found("src/kernel/linux/a.cpp", "<device/device.hpp>")))

    def test_a_public_header_below_the_boundary_is_found(self):
        self.assertIn("public-header: device", str(self.found("src/device/a.cpp", "<v4lxx/device.h>")))
        self.assertIn("public-header: base", str(self.found("src/base/a.cpp", '"v4lxx/status.h"')))

    def test_the_program_reaching_inside_is_found(self):
        self.assertIn("program: cli includes base", str(self.found("src/cli/a.cpp", '"base/base.hpp"')))
        self.assertIn("program: stream includes cli", str(self.found("src/stream/a.cpp", '"cli/cli.hpp"')))

    def test_a_folder_without_a_place_is_found(self):
        self.assertIn("layer-unknown: common", str(self.found("src/common/a.hpp")))

    def test_an_include_of_nothing_is_found(self):
        self.assertIn("include-unknown", str(self.found("src/base/a.cpp", '"base/gone.hpp"')))


if __name__ == "__main__":
    unittest.main()
