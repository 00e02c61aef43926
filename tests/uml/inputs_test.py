#!/usr/bin/python3
"""vivid as webcam, as TV input and as HDMI input, set up and captured by the program alone. usage: inputs_test.py PROGRAM"""
import os
import subprocess
import sys
import unittest

from program import NODES, PROGRAM, ProgramTest

BARS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "check_bars.py")


class Inputs(ProgramTest):
    def setUp(self):
        for node in NODES:
            self.good("input", node, "webcam")

    tearDown = setUp

    def assert_captures(self, node, width, height, rate, frames):
        """Frames of the right size, none lost, at the right rate, and a picture with the right bars in it."""
        captured = self.answer("capture", node, "-n", str(frames))
        granted = captured["granted"]
        self.assertEqual((granted["width"], granted["height"], captured["frames"]), (width, height, frames))
        self.assertAlmostEqual(granted["rate"], rate, places=1)
        if captured["dropped"] == 0:  # a machine that is busy with other things loses frames, and the account tells
            self.assertAlmostEqual(captured["rate"], rate, delta=rate / 20)
        picture = "/run/inputs.png"
        self.good("snap", node, "-o", picture)
        done = subprocess.run([sys.executable, BARS, picture, str(width), str(height)], capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_U33_a_webcam_is_one_input_of_several(self):
        for node in NODES:
            listed = self.answer("input", node)
            self.assertEqual([entry["kind"] for entry in listed["inputs"]], ["camera", "tuner", "analog", "digital"])
            self.assertEqual(listed["selected"], 0)
            self.assert_captures(node, 1920, 1080, 30, 10)  # the best mode of a camera, not the one it happens to have

    def test_U33_a_TV_input_follows_its_standard(self):
        for node in NODES:
            for standard, height, rate in (("PAL", 576, 25), ("NTSC-M", 480, 29.97), ("pal-b/g", 576, 25)):
                self.good("input", node, "tv")
                answer = self.answer("standard", node, standard)
                self.assertEqual((answer["format"]["height"], answer["format"]["field"]), (height, "INTERLACED"))
                self.assertEqual(answer["set"], answer["signal"])
                self.assert_captures(node, 720, height, rate, 10)
            self.good("standard", node, "PAL")

    def test_U33_an_HDMI_input_follows_its_timings(self):
        for node in NODES:
            self.good("input", node, "hdmi")
            answer = self.answer("timings", node, "1920x1080p60")
            self.assertEqual(answer["set"]["name"], "1920x1080p60")
            self.assertEqual((answer["signal_state"], answer["signal_is_set"]), ("present", True))
            self.assertEqual((answer["format"]["width"], answer["format"]["height"]), (1920, 1080))
            self.assert_captures(node, 1920, 1080, 60, 30)
            self.good("timings", node, "1280x720@60")

    def test_U33_S_Video_takes_what_comes_in(self):
        for node in NODES:
            self.good("input", node, "s-video")
            self.good("standard", node, "auto")
            self.assert_captures(node, 720, 576, 25, 5)

    def test_U33_a_part_of_the_picture_is_taken(self):
        for node in NODES:
            self.good("input", node, "s-video")
            answer = self.answer("crop", node, "720x576")
            self.assertEqual(answer["crop"], {"left": 0, "top": 0, "width": 720, "height": 576})
            self.assertEqual(self.answer("crop", node, "360x288+90+72")["crop"]["left"], 90)
            self.good("crop", node, "default")
            self.fails("V4LXX-E0544", "crop", node, "361x289+1+1", "--exact")

    def test_doctor_finds_a_webcam_healthy_and_an_HDMI_input_without_signal(self):
        for node in NODES:
            healthy = self.answer("doctor", node)
            self.assertEqual(healthy["problems"], 0, healthy)
            self.good("input", node, "hdmi")
            self.assertEqual(self.answer("doctor", node, "--no-capture")["problems"], 0)
            self.good("ctl", node, "dv_timings_signal_mode=No Signal")
            try:
                done = self.run_program("doctor", node)
                self.assertEqual(done.returncode, 1, done.stdout)
                self.assertIn("V4LXX-E0540", done.stdout)
            finally:
                self.good("ctl", node, "dv_timings_signal_mode=Current DV Timings")

    def test_every_mistake_is_answered_with_what_to_do(self):
        node = NODES[0]
        self.assertIn("0 Webcam", self.fails("V4LXX-E0530", "input", node, "composite"))
        self.fails("V4LXX-E0532", "standard", node)
        self.fails("V4LXX-E0536", "timings", node)
        self.fails("V4LXX-E0543", "crop", node)
        self.good("input", node, "tv")
        self.assertIn("PAL-BG", self.fails("V4LXX-E0533", "standard", node, "VHS"))
        self.good("input", node, "hdmi")
        self.assertIn("1920x1080p60", self.fails("V4LXX-E0537", "timings", node, "1920x1080p61"))

    def test_U04_nothing_is_changed_under_a_stream(self):
        node = NODES[0]
        self.good("input", node, "hdmi")
        with subprocess.Popen([PROGRAM, "capture", node, "-n", "0", "-o", "-"], stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL) as stream:
            try:
                self.assertEqual(len(stream.stdout.read(1)), 1)  # it streams, and waits until somebody reads on
                self.fails("V4LXX-E0531", "input", node, "tv")
                self.fails("V4LXX-E0539", "timings", node, "1920x1080p60")
            finally:
                stream.kill()
        self.good("timings", node, "1280x720p60")


if __name__ == "__main__":
    unittest.main()
