"""The program under test. Every script here takes its path as first argument, or in V4LXX_CLI."""
import os
import re
import resource
import signal
import subprocess
import sys
import tempfile
import time
import unittest

if len(sys.argv) > 1 and not sys.argv[1].startswith("-"):
    PATH = os.path.abspath(sys.argv.pop(1))
else:
    PATH = os.path.abspath(os.environ["V4LXX_CLI"])

FRAME_BYTES = 640 * 480 * 2  # YUYV at the size that CAMERA has
CAMERA = "sim:camera,format=YUYV,size=640x480,fps=60"
FAST = CAMERA + ",clock=virtual,pattern=cells"  # waits take no time
SECONDS = 60  # for what should take one: no test may hang


class Result:
    def __init__(self, done):
        self.code, self.out, self.err = done.returncode, done.stdout, done.stderr

    @property
    def text(self):
        return self.out.decode()

    @property
    def problem(self):
        return self.err.decode()


def run(*arguments, **options):
    options.setdefault("stdout", subprocess.PIPE)
    return Result(subprocess.run([PATH, *arguments], stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=SECONDS, **options))


def start(*arguments, **options):
    options.setdefault("stdout", subprocess.PIPE)
    options.setdefault("stderr", subprocess.PIPE)
    return subprocess.Popen([PATH, *arguments], stdin=subprocess.DEVNULL, **options)


def finish(process):
    out, err = process.communicate(timeout=SECONDS)
    return Result(subprocess.CompletedProcess(process.args, process.returncode, out, err))


def wait_until(condition, what):
    end = time.monotonic() + SECONDS
    while not condition():
        if time.monotonic() > end:
            raise AssertionError("never happened: " + what)
        time.sleep(0.005)


def catches(process, number):
    """Whether the program has a handler for this signal now."""
    with open(f"/proc/{process.pid}/status") as status:
        mask = int(re.search(r"SigCgt:\s*([0-9a-f]+)", status.read()).group(1), 16)
    return bool(mask & (1 << (number - 1)))


def wait_until_it_catches(process, number):
    """From here on the signal cannot find the program with its default action."""
    wait_until(lambda: catches(process, number), f"signal {number} is caught")


def limited_to(size_bytes):
    """For preexec_fn: a file larger than this cannot be written, as on a full disk."""
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size_bytes, size_bytes))


class CommandTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="v4lxx-cli-")
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def place(self, name):
        return os.path.join(self.folder, name)

    def files(self):
        return sorted(os.listdir(self.folder))

    def camera_with_script(self, *rules, camera=FAST):
        with tempfile.NamedTemporaryFile("w", prefix="v4lxx-script-", delete=False) as file:
            file.write("\n".join(rules) + "\n")
        self.addCleanup(os.unlink, file.name)
        return f"{camera},script={file.name}"

    def started(self, *arguments, **options):
        process = start(*arguments, **options)
        self.addCleanup(self.end, process)
        return process

    @staticmethod
    def end(process):
        if process.poll() is None:
            process.send_signal(signal.SIGKILL)
            process.wait()
        for stream in (process.stdout, process.stderr):
            if stream:
                stream.close()

    def assert_fails(self, result, code, *words):
        self.assertEqual(result.code, code, result.problem)
        self.assertTrue(result.problem.startswith("v4lxx: "), result.problem)
        for word in words:
            self.assertIn(word, result.problem)
