"""Files that a script makes from a YAML table and that are checked in: written anew, or only compared (--check)."""
import sys


def c_string(text):
    """A literal of C."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def write_or_check(root, outputs, advice, check):
    """outputs: path below root -> text. advice: what to say of a file that differs. Exit status: 1 if one differs under `check`."""
    stale = [name for name, text in outputs.items() if not (root / name).exists() or (root / name).read_text() != text]
    if check:
        for name in stale:
            print(f"{name} {advice}", file=sys.stderr)
        return bool(stale)
    for name in stale:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(outputs[name])
        print("wrote", name)
    return 0
