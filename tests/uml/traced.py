"""System calls of a program, by strace, as counts that can be repeated."""
import collections
import re
import subprocess
import tempfile

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
    with tempfile.NamedTemporaryFile("r", errors="replace") as trace:
        run("strace", "-f", "-o", trace.name, "-e", "signal=none", *command)
        lines = trace.read().splitlines()
    for line in lines:
        found = re.match(r"\d+ +(\w+)\((.*)", line)
        if found:
            name, text = found.groups()
            request = re.match(r"\d+, (VIDIOC_\w+)", text)
            yield ALIASES.get(name, name) if name != "ioctl" or not request else request[1], text


def calls_per_frame(short, long, frames):
    """Of two runs that differ by so many frames."""
    return difference_per_frame(*(list(calls(command)) for command in (short, long)), frames)


def difference_per_frame(short, long, frames):
    """What start and end cost is in both lists of calls, so it is not in their difference."""
    counts = [collections.Counter(name for name, _ in made) for made in (short, long)]
    difference = {name: (counts[1][name] - counts[0][name]) / frames for name in counts[1]}
    return {name: number for name, number in difference.items() if number != 0 and name != CLOCK}


def calls_to_first_frame(command, node):
    """Those of a program, by calls_until_first_frame()."""
    return calls_until_first_frame(calls(command), node)


def failed(text):
    return " = -1 " in text


def calls_until_first_frame(made, node):
    """From the first call that names the device to the one that takes a frame; to have asked in vain is a call, too. Memory of the process
    itself is the C library's business, not counted."""
    found = collections.Counter()
    for name, text in made:
        if name == "execve" or (not found and f'"{node}"' not in text):
            continue
        if name == "VIDIOC_DQBUF" and not failed(text):
            return found
        if name not in (CLOCK, "brk") and not (name == "mmap" and "MAP_ANONYMOUS" in text):
            found[name] += 1
    raise AssertionError("no frame came")


def requests_that_set(made):
    """What a program changed at the device: how often each request that sets something succeeded."""
    return collections.Counter(name for name, text in made if name.startswith("VIDIOC_S_") and not failed(text))
