#!/usr/bin/python3
"""What a compiler says of the headers of C++, and of mistakes that cannot be made in C and C++.

usage: compiler_test.py PREFIX     PREFIX of an installed tree"""
import concurrent.futures
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PREFIX = pathlib.Path(sys.argv.pop(1)).resolve()
INCLUDE = PREFIX / "include"
WARNINGS = ["-Wall", "-Wextra", "-Wconversion", "-Werror", "-fsyntax-only", f"-I{INCLUDE}"]
CPP = ["-xc++", "-std=c++20", "-pedantic", "-Wshadow", *WARNINGS]
MISTAKES_OF_C = 11
# Members of C++ are made of these without naming them, or have no object to be a member of.
NOT_IN_CPP = {
    "v4lxx_code_get_advice", "v4lxx_code_get_explanation", "v4lxx_code_get_meaning", "v4lxx_code_get_name", "v4lxx_code_get_status",
    "v4lxx_code_find", "v4lxx_error_get_status", "v4lxx_errno_find", "v4lxx_errno_get_explanation", "v4lxx_errno_get_name", "v4lxx_status_get_name",
    "v4lxx_version_at_least", "v4lxx_version_get_number", "v4lxx_version_get_string", "v4lxx_supports", "v4lxx_image_supports",
    "v4lxx_check_get_name", "v4lxx_severity_get_name", "v4lxx_log_level_get_name", "v4lxx_input_status_get_text",
    "v4lxx_pixel_format_find", "v4lxx_pixel_format_get_count", "v4lxx_pixel_format_get_fourcc", "v4lxx_pixel_format_get_name",
    "v4lxx_standard_find", "v4lxx_standard_get_name",
}


def compiled(compiler, options, source):
    done = subprocess.run([compiler, *options, "-"], input=source, capture_output=True, text=True)
    return done.returncode == 0, done.stderr


class HeadersOfCxx(unittest.TestCase):
    def names(self):
        names = sorted(str(path.relative_to(INCLUDE)) for path in (INCLUDE / "v4lxx").rglob("*.hpp"))
        self.assertGreater(len(names), 10)
        return names

    def test_each_header_compiles_alone_without_a_warning(self):
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            answers = pool.map(lambda name: compiled("c++", CPP, f"#include <{name}>\n#include <{name}>\n"), self.names())
        self.assertEqual([f"{name}:\n{said}" for name, (good, said) in zip(self.names(), answers) if not good], [])

    def test_all_compile_with_the_other_compiler(self):
        good, said = compiled(shutil.which("clang++-19") or "c++", CPP, "#include <v4lxx/v4lxx.hpp>\n")
        self.assertTrue(good, said)

    def test_two_files_of_one_program_may_include_them(self):
        """No function of a header may be defined twice."""
        options = [option for option in CPP if option != "-fsyntax-only"]
        with tempfile.TemporaryDirectory() as folder:
            objects = [f"{folder}/{number}.o" for number in (1, 2)]
            for number, name in enumerate(objects):
                source = f"#include <v4lxx/v4lxx.hpp>\nint used{number}(v4lxx::Stream &s) {{ return s.fd(); }}\n"
                good, said = compiled("c++", [*options, "-c", "-o", name], source)
                self.assertTrue(good, said)
            done = subprocess.run(["ld", "-r", *objects, "-o", f"{folder}/both.o"], capture_output=True, text=True)
        self.assertEqual((done.returncode, done.stderr), (0, ""))

    def test_every_function_of_the_API_is_called_or_has_no_object_to_belong_to(self):
        api = json.loads((ROOT / "abi/v0/api.json").read_text())
        text = "".join((INCLUDE / name).read_text() for name in self.names())
        missing = {name for name in api["functions"] if not name.endswith("_init") and not re.search(rf"\b{name}\b", text)}
        self.assertEqual(missing - NOT_IN_CPP, set(), "no header of C++ calls them")
        self.assertEqual(NOT_IN_CPP - set(api["functions"]), set(), "there are no such functions any more")


class Mistakes(unittest.TestCase):
    def source(self, name):
        return (ROOT / "bindings/conformance/refused" / name).read_text()

    def test_a_compiler_of_C_refuses_them(self):
        options = ["-xc", "-std=c99", *WARNINGS]
        good, said = compiled("cc", options, self.source("mistakes.c"))
        self.assertTrue(good, said)
        for number in range(1, MISTAKES_OF_C + 1):
            with self.subTest(mistake=number):
                good, _ = compiled("cc", [*options, f"-DMISTAKE={number}"], self.source("mistakes.c"))
                self.assertFalse(good, f"mistake {number} compiles")

    def test_a_compiler_of_Cxx_refuses_them(self):
        good, said = compiled("c++", CPP, self.source("mistakes.cpp"))
        self.assertTrue(good, said)


if __name__ == "__main__":
    unittest.main()
