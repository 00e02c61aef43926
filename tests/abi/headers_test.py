#!/usr/bin/env python3
"""Each public header compiles alone, as C99 and as C++20, without a warning; so does every _INIT macro.

usage: headers_test.py ROOT"""
import json
import pathlib
import shutil
import subprocess
import sys
import unittest

ROOT = pathlib.Path(sys.argv.pop(1) if len(sys.argv) > 1 else pathlib.Path(__file__).parents[2]).resolve()
sys.path.insert(0, str(ROOT / "abi/tools"))
import extract  # noqa: E402

WARNINGS = ["-Wall", "-Wextra", "-pedantic", "-Wconversion", "-Wshadow", "-Werror", "-fsyntax-only"]
LANGUAGES = {"C99": ["-xc", "-std=c99", "-Wstrict-prototypes"], "C++20": ["-xc++", "-std=c++20"]}
COMPILERS = [c for c in ("cc", "clang-19") if shutil.which(c)]


class Headers(unittest.TestCase):
    def compiles(self, language, source):
        with extract.version_header(ROOT) as made:
            for compiler in COMPILERS:
                command = [compiler, *LANGUAGES[language], *WARNINGS, f"-I{ROOT}/include", f"-I{made}", "-"]
                done = subprocess.run(command, input=source, capture_output=True, text=True)
                self.assertEqual(done.returncode, 0, f"{compiler} {language}:\n{source}\n{done.stderr}")

    def names(self):
        names = sorted(p.name for p in (ROOT / "include/v4lxx").glob("*.h")) + ["version.h"]
        self.assertGreater(len(names), 10)
        return names

    def alone(self, language):
        for name in self.names():
            with self.subTest(header=name):
                # twice: the guard must hold
                self.compiles(language, f"#include <v4lxx/{name}>\n#include <v4lxx/{name}>\nextern int used;\n")

    def test_each_header_alone_is_C99(self):
        self.alone("C99")

    def test_each_header_alone_is_Cxx20(self):
        self.alone("C++20")

    def inits(self, language):
        api = json.loads((ROOT / "abi/v0/api.json").read_text())
        rows = [f"extern {n} a_{n};\n{n} a_{n} = {s['init_macro']};\n" for n, s in api["structs"].items() if "init_macro" in s]
        self.assertGreater(len(rows), 5)
        self.compiles(language, "#include <v4lxx/v4lxx.h>\n" + "".join(rows))

    def test_every_INIT_macro_is_C99(self):
        self.inits("C99")

    def test_every_INIT_macro_is_Cxx20(self):
        self.inits("C++20")

    def test_functions_have_C_names_in_Cxx(self):
        self.compiles("C++20", "#include <v4lxx/v4lxx.h>\nextern \"C\" uint32_t v4lxx_version_get_number(void);\n")

    def test_a_header_with_a_fault_is_refused(self):
        for language in LANGUAGES:
            with self.assertRaises(AssertionError):
                self.compiles(language, "#include <v4lxx/types.h>\nstatic int unused_of_ours(v4lxx_bool b) { return (char)b + 1L; }\n")


if __name__ == "__main__":
    unittest.main()
