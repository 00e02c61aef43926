"""Every program and every command that the pages show, compiled and run, each block as a test of its own.

usage: snippets_test.py PREFIX [--uml] [PAGE…]     PREFIX of an installed tree; --uml: what is marked for the test kernel, and nothing else"""
import collections
import os
import sys
import unittest

import installed
import pages
import runner

IN_TEST_KERNEL = "--uml" in sys.argv and not sys.argv.remove("--uml")
PREFIX = installed.prefix_from_arguments()
ONLY = [argument for argument in sys.argv[1:] if argument.endswith(".md")]
sys.argv = [argument for argument in sys.argv if argument not in ONLY]


class PageTest(unittest.TestCase):
    maxDiff = None
    page = None

    @classmethod
    def setUpClass(cls):
        cls.run_of_page = runner.PageRun(cls.page, PREFIX)

    @classmethod
    def tearDownClass(cls):
        cls.run_of_page.close()

    def check(self, block):
        steps = 0
        for step in self.run_of_page.steps(block):
            self.assertEqual(step.expected, step.got, f"{block.place}: {step.command}")
            if block.kind == "program":
                self.assertEqual(step.status, 0, f"{block.place}: {step.command}: {step.real}")
            steps += 1
        self.assertTrue(steps or block.text.startswith(tuple("$ " + word for word in runner.NOT_RUN_HERE)), f"{block.place}: nothing was run")


class Everything(unittest.TestCase):
    def test_each_block_is_run_or_says_why_not(self):
        wrong, kinds, reasons = [], collections.Counter(), collections.Counter()
        for page in pages.names():
            for block in pages.blocks(page):
                kinds[block.kind] += 1
                if not is_run(block) and block.kind != "not run":
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
             for block in pages.blocks(page) if is_run(block) and ("in the test kernel" in block.marks) == IN_TEST_KERNEL}
    name = "".join(part.capitalize() for part in page.removesuffix(".md").replace("/", "-").replace("_", "-").split("-"))
    return type(name, (PageTest,), {"page": page, **tests}) if tests else None


def load_tests(loader, _tests, _pattern):
    classes = [page_class(page) for page in ONLY or pages.names()]
    if not IN_TEST_KERNEL:
        classes.append(Everything)
    return unittest.TestSuite(loader.loadTestsFromTestCase(one) for one in classes if one)


if __name__ == "__main__":
    unittest.main()
