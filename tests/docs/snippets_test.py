"""Every program and every command that the pages show, compiled and run. Arguments: the prefix of an installed tree, and --uml to run
what is marked for the test kernel instead of what is not."""
import collections
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

import installed
import pages

IN_TEST_KERNEL = "--uml" in sys.argv and not sys.argv.remove("--uml")
PREFIX = installed.prefix_from_arguments()
FRAMES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "frames")
STRICT = "cc -std=c99 -pedantic -Wall -Wextra -Werror -D_POSIX_C_SOURCE=200809L"
NOT_RUN_HERE = ("./dev ",)  # they build, install and test: this test is a part of them
SECONDS = 120


def framed(block):
    """A whole program of a block: as it is, or placed into its frame."""
    if "snippet" not in block.marks:
        return block.text
    with open(os.path.join(FRAMES, block.marks["snippet"] + ".c")) as file:
        return re.sub(r"^ *SNIPPET;\n", lambda _: block.text, file.read(), flags=re.M)


class PageTest(unittest.TestCase):
    """One page: its folder, and its blocks in their order, each as a test of its own."""
    maxDiff = None
    page = None

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp(prefix="v4lxx-page-")
        cls.environment = dict(installed.environment(PREFIX), LC_ALL="C.UTF-8")
        cls.printed = None
        for block in pages.blocks(cls.page):
            if "file" in block.marks:
                with open(os.path.join(cls.folder, block.marks["file"]), "w") as file:
                    file.write(block.text)

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder)

    def shell(self, command, errors=subprocess.STDOUT):
        return subprocess.run(command, shell=True, cwd=self.folder, env=self.environment, text=True, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=errors, timeout=SECONDS)

    def assert_shown(self, block, shown, done, command):
        self.assertEqual(pages.comparable(block, shown), pages.comparable(block, done.stdout), f"{block.place}: {command}")

    def check_run(self, block):
        errors = subprocess.DEVNULL if block.language == "json" else subprocess.STDOUT  # notes are no part of the JSON
        self.assert_shown(block, block.text, self.shell(block.marks["run"], errors), block.marks["run"])

    def check_output(self, block):
        self.assertIsNotNone(type(self).printed, f"{block.place}: no program before it")
        self.assert_shown(block, block.text, type(self).printed, "the program above")

    def check_console(self, block):
        for command, shown in pages.commands(block):
            if not command.startswith(NOT_RUN_HERE):
                self.assert_shown(block, shown, self.shell(command), command)

    def check_program(self, block):
        name = f"line{block.line}"
        with open(os.path.join(self.folder, name + ".c"), "w") as file:
            file.write(framed(block))
        done = self.shell(f"{STRICT} {name}.c $(pkg-config --cflags --libs v4lxx {block.marks.get('with', '')}) -o {name}")
        self.assertEqual((done.returncode, done.stdout), (0, ""), block.place)
        type(self).printed = self.shell(f"./{name}")
        self.assertEqual(type(self).printed.returncode, 0, f"{block.place}: {type(self).printed.stdout}")

    def check_file(self, block):
        self.assertTrue(block.text)  # it was written; what uses it stands below it


class Everything(unittest.TestCase):
    def test_each_block_is_run_or_says_why_not(self):
        wrong, kinds, reasons = [], collections.Counter(), collections.Counter()
        for page in pages.names():
            for block in pages.blocks(page):
                kinds[block.kind] += 1
                if not hasattr(PageTest, f"check_{block.kind}") and block.kind != "not run":
                    wrong.append(f"{block.place}: {block.kind}")
                if block.kind == "not run":
                    reasons[block.marks["not run"]] += 1
        print("\n" + ", ".join(f"{number} {kind}" for kind, number in kinds.most_common()))
        for reason, number in reasons.most_common():
            print(f"  not run: {number} x {reason}")
        self.assertEqual(wrong, [])

    def test_no_fence_hides_from_this_test(self):
        for page in pages.names():
            with open(os.path.join(pages.ROOT, page)) as file:
                fences = sum(line.lstrip().startswith(("```", "~~~")) for line in file)
            self.assertEqual(fences, 2 * len(pages.blocks(page)), page)


def page_class(page):
    """The tests of one page, one for each block that is run where we are."""
    tests = {}
    for block in pages.blocks(page):
        check = getattr(PageTest, f"check_{block.kind}", None)
        if check and ("in the test kernel" in block.marks) == IN_TEST_KERNEL:
            tests[f"test_line_{block.line:04}_{block.kind}"] = lambda self, check=check, block=block: check(self, block)
    name = "".join(part.capitalize() for part in page.removesuffix(".md").replace("/", "-").replace("_", "-").split("-"))
    return type(name, (PageTest,), {"page": page, **tests}) if tests else None


def load_tests(loader, _tests, _pattern):
    classes = [page_class(page) for page in pages.names()]
    if not IN_TEST_KERNEL:
        classes.append(Everything)
    return unittest.TestSuite(loader.loadTestsFromTestCase(one) for one in classes if one)


if __name__ == "__main__":
    unittest.main()
