#!/usr/bin/python3
"""Follows docs/bindings/rust.md from top to bottom, with the packed crates where ./dev install lays them. usage: page_test.py PREFIX

The tests of the documentation do not: they have no packed crates, and this needs the network for the features."""
import pathlib
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
MARK = "<!-- not run: the suite of Rust does -->\n"
sys.path.insert(0, str(ROOT / "tests/docs"))
import snippets_test  # noqa: E402  (it takes PREFIX from the arguments)


class Page(unittest.TestCase):
    def test_section4_first_ten_minutes_of_rust(self):
        text = (ROOT / "docs/bindings/rust.md").read_text()
        self.assertIn(MARK, text)
        with tempfile.TemporaryDirectory() as folder:
            page = pathlib.Path(folder) / "rust.md"
            page.write_text(text.replace(MARK, ""))
            suite = unittest.defaultTestLoader.loadTestsFromTestCase(snippets_test.page_class(str(page)))
            result = unittest.TextTestRunner(stream=sys.stdout).run(suite)
        self.assertGreater(result.testsRun, 3)
        self.assertTrue(result.wasSuccessful())


if __name__ == "__main__":
    unittest.main()
