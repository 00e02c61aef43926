#!/usr/bin/python3
"""What a frame, and a start, cost beside a raw ioctl loop in C, as counts that can be repeated: instructions by callgrind, system
calls by strace. Runs on the test kernel. usage: costs_test.py FOLDER_OF_PROGRAMS (raw_capture, v4lxx_capture of tests/bench)"""
import re
import sys
import unittest

import first_frame
import traced

PROGRAMS = sys.argv.pop(1)
NODES = {"single-planar": "/dev/vivid-single", "multi-planar": "/dev/vivid-multi"}
FEW, MANY = 100, 400  # what start and end cost is in both runs, so it is not in their difference
SIZE_AND_RATE = ("320", "180", "120")

MOST_EXTRA_INSTRUCTIONS = 3000


def capture(program, node, frames):
    return f"{PROGRAMS}/{program}_capture", node, str(frames), *SIZE_AND_RATE


def calls_per_frame(program, node):
    return traced.calls_per_frame(*(capture(program, node, frames) for frames in (FEW, MANY)), MANY - FEW)


def instructions(program, node, frames):
    _, report = traced.run("valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *capture(program, node, frames))
    return int(re.search(r"Collected : (\d+)", report)[1])


def instructions_per_frame(program, node):
    return (instructions(program, node, MANY) - instructions(program, node, FEW)) / (MANY - FEW)


class Costs(unittest.TestCase):
    def test_bar1a_three_system_calls_per_frame(self):
        for api, node in NODES.items():
            with self.subTest(api):
                calls = calls_per_frame("v4lxx", node)
                self.assertEqual(calls, {"poll": 1, "VIDIOC_DQBUF": 1, "VIDIOC_QBUF": 1})
                self.assertEqual(calls, calls_per_frame("raw", node))

    def test_calls_from_open_to_the_first_frame_are_those_of_the_raw_loop_and_a_few_that_have_a_reason(self):
        extra = {name: times for name, (times, _) in first_frame.EXTRA_CALLS.items()}
        self.assertLessEqual(sum(extra.values()), first_frame.MOST_EXTRA_CALLS)
        for api, node in NODES.items():
            with self.subTest(api):
                raw, library = (traced.calls_to_first_frame(capture(program, node, 2), node) for program in ("raw", "v4lxx"))
                print(f"{api}: {sum(raw.values())} calls of the raw loop, {sum(library.values())} of the library")
                self.assertEqual(library - raw, extra)
                self.assertEqual(raw - library, {})

    def test_instructions_per_frame_are_few_more_than_those_of_the_raw_loop(self):
        for api, node in NODES.items():
            with self.subTest(api):
                raw, library = instructions_per_frame("raw", node), instructions_per_frame("v4lxx", node)
                print(f"{api}: {raw:.0f} instructions per frame of the raw loop, {library:.0f} of the library")
                self.assertGreater(raw, 50)
                self.assertLessEqual(library - raw, MOST_EXTRA_INSTRUCTIONS)


if __name__ == "__main__":
    unittest.main(verbosity=2)
