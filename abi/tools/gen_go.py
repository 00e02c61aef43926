#!/usr/bin/env python3
"""abi/v0/api.json -> the raw layer of the Go binding, its layout test, and the constants of its package.

usage: gen_go.py ROOT [--check]
Every function of api.json gets a variable; what C says by a type it does not know stops the run, so nothing is left out."""
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import api_json  # noqa: E402
from generated import write_or_check  # noqa: E402

HEAD = """// SPDX-License-Identifier: MIT
// Code generated from abi/v0/api.json by abi/tools/gen_go.py; DO NOT EDIT.

"""
INTEGERS = {"int32_t": "int32", "uint32_t": "uint32", "int64_t": "int64", "uint64_t": "uint64", "size_t": "uintptr"}
# Types that the package v4lxx has under the same name, with their constants. The others stay in its signatures' own words.
PUBLIC = ("capability", "check", "clock", "code", "colour_family", "control_flags", "control_type", "event_kind", "examine_flags", "feature", "flow",
          "format_field", "format_flags", "frame_flags", "image_type", "input_capability", "input_status", "input_type", "list_flags", "listen_flags",
          "log_topic", "match", "mode_flags", "mode_verdict", "node_role", "picture_type", "rate_verdict", "read_mode", "reserve", "selection_flags", "selection_target", "settling_state",
          "severity", "signal_state", "stream_phase", "timestamp_source", "timings_capability", "timings_flags", "timings_standard")
KEEP_CASE = {"API", "ABI", "CEA861", "CVT", "DMT", "DV", "GTF", "HDMI", "JPEG", "M2M", "MMAP", "OK", "PNG", "RGB", "SDI", "SDR", "TAI",
             "USB", "UTF8", "VBI", "YUV", "ID", "FD", "IO"}


def camel(name):
    """v4lxx_stream_get_fd, V4LXX_READ_BYTES -> StreamGetFd, ReadBytes; words such as PNG of constants stay as they are."""
    upper = name.upper() == name
    words = re.sub("^(v4lxx|V4LXX)_", "", name).split("_")
    return "".join(w if upper and w in KEEP_CASE else w[:1].upper() + w[1:].lower() for w in words)


def sentence(text):
    return " ".join((text or "").replace("::", "").split())


class Types:
    """The types of C that api.json has, in Go."""

    def __init__(self, api):
        self.api = api

    def value(self, name):
        """A type that is passed or held by value."""
        if name in INTEGERS:
            return INTEGERS[name]
        if name in self.api["typedefs"] or name in self.api["structs"]:
            return camel(name)
        if name in self.api["callbacks"]:
            return "uintptr"
        raise SystemExit(f"gen_go.py: no Go type for {name!r}")

    def parameter(self, param):
        kind = param["type"].replace("const ", "")
        if "*" not in kind:
            return self.value(kind)
        base, stars = kind.replace("*", "").strip(), kind.count("*")
        if base in self.api["handles"]:
            return ("*" if stars == 2 else "") + camel(base)
        if base == "char":
            return "*byte" if param.get("nullable") else "string"
        if base == "void":
            return "uintptr" if param["name"] == "user_data" else "unsafe.Pointer"
        return "*" + self.value(base)

    def result(self, name):
        if name == "void":
            return ""
        kind = name.replace("const ", "")
        if "*" not in kind:
            return self.value(kind)
        base = kind.replace("*", "").strip()
        if base in self.api["handles"]:
            return camel(base)
        return {"char": "string", "void": "unsafe.Pointer"}[base]

    def field(self, name):
        kind, count = api_json.element(name)
        return f"[{count}]{self.value(kind)}" if count else self.value(kind)


def argument(name):
    """A name for a parameter that is no word of Go's own."""
    name = {"type": "kind", "error": "err", "range": "rng", "interface": "face"}.get(name, name)
    first, *others = name.split("_")
    return first + "".join(w[:1].upper() + w[1:] for w in others)


def functions(api, types):
    out = [HEAD, "package capi\n\nimport \"unsafe\"\n\n// The functions of the library, by their names in C without the prefix. Load() fills them in.\n",
           "// Strings they return are copies; a pointer parameter may be nil where the header says so.\nvar (\n"]
    for name, f in sorted(api["functions"].items()):
        params = ", ".join(f"{argument(p['name'])} {types.parameter(p)}" for p in f["params"])
        result = types.result(f["returns"]["type"])
        out.append(f"\t// {camel(name)} is {name}: {sentence(f['brief'])}\n")
        out.append(f"\t{camel(name)} func({params})" + (f" {result}" if result else "") + "\n")
    out.append(")\n\n// Symbols names every function of the library and the variable it is for.\nvar symbols = []symbol{\n")
    out += [f"\t{{\"{name}\", &{camel(name)}}},\n" for name in sorted(api["functions"])]
    return "".join(out) + "}\n"


def structs(api, types):
    out = [HEAD, "package capi\n\nimport \"unsafe\"\n\n"]
    out.append("// Handles of the library; 0 is C's NULL. They are numbers here: the garbage collector has nothing to do with them.\ntype (\n")
    out += [f"\t// {camel(name)} is {name}. {sentence(h['brief'])}\n\t{camel(name)} uintptr\n" for name, h in sorted(api["handles"].items())]
    out.append(")\n")
    for name, s in sorted(api["structs"].items()):
        out.append(f"\n// {camel(name)} is {name}: {sentence(s['brief'])}\ntype {camel(name)} struct {{\n")
        width = max(len(camel(f["name"])) for f in s["fields"])
        for f in s["fields"]:
            kind = types.field(f["type"])
            out.append(f"\t{camel(f['name']).ljust(width)} {kind} // {sentence(f.get('doc'))}\n")
        out.append("}\n")
        if s["kind"] == "versioned":
            out.append(f"\n// Make{camel(name)} is {s['init_macro']}.\nfunc Make{camel(name)}() {camel(name)} {{\n"
                       f"\treturn {camel(name)}{{StructSize: uint32(unsafe.Sizeof({camel(name)}{{}}))}}\n}}\n")
    return aligned("".join(out))


def constants(api, types):
    out = [HEAD, "package capi\n"]
    out.append(f"\n// MinimumVersion is that of the first library that has all of these functions.\nconst MinimumVersion = \"{minimum(api)}\"\n")
    for name, t in sorted(api["typedefs"].items()):
        out.append(f"\n// {camel(name)} is {name}: {sentence(t['brief'])}\ntype {camel(name)} {INTEGERS[t['type']]}\n" + ("\n" if "enum" in t else ""))
        if "enum" in t:
            out.append(constant_block(api, t["enum"], camel(name)))
    seen = set()
    for name in (*api["constants"], *api["functions"], *api["structs"], *api["handles"], *api["typedefs"]):
        assert camel(name) not in seen, f"gen_go.py: two things are called {camel(name)}"
        seen.add(camel(name))
    return aligned("".join(out))


def minimum(api):
    return ".".join(map(str, (*api_json.newest(api), 0, 0)[:3]))


def constant_block(api, enum, kind):
    names = api["enums"][enum]["constants"]
    lines = [f"\t{camel(n)} {kind} = {api['constants'][n]['value']} // {sentence(api['constants'][n].get('doc'))}\n" for n in names]
    return "const (\n" + "".join(lines) + ")\n"


def public(api):
    """Types and constants that a program of Go sees, and an error for each status that is a failure."""
    out = [HEAD, "package v4lxx\n\nimport \"github.com/libv4lxx/libv4lxx/bindings/go/capi\"\n"]
    for short in PUBLIC:
        t = api["typedefs"].get("v4lxx_" + short)
        assert t, f"gen_go.py: there is no type v4lxx_{short}"
        kind = camel("v4lxx_" + short)
        out.append(f"\n// {kind}: {sentence(t['brief'])}\ntype {kind} {INTEGERS[t['type']]}\n\n")
        out.append(constant_block(api, t["enum"], kind))
    out.append("\n// What a failure is, for errors.Is. The details: errors.As with a *Error.\nvar (\n")
    failures = [n for n in api["enums"]["v4lxx_status_values"]["constants"] if api["constants"][n]["value"] < 0]
    for name in failures:
        word = camel(name).replace("Error", "Err", 1)
        out.append(f"\t// {word}: {sentence(api['constants'][name]['doc'])}\n\t{word} error = statusError(capi.{camel(name)})\n")
    out.append(")\n")
    return aligned("".join(out))


def layout_test(api, types):
    out = [HEAD, "package capi\n\nimport \"unsafe\"\n\n"]
    out.append("// Each line compiles only if size and offset are those of C, which are the same on every target of abi/v0/api.json.\nconst (\n")
    for name, s in sorted(api["structs"].items()):
        go, (size, offsets) = camel(name), api_json.layout(api, name)
        out += same(f"unsafe.Sizeof({go}{{}})", size)
        for field, offset in offsets.items():
            out += same(f"unsafe.Offsetof({go}{{}}.{camel(field)})", offset)
    out.append(")\n\n// Every function as the header declares it: its result, then its parameters.\nvar signatures = map[string][]string{\n")
    for name, f in sorted(api["functions"].items()):
        words = [f["returns"]["type"]] + [p["type"] for p in f["params"]]
        out.append(f"\t\"{name}\": {{" + ", ".join(f'"{w}"' for w in words) + "},\n")
    out.append("}\n\n// What the types of these signatures and of the fields below are made of.\nvar integers = map[string]string{\n")
    out += [f"\t\"{name}\": \"{t['type']}\",\n" for name, t in sorted(api["typedefs"].items())]
    out.append("}\n\nvar callbacks = map[string]bool{\n")
    out += [f"\t\"{name}\": true,\n" for name in sorted(api["callbacks"])]
    out.append("}\n\nvar handles = map[string]bool{\n")
    out += [f"\t\"{name}\": true,\n" for name in sorted(api["handles"])]
    out.append("}\n\n// The fields of every struct, with one value of the Go type and, of versioned ones, what its Make and its init function write.\n")
    out.append("var layouts = []layout{\n")
    for name, s in sorted(api["structs"].items()):
        go = camel(name)
        fields = ", ".join(f'"{f["type"]}"' for f in s["fields"])
        out.append(f"\t{{\"{name}\", {go}{{}}, []string{{{fields}}}, ")
        if s["kind"] == "versioned":
            out.append(f"func() (any, any) {{\n\t\tvar a {go}\n\t\t{camel(s['init_function'])}(&a, uint32(unsafe.Sizeof(a)))\n"
                       f"\t\treturn a, Make{go}()\n\t}}}},\n")
        else:
            out.append("nil},\n")
    out.append("}\n\n// The constants as numbers.\nvar constants = map[string][2]int64{\n")
    out += [f"\t\"{name}\": {{int64({camel(name)}), {c['value']}}},\n" for name, c in sorted(api["constants"].items())]
    return aligned("".join(out) + "}\n")


def same(expression, value):
    return [f"\t_ = uint({expression} - {value})\n", f"\t_ = uint({value} - {expression})\n"]


def aligned(text):
    """gofmt's columns: names, types and comments of neighbouring lines of a struct or a block of constants; keys of a map."""
    lines, out, block = text.split("\n"), [], []
    for line in [*lines, ""]:
        if line.startswith("\t") and not line.startswith("\t//") and not line.startswith("\t_"):
            block.append(line)
        else:
            out += columns(block)
            block = []
            out.append(line)
    return "\n".join(out[:-1])


COLUMNS = (re.compile(r"\t(?P<a>\w+) +(?P<b>[\w\[\].]+)(?P<e> = \S+)?(?: // ?(?P<c>.*))?$"), re.compile(r"\t(?P<a>\"\w+\":) (?P<b>.*)$"))


def columns(block):
    for pattern in COLUMNS:
        found = [pattern.match(line) for line in block]
        if block and all(found):
            break
    else:
        return block
    parts = [[m["a"], m["b"] + (m.groupdict().get("e") or ""), m.groupdict().get("c")] for m in found]
    typed = pattern is COLUMNS[0] and all(m["e"] for m in found)
    if typed:
        parts = [[m["a"], m["b"], m["e"].strip(), m["c"]] for m in found]
    widths = [max(len(row[i]) for row in parts) for i in range(len(parts[0]) - 1)]
    out = []
    for row in parts:
        cells = [cell.ljust(width) for cell, width in zip(row, widths)]
        out.append(("\t" + " ".join(cells) + (f" // {row[-1]}" if row[-1] else "")).rstrip())
    return out


def main(root, check):
    api = api_json.read(root)
    types = Types(api)
    go = "bindings/go"
    outputs = {f"{go}/capi/zfuncs.go": functions(api, types), f"{go}/capi/zstructs.go": structs(api, types),
               f"{go}/capi/zconsts.go": constants(api, types), f"{go}/capi/zlayout_test.go": layout_test(api, types),
               f"{go}/zconsts.go": public(api)}
    return write_or_check(root, outputs, "does not match abi/v0/api.json; run abi/tools/gen_go.py", check)


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]), "--check" in sys.argv[2:]))
