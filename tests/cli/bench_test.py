"""Benchmarks: every flow with a prompt and with a slow consumer, and what each of them lost."""
import json
import signal
import unittest

from program import CAMERA, FAST, CommandTest, finish, run, wait_until_it_catches

FLOWS = ["block", "latest", "drop-oldest", "drop-newest"]
REAL = CAMERA + ",pattern=cells"
QUANTILES = ["count", "least_ns", "p50_ns", "p90_ns", "p99_ns", "most_ns"]


class Bench(CommandTest):
    def bench(self, camera, *options, code=0):
        result = run("bench", camera, "--json", *options)
        self.assertEqual(result.code, code, result.problem)
        return json.loads(result.out)

    def accounted(self, one):
        """All frames that the driver counted, up to the last one that is in some line of the account."""
        account = one["account"]
        return account["delivered"] + account["policy_dropped"] + one["lost"]

    def test_every_flow_runs_with_a_prompt_consumer(self):
        found = self.bench(FAST, "-n", "100")
        self.assertEqual([(one["consumer"], one["flow"]["policy"]) for one in found["runs"]], [("prompt", flow) for flow in FLOWS])
        for one in found["runs"]:
            self.assertEqual((one["frames"], one["rate"], one["nominal_rate"], one["measured_rate"]), (100, 60, 60, 60))
            self.assertEqual((one["lost"], one["system_calls_per_frame"], one["account"]["copies"]), (0, 3, 0))
            self.assertEqual((one["interval"]["count"], one["delivery"]["count"]), (99, 100))
            for name in ("interval", "delivery", "age"):
                self.assertEqual(list(one[name]), QUANTILES)
            self.assertLess(abs(one["interval"]["p50_ns"] - 16_666_667), 1000)
        self.assertEqual((found["granted"]["fourcc"], found["message"], found["error"]), ("YUYV", None, None))

    def test_with_a_virtual_clock_nothing_is_told_that_means_nothing(self):
        found = self.bench(FAST, "-n", "10")
        self.assertEqual((found["virtual_clock"], found["slow_intervals"]), (True, None))
        for one in found["runs"]:
            self.assertEqual((one["cpu_ns_per_frame"], one["age"]["count"], one["age"]["most_ns"]), (None, 0, None))
        self.assertIn("\nclock:         virtual. It stands still", run("bench", FAST, "-n", "10").text)

    def test_seconds_are_those_of_the_camera(self):
        found = self.bench(FAST, "--seconds", "0.5", "--flow", "latest")
        self.assertEqual([one["flow"]["policy"] for one in found["runs"]], ["latest"])
        self.assertIn(found["runs"][0]["frames"], (31, 32))
        self.assertEqual((found["seconds_each"], found["frames_each"]), (0.5, None))

    def test_S09_a_slow_consumer_loses_what_its_flow_says(self):
        found = self.bench(REAL, "-n", "20")
        runs = {(one["consumer"], one["flow"]["policy"]): one for one in found["runs"]}
        self.assertEqual(list(runs), [(consumer, flow) for consumer in ("prompt", "slow") for flow in FLOWS])
        for flow in FLOWS:
            slow = runs["slow", flow]
            self.assertGreater(slow["work_ns"], 40_000_000)
            # It takes 2.5 intervals a frame, and four buffers are all that can wait.
            self.assertGreater(self.accounted(slow), 2 * 20 - 6, flow)
            self.assertGreater(slow["age"]["count"], 0)
            self.assertGreater(slow["cpu_ns_per_frame"], 0)
        self.assertEqual(runs["slow", "block"]["account"]["policy_dropped"], 0)
        self.assertGreater(runs["slow", "block"]["lost"], 0)
        self.assertGreater(runs["slow", "latest"]["account"]["policy_dropped"], 0)
        self.assertLess(runs["slow", "latest"]["age"]["p50_ns"], runs["slow", "block"]["age"]["p50_ns"])

    def test_the_text_is_one_page_with_tables_and_bars(self):
        text = run("bench", FAST, "-n", "50").text
        self.assertIn("\nrate:          60 per second nominal, 60.00 measured\n", text)
        self.assertRegex(text, r"\nprompt +drop-newest +50 +60\.00 +0 +0 +0 +3\.00 +- +0\n")
        self.assertRegex(text, r"\nprompt +latest +16\.67 +16\.67 +16\.67 +16\.67 +0\.00")
        self.assertRegex(text, r"\nintervals \(prompt, block\):\n +16\.666 to +16\.667 ms +49  #{60}\n")
        self.assertNotIn("what is not 0", text)
        self.assertLess(len(text.splitlines()), 60)

    def test_what_is_not_0_in_the_account_is_told(self):
        camera = self.camera_with_script("at frame 5 drop 3", "at frame 10 corrupt", "at frame 12 empty", "at frame 20 timestamp 0ns")
        text = run("bench", camera, "-n", "30", "--flow", "block").text
        self.assertIn("  prompt block: driver_dropped 3, corrupt 1, corrupt_dropped 1, empty_dropped 1, stamps_unset 1\n", text)
        one = self.bench(camera, "-n", "30", "--flow", "block")["runs"][0]
        self.assertEqual((one["lost"], one["account"]["corrupt_dropped"], one["account"]["empty_dropped"]), (5, 1, 1))
        self.assertEqual(sum(one["odd_stamps"].values()), 1)

    def test_what_it_found_before_a_failure_is_told(self):
        camera = self.camera_with_script("at frame 120 unplug")
        result = run("bench", camera, "-n", "50", "--json")
        self.assert_fails(result, 1, "V4LXX-E0240")
        found = json.loads(result.out)
        self.assertEqual([one["flow"]["policy"] for one in found["runs"]], ["block", "latest"])
        self.assertEqual(found["error"]["code"], "V4LXX-E0240")
        result = run("bench", self.camera_with_script("at frame 0.. drop 1000000"), "-n", "5", "--timeout", "0.1")
        self.assert_fails(result, 3, "no frame")

    def test_SIGINT_ends_it_with_what_it_found(self):
        process = self.started("bench", CAMERA, "--seconds", "30", "--json")
        wait_until_it_catches(process, signal.SIGINT)
        process.send_signal(signal.SIGINT)
        result = finish(process)
        self.assertEqual((result.code, result.problem), (130, "v4lxx: interrupted by SIGINT\n"))
        self.assertEqual(json.loads(result.out)["runs"], [])

    def test_what_cannot_be_asked_for_is_wrong_use(self):
        for options, word in ((["-n", "5", "--seconds", "1"], "two ways"), (["--seconds", "0"], "nothing"), (["--slow", "0"], "above 0"),
                              (["-n", "0"], "from 1 up"), (["--depth", "2"], "--flow"), (["--slow", "fast"], "above 0")):
            with self.subTest(options=options):
                self.assert_fails(run("bench", FAST, *options), 2, word)


if __name__ == "__main__":
    unittest.main()
