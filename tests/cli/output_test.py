"""Outputs that cannot be written, and the promise that a final name means a complete file."""
import os
import stat
import threading
import unittest

from program import CAMERA, FAST, FRAME_BYTES, CommandTest, limited_to, run


class Output(CommandTest):
    def test_places_that_cannot_be_written_are_named_and_no_camera_is_opened(self):
        self.assert_fails(run("capture", "/dev/no-such-node", "-n1", "-o", self.place("no/x.raw")), 1, "no/x.raw", "ENOENT")
        self.assert_fails(run("capture", FAST, "-n1", "-o", self.folder), 1, self.folder, "EISDIR")
        self.assert_fails(run("capture", FAST, "-n1", "-o", __file__ + "/x.raw"), 1, "ENOTDIR")
        self.assert_fails(run("capture", FAST, "-n1", "-o", self.place("x" * 300)), 1, "ENAMETOOLONG")
        self.assert_fails(run("snap", FAST, "-o", "/proc/x.png"), 1, "/proc/x.png")
        self.assertEqual(self.files(), [])

    def test_a_full_device_is_a_failure_and_stays_a_device(self):
        for arguments in (["capture", FAST, "-n3"], ["snap", FAST, "--type", "png"]):
            self.assert_fails(run(*arguments, "-o", "/dev/full"), 1, "/dev/full", "ENOSPC")
        self.assertTrue(stat.S_ISCHR(os.stat("/dev/full").st_mode))

    def test_a_full_disk_leaves_no_file_and_keeps_the_old_one(self):
        # Below eight frames the limit would meet the memory of the simulated camera first.
        path = self.place("frames.raw")
        for size in (10 * FRAME_BYTES, 10 * FRAME_BYTES + 1):
            result = run("capture", FAST, "-n", "20", "-o", path, preexec_fn=limited_to(size))
            self.assert_fails(result, 1, path, "EFBIG", f"after {size} bytes")
            self.assertIn("incomplete file was removed", result.text)
            self.assertEqual(self.files(), [])
        with open(path, "w") as file:
            file.write("old")
        self.assert_fails(run("capture", FAST, "-n", "20", "-o", path, preexec_fn=limited_to(10 * FRAME_BYTES)), 1, "EFBIG")
        self.assertEqual(self.files(), ["frames.raw"])
        with open(path) as file:
            self.assertEqual(file.read(), "old")

    def test_a_full_standard_output_is_a_failure(self):
        with open("/dev/full", "w") as full:
            for arguments in (["list", "--sim"], ["info", CAMERA, "--json"], ["--help"], ["--version"], ["capture", FAST, "-n2"]):
                with self.subTest(arguments=arguments):
                    self.assert_fails(run(*arguments, stdout=full), 1, "standard output", "ENOSPC")
            result = run("capture", FAST, "-n2", "-o", "-", stdout=full)
        self.assertEqual(result.code, 1)
        self.assertIn("end:           failed\nv4lxx: cannot write standard output: no space left on device (ENOSPC)", result.problem)

    def test_a_closed_standard_output_is_a_failure_and_never_the_file(self):
        path = self.place("frames.raw")
        self.assert_fails(run("capture", FAST, "-n2", "-o", path, stdout=None, preexec_fn=lambda: os.close(1)), 1, "EBADF")
        self.assertEqual(os.path.getsize(path), 2 * FRAME_BYTES)

    def test_an_existing_file_is_replaced_with_its_mode_through_a_link(self):
        path, link = self.place("frames.raw"), self.place("link.raw")
        with open(path, "w") as file:
            file.write("old")
        os.chmod(path, 0o640)
        os.symlink("frames.raw", link)
        self.assertEqual(run("capture", FAST, "-n2", "-o", link).code, 0)
        self.assertTrue(os.path.islink(link))
        self.assertEqual(os.path.getsize(path), 2 * FRAME_BYTES)
        self.assertEqual(stat.S_IMODE(os.stat(path).st_mode), 0o640)
        self.assertEqual(self.files(), ["frames.raw", "link.raw"])

    def test_a_new_file_has_the_mode_of_the_umask(self):
        path = self.place("frames.raw")
        self.assertEqual(run("capture", FAST, "-n1", "-o", path, preexec_fn=lambda: os.umask(0o027)).code, 0)
        self.assertEqual(stat.S_IMODE(os.stat(path).st_mode), 0o640)

    def test_a_relative_name_is_a_name_in_the_current_folder(self):
        self.assertEqual(run("capture", FAST, "-n1", "-o", "frames.raw", cwd=self.folder).code, 0)
        self.assertEqual(self.files(), ["frames.raw"])

    def test_null_takes_frames_and_stays(self):
        self.assertEqual(run("capture", FAST, "-n5", "-o", "/dev/null").code, 0)
        self.assertTrue(stat.S_ISCHR(os.stat("/dev/null").st_mode))

    def test_a_fifo_takes_every_byte_and_stays(self):
        path = self.place("frames.fifo")
        os.mkfifo(path)
        read = []

        def reader():
            with open(path, "rb") as fifo:
                read.append(len(fifo.read()))
        thread = threading.Thread(target=reader)
        thread.start()
        result = run("capture", FAST, "-n4", "-o", path)
        thread.join()
        self.assertEqual((result.code, read), (0, [4 * FRAME_BYTES]))
        self.assertTrue(stat.S_ISFIFO(os.stat(path).st_mode))

    def test_a_reader_that_leaves_ends_the_capture_quietly(self):
        process = self.started("capture", CAMERA, "-n", "0", "-o", "-")
        self.assertEqual(len(process.stdout.read(100000)), 100000)
        process.stdout.close()
        problem = process.stderr.read().decode()
        self.assertEqual(process.wait(), 141)
        self.assertIn("end:           reader gone", problem)
        self.assertNotIn("v4lxx:", problem)

    def test_a_reader_that_leaves_ends_other_commands_quietly(self):
        for arguments in (["list", "--sim"], ["--help"], ["info", CAMERA]):
            read_end, write_end = os.pipe()
            os.close(read_end)
            result = run(*arguments, stdout=write_end)
            os.close(write_end)
            self.assertEqual((result.code, result.problem), (141, ""))

    def test_a_terminal_gets_no_frames(self):
        main, terminal = os.openpty()
        self.addCleanup(os.close, main)
        for arguments in (["capture", FAST, "-n1"], ["snap", FAST, "--type", "png"]):
            self.assert_fails(run(*arguments, "-o", "-", stdout=terminal), 2, "terminal")
        os.close(terminal)


if __name__ == "__main__":
    unittest.main()
