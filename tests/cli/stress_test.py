"""Stress: every phase runs, what is wrong is found, and nothing is left behind."""
import json
import os
import signal
import time
import unittest

from program import CAMERA, FAST, CommandTest, finish, run, wait_until, wait_until_it_catches

PHASES = ["open_close", "start_stop", "modes", "slow_consumer", "processes"]


def children_of(process):
    with open(f"/proc/{process.pid}/task/{process.pid}/children") as file:
        return [int(number) for number in file.read().split()]


class Stress(CommandTest):
    def stress(self, camera, *options, code=0):
        result = run("stress", camera, "--json", *options)
        self.assertEqual(result.code, code, result.problem + result.text)
        return json.loads(result.out)

    def phase(self, found, name):
        return next(phase for phase in found["phases"] if phase["phase"] == name)

    def test_a_good_device_bears_every_phase_and_nothing_is_left_behind(self):
        found = self.stress(FAST)
        self.assertEqual([phase["phase"] for phase in found["phases"]], PHASES)
        self.assertEqual((found["findings"], found["message"], found["before"]), (0, None, found["after"]))
        self.assertEqual([phase["rounds"] for phase in found["phases"]], [20, 20, 40, 4, 4])
        self.assertEqual([phase["frames"] for phase in found["phases"]], [0, 20, 40, 40, 40])
        for phase in found["phases"]:
            self.assertEqual((phase["refused"], phase["findings"]), (0, []))
        self.assertEqual(set(found["before"]), {"descriptors", "mappings", "threads"})

    def test_in_real_time_slow_consumers_are_slow(self):
        found = self.stress(CAMERA + ",pattern=cells", "--rounds", "2", "--modes", "2", "--frames", "5", "--processes", "2")
        self.assertGreater(self.phase(found, "slow_consumer")["seconds"], 4 * 5 * 2.5 / 60)
        self.assertEqual([phase["rounds"] for phase in found["phases"]], [2, 2, 2, 4, 2])

    def test_the_text_has_a_line_for_each_phase(self):
        result = run("stress", FAST, "--rounds", "3", "--processes", "0")
        self.assertEqual((result.code, result.problem), (0, ""))
        self.assertRegex(result.text, r"\nbefore: +\d+ descriptors, 0 shared mappings, \d+ thread")
        for name in PHASES[:-1]:
            self.assertRegex(result.text, rf"\n{name} +\d+ +\d+ +0 +\d+\.\d\d +\d+\.\d\d +0\n")
        self.assertTrue(result.text.endswith("\nnothing was wrong\n"))

    def test_what_fails_is_a_finding_of_its_phase(self):
        # The first stream is that of the beginning, the second is of start_stop.
        camera = self.camera_with_script("on VIDIOC_STREAMON 4 errno EIO")
        found = self.stress(camera, "--processes", "0", code=1)
        phase = self.phase(found, "start_stop")
        self.assertEqual(len(phase["findings"]), 1)
        self.assertIn("[V4LXX-E", phase["findings"][0])
        self.assertLess(phase["rounds"], 20)
        self.assertEqual((found["findings"], found["before"]), (1, found["after"]))
        self.assertEqual(self.phase(found, "modes")["findings"], [])
        text = run("stress", camera, "--processes", "0").text
        self.assertIn("\nstart_stop: cannot start streaming", text)
        self.assertTrue(text.endswith("\n1 finding\n"))

    def test_a_mode_that_is_listed_and_not_granted_is_a_finding(self):
        camera = "sim:camera,clock=virtual,pattern=cells,formats=YUYV,sizes=320x240+640x480"
        liar = self.camera_with_script("on VIDIOC_S_FMT all set width 320", "on VIDIOC_G_FMT all set width 320", camera=camera)
        phase = self.phase(self.stress(liar, "--processes", "0", code=1), "modes")
        self.assertTrue(any("instead of 640x480" in finding for finding in phase["findings"]), phase)

    def test_a_mode_that_fails_does_not_end_the_others(self):
        camera = "sim:camera,clock=virtual,pattern=cells,formats=YUYV,sizes=640x480+320x240,size=320x240"
        camera = self.camera_with_script("on VIDIOC_S_FMT all set sizeimage 153600", camera=camera)
        phase = self.phase(self.stress(camera, "--processes", "0", code=1), "modes")
        self.assertEqual((phase["rounds"], len(phase["findings"])), (1, 1))
        self.assertIn("YUYV 640x480: cannot ", phase["findings"][0])

    def test_an_unplug_is_one_finding_of_each_phase(self):
        camera = self.camera_with_script("at frame 3 unplug")
        found = self.stress(camera, "--processes", "2", code=1)
        self.assertEqual(found["before"], found["after"])
        self.assertIn("V4LXX-E0240", self.phase(found, "start_stop")["findings"][0])
        self.assertEqual(len(self.phase(found, "slow_consumer")["findings"]), 1)
        self.assertIn("no process could use the device", self.phase(found, "processes")["findings"])

    def test_a_mode_without_bandwidth_is_refused_and_no_finding(self):
        camera = "sim:camera,clock=virtual,pattern=cells,formats=YUYV,sizes=640x480+320x240,size=320x240,bandwidth=5000000"
        found = self.stress(camera, "--processes", "0")
        self.assertEqual((self.phase(found, "modes")["refused"], self.phase(found, "modes")["rounds"]), (1, 1))

    def test_a_device_that_cannot_be_used_at_all_is_a_failure(self):
        self.assert_fails(run("stress", "/dev/no-such-node"), 1, "V4LXX-E0101")
        self.assert_fails(run("stress", self.camera_with_script("at frame 0.. drop 1000000"), "--timeout", "0.1"), 3, "no frame")

    def test_SIGTERM_ends_it_with_what_it_found(self):
        process = self.started("stress", CAMERA, "--rounds", "1", "--modes", "1", "--frames", "600", "--json")
        wait_until_it_catches(process, signal.SIGTERM)
        time.sleep(1)
        process.send_signal(signal.SIGTERM)
        result = finish(process)
        self.assertEqual((result.code, result.problem), (143, "v4lxx: interrupted by SIGTERM\n"))
        self.assertEqual(json.loads(result.out)["phases"][-1]["phase"], "slow_consumer")

    def test_processes_that_compete_are_ended_with_it(self):
        process = self.started("stress", FAST, "--rounds", "1", "--modes", "1", "--frames", "10000", "--processes", "3", "--json")
        wait_until(lambda: len(children_of(process)) == 3, "three processes compete")
        children = children_of(process)
        process.send_signal(signal.SIGTERM)
        result = finish(process)
        self.assertEqual(result.code, 143)
        self.assertEqual(json.loads(result.out)["phases"][-1]["phase"], "processes")
        self.assertEqual([child for child in children if os.path.exists(f"/proc/{child}")], [])

    def test_numbers_are_read_strictly(self):
        for options in (["--rounds", "0"], ["--frames", "x"], ["--processes", "1001"], ["--modes", "-1"]):
            self.assert_fails(run("stress", FAST, *options), 2, "v4lxx stress --help")


if __name__ == "__main__":
    unittest.main()
