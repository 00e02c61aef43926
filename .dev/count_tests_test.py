#!/usr/bin/python3
"""Every summary of ./dev test rests on count_tests.py: what it makes of good, failing, dying and empty programs."""
import json
import os
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import count_tests  # noqa: E402

GOOD = "[==========] Running 2 test(s).\n[ RUN      ] a\n[       OK ] a\n[ RUN      ] b\n[       OK ] b\n" \
       "[==========] 2 test(s) run.\n[  PASSED  ] 2 test(s).\n"
NEWER = "[==========] t: Running 3 test(s).\n[  PASSED  ] 1 test(s).\n[  SKIPPED ] t: 1 test(s), listed below:\n[  SKIPPED ] b\n" \
        "[  FAILED  ] t: 1 test(s), listed below:\n[  FAILED  ] c\n"
DIED = "[==========] Running 3 test(s).\n[ RUN      ] a\n[       OK ] a\n[ RUN      ] b\n[  FAILED  ] b\n[ RUN      ] c\n"


def counted(text, good=True, skipped=False):
    return str(count_tests.cases(text, good, skipped))


class Counting(unittest.TestCase):
    def test_a_program_has_as_many_cases_as_it_says(self):
        self.assertEqual(counted(GOOD), "2 passed, 0 failed, 0 skipped")
        self.assertEqual(counted(GOOD + GOOD), "4 passed, 0 failed, 0 skipped")
        self.assertEqual(counted(NEWER, good=False), "1 passed, 1 failed, 1 skipped")
        self.assertEqual(counted("Ran 3 tests in 0.1s\n\nOK (skipped=1)\n"), "2 passed, 0 failed, 1 skipped")
        self.assertEqual(counted("Ran 5 tests in 0.1s\n\nFAILED (failures=1, errors=2)\n", good=False),
                         "2 passed, 3 failed, 0 skipped")
        self.assertEqual(counted("Ran 2 tests in 0.1s\n\nFAILED (unexpected successes=1)\n", good=False),
                         "1 passed, 1 failed, 0 skipped")

    def test_programs_of_other_languages_say_it_in_their_own_way(self):
        self.assertEqual(counted("--- PASS: TestA (0.00s)\n    --- PASS: TestA/part (0.00s)\n--- SKIP: TestB (0.00s)\nok  \tpackage\t0.1s\n"),
                         "1 passed, 0 failed, 1 skipped")
        self.assertEqual(counted("--- PASS: TestA (0.00s)\npanic: x\n", good=False), "1 passed, 1 failed, 0 skipped")
        self.assertEqual(counted("test result: ok. 2 passed; 0 failed; 1 ignored; 0 measured\n"
                                 "test result: FAILED. 0 passed; 1 failed; 0 ignored; 0 measured\n", good=False),
                         "2 passed, 1 failed, 1 skipped")
        self.assertEqual(counted("ok a\nok b # by type: no\nnot ok c: why\n1..3\n", good=False), "2 passed, 1 failed, 0 skipped")
        self.assertEqual(counted("ok a\n1..3\n"), "1 passed, 2 failed, 0 skipped")

    def test_a_program_that_counts_nothing_is_one_case(self):
        self.assertEqual(counted("whatever"), "1 passed, 0 failed, 0 skipped")
        self.assertEqual(counted("whatever", good=False), "0 passed, 1 failed, 0 skipped")
        self.assertEqual(counted("", skipped=True), "0 passed, 0 failed, 1 skipped")

    def test_a_program_that_died_has_a_failed_case_more(self):
        self.assertEqual(counted(DIED, good=False), "1 passed, 2 failed, 0 skipped")
        self.assertEqual(counted(GOOD, good=False), "2 passed, 1 failed, 0 skipped")

    def test_a_program_that_ran_nothing_failed(self):
        self.assertEqual(counted("[==========] Running 0 test(s).\n[  PASSED  ] 0 test(s).\n"), "0 passed, 1 failed, 0 skipped")
        self.assertEqual(counted("Ran 0 tests in 0.0s\n\nOK\n"), "0 passed, 1 failed, 0 skipped")

    def test_marks_that_end_too_early_are_a_failure(self):
        def of(text):
            with tempfile.NamedTemporaryFile("w") as log:
                log.write(text)
                log.flush()
                return [counted(output, good, skipped) for _, output, good, skipped in count_tests.marked_programs(log.name)]
        whole = "=== begin x\nhello\n=== end 0\n=== finished\n"
        self.assertEqual(of(whole), ["1 passed, 0 failed, 0 skipped"])
        self.assertEqual(of(whole.replace("end 0", "end 124")), ["0 passed, 1 failed, 0 skipped"])
        self.assertEqual(of("=== begin x\n"), ["0 passed, 1 failed, 0 skipped"])
        self.assertEqual(of("no kernel"), ["0 passed, 1 failed, 0 skipped"])

    def test_results_of_meson(self):
        def of(result):
            with tempfile.NamedTemporaryFile("w") as log:
                log.write(json.dumps({"name": "x", "result": result, "stdout": "", "stderr": ""}) + "\n")
                log.flush()
                return [counted(output, good, skipped) for _, output, good, skipped in count_tests.meson_programs(log.name)][0]
        for result in ("OK", "EXPECTEDFAIL"):
            self.assertEqual(of(result), "1 passed, 0 failed, 0 skipped")
        for result in ("FAIL", "TIMEOUT", "ERROR", "INTERRUPT", "UNEXPECTEDPASS"):
            self.assertEqual(of(result), "0 passed, 1 failed, 0 skipped")
        self.assertEqual(of("SKIP"), "0 passed, 0 failed, 1 skipped")
        missing = [counted(output, good, skipped) for _, output, good, skipped in count_tests.meson_programs("/nowhere/log.json")]
        self.assertEqual(missing, ["0 passed, 1 failed, 0 skipped"])


if __name__ == "__main__":
    unittest.main()
