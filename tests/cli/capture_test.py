"""Many frames and their account."""
import json
import os
import unittest

from program import CAMERA, FAST, FRAME_BYTES, CommandTest, run


class Capture(CommandTest):
    def summary(self, camera, *options, code=0):
        result = run("capture", camera, "--json", *options)
        self.assertEqual(result.code, code, result.problem)
        return json.loads(result.out)

    def test_three_system_calls_a_frame_and_no_drop(self):
        summary = self.summary("sim:camera,size=1920x1080,fps=60,clock=virtual,pattern=cells", "-n", "600")
        self.assertEqual((summary["frames"], summary["dropped"], summary["copies"]), (600, 0, 0))
        self.assertLessEqual(summary["system_calls_per_frame"], 3)
        self.assertGreater(summary["system_calls_per_frame"], 2)
        self.assertEqual(summary["rate"], 60)
        self.assertEqual(summary["bytes"], 600 * 1920 * 1080 * 2)

    def test_in_real_time_frames_and_drops_together_are_the_rate_of_the_camera(self):
        summary = self.summary(CAMERA, "-n", "30")
        self.assertEqual(summary["seconds_by"], "timestamps")
        self.assertAlmostEqual((summary["frames"] - 1 + summary["dropped"]) / summary["seconds"], 60, delta=0.1)
        self.assertAlmostEqual((summary["frames"] - 1) / summary["seconds"], summary["rate"], delta=0.01)

    def test_one_frame_has_no_rate(self):
        summary = self.summary(FAST, "-n", "1")
        self.assertEqual((summary["frames"], summary["rate"], summary["system_calls_per_frame"]), (1, None, None))

    def test_without_an_output_nothing_is_written(self):
        result = run("capture", FAST, "-n", "10", cwd=self.folder)
        self.assertEqual((result.code, result.problem, self.files()), (0, "", []))
        for part in ("frames:        10 ", "dropped:       0 ", "per frame", "end:           complete"):
            self.assertIn(part, result.text)
        self.assertNotIn("written", result.text)

    def test_a_file_has_every_byte_of_every_frame(self):
        path = self.place("frames.raw")
        summary = self.summary(FAST, "-n", "10", "-o", path)
        self.assertEqual(os.path.getsize(path), 10 * FRAME_BYTES)
        self.assertEqual(summary["output"], {"path": path, "bytes": 10 * FRAME_BYTES, "complete": True})
        self.assertEqual(summary["planes"], [{"bytes": FRAME_BYTES, "stride_bytes": 1280}])

    def test_standard_output_has_every_byte_and_nothing_else(self):
        result = run("capture", FAST, "-n", "7", "-o", "-")
        self.assertEqual((result.code, len(result.out)), (0, 7 * FRAME_BYTES))
        self.assertIn("written:       standard output, %d bytes" % (7 * FRAME_BYTES), result.problem)

    def test_file_and_pipe_have_the_same_bytes(self):
        path = self.place("frames.raw")
        self.summary(FAST, "-n", "3", "-o", path)
        with open(path, "rb") as file:
            self.assertEqual(file.read(), run("capture", FAST, "-n", "3", "-o", "-").out)

    def test_padding_of_rows_is_kept_and_told(self):
        camera = FAST + ",padding=64"
        planes = self.summary(camera, "-n", "1")["planes"]
        self.assertGreater(planes[0]["stride_bytes"], 1280)
        self.assertEqual(len(run("capture", camera, "-n", "2", "-o", "-").out), 2 * planes[0]["bytes"])

    def test_drops_are_told_by_cause(self):
        camera = self.camera_with_script("at frame 5 drop 3", "at frame 10 corrupt", "at frame 12 empty")
        summary = self.summary(camera, "-n", "30")
        causes = {key: summary[key] for key in ("dropped_by_driver", "dropped_corrupt", "dropped_empty", "dropped")}
        self.assertEqual(causes, {"dropped_by_driver": 3, "dropped_corrupt": 1, "dropped_empty": 1, "dropped": 5})
        self.assertEqual(summary["frames"], 30)

    def test_requested_granted_and_differences_are_told(self):
        result = run("capture", FAST, "-n", "2", "--json", "--format", "NV12", "--size", "60000x60000", "--buffers", "2")
        summary = json.loads(result.out)
        self.assertEqual(summary["requested"], {"formats": ["NV12"], "width": 60000, "height": 60000, "rate": None, "buffers": 2,
                                                "strict": False})
        self.assertEqual(summary["chosen"], {"fourcc": "NV12", "width": 1920, "height": 1080, "rate": 60})
        self.assertEqual((summary["granted"]["fourcc"], summary["granted"]["buffers"]), ("NV12", 2))
        self.assertLess(summary["granted"]["width"], 60000)
        self.assertEqual((summary["adjusted"], summary["refused_modes"]), ([], 0))
        self.assertEqual(summary["differences"], ["width", "height"])
        self.assertIn("instead of 60000x60000", result.problem)

    def test_U06_without_a_wish_the_mode_is_a_good_picture_and_not_what_was_left_behind(self):
        camera = "sim:camera,clock=virtual,pattern=cells,sizes=320x240+1280x720"
        self.assertEqual(self.summary(camera, "-n", "1")["granted"],
                         {"fourcc": "YUYV", "width": 1280, "height": 720, "rate": 30, "buffers": 4})

    def test_U05_a_format_that_is_not_there_gives_another_and_that_is_told(self):
        result = run("capture", FAST, "-n", "1", "--format", "H264,GREY")
        self.assertEqual((result.code, result.problem), (0, ""))
        self.assertIn("GREY 640x480", result.text)
        result = run("capture", FAST, "-n", "1", "--format", "H264,HEVC")
        self.assertEqual(result.code, 0)
        self.assertRegex(result.problem, r"\Av4lxx: note: .* granted YUYV instead of H264 or HEVC\n\Z")

    def test_U05_a_driver_that_departs_from_what_it_lists_is_told_without_a_wish(self):
        camera = self.camera_with_script("on VIDIOC_G_FMT all set field 4", "on VIDIOC_S_PARM all set denominator 7",
                                         "on VIDIOC_G_PARM all set denominator 7", camera="sim:camera,clock=virtual,fps=15")
        result = run("capture", camera, "-n", "1", "--json")
        self.assertEqual(result.code, 0, result.problem)
        self.assertRegex(result.problem, r"offers YUYV 1920x1080 at 15 per second but granted YUYV 1920x1080 at 7 per second\n\Z")
        self.assertEqual(json.loads(result.out)["adjusted"], ["field", "rate"])

    def test_U05_strict_fails_with_what_there_is_when_anything_differs(self):
        camera = "sim:camera,clock=virtual,formats=YUYV+GREY,sizes=640x480"
        for option, value, told in (("--size", "700x480", "YUYV 640x480 at 30 per second"), ("--fps", "31", "E0251"),
                                    ("--format", "H264", "it offers YUYV, GREY")):
            with self.subTest(option=option):
                self.assert_fails(run("capture", camera, "-n", "1", "--strict", option, value), 1, told)
                self.assertEqual(run("capture", camera, "-n", "1", option, value).code, 0)
        self.assert_fails(run("capture", camera + ",buffers=7", "-n", "1", "--strict", "--buffers", "4"), 1, "7 buffers instead of 4")
        liar = self.camera_with_script("on VIDIOC_TRY_FMT all set width 160", camera=camera)
        self.assert_fails(run("capture", liar, "-n", "1", "--strict", "--size", "640x480"), 1, "E0253", "it would grant YUYV 160x480",
                          "it lists YUYV 640x480 at 30 per second, GREY 640x480")
        self.assertEqual(self.summary(camera, "-n", "1", "--strict", "--size", "640x480", "--fps", "15")["granted"]["rate"], 15)

    def test_U08_nominal_and_measured_rate_are_kept_apart(self):
        summary = self.summary(FAST, "-n", "40")
        self.assertEqual((summary["nominal_rate"], summary["measured_rate"], summary["measured_intervals"]), (60, 60, 30))
        self.assertEqual((summary["rate_verdict"], summary["why_slower"]), ("as told", None))
        summary = self.summary(FAST + ",low_light=yes", "-n", "40")
        self.assertEqual((summary["nominal_rate"], summary["measured_rate"], summary["rate_verdict"]), (60, 30, "slower"))
        self.assertEqual((summary["why_slower"]["name"], summary["why_slower"]["field"], summary["why_slower"]["cause_checked"]),
                         ("RATE_NOT_REACHED", "exposure_dynamic_framerate", True))
        text = run("capture", FAST + ",low_light=yes", "-n", "40").text
        self.assertIn("rate:          60 per second nominal, 30.00 measured\nwhy slower:    exposure_dynamic_framerate is 1: ", text)
        self.assertIn(" exposure_dynamic_framerate=0\n", text)

    def test_U08_dropped_frames_are_not_blamed_on_the_exposure(self):
        summary = self.summary(self.camera_with_script("at frame every 2 drop 1"), "-n", "40")
        self.assertEqual((summary["rate_verdict"], summary["why_slower"]), ("frames lost", None))

    def test_U09_without_bandwidth_a_cheaper_mode_is_proposed_and_taken_if_allowed(self):
        camera = "sim:camera,clock=virtual,pattern=cells,formats=YUYV,sizes=320x240+640x480,bandwidth=5000000"
        result = run("capture", camera, "-n", "1")
        self.assert_fails(result, 1, "E0231", "it is not about disk space", "Ask for YUYV 320x240 at 30 per second")
        result = run("capture", camera, "-n", "1", "--step-down", "--json")
        self.assertEqual(result.code, 0, result.problem)
        self.assertIn("offers YUYV 640x480 at 30 per second, for which the USB bandwidth is not there, and granted YUYV 320x240",
                      result.problem)
        self.assertEqual((json.loads(result.out)["steps_down"], json.loads(result.out)["granted"]["width"]), (1, 320))
        self.assert_fails(run("capture", camera, "-n", "1", "--step-down", "--strict"), 2, "--strict allows no other mode")

    def test_S04_ten_unplugs_are_survived_and_another_camera_is_left_alone(self):
        script = "".join(f"at frame {50 * i} unplug\nat time {4 * i}s replug{' other' if i == 2 else ''}\n" for i in range(1, 11))
        script += "at time 9s unplug\nat time 10s replug\n"
        camera = self.camera_with_script(script, camera=FAST)
        self.assert_fails(run("capture", camera, "-n", "600"), 1, "E0240")
        result = run("capture", camera, "-n", "600", "--reconnect", "--json")
        self.assertEqual(result.code, 0, result.problem)
        summary = json.loads(result.out)
        self.assertEqual((summary["frames"], summary["reconnects"], summary["others_refused"]), (600, 10, 1))
        self.assertEqual((summary["dropped"], summary["copies"], summary["end"]), (0, 0, "complete"))
        self.assertIn("is gone: unplugged", result.problem)
        self.assertIn("another device is plugged in", result.problem)

    def test_U14_what_comes_back_in_another_format_does_not_go_into_the_same_file(self):
        camera = self.camera_with_script("at frame 3 unplug\nat time 1s replug\non VIDIOC_G_FMT 3.. set width 320\n"
                                         "on VIDIOC_S_FMT all set width 320", camera="sim:camera,clock=virtual,size=640x480")
        path = self.place("frames.raw")
        result = run("capture", camera, "-n", "10", "--reconnect", "-o", path)
        self.assert_fails(result, 1, "came back with YUYV 320x480", "does not go into the same file")

    def test_U11_a_time_out_says_what_is_known(self):
        camera = self.camera_with_script("at frame 2 drop 1000000", camera=FAST)
        self.assert_fails(run("capture", camera, "-n", "10"), 3, "2 frames so far, 4 buffers with the driver, the last frame 5.0")
        self.assert_fails(run("capture", "sim:camera,clock=virtual,inputs=hdmi,signal=none", "-n", "1"), 3, "input:  no signal")

    def test_more_buffers_than_asked_for_are_told(self):
        summary = self.summary(FAST + ",buffers=+3", "-n", "2", "--buffers", "4")
        self.assertEqual((summary["granted"]["buffers"], summary["differences"]), (7, ["buffers"]))

    def test_rates_may_be_whole_decimal_or_a_fraction(self):
        camera = FAST + ",intervals=continuous"
        for rate, granted in (("30", 30), ("29.97", 29.97), ("30000/1001", 29.97), ("12.5", 12.5)):
            with self.subTest(rate=rate):
                summary = self.summary(camera, "-n", "3", "--fps", rate)
                self.assertEqual(summary["granted"]["rate"], granted)
                self.assertEqual(summary["requested"]["rate"], granted)
                self.assertEqual(summary["differences"], [])

    def test_a_name_and_a_decimal_of_the_same_rate_do_not_differ(self):
        summary = self.summary("sim:camera,fps=30000/1001,clock=virtual", "-n", "3", "--fps", "29.97")
        self.assertNotIn("rate", summary["differences"])

    def test_a_time_out_has_its_own_exit_code_and_a_summary(self):
        camera = self.camera_with_script("at frame 5.. drop 1000000")
        result = run("capture", camera, "-n", "20", "--timeout", "0.2", "--json", "-o", self.place("frames.raw"))
        self.assert_fails(result, 3, "no frame", "within 0.2 s", "5 frames so far")
        summary = json.loads(result.out)
        self.assertEqual((summary["frames"], summary["end"], summary["output"]["complete"]), (5, "timed out", False))
        self.assertEqual(self.files(), [])

    def test_S01_unplug_ends_with_one_message_and_no_file(self):
        camera = self.camera_with_script("at frame 8 unplug")
        result = run("capture", camera, "-n", "100", "-o", self.place("frames.raw"))
        self.assert_fails(result, 1, "V4LXX-E0240")
        self.assertEqual(result.problem.count("v4lxx:"), 1)
        self.assertIn("end:           failed", result.text)
        self.assertEqual(self.files(), [])

    def test_unplug_keeps_a_recording_without_a_number_of_frames(self):
        path = self.place("frames.raw")
        camera = self.camera_with_script("at frame 8 unplug")
        result = run("capture", camera, "-n", "0", "-o", path, "--json")
        self.assert_fails(result, 1, "V4LXX-E0240")
        summary = json.loads(result.out)
        self.assertEqual(summary["output"], {"path": path, "bytes": os.path.getsize(path), "complete": True})
        self.assertEqual(os.path.getsize(path), summary["frames"] * FRAME_BYTES)

    # The clock of the camera moves on while it takes a buffer back: a program that is three intervals late with every frame.
    def late_camera(self):
        return self.camera_with_script("on VIDIOC_QBUF 20.. delay 50ms")

    def test_S09_what_is_skipped_is_told_apart_from_what_was_dropped(self):
        block = self.summary(self.late_camera(), "-n", "40")
        self.assertEqual((block["flow"], block["policy_dropped"]), ({"policy": "block", "depth": None, "min_queued": 0, "reserve": "copy"}, 0))
        self.assertGreater(block["dropped_by_driver"], 20)
        latest = self.summary(self.late_camera(), "-n", "40", "--flow", "latest")
        self.assertEqual((latest["flow"]["policy"], latest["frames"]), ("latest", 40))
        self.assertGreater(latest["policy_dropped"], 20)
        text = run("capture", self.late_camera(), "-n", "40", "--flow", "latest").text
        self.assertIn(f"\nflow:          latest, {latest['policy_dropped']} skipped", text)
        self.assertNotIn("flow:", run("capture", FAST, "-n", "40").text)

    def test_S09_frames_wait_in_the_depth_that_is_asked_for(self):
        for flow in ("drop-oldest", "drop-newest"):
            asked = ("-n", "40", "--flow", flow, "--depth", "3", "--buffers", "8")
            summary = self.summary(self.late_camera(), *asked)
            self.assertEqual((summary["flow"]["policy"], summary["flow"]["depth"]), (flow, 3))
            self.assertGreater(summary["policy_dropped"], 0)

    def test_S09_a_reserve_is_kept(self):
        summary = self.summary(FAST, "-n", "10", "--min-queued", "2", "--reserve", "drop")
        self.assertEqual((summary["flow"]["min_queued"], summary["flow"]["reserve"], summary["copies"]), (2, "drop", 0))
        summary = self.summary(FAST, "-n", "10", "--min-queued", "3", "--buffers", "4")
        self.assertEqual((summary["frames"], summary["copies"]), (10, 0))
        summary = self.summary(FAST, "-n", "10", "--min-queued", "3", "--reserve", "grow")
        self.assertEqual((summary["flow"]["reserve"], summary["frames"], summary["buffers_grown"]), ("grow", 10, 0))

    def test_S09_options_of_the_flow_that_cannot_go_together_are_wrong_use(self):
        for options, word in ((["--flow", "newest"], "drop-newest"), (["--depth", "2"], "--depth"), (["--min-queued", "4"], "--buffers"),
                              (["--flow", "latest", "--depth", "2"], "--depth"), (["--reserve", "copy"], "--min-queued"),
                              (["--min-queued", "1", "--reserve", "keep"], "copy, drop or grow"), (["--min-queued", "0"], "from 1 up")):
            with self.subTest(options=options):
                self.assert_fails(run("capture", FAST, "-n", "1", *options), 2, word)

    def test_intervals_and_deliveries_are_told(self):
        summary = self.summary(FAST, "-n", "31")
        for name, count in (("interval", 30), ("delivery", 31)):
            self.assertEqual(list(summary[name]), ["count", "least_ns", "p50_ns", "p90_ns", "p99_ns", "most_ns"])
            self.assertEqual(summary[name]["count"], count)
        self.assertLess(abs(summary["interval"]["p50_ns"] - 16_666_667), 2000)
        self.assertEqual(summary["odd_stamps"], {"unset": 0, "repeated": 0, "backward": 0, "future": 0})
        self.assertIsNone(self.summary(FAST, "-n", "1")["interval"]["most_ns"])

    def test_the_end_of_the_stream_is_a_failure_only_if_frames_are_missing(self):
        camera = self.camera_with_script("at frame 4 last")
        self.assert_fails(run("capture", camera, "-n", "100"), 1, "has ended its stream after")
        summary = self.summary(camera, "-n", "0")
        self.assertEqual((summary["end"], summary["error"]), ("stream ended", None))
        self.assertIn(summary["frames"], (4, 5))


if __name__ == "__main__":
    unittest.main()
