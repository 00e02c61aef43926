"""The blocks of the Markdown pages, and what each of them is for. This is the one place that knows the marks; CONTRIBUTING.md lists them.

A mark is a comment on a line of its own before a block:
    <!-- snippet: FRAME -->       C that is placed into tests/docs/frames/FRAME.c
    <!-- file: NAME -->           written under this name before anything of the page runs
    <!-- run: COMMAND -->         the block is what the command prints
    <!-- output -->               the block is what the C program before it prints
    <!-- with: PACKAGE -->        a package of pkg-config that a C program needs besides
    <!-- numbers vary -->         numbers of the output are compared by their form
    <!-- on a machine with two cameras -->, <!-- on a machine without a camera -->   run there, in the test kernel, and not here
    <!-- on a machine with the packages -->   run where the packages of Go, Rust and Lua are laid beside the library; $PREFIX is where
    <!-- on a machine with two cameras and the packages -->   the shell of the blocks above goes on, in the test kernel
    <!-- not run: WHY -->         the only way not to be run
C programs and `console` blocks (commands after `$ `, each with its output) need none."""
import dataclasses
import glob
import json
import os
import re

ROOT = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
PATTERNS = ("README.md", "CONTRIBUTING.md", "SECURITY.md", "RELEASING.md", "NEWS.md", "abi/README.md", "docs/**/*.md")
RUN_ELSEWHERE = "docs/reference/errors/"  # generated with their triggers, which tests/cli/error_triggers_test.py runs
BLOCK = re.compile(r"((?:^ *<!-- .*? -->\n)*)^( *)```(\w*)\n(.*?)^ *```$", re.M | re.S)
MARK = re.compile(r"<!-- (snippet|file|run|with|not run|output|numbers vary|on a machine [a-z ]+)(?:: (.*?))? -->")
# The marks, and what --on calls them. Those with and without cameras are machines of machine.sh.
MACHINES = {"on a machine with two cameras": "cameras", "on a machine without a camera": "no-cameras",
            "on a machine with the packages": "packages", "on a machine with two cameras and the packages": "cameras-and-packages"}
# What Go says of its own work, which differs from machine to machine, and how a closed pipe ends a program.
NOISE = re.compile(r"^(go: downloading .*|go: to add module requirements and sums:|\tgo mod tidy|signal: broken pipe)\n", re.M)


@dataclasses.dataclass
class Block:
    page: str
    line: int
    language: str
    text: str
    marks: dict

    @property
    def place(self):
        return f"{self.page}:{self.line}"

    @property
    def is_program(self):
        return self.language == "c" and re.search(r"^int main\(", self.text, re.M) is not None

    @property
    def machine(self):
        """Where it is run: "" is here; else one of MACHINES."""
        return next((MACHINES.get(mark, mark) for mark in self.marks if mark.startswith("on a machine ")), "")

    @property
    def kind(self):
        """What is done with it, or a sentence that says what is wrong with it."""
        if "not run" in self.marks:
            return "not run" if self.marks["not run"] else "says that it is not run, and not why"
        if "run" in self.marks:
            return "run"
        if "output" in self.marks:
            return "output"
        if self.language == "console":
            return "console"
        if self.language == "c":
            if self.is_program or "snippet" in self.marks:
                return "program"
            return "is a part of a C program: <!-- snippet: FRAME --> says where it belongs"
        if "file" in self.marks:
            return "file"
        return "has no language and no mark" if not self.language else f"is {self.language}, and no mark says what it is"


def names(root=ROOT):
    found = {os.path.relpath(path, root) for pattern in PATTERNS for path in glob.glob(os.path.join(root, pattern), recursive=True)}
    return sorted(name for name in found if not name.startswith(RUN_ELSEWHERE))


def blocks(page, root=ROOT):
    with open(os.path.join(root, page)) as file:
        text = file.read()
    found = []
    for block in BLOCK.finditer(text):
        marks, indent, language, inside = block.groups()
        line = text.count("\n", 0, block.start(2)) + 1
        inside = re.sub(f"^{indent}", "", inside, flags=re.M)
        found.append(Block(page, line, language, inside, {name: value or "" for name, value in MARK.findall(marks)}))
    return found


def commands(block):
    """(command, the lines below it) of a console block. A command goes on in the next line after a backslash."""
    assert block.text.startswith("$ "), f"{block.place}: a console block begins with '$ '"
    for part in re.split(r"^\$ ", block.text, flags=re.M)[1:]:
        command, shown = re.match(r"((?:.*\\\n)*.*)\n?((?:.|\n)*)", part).groups()
        yield command, shown


def form(text):
    """A text without what differs from run to run: times and other numbers, and the room that columns leave for them."""
    return re.sub(r" +", " ", re.sub(r"\d+(\.\d+)?", "N", re.sub(r"\d+\.\d+ s", "T s", text)))


def without_sizes(text):
    """How small a picture gets depends on the version of the library that packs it."""
    return re.sub(r"(PNG|JPEG)(.*?) \d+ bytes", r"\1\2 N bytes", text)


def shape(value):
    """Names of keys in their order, all the way down; of an array the last element, which is the simulated one in a list."""
    if isinstance(value, dict):
        return {key: shape(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [shape(value[-1])] if value else []
    return None if value is None else type(value).__name__


def comparable(block, text):
    """What two outputs must have in common to count as the same."""
    if block.language == "json" and text.strip():
        return json.dumps(shape(json.loads(text)), indent=1)
    text = "\n".join(line.rstrip() for line in NOISE.sub("", text).rstrip().splitlines())
    return form(text) if "numbers vary" in block.marks else without_sizes(text)
