#!/usr/bin/python3
"""The time that a frame takes in a raw ioctl loop and in libv4lxx beside it, in one boot of the test kernel.

usage: capture_bench.py FOLDER_OF_PROGRAMS     boots the test kernel (./dev uml) unless it runs in it already

Times on this kernel are no times of a camera: a system call costs tens of microseconds there, and reading the clock, of which the library does two
a frame, is one. What can be believed is the ratio of two programs that take turns, and of that no more than its class."""
import os
import re
import statistics
import subprocess
import sys

import in_kernel

NODES = (("single-planar", "/dev/vivid-single"), ("multi-planar", "/dev/vivid-multi"))
FRAMES, TURNS = 200, 5
SIZE_AND_RATE = ("640", "360", "60")


def run(program, node):
    """Median time of a turn in microseconds, and frames lost."""
    text = subprocess.run([program, node, str(FRAMES), *SIZE_AND_RATE, "timed"], check=True, capture_output=True, text=True).stdout
    lost, turn_ns = (int(number) for number in re.fullmatch(r"frames \d+ lost (\d+) turn_ns (\d+)\n", text).groups())
    return turn_ns / 1000, lost


def measure(folder):
    width, height, rate = SIZE_AND_RATE
    print(f"wait, take and give back a frame that is there: medians of {TURNS} runs of {FRAMES} frames, YUYV {width}x{height} at {rate}")
    for api, node in NODES:
        times, lost = {"raw": [], "v4lxx": []}, {"raw": 0, "v4lxx": 0}
        for _ in range(TURNS):
            for name, values in times.items():
                time_us, lost_now = run(f"{folder}/{name}_capture", node)
                values.append(time_us)
                lost[name] += lost_now
        print(f"{api}:")
        for name, values in times.items():
            print(f"  {name:6} {statistics.median(values):7.1f} us (from {min(values):.1f} to {max(values):.1f}), {lost[name]} frames lost")
        ratios = [library / raw for raw, library in zip(times["raw"], times["v4lxx"])]
        print(f"  ratio  {statistics.median(ratios):7.2f}    (from {min(ratios):.2f} to {max(ratios):.2f})", flush=True)


def main():
    folder = os.path.abspath(sys.argv[1])
    if in_kernel.is_here():
        return measure(folder)
    sys.exit(in_kernel.boot("capture_bench.py", [folder], seconds=500).returncode)


if __name__ == "__main__":
    main()
