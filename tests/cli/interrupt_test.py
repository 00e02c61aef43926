"""Signals, and the line of progress."""
import array
import fcntl
import json
import os
import signal
import termios
import time
import unittest

from program import CAMERA, FRAME_BYTES, CommandTest, catches, finish, run, wait_until, wait_until_it_catches


class Interrupt(CommandTest):
    def interrupted(self, *arguments, number=signal.SIGINT, after=lambda: None, **options):
        process = self.started(*arguments, **options)
        wait_until_it_catches(process, number)
        after()
        began = time.monotonic()
        process.send_signal(number)
        result = finish(process)
        self.assertLess(time.monotonic() - began, 5)
        return result

    def test_SIGINT_is_the_planned_end_of_a_capture_without_a_number(self):
        path = self.place("frames.raw")
        result = self.interrupted("capture", CAMERA, "-n", "0", "-o", path, "--json",
                                  after=lambda: self.wait_for_bytes(6 * FRAME_BYTES))
        summary = json.loads(result.out)
        self.assertEqual((result.code, result.problem, summary["end"], summary["error"]), (0, "", "interrupted", None))
        self.assertGreater(summary["frames"], 5)
        self.assertEqual(os.path.getsize(path), summary["frames"] * FRAME_BYTES)
        self.assertEqual(self.files(), ["frames.raw"])

    def test_SIGINT_before_the_last_frame_is_130_with_a_summary_and_no_file(self):
        path = self.place("frames.raw")
        with open(path, "w") as file:
            file.write("old")
        result = self.interrupted("capture", CAMERA, "-n", "100000", "-o", path, after=lambda: self.wait_for_bytes(FRAME_BYTES))
        self.assertEqual(result.code, 130)
        self.assertEqual(result.problem, "v4lxx: interrupted by SIGINT\n")
        self.assertIn("end:           interrupted", result.text)
        self.assertIn("incomplete file was removed", result.text)
        self.assertEqual(self.files(), ["frames.raw"])
        with open(path) as file:
            self.assertEqual(file.read(), "old")

    def test_other_signals_end_as_cleanly_with_their_own_codes(self):
        for number, code in ((signal.SIGTERM, 143), (signal.SIGHUP, 129)):
            result = self.interrupted("capture", CAMERA, "-n", "100000", number=number)
            self.assertEqual(result.code, code)
            self.assertIn("end:           interrupted", result.text)

    def test_nohup_is_respected(self):
        process = self.started("capture", CAMERA, "-n", "60",
                               preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN))
        wait_until_it_catches(process, signal.SIGINT)
        process.send_signal(signal.SIGHUP)
        self.assertEqual(finish(process).code, 0)

    def test_S11_a_wait_without_end_is_ended(self):
        camera = self.camera_with_script("at frame all drop 1000000", camera=CAMERA)
        result = self.interrupted("capture", camera, "-n", "1", "--timeout", "0", after=lambda: time.sleep(0.3))
        self.assertEqual(result.code, 130)

    def test_snap_is_interrupted_without_a_file(self):
        camera = self.camera_with_script("at frame all drop 1000000", camera=CAMERA)
        result = self.interrupted("snap", camera, "-o", self.place("picture.png"), "--timeout", "0", after=lambda: time.sleep(0.3))
        self.assertEqual((result.code, result.problem), (130, "v4lxx: interrupted by SIGINT\n"))
        self.assertEqual(self.files(), [])

    def test_a_reader_that_reads_gets_whole_frames_to_the_end(self):
        process = self.started("capture", CAMERA, "-n", "0", "-o", "-")
        got = len(process.stdout.read(FRAME_BYTES + 1))
        process.send_signal(signal.SIGINT)
        got += len(process.stdout.read())
        problem = process.stderr.read().decode()
        self.assertEqual((process.wait(), got % FRAME_BYTES), (0, 0), problem)

    def test_a_reader_that_does_not_read_cannot_hold_up_the_end(self):
        read_end, write_end = self.pipe()
        result = self.interrupted("capture", CAMERA, "-n", "0", "-o", "-", stdout=write_end,
                                  after=lambda: self.wait_until_full(read_end))
        self.assertEqual(result.code, 130)
        self.assertIn("incomplete", result.problem)

    def test_the_second_SIGINT_kills(self):
        read_end, write_end = self.pipe()
        process = self.started("capture", CAMERA, "-n", "0", "-o", "-", stdout=write_end)
        self.wait_until_full(read_end)
        process.send_signal(signal.SIGINT)
        wait_until(lambda: not catches(process, signal.SIGINT), "the first signal has come")
        process.send_signal(signal.SIGINT)
        self.assertEqual(finish(process).code, -signal.SIGINT)

    def wait_for_bytes(self, size_bytes):
        """Until the temporary file, the only one that is so large, has this many."""
        wait_until(lambda: any(os.path.getsize(self.place(name)) >= size_bytes for name in self.files()), f"{size_bytes} bytes")

    def pipe(self):
        """A pipe that nobody reads."""
        ends = os.pipe()
        for end in ends:
            self.addCleanup(os.close, end)
        return ends

    def wait_until_full(self, read_end):
        def full():
            unread = array.array("i", [0])
            fcntl.ioctl(read_end, termios.FIONREAD, unread)
            return unread[0] == fcntl.fcntl(read_end, fcntl.F_GETPIPE_SZ)
        wait_until(full, "the pipe is full")

    def test_a_killed_capture_leaves_nothing_under_the_final_name(self):
        process = self.started("capture", CAMERA, "-n", "100000", "-o", self.place("frames.raw"))
        self.wait_for_bytes(2 * FRAME_BYTES)
        process.kill()
        process.wait()
        self.assertEqual([name for name in self.files() if not name.endswith(".part")], [])

    def test_progress_is_one_line_on_a_terminal_and_nothing_elsewhere(self):
        self.assertEqual(run("capture", CAMERA, "-n", "30").problem, "")
        main, terminal = os.openpty()
        process = self.started("capture", CAMERA, "-n", "60", stderr=terminal)
        os.close(terminal)
        self.assertEqual(process.stdout.read().decode().count("end:           complete"), 1)
        shown = b""
        while True:
            try:
                portion = os.read(main, 65536)
            except OSError:  # the terminal's other end is closed
                break
            shown += portion
        os.close(main)
        self.assertEqual(process.wait(), 0)
        self.assertRegex(shown.decode(), r"\r\x1b\[K\d+ of 60 frames, \d+\.\d\d per second, \d+ dropped")
        self.assertTrue(shown.endswith(b"\r\x1b[K"), shown)
        self.assertNotIn(b"\n", shown)


if __name__ == "__main__":
    unittest.main()
