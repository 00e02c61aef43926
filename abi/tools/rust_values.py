"""The plain parts of the safe Rust layer from api.json: a type for each enum and each set of bits, a record for each struct.
Used by gen_rust.py; the macros are written by hand in macros.rs."""
from api_json import plain_fields
from rust_names import NUMBERS, raw_field

NOTE = "// SPDX-License-Identifier: MIT\n//! Generated from abi/v0/api.json by abi/tools/gen_rust.py; do not edit.\n"


def doc(indent, *texts):
    lines = [line for text in texts if text for line in [*text.split("\n"), ""]]
    return [f"{indent}///{' ' + line if line else ''}" for line in lines[:-1]]


def values(names):
    out = [NOTE, "use crate::macros::{bits, numbers};\n"]
    for enum in names.enums:
        typedef = names.api["typedefs"][enum]
        out.append("bits! {" if names.is_bits(enum) else "numbers! {")
        out += doc("    ", names.text(typedef["brief"]), names.text(typedef.get("details", "")))
        out.append(f"    {names.type(enum)}: {NUMBERS[typedef['type']]} {{")
        for constant in names.enums[enum]:
            entry = names.api["constants"][constant]
            out += doc("        ", names.text(entry.get("doc") or f"`{constant}`."))
            out.append(f"        {names.constant(enum, constant)} = {entry['value']},")
        out.append("    }\n}\n")
    return "\n".join(out)


def records(names):
    out = [NOTE, "use crate::values::*;", "use crate::{Array, FourCc, macros::record};\n"]
    for name, struct in names.structs.items():
        out.append(f"record! {{ {struct['kind']}")
        out += doc("    ", names.text(struct["brief"]), names.text(struct.get("details", "")))
        out.append(f"    {names.type(name)} = {name} {{")
        for field in plain_fields(struct):
            # An address of a plane is no number for safe code: FrameRef::plane() has the bytes.
            if field["name"].startswith("plane_address"):
                continue
            shown, rust = names.field(field)
            out += doc("        ", names.text(field.get("doc", field["name"])))
            out.append(f"        {shown}: {rust} = {raw_field(field['name'])},")
        out.append("    }\n}\n")
    return "\n".join(out)
