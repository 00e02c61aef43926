"""The keys of --json are a promise. What docs/reference/cli.md shows of them is run by tests/docs/snippets_test.py."""
import json
import unittest

from program import FAST, CommandTest, run


class Json(CommandTest):
    maxDiff = None

    def test_list_names_simulated_cameras_only_when_asked(self):
        self.assertFalse([device for device in json.loads(run("list", "--json").out)["devices"] if device["simulated"]])
        devices = json.loads(run("list", "--sim", "--json").out)["devices"]
        simulated = [device for device in devices if device["simulated"]]
        self.assertEqual(simulated, devices[-len(simulated):])
        self.assertEqual(simulated[0]["device"], "sim:camera")
        self.assertIs(simulated[0]["camera"], True)
        self.assertIn("VIDEO_CAPTURE", simulated[0]["capabilities"])
        self.assertEqual(simulated[0]["capability_bits"] & 1, 1)

    def test_list_without_a_camera_is_no_failure(self):
        result = run("list")
        self.assertEqual(result.code, 0)
        self.assertTrue(result.text or "no camera found" in result.problem)

    def test_info_tells_formats_sizes_and_rates(self):
        info = json.loads(run("info", "sim:camera,format=NV12,size=1280x720,fps=30000/1001", "--json").out)
        self.assertEqual((info["format"]["fourcc"], info["format"]["width"], info["format"]["height"]), ("NV12", 1280, 720))
        self.assertEqual(info["format"]["rate"], 29.97)
        fourccs = [entry["fourcc"] for entry in info["formats"]]
        self.assertIn("NV12", fourccs)
        self.assertIn("YUYV", fourccs)
        for entry in info["formats"]:
            self.assertTrue(entry["sizes"], entry["fourcc"])
            for size in entry["sizes"]:
                self.assertTrue(size["intervals"])

    def test_info_tells_the_multi_planar_api_apart(self):
        info = json.loads(run("info", "sim:camera,api=mplane,format=NV12M", "--json").out)
        self.assertIn("VIDEO_CAPTURE_MPLANE", info["capabilities"])
        self.assertEqual(len(info["format"]["memory_planes"]), 2)

    def test_info_of_a_node_that_captures_nothing_has_no_format(self):
        info = json.loads(run("info", "sim:camera,kind=metadata", "--json").out)
        self.assertIsNone(info["format"])
        self.assertEqual(info["formats"], [])

    def test_strings_are_json_whatever_they_hold(self):
        result = run("info", 'sim:camera,card=say "hi" \\ é', "--json")
        self.assertEqual(result.code, 0, result.problem)
        self.assertEqual(json.loads(result.out)["card"], 'say "hi" \\ é')

    def test_explain_tells_codes_and_errnos_apart(self):
        both = json.loads(run("explain", "--json", "101").out)
        self.assertEqual((both["code"]["number"], both["errno"]["number"], both["errno"]["name"]), (101, 101, "ENETUNREACH"))
        code = json.loads(run("explain", "--json", "E0231").out)
        self.assertEqual((code["code"]["name"], code["errno"]), ("USB_BANDWIDTH", None))
        errno = json.loads(run("explain", "--json", "ENOSPC").out)
        self.assertEqual((errno["code"], sorted(errno["errno"])), (None, ["explanation", "name", "number"]))

    def test_a_failed_capture_has_the_error_field_by_field(self):
        result = run("capture", self.camera_with_script("at frame 5 unplug"), "-n", "20", "--json")
        self.assert_fails(result, 1, "V4LXX-E0240")
        summary = json.loads(result.out)
        self.assertEqual(summary["end"], "failed")
        self.assertEqual(summary["error"]["status"], "ERROR_DEVICE_LOST")
        self.assertEqual(summary["error"]["code"], "V4LXX-E0240")
        self.assertEqual(summary["error"]["message"], summary["message"])
        self.assertLessEqual(summary["frames"], 5)

    def test_doctor_tells_every_finding_and_its_exit_code_is_that_of_the_worst(self):
        good = run("doctor", FAST, "--json")
        self.assertEqual(good.code, 0)
        found = json.loads(good.out)
        self.assertEqual((found["problems"], found["warnings"]), (0, 0))
        self.assertEqual(found["findings"][-1]["check"], "capture")
        self.assertEqual({frozenset(finding) for finding in found["findings"]},
                         {frozenset(("check", "severity", "code", "name", "device", "found", "meaning", "meaning_checked", "advice"))})
        self.assertTrue(all(finding["code"] is None for finding in found["findings"]))
        bad = run("doctor", "/dev/no-such-node", "--json")
        self.assertEqual((bad.code, bad.problem), (1, ""))
        found = json.loads(bad.out)
        self.assertEqual((found["worst"], found["problems"]), ("problem", 1))
        self.assertEqual((found["findings"][-1]["code"], found["findings"][-1]["name"]), ("V4LXX-E0101", "NO_SUCH_NODE"))
        self.assertIn("[V4LXX-E0101]", run("doctor", "/dev/no-such-node").text)
        self.assertNotIn("frames came", run("doctor", FAST, "--no-capture").text)

    def test_json_stands_alone_on_standard_error_when_frames_take_standard_output(self):
        result = run("capture", FAST, "-n", "3", "-o", "-", "--size", "60000x60000", "--json")
        self.assertEqual(result.code, 0)
        summary = json.loads(result.err)
        self.assertEqual(summary["output"], {"path": "-", "bytes": len(result.out), "complete": True})
        self.assertEqual(summary["differences"], ["width", "height"])


if __name__ == "__main__":
    unittest.main()
