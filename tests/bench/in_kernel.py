"""What the benchmarks on the test kernel share: the camera and its mode, the programs they are given, and the way in and out of the kernel."""
import argparse
import json
import os
import pathlib
import shlex
import subprocess
import sys

NODE = "/dev/vivid-single"
MODE = {"width": 1920, "height": 1080, "fps": 60}
ANSWER = "measured: "


def parser(text):
    """The arguments that all of them have. Programs are NAME=COMMAND; the first one is what the others are compared with."""
    found = argparse.ArgumentParser(description=text, formatter_class=argparse.RawDescriptionHelpFormatter)
    found.add_argument("--program", required=True, help="v4lxx, which chooses the input of the camera")
    found.add_argument("programs", nargs="+", metavar="NAME=COMMAND")
    return found


def commands_of(options):
    return dict(words.split("=", 1) for words in options.programs)


def command_of(text, frames, *more):
    """The words of a command. One that says where its values go, as in {frames}, gets them there, others at their end."""
    values = {"device": NODE, "frames": frames, **MODE}
    words = shlex.split(text)
    if not any("{" in word for word in words):
        return [*words, *(str(value) for value in values.values()), *more]
    return [word.format(**values) for word in words]


def is_here():
    return os.path.exists(NODE)


def choose_mode(program):
    """The input that can have this mode: vivid's webcam has 30 frames per second at most."""
    timings = f"{MODE['width']}x{MODE['height']}p{MODE['fps']}"
    for words in (("input", NODE, "hdmi"), ("timings", NODE, timings)):
        subprocess.run([program, *words], check=True, stdout=subprocess.DEVNULL)


def boot(script, arguments, seconds, **how):
    """Runs a script of this folder on the test kernel."""
    here = pathlib.Path(__file__).resolve()
    return subprocess.run([here.parents[2] / ".dev/uml", "--", sys.executable, "-B", here.with_name(script), *arguments],
                          env=os.environ | {"UML_SECONDS": str(seconds)}, **how)


def answer(value):
    """Inside: what was measured."""
    print(ANSWER + json.dumps(value), flush=True)


def ask(script, arguments, seconds):
    """Outside: what the script answers inside."""
    done = boot(script, arguments, seconds, stdout=subprocess.PIPE, text=True)
    answers = [line.removeprefix(ANSWER) for line in done.stdout.splitlines() if line.startswith(ANSWER)]
    if done.returncode != 0 or len(answers) != 1:
        sys.exit(f"the test kernel ended with {done.returncode}\n{done.stdout[-3000:]}")
    return json.loads(answers[0])
