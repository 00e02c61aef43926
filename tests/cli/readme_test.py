"""What the README shows, run: its C program is compiled against an installed tree, and every command under `$` gives the output below it.
Argument: the prefix of that tree. Numbers that depend on the machine are compared by their form."""
import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

PREFIX = os.path.abspath(sys.argv.pop(1) if len(sys.argv) > 1 and not sys.argv[1].startswith("-") else os.environ["V4LXX_PREFIX"])
ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
README = os.path.join(ROOT, "README.md")
NOT_RUN_HERE = ("./dev ",)  # they build, install and test: this test is a part of them


def blocks(language):
    with open(README) as file:
        return [text for fence, text in re.findall(r"^```(\w*)\n(.*?)^```$", file.read(), re.M | re.S) if fence == language]


def folder_of(pattern):
    found = glob.glob(os.path.join(PREFIX, "lib*", "**", pattern), recursive=True)
    assert found, f"no {pattern} below {PREFIX}"
    return os.path.dirname(found[0])


def commands():
    """(command, the lines shown below it) of every block that begins with a prompt."""
    for block in blocks(""):
        if not block.startswith("$ "):
            continue
        for part in re.split(r"^\$ ", block, flags=re.M)[1:]:
            command, _, shown = part.partition("\n")
            yield command, shown


def form(text):
    return re.sub(r"\d+(\.\d+)?", "N", re.sub(r"\d+\.\d+ s", "T s", text))


class Readme(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp(prefix="v4lxx-readme-")
        with open(os.path.join(cls.folder, "camera.c"), "w") as file:
            file.write(blocks("c")[0])
        libraries = folder_of("libv4lxx.so.*")
        cls.environment = dict(os.environ, PKG_CONFIG_PATH=folder_of("v4lxx.pc"), LD_LIBRARY_PATH=libraries,
                               PATH=os.path.join(PREFIX, "bin") + ":" + os.environ["PATH"])

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder)

    def test_every_command_gives_what_is_shown(self):
        ran = 0
        for command, shown in commands():
            if command.startswith(NOT_RUN_HERE):
                continue
            done = subprocess.run(command, shell=True, cwd=self.folder, env=self.environment, text=True, stdin=subprocess.DEVNULL,
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120)
            self.assertEqual(form(done.stdout), form(shown), command)
            ran += 1
        self.assertGreaterEqual(ran, 5)

    def test_the_program_compiles_without_a_warning(self):
        done = subprocess.run("cc -std=c99 -pedantic -Wall -Wextra -Werror camera.c $(pkg-config --cflags --libs v4lxx) -o strict",
                              shell=True, cwd=self.folder, env=self.environment, capture_output=True, text=True)
        self.assertEqual((done.returncode, done.stderr), (0, ""))

    def test_links_lead_to_files(self):
        with open(README) as file:
            for target in re.findall(r"\]\(([^)#:]+)\)", file.read()):
                self.assertTrue(os.path.exists(os.path.join(ROOT, target)), target)


if __name__ == "__main__":
    unittest.main()
