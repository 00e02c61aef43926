#!/usr/bin/env python3
"""layout_asserts.c holds in the three data models, and fails when a number in it is wrong.  usage: layouts_test.py ROOT"""
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(sys.argv.pop(1) if len(sys.argv) > 1 else pathlib.Path(__file__).parents[2]).resolve()
sys.path.insert(0, str(ROOT / "abi/tools"))
import extract  # noqa: E402

# gcc here, clang for ARM: nothing but the compiler is needed, since the few system headers are made from the target's own types.
COMPILERS = {"lp64": ["gcc", "-m64"], "ilp32_a4": ["gcc", "-m32"], "ilp32_a8": ["clang-19", "-target", "armv7-linux-gnueabihf"]}


class Layouts(unittest.TestCase):
    def compile(self, model, change=None):
        text = (ROOT / "tests/abi/layout_asserts.h").read_text()
        if change:
            text, times = re.subn(*change, text, count=1)
            self.assertEqual(times, 1)
        with tempfile.TemporaryDirectory() as folder, extract.system_headers() as system, extract.version_header(ROOT) as made:
            for name, content in (("layout_asserts.h", text), ("a.c", (ROOT / "tests/abi/layout_asserts.c").read_text())):
                (pathlib.Path(folder) / name).write_text(content)
            command = [*COMPILERS[model], "-std=c11", "-fsyntax-only", "-Wall", "-Wextra", "-Werror", "-nostdinc", "-isystem", system,
                       f"-I{ROOT}/include", f"-I{made}", f"{folder}/a.c"]
            return subprocess.run(command, capture_output=True, text=True)

    def check(self, model):
        done = self.compile(model)
        self.assertEqual(done.returncode, 0, done.stderr)
        for change in ((r"offsetof\(v4lxx_frame_info, plane_bytes\) == \d+", "offsetof(v4lxx_frame_info, plane_bytes) == 1"),
                       (r"sizeof\(v4lxx_format\) == \d+", "sizeof(v4lxx_format) == 1"),
                       (r"V4LXX_ERROR_ABI == -?\d+", "V4LXX_ERROR_ABI == 1")):
            done = self.compile(model, change)
            self.assertNotEqual(done.returncode, 0)
            self.assertIn("static assertion failed", done.stderr)

    def test_lp64(self):
        self.check("lp64")

    def test_ilp32_with_int64_aligned_to_4(self):
        self.check("ilp32_a4")

    def test_ilp32_with_int64_aligned_to_8(self):
        self.check("ilp32_a8")

    def test_the_models_are_what_they_are_called(self):
        probe = "struct s { char c; long long w; };\n_Static_assert(sizeof(void *) == %d && sizeof(struct s) == %d, \"model\");\n"
        for model, numbers in {"lp64": (8, 16), "ilp32_a4": (4, 12), "ilp32_a8": (4, 16)}.items():
            done = subprocess.run([*COMPILERS[model], "-xc", "-std=c11", "-fsyntax-only", "-"], input=probe % numbers,
                                  capture_output=True, text=True)
            self.assertEqual(done.returncode, 0, model + done.stderr)


if __name__ == "__main__":
    unittest.main()
