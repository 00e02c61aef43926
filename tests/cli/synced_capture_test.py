"""Several cameras in step."""
import json
import os
import unittest

from program import CommandTest, run

LEFT = "sim:camera,size=64x48,pattern=cells,clock=virtual,phase=0ms"
RIGHT = LEFT.replace("0ms", "2ms") + ",id=2"


class Synced(CommandTest):
    def script(self, *lines):
        path = self.place("rules.txt")
        with open(path, "w") as file:
            file.write("\n".join(lines) + "\n")
        return path

    def summary(self, *words, code=0):
        result = run("capture", *words, "--sync", "--json")
        self.assertEqual(result.code, code, result.problem)
        return json.loads(result.out)

    def test_sets_skew_and_drift_are_told(self):
        summary = self.summary(LEFT, RIGHT + ",drift=40", "-n", "200")
        self.assertEqual((summary["sets"], summary["complete"], summary["incomplete"]), (200, 200, 0))
        self.assertEqual((summary["match"], summary["end"]), ("stamps", "complete"))
        self.assertAlmostEqual(summary["skew"]["least_ns"], 2e6, delta=2e4)
        self.assertGreater(summary["skew"]["most_ns"], 2.2e6)
        self.assertEqual([camera["in_complete"] for camera in summary["cameras"]], [200, 200])
        self.assertEqual(summary["cameras"][0]["drift_ppm"], 0)
        self.assertAlmostEqual(summary["cameras"][1]["drift_ppm"], 40, delta=1)
        self.assertAlmostEqual(summary["rate"], 30, delta=0.1)

    def test_the_text_says_the_same(self):
        result = run("capture", LEFT, RIGHT, "-n", "50", "--sync")
        self.assertEqual((result.code, result.problem), (0, ""))
        for part in ("camera 0:      ", "camera 1:      ", ", drift 0.0 ppm", "sets:          50 in ", "incomplete:    0\n",
                     "skew:          median 2 ms", "matched by:    time stamps, within 16.667 ms", "end:           complete"):
            self.assertIn(part, result.text)

    def test_frame_N_of_each_file_is_of_set_N(self):
        lost = RIGHT + ",script=" + self.script("at frame 4 drop 2")
        summary = self.summary(LEFT, lost, "-n", "10", "-o", self.place("frames-%c.raw"))
        sizes = [os.path.getsize(self.place(f"frames-{camera}.raw")) for camera in (0, 1)]
        self.assertEqual(sizes, [10 * 64 * 48 * 2] * 2)
        self.assertEqual(summary["outputs"], [{"path": self.place(f"frames-{camera}.raw"), "bytes": sizes[0], "complete": True} for camera in (0, 1)])
        self.assertEqual(summary["cameras"][0]["unmatched"], 2)
        self.assertEqual(summary["cameras"][1]["dropped"], 2)

    def test_incomplete_sets_are_counted(self):
        lost = RIGHT + ",script=" + self.script("at frame 4 drop 2")
        summary = self.summary(LEFT, lost, "-n", "20", "--incomplete")
        self.assertEqual((summary["sets"], summary["incomplete"]), (20, summary["cameras"][0]["in_incomplete"] + summary["cameras"][1]["in_incomplete"]))
        self.assertGreaterEqual(summary["cameras"][0]["in_incomplete"], 2)

    def test_an_unplug_is_told_and_nothing_is_left_of_the_files(self):
        gone = RIGHT + ",script=" + self.script("at frame 4 unplug")
        result = run("capture", LEFT, gone, "-n", "20", "--sync", "-o", self.place("frames-%c.raw"))
        self.assertEqual(result.code, 1)
        self.assertIn("V4LXX-E0240", result.problem)
        self.assertIn("end:           failed", result.text)
        self.assertIn("the incomplete files were removed", result.text)
        self.assertFalse([name for name in self.files() if name.endswith(".raw")])

    def test_no_set_in_time_is_told_with_what_came(self):
        silent = RIGHT.replace(",clock=virtual", "") + ",script=" + self.script("at frame 0 drop 100000")
        result = run("capture", LEFT.replace(",clock=virtual", ""), silent, "-n", "5", "--sync", "--timeout", "0.3")
        self.assertEqual(result.code, 3)
        self.assertIn("no set of frames within 0.3 s", result.problem)
        self.assertIn("id=2", result.problem)

    def test_sequences_where_stamps_cannot_be_compared(self):
        summary = self.summary(LEFT + ",timestamp=own", RIGHT, "-n", "20")
        self.assertEqual((summary["match"], summary["complete"]), ("sequences", 20))
        self.assertEqual(summary["cameras"][1]["drift_ppm"], None)

    def test_a_tolerance_is_kept(self):
        summary = self.summary(LEFT, RIGHT, "-n", "20", "--tolerance", "0.0021")
        self.assertEqual(summary["tolerance_ns"], 2100000)
        result = run("capture", LEFT, RIGHT, "-n", "20", "--sync", "--tolerance", "0.001", "--timeout", "0.3")
        self.assertEqual(result.code, 3)

    def test_what_does_not_fit_together_is_refused(self):
        for words, part in (((LEFT, RIGHT, "-n", "5"), "--sync"), ((LEFT, "-n", "5", "--incomplete"), "--sync"),
                            ((LEFT, RIGHT, "-n", "5", "--sync", "-o", "x.raw"), "%c"),
                            ((LEFT, RIGHT, "-n", "5", "--sync", "-o", "-"), "%c"),
                            ((LEFT, RIGHT, "-n", "5", "--sync", "--incomplete", "-o", "%c.raw"), "--incomplete")):
            result = run("capture", *words)
            self.assertEqual(result.code, 2, words)
            self.assertIn(part, result.problem)


if __name__ == "__main__":
    unittest.main()
