#!/usr/bin/env python3
"""include/v4lxx/*.h -> api.json: everything a binding, a check or a page needs to know of the C API, read by libclang.

usage: extract.py ROOT [--output FILE]
Prints the problems found by lint.py as file:line: rule: text; exit 1 if there are any.
"""
import argparse
import contextlib
import json
import os
import pathlib
import re
import sys
import tempfile

from clang import cindex

Kind, TypeKind = cindex.CursorKind, cindex.TypeKind
# The three data models of Linux: pointers and long of 64 or 32 bits; int64_t aligned to 8, or to 4 as on i386.
MODELS = {"lp64": "x86_64-linux-gnu", "ilp32_a4": "i386-linux-gnu", "ilp32_a8": "armv7-linux-gnueabihf"}
FIXED = {f"{u}int{n}_t": n for n in (8, 16, 32, 64) for u in ("", "u")}
# All that a public header may include; the sizes come from the target, so no sysroot is needed.
SYSTEM_HEADERS = {
    "stdint.h": "".join(f"typedef __{u.upper()}INT{n}_TYPE__ {u}int{n}_t;\n" for n in (8, 16, 32, 64) for u in ("", "u"))
                + "typedef __UINTPTR_TYPE__ uintptr_t;\n",
    "stddef.h": "typedef __SIZE_TYPE__ size_t;\n#define NULL ((void *)0)\n#define offsetof(t, m) __builtin_offsetof(t, m)\n",
}
BLOCK_TAGS = ("param", "returns", "errors", "ioctl", "threadsafety", "since", "file", "see", "deprecated")
PASSES = ("owned", "borrowed", "out", "inout")
FLAGS = PASSES + ("nullable", "versioned", "frozen", "length")


@contextlib.contextmanager
def system_headers():
    with tempfile.TemporaryDirectory() as folder:
        for name, text in SYSTEM_HEADERS.items():
            (pathlib.Path(folder) / name).write_text(text)
        yield folder


@contextlib.contextmanager
def version_header(root):
    """An include folder with a <v4lxx/version.h>, as the build makes one; its numbers are no part of the ABI."""
    with tempfile.TemporaryDirectory() as folder:
        (pathlib.Path(folder) / "v4lxx").mkdir()
        text = (pathlib.Path(root) / "include/v4lxx/version.h.in").read_text()
        (pathlib.Path(folder) / "v4lxx/version.h").write_text(re.sub(r"@VERSION_\w+@", "0", text))
        yield folder


def clean(text):
    return " ".join(re.sub(r"@(%s)\b" % "|".join(FLAGS), "", text).split())


def flags_in(text):
    return [w for w in FLAGS if re.search(rf"@{w}\b", text)]


def described(text):
    """What a text with flags says: how a pointer is passed, whether it may be NULL, and the words for people."""
    found = flags_in(text)
    out = {"_passes": [p for p in PASSES if p in found], "_flags": found}
    if out["_passes"]:
        out["pass"] = out["_passes"][0]
    for flag in ("nullable", "length"):
        if flag in found:
            out[flag] = True
    out["doc"] = clean(text)
    return out


def comment_of(cursor):
    raw = cursor.raw_comment
    if raw is None:  # clang gives no typedef the comment that stands behind it
        text = pathlib.Path(cursor.location.file.name).read_bytes()[cursor.extent.end.offset:]
        behind = re.match(rb"[ \t]*;[ \t]*(/\*\*<.*?\*/)", text, flags=re.S)
        raw = behind[1].decode() if behind else ""
    return re.sub(r"^\s*/?\*+[<!/]*|\*/\s*$", "", raw, flags=re.M)


def tags_of(cursor):
    """Own reading of the comment: clang's comment tree changes with its version, cuts words at '_' and moves tags about."""
    raw = comment_of(cursor)
    parts = re.split(r"@(%s)\b" % "|".join(BLOCK_TAGS), raw)
    text = clean(parts[0])
    first = re.match(r"(.+?[.!?])\s+(?=[A-Z0-9`\"(])(.*)", text)
    tags = {"brief": first[1] if first else text, "flags": flags_in(parts[0]), "params": {}, "ioctls": [], "words": {},
            "unknown": [w for w in re.findall(r"(?<![\w.])@(\w+)", raw) if w not in BLOCK_TAGS + FLAGS], "twice": []}
    if first:
        tags["details"] = first[2]
    for key, body in zip(parts[1::2], parts[2::2]):
        word, _, rest = " ".join(body.split()).partition(" ")
        if key == "param":
            (tags["twice"] if word in tags["params"] else []).append(word)
            tags["params"][word] = described(rest)
        elif key == "returns":
            tags["returns"] = described(body)
            anchor = re.search(r"@borrowed\s+(\w+)\s*(.*)", " ".join(body.split()))
            if anchor:
                tags["returns"].update(anchor=anchor[1], doc=clean(anchor[2]))
        elif key == "errors":
            tags["errors"] = body.split()
        elif key == "ioctl":
            tags["ioctls"].append({"name": word, "url": rest.strip()})
        else:
            tags["words"][key] = word
    return tags


def type_facts(t):
    """What a type is, seen through typedefs: {kind, ...}; `fixed` is the width of a type from <stdint.h>."""
    names = []
    while t.kind in (TypeKind.ELABORATED, TypeKind.TYPEDEF):
        if t.kind == TypeKind.ELABORATED:
            t = t.get_named_type()
            continue
        names.append(t.get_declaration().spelling)
        t = t.get_declaration().underlying_typedef_type
    fixed = next((FIXED[n] for n in names if n in FIXED), None)
    if t.kind == TypeKind.POINTER:
        pointee = t.get_pointee()
        if pointee.get_canonical().kind in (TypeKind.FUNCTIONPROTO, TypeKind.FUNCTIONNOPROTO):
            return {"kind": "callback", "names": names}
        return {"kind": "pointer", "names": names, "to": type_facts(pointee), "const": pointee.is_const_qualified()}
    if t.kind == TypeKind.RECORD:
        declaration = t.get_declaration()
        return {"kind": "union" if declaration.kind == Kind.UNION_DECL else "record", "name": declaration.spelling,
                "complete": declaration.get_definition() is not None, "names": names}
    if t.kind == TypeKind.CONSTANTARRAY:
        return {"kind": "array", "of": type_facts(t.element_type), "count": t.element_count, "names": names}
    kind = {TypeKind.ENUM: "enum", TypeKind.BOOL: "bool", TypeKind.VOID: "void", TypeKind.FLOAT: "float",
            TypeKind.DOUBLE: "float", TypeKind.LONGDOUBLE: "float"}.get(t.kind)
    if kind is None:
        kind = "fixed" if fixed else "size" if "size_t" in names else "plain"
    return {"kind": kind, "names": names, **({"bits": fixed} if fixed else {})}


class Reader:
    """Reads one data model of the headers; the first one fills the whole model, the others only the layouts."""

    def __init__(self, root, made, system):
        self.root, self.system = root, system
        self.dirs = [str(root / "include"), made]
        self.folders = tuple(os.path.realpath(os.path.join(d, "v4lxx")) + os.sep for d in self.dirs)
        self.files = {}  # whether a file is in one of them: asked for every name that a header declares
        self.api = {k: {} for k in ("functions", "structs", "handles", "callbacks", "typedefs", "enums", "constants")}
        self.api["_macros"], self.api["_other"], self.api["_included"] = {}, [], set()

    def ours(self, cursor):
        name = cursor.location.file.name if cursor.location.file else ""
        if name not in self.files:
            self.files[name] = os.path.realpath(name).startswith(self.folders)
        return self.files[name]

    def where(self, cursor):
        name = os.path.basename(cursor.location.file.name)
        # version.h is made from version.h.in line by line.
        return {"_where": f"include/v4lxx/{name + '.in' if name == 'version.h' else name}:{cursor.location.line}", "header": name}

    def parse(self, target):
        arguments = ["-xc", "-std=c99", "-target", target, "-nostdinc", "-isystem", self.system, "-fparse-all-comments"]
        unit = cindex.Index.create().parse(str(self.root / "include/v4lxx/v4lxx.h"), arguments + [f"-I{d}" for d in self.dirs],
                                           options=cindex.TranslationUnit.PARSE_DETAILED_PROCESSING_RECORD)
        for d in unit.diagnostics:
            if d.severity >= cindex.Diagnostic.Error:
                raise SystemExit(f"{d.location.file}:{d.location.line}: header-does-not-compile: {d.spelling}")
        self.api["_included"] |= {os.path.basename(i.include.name) for i in unit.get_includes()}
        return [c for c in unit.cursor.get_children() if self.ours(c)]

    def read(self, model, target):
        first = model == "lp64"
        for c in self.parse(target):
            if c.kind == Kind.STRUCT_DECL and c.is_definition():
                self.struct(c, model, first)
            elif not first:
                continue
            elif c.kind == Kind.FUNCTION_DECL:
                self.function(c)
            elif c.kind == Kind.ENUM_DECL:
                self.enum(c)
            elif c.kind == Kind.TYPEDEF_DECL:
                self.typedef(c)
            elif c.kind == Kind.MACRO_DEFINITION:
                self.api["_macros"][c.spelling] = self.where(c)
            elif c.kind in (Kind.VAR_DECL, Kind.UNION_DECL):
                self.api["_other"].append({"name": c.spelling, "kind": c.kind.name, **self.where(c)})

    def parameters(self, arguments, tags):
        rows = []
        for a in arguments:
            said = tags["params"].get(a.spelling, {"doc": "", "_passes": [], "_flags": [], "_absent": True})
            facts = type_facts(a.type)
            row = {"name": a.spelling, "type": a.type.spelling, **said, "_facts": facts}
            if facts["kind"] == "callback":
                row["pass"] = "callback"
            rows.append(row)
        return rows

    def common(self, c, tags):
        out = {"brief": tags["brief"], **({"details": tags["details"]} if "details" in tags else {})}
        if "since" in tags["words"]:
            out["since"] = tags["words"]["since"]
        return {**out, **self.where(c), "_tags": tags}

    def function(self, c):
        tags = tags_of(c)
        entry = {**self.common(c, tags), "threadsafety": tags["words"].get("threadsafety"),
                 "returns": {"type": c.result_type.spelling, **tags.get("returns", {}), "_facts": type_facts(c.result_type)},
                 "params": self.parameters(c.get_arguments(), tags)}
        if "errors" in tags:
            entry["errors"] = tags["errors"]
        if tags["ioctls"]:
            entry["ioctls"] = tags["ioctls"]
        entry["_variadic"] = c.type.kind == TypeKind.FUNCTIONPROTO and c.type.is_function_variadic()
        entry["_inline"] = c.is_definition()
        entry["_exported"] = any(k.kind == Kind.VISIBILITY_ATTR for k in c.get_children())
        self.api["functions"][c.spelling] = entry

    def struct(self, c, model, first):
        if first:
            tags = tags_of(c)
            fields = [{"name": f.spelling, "type": f.type.spelling, "doc": clean(comment_of(f)),
                       "_where": self.where(f)["_where"], "_facts": type_facts(f.type), "_bit_field": f.is_bitfield(),
                       "_bytes": f.type.get_size()}
                      for f in c.type.get_fields()]
            kinds = [k for k in ("versioned", "frozen") if k in tags["flags"]]
            self.api["structs"][c.spelling] = {"kind": kinds[0] if kinds else None, **self.common(c, tags), "_kinds": kinds,
                                               "fields": fields, "layouts": {}}
        self.api["structs"][c.spelling]["layouts"][model] = {
            "size": c.type.get_size(), "align": c.type.get_align(),
            "offsets": {f.spelling: c.type.get_offset(f.spelling) // 8 for f in c.type.get_fields()}}

    def enum(self, c):
        if c.is_anonymous() or "unnamed" in c.spelling or not c.spelling:
            self.api["_other"].append({"name": "enum", "kind": "anonymous enum", **self.where(c)})
            return
        self.api["enums"][c.spelling] = {"constants": [e.spelling for e in c.get_children()], **self.where(c)}
        for e in c.get_children():
            tags = tags_of(e)
            self.api["constants"][e.spelling] = {
                "enum": c.spelling, "value": e.enum_value, "since": tags["words"].get("since"),
                "doc": " ".join(filter(None, (tags["brief"], tags.get("details")))), **self.where(e), "_tags": tags,
                "_explicit": any(True for _ in e.get_children())}

    def typedef(self, c):
        under, tags = c.underlying_typedef_type, tags_of(c)
        facts = type_facts(under)
        if facts["kind"] == "callback":
            parameters = self.parameters([a for a in c.get_children() if a.kind == Kind.PARM_DECL], tags)
            result = under.get_pointee().get_result()
            self.api["callbacks"][c.spelling] = {**self.common(c, tags), "params": parameters,
                                                 "returns": {"type": result.spelling, "_facts": type_facts(result)}}
        elif facts["kind"] == "record" and not facts["complete"]:
            self.api["handles"][c.spelling] = self.common(c, tags)
        elif facts["kind"] not in ("record", "union"):
            self.api["typedefs"][c.spelling] = {"type": under.spelling, **self.common(c, tags), "_facts": facts}

    def finish(self):
        api = self.api
        for name, entry in api["typedefs"].items():  # the constants of an enum are as old as its typedef, unless they say otherwise
            values = name + "_values"
            if values in api["enums"]:
                entry["enum"] = values
                for constant in api["enums"][values]["constants"]:
                    api["constants"][constant]["since"] = api["constants"][constant]["since"] or entry.get("since")
        for name, s in api["structs"].items():
            s["size"] = s["v1_size"] = s["layouts"]["lp64"]["size"]
            macro = "V4LXX_" + name[len("v4lxx_"):].upper() + "_INIT"
            s.update({"init_macro": macro} if macro in api["_macros"] else {})
            s.update({"init_function": name + "_init"} if name + "_init" in api["functions"] else {})
        for f in api["functions"].values():
            for p in f["params"]:
                to = p["_facts"].get("to", {})
                kind = api["structs"].get(to.get("name"), {}).get("kind") if to.get("kind") == "record" else None
                p.update({"struct": kind} if kind else {})
        return api


def read_map(path):
    """abi/libv4lxx.map -> {symbol: node}, and whether every node without a parent hides the rest."""
    text = re.sub(r"/\*.*?\*/|#[^\n]*", "", path.read_text(), flags=re.S) if path.exists() else ""
    symbols, hides = {}, True
    for node, body, parent in re.findall(r"(\w[\w.]*)\s*\{(.*?)\}\s*([\w.]*)\s*;", text, flags=re.S):
        exported, _, local = body.partition("local:")
        hides = hides and (bool(parent) or "*" in local.split(";")[0])
        symbols.update({name: node for name in re.findall(r"([\w*?]+)\s*;", exported)})
    return symbols, hides and bool(text)


def read_api(root):
    """The model, with keys that begin with '_' for lint.py."""
    root = pathlib.Path(root)
    with system_headers() as system, version_header(root) as made:
        reader = Reader(root, made, system)
        for model, target in MODELS.items():
            reader.read(model, target)
    api = reader.finish()
    nodes, _ = read_map(root / "abi/libv4lxx.map")
    for name, f in api["functions"].items():
        f["node"] = nodes.get(name)
    return api


def public(value):
    """The model as it goes into api.json."""
    if isinstance(value, dict):
        return {k: public(v) for k, v in value.items() if not k.startswith("_")}
    return [public(v) for v in value] if isinstance(value, list) else value


def to_json(api):
    api = {kind: dict(sorted(entries.items())) for kind, entries in public(api).items()}
    return json.dumps(api, indent=1, ensure_ascii=False) + "\n"


def main():
    import lint

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("root", type=pathlib.Path)
    parser.add_argument("--output", type=pathlib.Path)
    options = parser.parse_args()
    api = read_api(options.root)
    problems = lint.check(api, options.root)
    print("\n".join(problems), file=sys.stderr, end="\n" if problems else "")
    if problems:
        return 1
    if options.output:
        options.output.write_text(to_json(api))
    else:
        sys.stdout.write(to_json(api))
    return 0


if __name__ == "__main__":
    sys.exit(main())
