"""What the build compiles, as its compile_commands.json says: which object is made of which files."""
import json
import pathlib
import re
import shlex


def commands(build):
    """(folder, arguments, files, object) of each; several files where the build joins them (Meson's unity)."""
    for entry in json.loads((pathlib.Path(build) / "compile_commands.json").read_text()):
        folder, words = pathlib.Path(entry["directory"]), shlex.split(entry["command"])
        source = folder / entry["file"]
        joined = re.findall(r'^#include ?[<"](.*)[>"]', source.read_text(), re.M) if "-unity" in source.name else [source]
        made = entry["output"] if "output" in entry else words[words.index("-o") + 1]
        yield folder, words, [(folder / name).resolve() for name in joined], folder / made
