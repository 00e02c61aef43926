#!/usr/bin/env python3
"""api.json -> tests/abi/layout_asserts.h (every size, offset and number, as C11 asserts) and tests/abi/versioned_structs.inc.

usage: gen_asserts.py ROOT [--check]    reads ROOT/abi/v0/api.json
"""
import json
import pathlib
import sys

NOTE = "generated from abi/v0/api.json by abi/tools/gen_asserts.py; do not edit"


def layout_asserts(api):
    out = [f"/* {NOTE[0].upper()}{NOTE[1:]}. True for every data model: LP64, and ILP32 with int64_t aligned to 4 or to 8. */"]
    for name, s in api["structs"].items():
        layout = s["layouts"]["lp64"]
        out.append(f'_Static_assert(sizeof({name}) == {layout["size"]}, "size of {name}");')
        out += [f'_Static_assert(offsetof({name}, {field}) == {offset}, "{name}.{field}");'
                for field, offset in layout["offsets"].items()]
    out += [f'_Static_assert({name} == {c["value"]}, "{name}");' for name, c in api["constants"].items()]
    return "\n".join(out) + "\n"


def versioned_structs(api):
    out = [f"/* VERSIONED_STRUCT(type, INIT, init function, size of the first version): {NOTE}. */"]
    out += [f'VERSIONED_STRUCT({name}, {s["init_macro"]}, {s["init_function"]}, {s["v1_size"]})'
            for name, s in api["structs"].items() if s["kind"] == "versioned"]
    return "\n".join(out) + "\n"


def outputs(api):
    return {"tests/abi/layout_asserts.h": layout_asserts(api), "tests/abi/versioned_structs.inc": versioned_structs(api)}


def stale(root, api):
    root = pathlib.Path(root)
    return [name for name, text in outputs(api).items() if not (root / name).exists() or (root / name).read_text() != text]


def write(root, api):
    changed = stale(root, api)
    for name in changed:
        (pathlib.Path(root) / name).parent.mkdir(parents=True, exist_ok=True)
        (pathlib.Path(root) / name).write_text(outputs(api)[name])
    return changed


def main(root, check):
    api = json.loads((pathlib.Path(root) / "abi/v0/api.json").read_text())
    changed = stale(root, api) if check else write(root, api)
    for name in changed:
        print(f"{name}: " + ("does not match abi/v0/api.json" if check else "written"))
    return bool(check and changed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], "--check" in sys.argv[2:]))
