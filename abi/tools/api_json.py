"""abi/v0/api.json as the generators of the bindings read it: what C says of a type, a struct and a version, taken apart once."""
import json
import re


def read(root):
    """root: a pathlib.Path, the folder of the project."""
    return json.loads((root / "abi/v0/api.json").read_text())


def pointed(type_):
    """What a pointer leads to: `const v4lxx_frame **` -> `v4lxx_frame`. Of what is no pointer: the type itself."""
    return type_.removeprefix("const ").rstrip("* ")


def element(type_):
    """The type of a field and how many there are of it: `uint32_t[4]` -> (`uint32_t`, 4). 0: it is no array."""
    array = re.fullmatch(r"(\w+)\[(\d+)\]", type_)
    return (array[1], int(array[2])) if array else (type_, 0)


def plain_fields(struct):
    """The fields that a program has to do with: not the size of a versioned struct, and nothing reserved."""
    return [f for f in struct["fields"] if f["name"] != "struct_size" and not f["name"].startswith("reserved")]


def layout(api, name):
    """(size, offsets by field) of a struct: the same in every data model, which is what lint.py asks of the header."""
    first, *others = ((model["size"], model["offsets"]) for model in api["structs"][name]["layouts"].values())
    assert all(other == first for other in others), name
    return first


def newest(api):
    """The release that has every function, as numbers: (0, 1)."""
    return max(tuple(int(part) for part in f["since"].split(".")) for f in api["functions"].values())
