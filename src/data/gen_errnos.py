#!/usr/bin/env python3
"""src/data/errnos.yaml and errno_meanings.yaml -> C++ tables and documentation page. usage: gen_errnos.py ROOT [--check]"""
import pathlib
import sys
import textwrap

import yaml

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "abi/tools"))
import registry  # noqa: E402
from generated import c_string, write_or_check  # noqa: E402

NOTE = "generated from src/data/errnos.yaml and errno_meanings.yaml by src/data/gen_errnos.py; do not edit"
CALLS = ("any", "open", "fcntl", "mmap", "ppoll", "epoll_create1", "eventfd", "opendir", "readlink", "read", "stat")
STATES = ("any", "streaming", "holding")


def listed(value):
    return value if isinstance(value, list) else [value]


def load(root):
    """(errnos, rows): a row for each call, errno and state, the one to try first first."""
    errnos = yaml.safe_load((root / "src/data/errnos.yaml").read_text())
    codes = {c["name"]: c for c in registry.load(root)["codes"]}
    names = {e["name"] for e in errnos}
    rows = []
    for entry in yaml.safe_load((root / "src/data/errno_meanings.yaml").read_text())["meanings"]:
        unknown = entry.keys() - {"call", "errno", "state", "code", "cause", "checked"}
        assert not unknown, f"{entry}: unknown {unknown}"
        assert entry["code"] in codes, f"{entry}: no code {entry['code']} in abi/registry/codes"
        assert entry.get("state", "any") in STATES, f"{entry}: unknown state"
        assert not entry.get("checked") or entry.get("cause"), f"{entry}: what is checked has to be said"
        for call in listed(entry["call"]):
            assert call in CALLS or call.startswith("VIDIOC_"), f"{entry}: unknown call {call}"
            for errno in listed(entry["errno"]):
                assert errno in {*names, "others"}, f"{entry}: no errno {errno} in errnos.yaml"
                rows.append({"call": call, "errno": errno, "state": entry.get("state", "any"), "code": codes[entry["code"]],
                             "cause": entry.get("cause", ""), "checked": bool(entry.get("checked"))})
    keys = [(r["call"], r["errno"], r["state"]) for r in rows]
    twice = {k for k in keys if keys.count(k) > 1}
    assert not twice, f"a meaning stands twice: {twice}"
    # What has a row of its own before the others, a call of its own before any, a state of its own before any.
    return errnos, sorted(rows, key=lambda r: (r["errno"] == "others", r["call"] == "any", r["state"] == "any"))


def explanation(errno, rows):
    """What `v4lxx explain` prints for an errno."""
    text = textwrap.fill(errno["meaning"][0].upper() + errno["meaning"][1:] + ".", registry.PAGE_WIDTH)
    if "video" in errno:
        text += "\n\n" + textwrap.fill("From a video device: " + errno["video"], registry.PAGE_WIDTH)
    mine = [r for r in rows if r["errno"] == errno["name"]]
    if not mine:
        return text
    width = max(len(where(r)) for r in mine)
    return text + "\n\nWhat this library makes of it:\n" + "\n".join(
        f"  {where(r).ljust(width)}  {registry.label(r['code'])}  {r['code']['meaning']}" for r in mine)


def where(row):
    call = "other calls" if row["call"] == "any" else row["call"]
    return call if row["state"] == "any" else f"{call}, {row['state']}"


def cpp_errnos(errnos, rows):
    out = [f"// {NOTE}."]
    for e in errnos:
        lines = explanation(e, rows).splitlines(keepends=True)
        out.append(f"{{{e['name']}, \"{e['name']}\", {c_string(e['meaning'])},\n" + "\n".join("    " + c_string(line) for line in lines) + "},")
    return "\n".join(out) + "\n"


def cpp_meanings(rows):
    out = [f"// {NOTE}."]
    out += [f"{{{c_string(r['call'])}, {'any_error' if r['errno'] == 'others' else r['errno']}, DeviceState::{r['state']}, Code::{r['code']['name'].lower()}, "
            f"{c_string(r['cause'])}, {str(r['checked']).lower()}}}," for r in rows]
    return "\n".join(out) + "\n"


def page(errnos, rows):
    out = ["# What an errno means", "", f"<!-- {NOTE} -->", "",
           "The kernel has about 130 names for everything that can go wrong in a computer, and drivers have to use them. What a video",
           "driver means by one depends on the request, and sometimes on the state of the device. This is the table the library uses;",
           "`v4lxx explain ENOSPC` prints a part of it. *streaming*: a stream of the same handle runs; *holding*: none runs, but frames",
           "of the last one are still held.", "", "| errno | call | code | usual cause |", "|---|---|---|---|"]
    order = [e["name"] for e in errnos] + ["others"]
    for r in sorted(rows, key=lambda r: order.index(r["errno"])):
        cause = (r["cause"] or r["code"]["meaning"].rstrip(".")) + (" (follows from the answer)" if r["checked"] else "")
        out.append(f"| {'others' if r['errno'] == 'others' else '`' + r['errno'] + '`'} | {where(r)} | [{registry.label(r['code'])}](errors/E{r['code']['number']:04d}.md) "
                   f"`{r['code']['name']}` | {cause} |")
    out += ["", "Every other errno is [V4LXX-E0902](errors/E0902.md), with its general meaning as the cause:", "",
            "| errno | meaning | from a video device |", "|---|---|---|"]
    out += [f"| `{e['name']}` | {e['meaning']} | {e.get('video', '')} |" for e in errnos]
    return "\n".join(out) + "\n"


def main(root, check):
    errnos, rows = load(root)
    outputs = {"src/base/errnos.inc": cpp_errnos(errnos, rows), "src/data/errno_meanings.inc": cpp_meanings(rows),
               "docs/reference/errnos.md": page(errnos, rows)}
    return write_or_check(root, outputs, "does not match src/data/errno*.yaml; run src/data/gen_errnos.py", check)


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]), "--check" in sys.argv[2:]))
