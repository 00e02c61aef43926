"""Every program and every command that the pages show, compiled and run, each block as a test of its own.

usage: snippets_test.py [PREFIX] [--on MACHINE] [--in FOLDER] [PAGE…]     PREFIX of an installed tree, or V4LXX_PREFIX;
--on: what is marked for that machine (cameras, no-cameras, packages, cameras-and-packages), and nothing else;
--in: a page is followed in a folder below that one, which stays: another run goes on there"""
import collections
import os
import re
import sys
import time
import unittest

import installed
import pages
import runner

MACHINE = installed.option_from_arguments("--on")
FOLDER = installed.option_from_arguments("--in")
PREFIX = installed.prefix_from_arguments()
ONLY = [argument for argument in sys.argv[1:] if argument.endswith(".md")]
sys.argv = [argument for argument in sys.argv if argument not in ONLY]


class PageTest(unittest.TestCase):
    maxDiff = None
    page = None

    @classmethod
    def setUpClass(cls):
        kept = os.path.abspath(os.path.join(FOLDER, cls.page.replace("/", "-"))) if FOLDER else None
        cls.run_of_page = runner.PageRun(cls.page, PREFIX, kept)

    @classmethod
    def tearDownClass(cls):
        cls.run_of_page.close()

    def check(self, block):
        steps = 0
        for step in self.run_of_page.steps(block):
            self.assertEqual(step.expected, step.got, f"{block.place}: {step.command}")
            if block.kind == "program" or step.is_advice:
                self.assertEqual(step.status, 0, f"{block.place}: {step.command}: {step.real}")
            if "wrote first.png" in step.real:  # of the tutorial
                self.assertLess(time.monotonic() - self.run_of_page.started, 60, "the first picture comes within a minute")
            steps += 1
        self.assertTrue(steps or block.text.startswith(tuple("$ " + word for word in runner.NOT_RUN_HERE)), f"{block.place}: nothing was run")


class Tutorial(unittest.TestCase):
    """docs/tutorial: mistakes, each answered with what to do next, and that is what is typed next. PageTest runs them."""
    PAGE = "docs/tutorial/first-ten-minutes.md"

    def mistakes(self):
        """Title -> the (command, answer) pairs below it."""
        with open(os.path.join(pages.ROOT, self.PAGE)) as file:
            text = file.read().split("\n## Mistakes\n")[1]
        found = {}
        for part in text.split("\n### ")[1:]:
            title, _, rest = part.partition("\n")
            found[title] = [pair for shown in re.findall(r"^```console\n(.*?)^```", rest, re.M | re.S)
                            for pair in pages.commands(pages.Block(self.PAGE, 0, "console", shown, {}))]
        return found

    def test_section4_first_ten_minutes_has_ten_mistakes_each_answered_with_what_to_do(self):
        self.assertGreaterEqual(len(self.mistakes()), 10)
        for title, steps in self.mistakes().items():
            answers = [answer for _, answer in steps if "\n  try: " in answer]
            self.assertTrue(answers, title)
            self.assertGreaterEqual(len(steps), 2, f"{title}: what was told to do is not done")

    def test_section4_first_ten_minutes_follows_each_advice_to_the_letter(self):
        for title, steps in self.mistakes().items():
            for (_, answer), (command, _) in zip(steps, steps[1:]):
                advice = runner.advice_in(answer)
                if advice:
                    self.assertEqual(pages.form(runner.without_head(command)), pages.form(advice), title)

    def test_section4_first_ten_minutes_ends_each_mistake_well(self):
        for title, steps in self.mistakes().items():
            self.assertFalse(steps[-1][1].startswith("v4lxx: cannot") or "\n  try:" in steps[-1][1], f"{title}: ends with a failure")


class FirstPrograms(unittest.TestCase):
    """The first program of each language, by copy and paste. PageTest runs them."""
    PAGES = {"README.md": ["camera.c", "camera.go", "camera.rs", "camera.lua"], "docs/bindings/c.md": ["first.c"],
             "docs/bindings/cpp.md": ["first.cpp"], "docs/bindings/go.md": ["first.go"], "docs/bindings/rust.md": ["main.rs"],
             "docs/bindings/lua.md": ["first.lua"]}

    def test_section4_first_ten_minutes_begin_with_ten_lines_at_most(self):
        for page, programs in self.PAGES.items():
            found = {block.marks["file"]: block.text for block in pages.blocks(page) if "file" in block.marks}
            for name in programs:
                lines = [line for line in found[name].splitlines() if line.strip()]
                self.assertLessEqual(len(lines), 10, f"{page}: {name}")


class Everything(unittest.TestCase):
    def test_each_block_is_run_or_says_why_not(self):
        wrong, kinds, reasons = [], collections.Counter(), collections.Counter()
        for page in pages.names():
            for block in pages.blocks(page):
                kinds[block.kind] += 1
                if (not is_run(block) and block.kind != "not run") or block.machine not in ("", *pages.MACHINES.values()):
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


def is_run(block):
    return hasattr(runner.PageRun, f"steps_of_{block.kind}")


def page_class(page):
    """The tests of one page, one for each block that is run where we are. Their names keep the order of the page."""
    tests = {f"test_line_{block.line:04}_{block.kind}": lambda self, block=block: self.check(block)
             for block in pages.blocks(page) if is_run(block) and block.machine == MACHINE}
    name = "".join(part.capitalize() for part in page.removesuffix(".md").replace("/", "-").replace("_", "-").split("-"))
    return type(name, (PageTest,), {"page": page, **tests}) if tests else None


def load_tests(loader, _tests, _pattern):
    classes = [page_class(page) for page in ONLY or pages.names()]
    if not MACHINE:
        classes += [Everything, Tutorial, FirstPrograms]
    return unittest.TestSuite(loader.loadTestsFromTestCase(one) for one in classes if one)


if __name__ == "__main__":
    unittest.main()
