"""What the core profile needs of its system, and how its program behaves. Arguments: the library, the program."""
import os
import re
import subprocess
import sys
import unittest

LIBRARY = os.path.abspath(sys.argv.pop(1))
PROGRAM = os.path.abspath(sys.argv.pop(1))
ALLOWED = r"lib(c|m|stdc\+\+|gcc_s)\.so\.\d+|ld-linux[\w-]*\.so\.\d+"


def run(*arguments):
    return subprocess.run([PROGRAM, *arguments], stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60)


class CoreProfile(unittest.TestCase):
    def test_only_the_libraries_of_c_and_cxx_are_needed(self):
        dynamic = subprocess.run(["readelf", "-dW", LIBRARY], capture_output=True, text=True, check=True).stdout
        needed = re.findall(r"\(NEEDED\).*\[(.*)\]", dynamic)
        self.assertIn("libc.so.6", needed)
        for name in needed:
            self.assertRegex(name, rf"\A({ALLOWED})\Z")

    def test_the_simulator_is_not_in_it(self):
        symbols = subprocess.run(["nm", "--defined-only", LIBRARY], capture_output=True, text=True, check=True).stdout
        self.assertIn("v4lxx_device_open", symbols)
        self.assertNotRegex(symbols, r"6kernel3sim|\bpng_|\bjpeg_")

    def test_the_program_says_what_it_can_and_what_not(self):
        self.assertIn("no simulated devices, no PNG, no JPEG", run("--version").stdout)
        self.assertEqual(run("list").returncode, 0)
        refused = run("info", "sim:camera")
        self.assertEqual((refused.returncode, refused.stdout), (1, ""))
        self.assertIn("V4LXX-E0111", refused.stderr)
        self.assertNotIn("sim:", run("--complete", "info", "").stdout)


if __name__ == "__main__":
    unittest.main()
