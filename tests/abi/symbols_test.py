#!/usr/bin/env python3
"""What the built library exports and asks of its system.  usage: symbols_test.py ROOT BUILD"""
import functools
import json
import re
import subprocess
import tempfile
import unittest
import pathlib

import build_tree
import library as questions

TREE = build_tree.from_arguments()
SANITIZER = re.compile(r"__(asan|tsan|ubsan|msan|hwasan|sancov|sanitizer)_")
# The newest version of each library that the compiler of the same release brings.
NEWEST = {12: {"GLIBCXX": (3, 4, 30), "CXXABI": (1, 3, 13)}, 13: {"GLIBCXX": (3, 4, 32), "CXXABI": (1, 3, 14)},
          14: {"GLIBCXX": (3, 4, 33), "CXXABI": (1, 3, 15)}}


def text_of(*command):
    return subprocess.run([str(c) for c in command], capture_output=True, text=True, check=True).stdout


# An object is made of many files, and asked once.
@functools.cache
def constructor_sections(object_file):
    """Sections whose code runs when the library is loaded; what a sanitizer adds for itself is not ours."""
    found = re.findall(r"\s(\.(?:init_array|ctors|preinit_array)(?:\.\d+)?)\s", text_of("readelf", "-SW", object_file))
    if SANITIZER.search(text_of("nm", "-u", object_file)):
        found = [name for name in found if not re.search(r"\.(0|1|00099|65436)$", name)]
    return sorted(set(found))


def versions_needed(file):
    """{name: newest version} of what the dynamic linker must find, such as GLIBCXX."""
    needed = {}
    for name, version in re.findall(r"Name: (\w+)_([\d.]+)\b", text_of("readelf", "-VW", file)):
        number = tuple(int(n) for n in version.split("."))
        needed[name] = max(needed.get(name, number), number)
    return needed


def compilers_of(file):
    return sorted({int(v) for v in re.findall(r"GCC: \([^)]*\) (\d+)", text_of("readelf", "-p", ".comment", file))})


class Symbols(unittest.TestCase):
    def test_exports_are_the_functions_of_the_headers_and_nothing_else(self):
        have = questions.exported(TREE.library)
        promised = json.loads((TREE.root / "abi/v0/api.json").read_text())["functions"]
        self.assertEqual(sorted(have), sorted(promised))
        self.assertEqual({name: node for name, node in have.items() if node != promised[name]["node"]}, {})

    def test_exports_have_C_names_at_the_one_node(self):
        for name, node in questions.exported(TREE.library).items():
            self.assertRegex(name, r"^v4lxx_[a-z0-9_]+$")
            self.assertEqual(node, "LIBV4LXX_0")

    def test_soname_is_that_of_the_node(self):
        self.assertEqual(questions.soname(TREE.library), "libv4lxx.so.0")

    def test_the_library_stays_when_it_is_closed(self):
        self.assertRegex(text_of("readelf", "-dW", TREE.library), r"FLAGS_1.*NODELETE")

    def test_no_text_relocation_and_no_executable_stack(self):
        self.assertNotIn("TEXTREL", text_of("readelf", "-dW", TREE.library))
        self.assertRegex(text_of("readelf", "-lW", TREE.library), r"GNU_STACK\s.*\sRW\s")

    def test_libstdcxx_is_no_newer_than_the_compiler_that_was_used(self):
        made_by = compilers_of(TREE.library)
        allowed = NEWEST[min([v for v in made_by if v in NEWEST] or [max(NEWEST)])]
        needed = versions_needed(TREE.library)
        self.assertIn("GLIBCXX", needed)
        for name, newest in allowed.items():
            self.assertLessEqual(needed.get(name, (0,)), newest, name)

    def test_no_object_runs_code_at_load(self):
        for source, made in TREE.objects():
            with self.subTest(source=source):
                self.assertEqual(constructor_sections(made), [], "a static object with a constructor: make it constexpr or constinit")


class SelfTest(unittest.TestCase):
    """The checks see what they are for."""

    def compile(self, source, *flags):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        out = pathlib.Path(folder.name) / "out"
        subprocess.run(["c++", "-std=c++20", "-O2", "-xc++", "-", "-o", str(out), *flags], input=source, text=True, check=True)
        return out

    def test_a_static_constructor_is_seen(self):
        made = self.compile("#include <string>\nint n();\nstd::string kept(static_cast<size_t>(n()), 'x');\n", "-c", "-fPIC")
        self.assertNotEqual(constructor_sections(made), [])

    def test_a_constant_is_no_constructor(self):
        self.assertEqual(constructor_sections(self.compile("extern const int x[2]; const int x[2] = {1, 2};\n", "-c", "-fPIC")), [])

    def test_exported_Cxx_is_seen(self):
        made = self.compile("#include <map>\nint f(int a) { static std::map<int, int> m; return m[a]; }\n", "-shared", "-fPIC")
        self.assertTrue([n for n in questions.exported(made) if n.startswith("_Z")])

    def test_needed_versions_are_seen(self):
        made = self.compile("#include <string>\nint f(const char *a) { return std::stoi(std::string(a) + 'x'); }\n", "-shared", "-fPIC")
        self.assertGreaterEqual(versions_needed(made)["GLIBCXX"], (3, 4))


if __name__ == "__main__":
    unittest.main()
