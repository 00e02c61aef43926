#!/usr/bin/python3
"""The check of docs/reference/scenarios.md fails where it must: on made-up trees."""
import contextlib
import io
import pathlib
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).parent))
import gen_scenarios  # noqa: E402

ROW = "- {number: S01, what: unplug, outcome: told once}\n"
TEST = "static void S01_unplug(void **) {}\n    cmocka_unit_test(S01_unplug),\n"


class Scenarios(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)
        self.write(gen_scenarios.TABLE, ROW)
        self.write("tests/sim/unplug_test.cpp", TEST)
        self.write(gen_scenarios.PAGE, "")

    def write(self, path, text):
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text, encoding="utf-8")

    def run_it(self, check):
        with contextlib.redirect_stderr(io.StringIO()) as said, contextlib.redirect_stdout(io.StringIO()):
            return gen_scenarios.main(self.root, check), said.getvalue()

    def assert_refused(self, words):
        status, said = self.run_it(True)
        self.assertEqual(status, 1)
        self.assertIn(words, said)

    def page(self):
        self.assertEqual(self.run_it(False), (0, ""))
        self.assertEqual(self.run_it(True), (0, ""))
        return (self.root / gen_scenarios.PAGE).read_text(encoding="utf-8")

    def test_a_stale_page_is_refused(self):
        self.assert_refused("is not what")
        self.page()
        self.write("tests/sim/unplug_test.cpp", TEST.replace("S01_unplug", "S01_another_name"))
        self.assert_refused("is not what")

    def test_a_number_with_neither_tests_nor_a_reason_is_refused(self):
        self.write("tests/sim/unplug_test.cpp", "")
        self.assert_refused("S01: has neither")

    def test_not_yet_with_tests_is_refused(self):
        self.write(gen_scenarios.TABLE, ROW.replace("}", ", not_yet: everything}"))
        self.assert_refused("S01: says not yet, and has tests")
        self.write("tests/sim/unplug_test.cpp", "")
        self.assertIn("| - | not yet: everything |", self.page())

    def test_a_part_may_be_missing_where_there_are_tests(self):
        self.write(gen_scenarios.TABLE, ROW.replace("}", ", missing: the rest}"))
        self.assertIn("| shown; not yet: the rest |", self.page())
        self.write("tests/sim/unplug_test.cpp", "")
        self.assert_refused("S01: has neither")

    def test_a_test_that_nobody_runs_does_not_count(self):
        self.write("tests/sim/unplug_test.cpp", TEST.splitlines()[0])
        self.assert_refused("S01: has neither")

    def test_a_name_may_begin_with_several_numbers_and_counts_for_each_and_no_other(self):
        self.write(gen_scenarios.TABLE, ROW + "- {number: bar10d, what: poll, outcome: told once}\n")
        self.write("tests/sim/unplug_test.cpp", TEST.replace("S01_unplug", "bar10d_S01_unplug"))
        self.assertEqual(self.page().count("| *simulator:* `bar10d_S01_unplug` |"), 2)
        self.write("tests/sim/unplug_test.cpp", TEST.replace("S01_unplug", "bar10d_unplug_as_S01_says"))
        self.assert_refused("S01 stands where it does not count")

    def test_depths_stand_apart(self):
        self.write("tests/uml/unplug_test.cpp", "ON_BOTH_APIS(S01_unplug),")
        self.write("tests/uml/unplug_test.py", "class A:\n    def test_S01_unplug_of_the_program(self):\n")
        self.write("bindings/conformance/scenarios/endings.txt", "scenario S01_unplug\n    open d\n")
        self.write("tests/unit/sim_stream_test.cpp", "cmocka_unit_test(S01_the_simulator_itself),")
        self.write("tests/bench/stream_bench.cpp", "LINE(S01_time),")
        self.assertIn("| *simulator:* `S01_unplug`<br>*kernel:* `S01_unplug`, `S01_unplug_of_the_program`<br>"
                      "*languages:* `S01_unplug`<br>*bench:* `S01_time` | shown |", self.page())


if __name__ == "__main__":
    unittest.main()
