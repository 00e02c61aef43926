"""Cameras that come and go, told line by line."""
import json
import re
import signal
import unittest

from program import CommandTest, finish, run, wait_until_it_catches

CAMERA = "sim:camera,size=64x48,id=7,card=Front door"
ID = "id:platform-sim-7/-/-"


class Watch(CommandTest):
    def test_S04_a_line_for_each_change(self):
        name = self.camera_with_script("at time 300ms unplug", "at time 600ms replug", camera=CAMERA)
        result = run("watch", name, "-n", "2")
        self.assertEqual((result.code, result.problem), (0, ""))
        removed, added = result.text.splitlines()
        for line, word in ((removed, "removed"), (added, "added  ")):
            self.assertRegex(line, rf"^\d\d:\d\d:\d\d\.\d\d\d  {word}  " + re.escape(f"{name}  Front door  {ID}") + "$")

    def test_lines_of_JSON_have_what_list_tells(self):
        name = self.camera_with_script("at time 300ms unplug", "at time 500ms replug", camera=CAMERA)
        result = run("watch", name, "-n", "2", "--json")
        self.assertEqual((result.code, result.problem), (0, ""))
        removed, added = [json.loads(line) for line in result.text.splitlines()]
        self.assertEqual((removed["change"], added["change"]), ("removed", "added"))
        self.assertGreater(added["monotonic_ns"], removed["monotonic_ns"])
        for line in (removed, added):
            self.assertRegex(line["time"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$")
            self.assertEqual((line["device"], line["card"], line["id"], line["error"]), (name, "Front door", ID, None))
            self.assertEqual([node["device"] for node in line["nodes"]], [name])

    def test_S05_another_camera_at_the_same_place_is_another_one(self):
        name = self.camera_with_script("at time 300ms unplug", "at time 300ms replug other", camera=CAMERA)
        result = run("watch", name, "-n", "2", "--json")
        lines = [json.loads(line) for line in result.text.splitlines()]
        self.assertEqual([(line["change"], line["card"]) for line in lines],
                         [("removed", "Front door"), ("added", "Another camera")])

    def test_it_ends_when_the_time_is_over(self):
        result = run("watch", CAMERA, "--seconds", "0.3")
        self.assertEqual((result.code, result.text, result.problem), (0, "", ""))
        name = self.camera_with_script("at time 200ms unplug", camera=CAMERA)
        result = run("watch", name, "--seconds", "2", "-n", "5")
        self.assertEqual((result.code, result.problem), (3, ""))
        self.assertEqual(result.text.count("removed"), 1)

    def test_a_signal_is_the_planned_end_without_another(self):
        for number, options, code, said in ((signal.SIGINT, [], 0, ""), (signal.SIGTERM, [], 0, ""),
                                            (signal.SIGINT, ["-n", "1"], 130, "v4lxx: interrupted by SIGINT\n"),
                                            (signal.SIGTERM, ["--seconds", "60"], 143, "v4lxx: interrupted by SIGTERM\n")):
            process = self.started("watch", CAMERA, *options)
            wait_until_it_catches(process, number)
            process.send_signal(number)
            result = finish(process)
            self.assertEqual((result.code, result.text, result.problem), (code, "", said))

    def test_a_reader_that_leaves_ends_it(self):
        rules = [f"at time {200 * i}ms {'unplug' if i % 2 else 'replug'}" for i in range(1, 20)]
        process = self.started("watch", self.camera_with_script(*rules, camera=CAMERA))
        process.stdout.readline()
        process.stdout.close()
        self.assertEqual(process.wait(timeout=60), 141)
        self.assertEqual(process.stderr.read(), b"")

    def test_what_is_no_simulated_camera_is_refused(self):
        self.assert_fails(run("watch", "sim:toaster"), 1, "V4LXX-E")
        self.assert_fails(run("watch", "/dev/video0"), 1, "V4LXX-E")
        self.assert_fails(run("watch", "-n", "0"), 2, "whole number from 1 up")


if __name__ == "__main__":
    unittest.main()
