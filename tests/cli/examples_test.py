"""The examples in C and C++, built against an installed tree as their first lines say. Argument: the prefix of that tree."""
import glob
import json
import os
import shlex
import struct
import subprocess
import sys
import tempfile
import unittest

PREFIX = os.path.abspath(sys.argv.pop(1) if len(sys.argv) > 1 and not sys.argv[1].startswith("-") else os.environ["V4LXX_PREFIX"])
SOURCES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "examples")
CAMERA = "sim:camera,size=320x240,fps=120"
NAMES = ("list", "snap", "capture_poll", "capture_callback", "two_cameras", "two_cameras_synced", "reconnect", "frame_timing")
CAPTURES = ("capture_poll", "capture_callback")


def folder_of(pattern):
    found = glob.glob(os.path.join(PREFIX, "lib*", "**", pattern), recursive=True)
    assert found, f"no {pattern} below {PREFIX}"
    return os.path.dirname(found[0])


def setUpModule():
    global built, build_environment, run_environment
    built = tempfile.TemporaryDirectory(prefix="v4lxx-examples-")
    unittest.addModuleCleanup(built.cleanup)
    build_environment = dict(os.environ, PKG_CONFIG_PATH=folder_of("v4lxx.pc"))
    run_environment = dict(os.environ, LD_LIBRARY_PATH=folder_of("libv4lxx.so.*"))


class Examples:
    """What holds in every language; a language says how its sources are called and compiled."""
    language = ending = compiler = strict = None

    def folder(self):
        """Where this language has its programs and what they write."""
        path = os.path.join(built.name, self.language)
        os.makedirs(path, exist_ok=True)
        return path

    def source(self, name):
        return os.path.join(SOURCES, self.language, name + self.ending)

    def build(self, name):
        program = os.path.join(self.folder(), name)
        if os.path.exists(program):
            return program
        line = f"{self.compiler} -pedantic -Wall -Wextra -Werror {self.strict} {shlex.quote(self.source(name))} " \
               f"$(pkg-config --cflags --libs v4lxx) -o {shlex.quote(program)}"
        done = subprocess.run(line, shell=True, env=build_environment, capture_output=True, text=True)
        self.assertEqual((done.returncode, done.stdout + done.stderr), (0, ""), line)
        return program

    def run_example(self, name, *arguments):
        return subprocess.run([self.build(name), *arguments], env=run_environment, cwd=self.folder(), capture_output=True,
                              text=True, timeout=60)

    def test_list_names_simulated_cameras_last(self):
        done = self.run_example("list")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertTrue(done.stdout.splitlines()[-1].startswith("sim:camera"), done.stdout)

    def test_both_captures_take_30_frames(self):
        for name in CAPTURES:
            done = self.run_example(name, CAMERA)
            lines = done.stdout.splitlines()
            self.assertEqual((done.returncode, done.stderr, len(lines), lines[0]), (0, "", 31, CAMERA))
            for line in lines[1:]:
                self.assertRegex(line, r"\Aframe \d+: 320x240, 153600 bytes\Z")

    def test_both_captures_work_without_an_argument(self):
        for name in CAPTURES:
            done = self.run_example(name)
            self.assertEqual((done.returncode, done.stderr), (0, ""))

    def test_snap_writes_a_picture(self):
        done = self.run_example("snap", CAMERA, "taken.png")
        self.assertEqual((done.returncode, done.stderr, done.stdout), (0, "", "wrote taken.png: 320x240 from YUYV\n"))
        with open(os.path.join(self.folder(), "taken.png"), "rb") as file:
            head = file.read(24)
        self.assertEqual((head[:8], struct.unpack(">II", head[16:])), (b"\x89PNG\r\n\x1a\n", (320, 240)))

    def test_snap_says_when_it_cannot_write(self):
        done = self.run_example("snap", CAMERA, "no/such/folder.png")
        self.assertEqual((done.returncode, done.stdout), (1, ""))
        self.assertIn("no/such/folder.png", done.stderr)

    def test_snap_says_when_the_camera_is_gone(self):
        with open(os.path.join(self.folder(), "gone.txt"), "w") as file:
            file.write("at frame 0 unplug\n")
        done = self.run_example("snap", CAMERA + ",script=gone.txt")
        self.assertEqual(done.returncode, 1)
        self.assertIn("V4LXX-E0240", done.stderr)

    def test_two_cameras_take_15_frames_each_in_one_loop(self):
        names = [f"{CAMERA},id=7", f"{CAMERA},id=8"]
        for arguments, expected in ((names, names), ([], ["sim:camera", "sim:camera,id=2"])):
            done = self.run_example("two_cameras", *arguments)
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            self.assertEqual(sorted(done.stdout.splitlines()), sorted(f"{name}: 15 frames" for name in expected))

    def test_two_cameras_end_when_one_is_gone(self):
        with open(os.path.join(self.folder(), "gone_at_3.txt"), "w") as file:
            file.write("at frame 3 unplug\n")
        done = self.run_example("two_cameras", CAMERA, CAMERA + ",id=2,script=gone_at_3.txt")
        self.assertEqual(done.returncode, 1)
        self.assertIn("V4LXX-E0240", done.stderr)

    def test_two_cameras_in_step_tell_how_far_they_are_apart(self):
        for names in ([], [f"{CAMERA},phase=1ms", f"{CAMERA},id=2,phase=3ms"]):
            done = self.run_example("two_cameras_synced", *names)
            self.assertEqual((done.returncode, done.stderr, done.stdout), (0, "", "15 sets, 2.0 ms apart at most\n"))

    def test_two_cameras_in_step_end_when_one_is_gone(self):
        with open(os.path.join(self.folder(), "gone_at_3.txt"), "w") as file:
            file.write("at frame 3 unplug\n")
        done = self.run_example("two_cameras_synced", CAMERA, CAMERA + ",id=2,script=gone_at_3.txt")
        self.assertEqual(done.returncode, 1)
        self.assertIn("V4LXX-E0240", done.stderr)

    def test_reconnect_goes_on_when_the_camera_is_back(self):
        with open(os.path.join(self.folder(), "away.txt"), "w") as file:
            file.write("at frame 10 unplug\nat time 1s replug\n")
        camera = CAMERA + ",script=away.txt"
        done = self.run_example("reconnect", camera)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertEqual(done.stdout, f"{camera}\nback after 10 frames: 320x240\n30 frames\n")

    def test_frame_timing_tells_when_frames_were_taken(self):
        camera = "sim:camera,size=320x240,clock=virtual,timestamp=boottime"
        done = self.run_example("frame_timing", camera)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        lines = done.stdout.splitlines()
        self.assertEqual(lines[:2], [camera, "frame 0: taken at an unknown time"])
        self.assertEqual(len(lines), 12)
        for number, line in enumerate(lines[2:11], 1):
            self.assertRegex(line, rf"\Aframe {number}: taken at 2027-01-15 08:16:40\.\d{{6}} UTC, within 1 us, delivered after 0 us\Z")
        self.assertEqual(lines[11], "9 intervals, the longest 33.3 ms")

    def test_each_prints_what_the_library_says(self):
        for name in (*CAPTURES, "snap", "two_cameras", "two_cameras_synced", "reconnect", "frame_timing"):
            done = self.run_example(name, *["/dev/no-such-node"] * (2 if name.startswith("two_cameras") else 1))
            self.assertEqual(done.returncode, 1)
            self.assertIn("V4LXX-E0101", done.stderr)
            self.assertIn("/dev/no-such-node", done.stderr)

    def test_each_is_shorter_than_80_lines_and_says_how_it_is_built(self):
        for name in NAMES:
            with open(self.source(name)) as file:
                lines = file.read().splitlines()
            self.assertLess(len(lines), 80, name)
            line = f"{self.compiler} {name}{self.ending} $(pkg-config --cflags --libs v4lxx) -o {name}"
            self.assertIn(line.replace(" -std=c99", ""), "\n".join(lines[:4]))


class ExamplesInC(Examples, unittest.TestCase):
    language, ending, compiler, strict = "c", ".c", "cc -std=c99", "-D_POSIX_C_SOURCE=200809L"

    def test_throughput_says_where_the_time_goes(self):
        done = self.run_example("throughput", "--json", "--touch", "--seconds", "0.5", "four")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        seen = json.loads(done.stdout)
        self.assertEqual((seen["preset"], len(seen["cameras"])), ("four", 4))
        for camera in seen["cameras"]:
            self.assertGreater(camera["frames"], 0, camera)
        # Two on the device, and a wait that is shared by those that are ready, or is for the next frame of one.
        self.assertTrue(2 <= seen["frame"]["system_calls"] <= 3.5, seen)
        self.assertEqual(seen["frame"]["copies"], 0)
        self.assertGreater(min(seen["frame"][part] for part in ("wait_ms", "driver_ms", "consumer_ms", "processor_ms")), 0, seen)

    def test_throughput_takes_one_camera_and_prints_text(self):
        done = self.run_example("throughput", "--seconds", "0.2", "1080p60", CAMERA)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertIn(CAMERA[:30], done.stdout)
        self.assertRegex(done.stdout, r"(?m)^wait +\d+\.\d{3}  nothing to do$")
        done = self.run_example("throughput", "/dev/no-such-node")
        self.assertEqual((done.returncode, done.stdout), (1, ""))
        self.assertIn("V4LXX-E0101", done.stderr)


class ExamplesInCxx(Examples, unittest.TestCase):
    language, ending, compiler, strict = "cpp", ".cpp", "c++ -std=c++20", "-Wconversion"

    def test_each_prints_what_it_prints_in_C(self):
        other = ExamplesInC()
        for name, arguments in (("list", []), ("snap", [CAMERA, "same.png"]), ("two_cameras", []), ("two_cameras_synced", [])):
            self.assertEqual(sorted(self.run_example(name, *arguments).stdout.splitlines()),
                             sorted(other.run_example(name, *arguments).stdout.splitlines()), name)


class Installed(unittest.TestCase):
    def test_the_installed_program_finds_its_library(self):
        environment = {name: value for name, value in os.environ.items() if name != "LD_LIBRARY_PATH"}
        program = os.path.join(PREFIX, "bin", "v4lxx")
        done = subprocess.run([program, "--version"], env=environment, capture_output=True, text=True, timeout=60)
        self.assertEqual((done.returncode, done.stderr), (0, ""))


if __name__ == "__main__":
    unittest.main()
