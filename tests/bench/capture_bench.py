#!/usr/bin/python3
"""CPU time per frame of a raw ioctl loop and of libv4lxx beside it, in one boot of the test kernel.

usage: capture_bench.py FOLDER_OF_PROGRAMS     boots the test kernel (./dev uml) unless it runs in it already

Times on this kernel are no times of a camera: a system call costs 60 us there, and a busy machine makes them larger. The ratio of
two programs that take turns is what can be believed, and of that no more than its class."""
import os
import pathlib
import re
import statistics
import subprocess
import sys

NODES = (("single-planar", "/dev/vivid-single"), ("multi-planar", "/dev/vivid-multi"))
FRAMES, TURNS = 240, 7
SIZE_AND_RATE = ("640", "360", "60")


def time_per_frame_us(program, node):
    text = subprocess.run([program, node, str(FRAMES), *SIZE_AND_RATE], check=True, capture_output=True, text=True).stdout
    frames, lost, cpu_us = (int(number) for number in re.fullmatch(r"frames (\d+) lost (\d+) cpu_us (\d+)\n", text).groups())
    return cpu_us / (frames - 1), lost


def describe(name, values, lost):
    print(f"  {name:6} {statistics.median(values):7.1f} us per frame (from {min(values):.1f} to {max(values):.1f}), {lost} frames lost")


def measure(folder):
    print(f"CPU time per frame, {TURNS} turns of {FRAMES} frames, YUYV {SIZE_AND_RATE[0]}x{SIZE_AND_RATE[1]} at {SIZE_AND_RATE[2]} per second")
    for api, node in NODES:
        times, lost = {"raw": [], "v4lxx": []}, {"raw": 0, "v4lxx": 0}
        for _ in range(TURNS):
            for name, values in times.items():
                time_us, lost_now = time_per_frame_us(f"{folder}/{name}_capture", node)
                values.append(time_us)
                lost[name] += lost_now
        print(f"{api}:")
        for name, values in times.items():
            describe(name, values, lost[name])
        ratios = [library / raw for raw, library in zip(times["raw"], times["v4lxx"])]
        print(f"  ratio  {statistics.median(ratios):7.2f} (from {min(ratios):.2f} to {max(ratios):.2f})", flush=True)


def main():
    folder = os.path.abspath(sys.argv[1])
    if os.path.exists(NODES[0][1]):
        return measure(folder)
    uml = pathlib.Path(__file__).resolve().parents[2] / ".dev/uml"
    sys.exit(subprocess.run([uml, "--", sys.executable, "-B", os.path.abspath(__file__), folder],
                            env=os.environ | {"UML_SECONDS": "500"}).returncode)


if __name__ == "__main__":
    main()
