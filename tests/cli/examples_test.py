"""The C examples, built against an installed tree as their first lines say. Argument: the prefix of that tree."""
import glob
import os
import shlex
import subprocess
import sys
import tempfile
import unittest

PREFIX = os.path.abspath(sys.argv.pop(1) if len(sys.argv) > 1 and not sys.argv[1].startswith("-") else os.environ["V4LXX_PREFIX"])
SOURCES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "examples", "c")
CAMERA = "sim:camera,size=320x240,fps=120"


def folder_of(pattern):
    found = glob.glob(os.path.join(PREFIX, "lib*", "**", pattern), recursive=True)
    assert found, f"no {pattern} below {PREFIX}"
    return os.path.dirname(found[0])


class Examples(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="v4lxx-examples-")
        cls.build_environment = dict(os.environ, PKG_CONFIG_PATH=folder_of("v4lxx.pc"))
        cls.run_environment = dict(os.environ, LD_LIBRARY_PATH=folder_of("libv4lxx.so.*"))

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def source(self, name):
        return os.path.join(SOURCES, name + ".c")

    def build(self, name):
        program = os.path.join(self.folder.name, name)
        line = f"cc -std=c99 -pedantic -Wall -Wextra -Werror -D_POSIX_C_SOURCE=200809L {shlex.quote(self.source(name))} " \
               f"$(pkg-config --cflags --libs v4lxx) -o {shlex.quote(program)}"
        done = subprocess.run(line, shell=True, env=self.build_environment, capture_output=True, text=True)
        self.assertEqual((done.returncode, done.stdout + done.stderr), (0, ""), line)
        return program

    def run_example(self, name, *arguments):
        return subprocess.run([self.build(name), *arguments], env=self.run_environment, capture_output=True, text=True, timeout=60)

    def test_list_names_simulated_cameras_last(self):
        done = self.run_example("list")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertTrue(done.stdout.splitlines()[-1].startswith("sim:camera"), done.stdout)

    def test_both_captures_take_30_frames(self):
        for name in ("capture_poll", "capture_callback"):
            done = self.run_example(name, CAMERA)
            lines = done.stdout.splitlines()
            self.assertEqual((done.returncode, done.stderr, len(lines), lines[0]), (0, "", 31, CAMERA))
            for line in lines[1:]:
                self.assertRegex(line, r"\Aframe \d+: 320x240, 153600 bytes\Z")

    def test_both_captures_work_without_an_argument(self):
        for name in ("capture_poll", "capture_callback"):
            done = self.run_example(name)
            self.assertEqual((done.returncode, done.stderr), (0, ""))

    def test_both_captures_print_what_the_library_says(self):
        for name in ("capture_poll", "capture_callback"):
            done = self.run_example(name, "/dev/no-such-node")
            self.assertEqual(done.returncode, 1)
            self.assertIn("V4LXX-E0101", done.stderr)
            self.assertIn("/dev/no-such-node", done.stderr)

    def test_the_installed_program_finds_its_library(self):
        environment = {name: value for name, value in os.environ.items() if name != "LD_LIBRARY_PATH"}
        program = os.path.join(PREFIX, "bin", "v4lxx")
        done = subprocess.run([program, "--version"], env=environment, capture_output=True, text=True, timeout=60)
        self.assertEqual((done.returncode, done.stderr), (0, ""))

    def test_each_is_shorter_than_60_lines_and_says_how_it_is_built(self):
        for name in ("list", "capture_poll", "capture_callback"):
            with open(self.source(name)) as file:
                lines = file.read().splitlines()
            self.assertLess(len(lines), 60, name)
            self.assertIn(f"cc {name}.c $(pkg-config --cflags --libs v4lxx) -o {name}", "\n".join(lines[:4]))


if __name__ == "__main__":
    unittest.main()
