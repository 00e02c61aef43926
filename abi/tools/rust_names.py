"""How the names and types of the C API are spelled in Rust. Used by gen_rust.py."""
import os
import re

from api_json import element, pointed

NUMBERS = {"int32_t": "i32", "uint32_t": "u32", "int64_t": "i64", "uint64_t": "u64", "size_t": "usize",
           "char": "::core::ffi::c_char", "void": "::core::ffi::c_void"}
# Types whose constants are bits, besides those that are called so.
BITS = ("_flags", "_capability", "_format_field", "_input_status", "_timings_standard")
# Structs that the safe layer does not show: their only fields are arguments of its functions.
HIDDEN = ("v4lxx_context_options", "v4lxx_device_options", "v4lxx_image_options")


def raw_type(c_type):
    """A type of C as bindgen writes it: `const v4lxx_frame *` -> `*const v4lxx_frame`."""
    base = pointed(c_type)
    rust = NUMBERS.get(base, base)
    for level in range(c_type.count("*")):
        constant = level == 0 and c_type.startswith("const ")
        rust = ("*const " if constant else "*mut ") + rust
    return rust


def raw_field(name):
    """`type` and `fn` are words of Rust's own."""
    return name + "_" if name in ("type", "fn") else name


def parameters(function):
    return ", ".join(f"{raw_field(p['name'])}: {raw_type(p['type'])}" for p in function["params"])


def result(function):
    return "" if function["returns"]["type"] == "void" else " -> " + raw_type(function["returns"]["type"])


class Names:
    """What the safe layer calls the things of api.json."""

    def __init__(self, api):
        self.api = api
        self.enums = {name.removesuffix("_values"): enum["constants"] for name, enum in api["enums"].items()}
        self.structs = {name: s for name, s in api["structs"].items() if name not in HIDDEN}

    @staticmethod
    def type(name):
        """`v4lxx_node_role` -> `NodeRole`."""
        return "".join(part.capitalize() for part in name.removeprefix("v4lxx_").split("_"))

    def is_bits(self, enum):
        return enum.endswith(BITS)

    def prefix(self, enum):
        """What the constants of an enum have in common and drop: of the type's name all, or all but its last word; else what they share."""
        whole = enum.upper() + "_"
        shorter = enum.upper().rpartition("_")[0] + "_"
        for prefix in (whole, shorter):
            if prefix != "V4LXX_" and all(c.startswith(prefix) for c in self.enums[enum]):
                return prefix
        return os.path.commonprefix(self.enums[enum]).rpartition("_")[0] + "_"

    def constant(self, enum, constant):
        return constant.removeprefix(self.prefix(enum))

    def shown(self, name):
        return name in self.enums or name in self.structs

    def text(self, text):
        """A comment of the header as Markdown: names of the C API become links to ours where there are such."""
        text = re.sub(r"([\[\]<>])", r"\\\1", text)

        def link(found):
            name = found[1].removesuffix("_values")
            return f"[`{self.type(name)}`](crate::{self.type(name)})" if self.shown(name) else f"`{found[1]}`"

        text = re.sub(r"::(v4lxx_\w+)", link, text)
        text = re.sub(r"(?<![`\w])(v4lxx_\w+(?:\(\))?|V4LXX_\w+|V4L2_\w+|v4l2_\w+)", r"`\1`", text)
        return text[:1].upper() + text[1:]

    def field(self, field):
        """(name, type) of a field in the safe layer."""
        meant = re.search(r"::(v4lxx_\w+)_values", field.get("doc", ""))
        c_type, count = element(field["type"])
        if meant and c_type == "uint32_t":
            c_type = meant[1]
        if field["name"].endswith("fourcc"):
            rust = "FourCc"
        elif c_type == "v4lxx_bool":
            rust = "bool"
        else:
            rust = NUMBERS.get(c_type) or self.type(c_type)
        if count:  # the standard library has defaults for arrays of up to 32
            rust = f"[{rust}; {count}]" if int(count) <= 32 else f"Array<{rust}, {count}>"
        return ("kind" if field["name"] == "type" else field["name"]), rust
