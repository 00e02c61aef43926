"""The raw layer of the Rust binding from api.json: the table of functions that are looked up at run time, the tests of layout, numbers
and signatures, and the comparison of what bindgen wrote. Used by gen_rust.py."""
import re

from api_json import element, layout
from rust_names import parameters, raw_field, raw_type, result

NOTE = "// SPDX-License-Identifier: MIT\n// Generated from abi/v0/api.json by abi/tools/gen_rust.py; do not edit.\n"


def loaded(api):
    """loaded.rs: one macro call; what it makes of each line is written by hand in loading.rs."""
    out = [NOTE, "functions! {"]
    for name, function in api["functions"].items():
        out.append(f"    fn {name}({parameters(function)}){result(function)};")
    return "\n".join(out) + "\n}\n"


def asserts(api):
    """tests/abi/api.rs: what the compiler has to agree with, for every target."""
    out = [NOTE]
    for name in api["structs"]:
        size, offsets = layout(api, name)
        out.append(f"layout!({name}, {size}, {{ "
                   + ", ".join(f"{raw_field(field)}: {offset}" for field, offset in offsets.items()) + " });")
    out += [f"constant!({name}, {constant['value']});" for name, constant in api["constants"].items()]
    out += [f"signature!({name}({', '.join(raw_type(p['type']) for p in function['params'])}){result(function)});"
            for name, function in api["functions"].items()]
    out.append("const FUNCTIONS: &[&str] = &[")
    out += [f'    "{name}",' for name in api["functions"]]
    return "\n".join(out) + "\n];\n"


def flat(text):
    """Without line breaks, blanks and the comma behind a last argument."""
    return re.sub(r",(?=[)}])", "", re.sub(r"\s+", "", text))


def function_differences(api, functions):
    found = {m[1]: flat(m[0].removeprefix("pub ").rstrip(";")) for m in re.finditer(r"pub fn (\w+)\([^;]*;", functions)}
    wanted = {name: flat(f"fn {name}({parameters(f)}){result(f)}") for name, f in api["functions"].items()}
    return difference("functions.rs", wanted, found)


def type_differences(api, types):
    constants = {m[1]: int(m[2]) for m in re.finditer(r"pub const (V4LXX_\w+): \w+ = (-?\d+);", types)}
    structs = {m[1]: flat(m[2]) for m in re.finditer(r"pub struct (\w+) \{([^}]*)\}", types)}
    wanted = {}
    for name, struct in api["structs"].items():
        fields = []
        for field in struct["fields"]:
            c_type, count = element(field["type"])
            rust = raw_type(c_type)
            fields.append(f"pub{raw_field(field['name'])}:" + (f"[{rust};{count}usize]" if count else rust))
        wanted[name] = ",".join(fields)
    found = {name: text.rstrip(",") for name, text in structs.items() if name in wanted or not is_opaque(text)}
    return difference("types.rs", {n: c["value"] for n, c in api["constants"].items()}, constants) + difference("types.rs", wanted, found)


def is_opaque(fields):
    return fields.startswith("_unused")


def difference(file, wanted, found):
    """What of one file is not as api.json says."""
    out = []
    for name in sorted({*wanted, *found}):
        if name not in found:
            out.append(f"bindings/rust/v4lxx-sys/src/{file}: {name} is missing")
        elif name not in wanted:
            out.append(f"bindings/rust/v4lxx-sys/src/{file}: {name} is not in abi/v0/api.json")
        elif wanted[name] != found[name]:
            out.append(f"bindings/rust/v4lxx-sys/src/{file}: {name} is {found[name]}, abi/v0/api.json has {wanted[name]}")
    return out


def differences(api, types, functions):
    return function_differences(api, functions) + type_differences(api, types)
