"""What the tests of a finished build need to know of it: its library, and which object was made of which source."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "abi/tools"))
import compiled  # noqa: E402
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
        for _, _, files, made in compiled.commands(self.build):
            for name in (str(file.relative_to(self.root)) for file in files if file.is_relative_to(self.root)):
                if name.startswith(("src/", "abi/capi/")) and not name.startswith("src/cli/") and made.exists():
                    rows.append((name, made))
        if not rows:
            raise AssertionError(f"{self.build} has no object of the library: build it first")
        return sorted(rows)


def from_arguments():
    """ROOT and BUILD, taken off the command line so that unittest does not see them."""
    if len(sys.argv) < 3:
        raise SystemExit(f"usage: {sys.argv[0]} ROOT BUILD")
    return BuildTree(sys.argv.pop(1), sys.argv.pop(1))
