"""Cameras watched while they run: lines of JSON, and a table on a terminal."""
import fcntl
import json
import os
import signal
import struct
import termios
import unittest

from program import CAMERA, CommandTest, finish, run, wait_until_it_catches

REAL = CAMERA + ",pattern=cells"
OTHER = "sim:camera,id=2,size=320x240,fps=30,pattern=cells"


def lines(result):
    return [json.loads(line) for line in result.text.splitlines()]


class Monitor(CommandTest):
    def test_each_second_has_a_line_for_each_camera(self):
        result = run("monitor", REAL, OTHER, "-n", "2.2")
        self.assertEqual((result.code, result.problem), (0, ""))
        found = lines(result)
        self.assertEqual([line["device"] for line in found], [REAL, OTHER] * 3)
        for line in found:
            self.assertEqual(line["state"], "running")
            rate = 60 if line["device"] == REAL else 30
            self.assertEqual(line["nominal_rate"], rate)
            self.assertEqual((line["message"], line["error"]), (None, None))
            self.assertGreater(line["delivery"]["most_ns"], 0)
            self.assertGreaterEqual(line["age_ns"], 0)
        for line in found[:2]:
            self.assertEqual(line["new_frames"], line["account"]["delivered"])
            self.assertAlmostEqual(line["rate"], line["nominal_rate"], delta=line["nominal_rate"] / 2)
        for line, seconds in zip(found[::2], (1, 2, 2.2)):
            self.assertGreaterEqual(line["seconds"], seconds)
            self.assertLess(line["seconds"], seconds + 0.9)

    def test_a_camera_that_fails_is_told_and_the_others_go_on(self):
        lost = self.camera_with_script("at frame 20 unplug", camera=REAL)
        result = run("monitor", lost, OTHER, "-n", "2")
        self.assert_fails(result, 1, "V4LXX-E0240")
        self.assertEqual(result.problem.count("v4lxx:"), 1)
        found = lines(result)
        self.assertEqual([line["state"] for line in found], ["failed", "running"] * 2)
        self.assertEqual(found[0]["error"]["code"], "V4LXX-E0240")
        self.assertIn(found[0]["account"]["delivered"], range(1, 21))
        self.assertGreater(found[3]["new_frames"], 0)

    def test_it_ends_when_no_camera_is_left(self):
        result = run("monitor", self.camera_with_script("at frame 5 unplug", camera=REAL))
        self.assert_fails(result, 1, "V4LXX-E0240")
        self.assertEqual([line["state"] for line in lines(result)], ["failed"])
        result = run("monitor", self.camera_with_script("at frame 5 last", camera=REAL))
        self.assertEqual((result.code, [line["state"] for line in lines(result)]), (0, ["ended"]))

    def test_a_camera_that_stands_still_gets_older(self):
        result = run("monitor", self.camera_with_script("at frame 10.. drop 1000000", camera=REAL), "-n", "2")
        self.assertEqual(result.code, 0, result.problem)
        last = lines(result)[-1]
        self.assertEqual((last["new_frames"], last["rate"], last["interval"]["most_ns"]), (0, None, None))
        self.assertGreater(last["age_ns"], 1_000_000_000)

    def test_a_signal_is_the_planned_end_without_a_time(self):
        for options, code, said in (([], 0, ""), (["-n", "30"], 130, "v4lxx: interrupted by SIGINT\n")):
            process = self.started("monitor", REAL, OTHER, *options)
            wait_until_it_catches(process, signal.SIGINT)
            self.assertIn(b'"seconds"', process.stdout.readline())
            process.send_signal(signal.SIGINT)
            result = finish(process)
            self.assertEqual((result.code, result.problem), (code, said))

    def test_a_reader_that_leaves_ends_it(self):
        process = self.started("monitor", REAL)
        process.stdout.readline()
        process.stdout.close()
        self.assertEqual(process.wait(timeout=60), 141)
        self.assertEqual(process.stderr.read(), b"")

    def on_a_terminal(self, columns, *arguments):
        main, terminal = os.openpty()
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        process = self.started("monitor", *arguments, stdout=terminal)
        os.close(terminal)
        shown = b""
        while True:
            try:
                shown += os.read(main, 65536)
            except OSError:  # the terminal's other end is closed
                break
        os.close(main)
        self.assertEqual(process.wait(timeout=60), 0)
        return shown.decode().replace("\r\n", "\n")

    def test_a_terminal_has_a_table_that_is_drawn_over_itself(self):
        shown = self.on_a_terminal(160, REAL, OTHER, "-n", "2")
        first, second = shown.split("\x1b[3A")
        for table in (first, second):
            rows = table.split("\x1b[K\n")
            self.assertRegex(rows[0], r"^after \d s +frames +rate +lost +skipped +delivery +p99 +age +state$")
            self.assertRegex(rows[1], rf"^{REAL} +\d+ +\d+\.\d\d +\d+ +\d+ +\d+\.\d\d +\d+\.\d\d +\d+ +running$")
            self.assertTrue(rows[2].startswith(OTHER))
            self.assertEqual(rows[3:], [""])

    def test_a_narrow_terminal_cuts_names_and_not_numbers(self):
        shown = self.on_a_terminal(80, REAL, "-n", "1")
        rows = shown.split("\x1b[K\n")
        self.assertTrue(all(len(row) <= 80 for row in rows), rows)
        self.assertTrue(rows[1].startswith("sim:camera,f") and rows[1].endswith("running"), rows)

    def test_json_on_a_terminal_has_to_be_asked_for(self):
        shown = self.on_a_terminal(80, REAL, "-n", "1", "--json")
        self.assertEqual(json.loads(shown)["device"], REAL)

    def test_a_camera_that_cannot_be_opened_is_a_failure_before_anything_else(self):
        result = run("monitor", REAL, "/dev/no-such-node", "-n", "1")
        self.assert_fails(result, 1, "V4LXX-E0101")
        self.assertEqual(result.text, "")


if __name__ == "__main__":
    unittest.main()
