"""What the tests of a finished build need to know of it: its library, and which object was made of which source."""
import json
import pathlib
import re
import shlex
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "abi/tools"))
import library as questions  # noqa: E402


class BuildTree:
    def __init__(self, root, build):
        self.root, self.build = pathlib.Path(root).resolve(), pathlib.Path(build).resolve()

    @property
    def library(self):
        found = questions.find(self.build)
        if found is None:
            raise AssertionError(f"no libv4lxx.so in {self.build}: build it first")
        return found

    def objects(self):
        """[(source relative to the root, object)] of the library's own code; programs and tests are left out."""
        rows = []
        for entry in json.loads((self.build / "compile_commands.json").read_text()):
            made = pathlib.Path(entry["directory"]) / self.output(entry)
            for name in self.sources(entry):
                if name.startswith(("src/", "abi/capi/")) and not name.startswith("src/cli/") and made.exists():
                    rows.append((name, made))
        if not rows:
            raise AssertionError(f"{self.build} has no object of the library: build it first")
        return sorted(rows)

    def sources(self, entry):
        """What an object was made of: several files where the build joins them."""
        source = pathlib.Path(entry["directory"]) / entry["file"]
        joined = re.findall(r"^#include ?[<\"](.*)[>\"]", source.read_text(), re.M) if "-unity" in source.name else [source]
        files = [(pathlib.Path(entry["directory"]) / name).resolve() for name in joined]
        return [str(file.relative_to(self.root)) for file in files if file.is_relative_to(self.root)]

    @staticmethod
    def output(entry):
        if "output" in entry:
            return entry["output"]
        words = shlex.split(entry["command"])
        return words[words.index("-o") + 1]


def from_arguments():
    """ROOT and BUILD, taken off the command line so that unittest does not see them."""
    if len(sys.argv) < 3:
        raise SystemExit(f"usage: {sys.argv[0]} ROOT BUILD")
    return BuildTree(sys.argv.pop(1), sys.argv.pop(1))
