"""Runs what a page shows: one folder and one shell for the page, as for a person who reads it from top to bottom."""
import os
import re
import shutil
import signal
import subprocess
import tempfile
import time

import installed
import pages

FRAMES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "frames")
STRICT = "cc -std=c99 -pedantic -Wall -Wextra -Werror -D_POSIX_C_SOURCE=200809L"
NOT_RUN_HERE = ("./dev ", "sudo apt", "git clone")  # they build, install and test: this is a part of them
SECONDS = 120
END = "=== end of command"
ADVICE = re.compile(r"^  try:.*?\b((?:v4lxx|kill|sudo) .*?)(?:, then .*|[.?])?$", re.M)


class Shell:
    """One bash: folders, variables and background jobs stay from command to command."""

    def __init__(self, folder, environment):
        self.process = subprocess.Popen(["bash", "--noprofile", "--norc"], cwd=folder, env=environment, text=True, bufsize=1,
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True)

    def run(self, command, errors="&1"):
        """(output, exit status). What the command reads is nothing: the shell's own input is what we write."""
        end = time.monotonic() + SECONDS
        self.process.stdin.write(f"{{ {command}\n}} </dev/null 2>{errors}\nprintf '\\n{END} %s\\n' $?\n")
        self.process.stdin.flush()
        lines = []
        with Limit(self.process, end):
            for line in self.process.stdout:
                if line.startswith(END):
                    return "".join(lines)[:-1], int(line.split()[-1])  # without the newline before the mark
                lines.append(line)
        raise AssertionError(f"the shell ended, or took longer than {SECONDS} s: {command}\n{''.join(lines)}")

    def close(self):
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait()


class Limit:
    """Kills the shell with all in it when the time is over, so that reading from it ends."""

    def __init__(self, process, end):
        self.process, self.seconds = process, end - time.monotonic()

    def __enter__(self):
        signal.signal(signal.SIGALRM, lambda *_: os.killpg(self.process.pid, signal.SIGKILL))
        signal.setitimer(signal.ITIMER_REAL, self.seconds)

    def __exit__(self, *_):
        signal.setitimer(signal.ITIMER_REAL, 0)


class Step:
    """One command or program: what the page shows and what came out."""

    def __init__(self, block, command, shown, real, status, is_advice=False):
        self.block, self.command, self.shown, self.real, self.status = block, command, shown, real, status
        self.is_advice = is_advice  # the answer before it said to type this

    @property
    def is_same(self):
        return self.expected == self.got

    @property
    def expected(self):
        return pages.comparable(self.block, self.shown)

    @property
    def got(self):
        return pages.comparable(self.block, self.real)


class PageRun:
    """A page is read in a folder of its own, which is gone afterwards; or, with `kept`, in that one, where whoever comes later goes on with the
    same files and variables."""
    VARIABLES = "variables.sh"

    def __init__(self, page, prefix, kept=None):
        self.page = page
        self.started = time.monotonic()
        self.kept = kept
        self.folder = kept or tempfile.mkdtemp(prefix="v4lxx-page-")
        os.makedirs(self.folder, exist_ok=True)
        os.chmod(self.folder, 0o777)  # some commands are those of another user
        # Go takes it that a version never changes. Its cache of modules would give what an earlier build had, of the same version; its index
        # of them, which stays in the cache of builds and knows a module by its folder only, would list the files of that build.
        self.environment = dict(installed.environment(prefix), LC_ALL="C.UTF-8", PREFIX=prefix, GOFLAGS="-modcacherw",
                                GOMODCACHE=os.path.join(self.folder, "modules"), GODEBUG="goindex=0")
        self.shell = Shell(self.folder, self.environment)
        self.printed = ""  # by the last C program
        self.advice = None  # the command of the last `try:` line
        for block in pages.blocks(page):
            if "file" in block.marks:
                with open(os.path.join(self.folder, block.marks["file"]), "w") as file:
                    file.write(block.text)
        if kept and os.path.exists(os.path.join(kept, self.VARIABLES)):
            self.shell.run(f". ./{self.VARIABLES}")

    def close(self):
        if self.kept:
            self.shell.run(f"export -p >{os.path.join(self.folder, self.VARIABLES)}")
        self.shell.close()
        if not self.kept:
            shutil.rmtree(self.folder)

    def steps(self, block):
        """Runs a block; its steps one by one."""
        return getattr(self, f"steps_of_{block.kind}")(block)

    def steps_of_run(self, block):
        command = block.marks["run"]
        # Notes on standard error are no part of the JSON.
        real, status = self.shell.run(command, "/dev/null" if block.language == "json" else "&1")
        yield Step(block, command, block.text, real, status)

    def steps_of_output(self, block):
        yield Step(block, "the program above", block.text, self.printed, 0)

    def steps_of_console(self, block):
        for command, shown in pages.commands(block):
            if command.startswith(NOT_RUN_HERE):
                continue
            # A page may follow the advice that was just given. Then it is the real advice that is run: a process number in it varies.
            is_advice = self.advice is not None and pages.form(self.advice) == pages.form(without_head(command))
            if is_advice:
                command = self.advice + command[len(without_head(command)):]
            real, status = self.shell.run(command)
            self.advice = advice_in(real)
            yield Step(block, command, shown, real, status, is_advice)

    def steps_of_program(self, block):
        name = f"line{block.line}"
        with open(os.path.join(self.folder, name + ".c"), "w") as file:
            file.write(framed(block))
        packages = f"v4lxx {block.marks.get('with', '')}"
        real, status = self.shell.run(f"{STRICT} {name}.c $(pkg-config --cflags --libs {packages}) -o {name}")
        yield Step(block, "cc", "", real, status)
        self.printed, status = self.shell.run(f"./{name}")
        yield Step(block, f"./{name}", self.printed, self.printed, status)

    def steps_of_file(self, block):
        yield Step(block, "cat", block.text, self.shell.run(f"cat {block.marks['file']}")[0], 0)


def without_head(command):
    """A page may show the first lines only of what an advice prints."""
    return re.sub(r" \| head -n \d+$", "", command)


def advice_in(text):
    """The command that an answer tells to type next, or None."""
    found = ADVICE.search(text)
    return found and found[1]


def framed(block):
    """A whole program of a block: as it is, or placed into its frame."""
    if "snippet" not in block.marks:
        return block.text
    with open(os.path.join(FRAMES, block.marks["snippet"] + ".c")) as file:
        return re.sub(r"^ *SNIPPET;\n", lambda _: block.text, file.read(), flags=re.M)
