"""The program as a user runs it on vivid. A test script is called with it: TEST.py PROGRAM"""
import json
import subprocess
import sys
import unittest

PROGRAM = sys.argv.pop(1)
NODES = ("/dev/vivid-single", "/dev/vivid-multi")


class ProgramTest(unittest.TestCase):
    def run_program(self, *words):
        return subprocess.run([PROGRAM, *words], capture_output=True, text=True, timeout=60)

    def good(self, *words):
        done = self.run_program(*words)
        self.assertEqual((done.returncode, done.stderr), (0, ""), words)
        return done.stdout

    def answer(self, *words):
        return json.loads(self.good(*words, "--json"))

    def fails(self, code, *words):
        """What it says about a failure, which has this code and an advice."""
        done = self.run_program(*words)
        self.assertEqual(done.returncode, 1, done.stdout)
        self.assertIn(code, done.stderr)
        self.assertIn("  try:", done.stderr)
        return done.stderr
