"""System calls of a program, by strace, as counts that can be repeated."""
import collections
import re
import subprocess

# No system call on ordinary machines (vDSO).
CLOCK = "clock_gettime"
ALIASES = {"ppoll": "poll"}  # one waits in nanoseconds, the other in milliseconds


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        raise AssertionError(f"{' '.join(command)}: exit code {done.returncode}\n{done.stdout[-500:]}\n{done.stderr[-2000:]}")
    return done.stdout, done.stderr


def calls(command):
    """Name and text of each system call; ioctls by the name of their request."""
    _, trace = run("strace", "-f", "-e", "signal=none", *command)
    for line in trace.splitlines():
        found = re.match(r"(?:\[pid +\d+\] )?(\w+)\((.*)", line)
        if found:
            name, text = found.groups()
            request = re.match(r"\d+, (VIDIOC_\w+)", text)
            yield ALIASES.get(name, name) if name != "ioctl" or not request else request[1], text


def calls_per_frame(short, long, frames):
    """Of two runs that differ by so many frames: what start and end cost is in both, so it is not in their difference."""
    counts = [collections.Counter(name for name, _ in calls(command)) for command in (short, long)]
    difference = {name: (counts[1][name] - counts[0][name]) / frames for name in counts[1]}
    return {name: number for name, number in difference.items() if number != 0 and name != CLOCK}


def calls_to_first_frame(command, node):
    """From the first call that names the device. Memory of the process itself is the C library's business, not counted."""
    found = collections.Counter()
    for name, text in calls(command):
        if name == "execve" or (not found and f'"{node}"' not in text):
            continue
        if name == "VIDIOC_DQBUF":
            return found
        if name not in (CLOCK, "brk") and not (name == "mmap" and "MAP_ANONYMOUS" in text):
            found[name] += 1
    raise AssertionError("no frame came")
