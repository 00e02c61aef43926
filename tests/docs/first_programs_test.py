"""The first programs of README.md, in C, Go, Rust and Lua: installed with ./dev install, then copied and pasted into an empty folder.

usage: first_programs_test.py [PREFIX]     PREFIX: an installed tree with share/v4lxx in it; without it one is made by ./dev install"""
import os
import re
import subprocess
import sys
import tempfile
import unittest

import pages
import runner

ROOT = pages.ROOT
HEADING = "## A camera in C, Go, Rust and Lua\n"
SECTION = re.compile(r"<!-- file: (?P<file>\S+) -->\n```\w+\n(?P<program>.*?)^```\n\n(?:<!-- not run: .*? -->\n)?```console\n(?P<shown>.*?)^```", re.M | re.S)
PREFIX = sys.argv.pop(1) if len(sys.argv) > 1 and not sys.argv[1].startswith("-") else None


def section():
    with open(os.path.join(ROOT, "README.md")) as file:
        return file.read().split(HEADING)[1].split("\n## ")[0]


class FirstPrograms(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="v4lxx-first-")
        cls.prefix = PREFIX or os.path.join(cls.folder.name, "prefix")
        if not PREFIX:
            subprocess.run([os.path.join(ROOT, "dev"), "install", cls.prefix], check=True, stdout=subprocess.DEVNULL)
        # Caches of Go would give what an earlier run had, of the same version.
        cls.environment = dict(os.environ, PREFIX=cls.prefix, PKG_CONFIG_PATH=f"{cls.prefix}/lib/pkgconfig",
                               LD_LIBRARY_PATH=f"{cls.prefix}/lib", LC_ALL="C.UTF-8", GOFLAGS="-modcacherw",
                               GOMODCACHE=os.path.join(cls.folder.name, "modules"))

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def follow(self, name):
        part = next(found for found in SECTION.finditer(section()) if found["file"] == name)
        self.assertLessEqual(len([line for line in part["program"].splitlines() if line.strip()]), 10, f"{name} has at most ten lines")
        with tempfile.TemporaryDirectory(prefix="v4lxx-empty-") as folder:
            with open(os.path.join(folder, name), "w") as file:
                file.write(part["program"])
            shell = runner.Shell(folder, self.environment)
            try:
                for command, shown in pages.commands(pages.Block("README.md", 0, "console", part["shown"], {})):
                    got, _ = shell.run(command)
                    self.assertEqual(got, shown, command)
            finally:
                shell.close()

    def test_section4_first_ten_minutes_c(self):
        self.follow("camera.c")

    def test_section4_first_ten_minutes_go(self):
        self.follow("camera.go")

    def test_section4_first_ten_minutes_rust(self):
        self.follow("camera.rs")

    def test_section4_first_ten_minutes_lua(self):
        self.follow("camera.lua")


if __name__ == "__main__":
    unittest.main()
