"""The rules of the C API, on the model of extract.py. Each problem is one line: file:line: rule: name: text. Rules: abi/README.md."""
import pathlib
import re

import yaml

THREAD_WORDS = ("safe", "object", "dispatch", "signal")
MOST_PARAMETERS = 15          # what purego can pass
MOST_CALLBACK_PARAMETERS = 6
MACROS = r"V4LXX_((\w+_)?H|API|\w+_INIT|VERSION_\w+|DEPRECATED_IN)$"


class Lint:
    def __init__(self, api, statuses):
        self.api, self.statuses, self.problems = api, statuses, []

    def need(self, condition, rule, entry, name, text):
        if not condition:
            self.problems.append(f"{entry['_where']}: {rule}: {name}: {text}")

    # what every documented thing needs
    def comment(self, name, e, since=True):
        tags = e["_tags"]
        self.need(tags["brief"], "brief-missing", e, name, "a comment must say in one sentence what it is")
        for word in tags["unknown"]:
            self.need(False, "unknown-tag", e, name, f"@{word} is no tag of this API")
        if since:
            self.since(name, e)

    def since(self, name, e):
        self.need(e.get("since"), "since-missing", e, name, "@since is missing")
        if e.get("since"):
            self.need(re.fullmatch(r"\d+\.\d+", e["since"]), "since-format", e, name, f"@since {e['since']} is no release such as 0.1")

    def prefix(self, name, e, wanted="v4lxx_"):
        self.need(name.startswith(wanted), "name-prefix", e, name, f"must begin with {wanted}")

    # functions
    def function(self, name, f):
        tags = f["_tags"]
        self.prefix(name, f)
        self.comment(name, f)
        self.need(f["threadsafety"], "threadsafety-missing", f, name, "@threadsafety is missing")
        if f["threadsafety"]:
            self.need(f["threadsafety"] in THREAD_WORDS, "threadsafety-word", f, name,
                      f"@threadsafety {f['threadsafety']} is none of {', '.join(THREAD_WORDS)}")
        self.need(f["_exported"], "not-exported", f, name, "V4LXX_API is missing")
        self.need(not f["_variadic"], "varargs", f, name, "variable arguments cannot be called from most languages")
        self.need(not f["_inline"], "inline-function", f, name, "a header holds no code")
        self.need(len(f["params"]) <= MOST_PARAMETERS, "too-many-params", f, name, f"more than {MOST_PARAMETERS} parameters")
        for ioctl in tags["ioctls"]:
            self.need(ioctl["url"].startswith("https://") and " " not in ioctl["url"], "ioctl-without-url", f, name,
                      f"@ioctl {ioctl['name']} needs the address of its page")
        self.parameters(name, f, f["params"])
        for p in f["params"]:
            self.parameter_type(name, f, p)
        self.callback_triples(name, f)
        self.result(name, f)
        self.failure(name, f)

    def parameters(self, name, f, params):
        tags = f["_tags"]
        known = [p["name"] for p in params]
        for extra in tags["params"]:
            self.need(extra in known, "param-unknown", f, name, f"@param {extra} is no parameter")
        for twice in tags["twice"]:
            self.need(False, "param-twice", f, name, f"@param {twice} stands twice")
        for p in params:
            self.need(p["name"], "param-unnamed", f, name, "a parameter has no name")
            self.need("_absent" not in p, "param-missing", f, name, f"@param {p['name']} is missing")
            if p["_facts"]["kind"] == "pointer":
                self.need(len(p["_passes"]) == 1, "pointer-tag", f, name,
                          f"parameter {p['name']} needs exactly one of @owned @borrowed @out @inout")
            else:
                self.need(not p["_passes"], "tag-on-value", f, name, f"parameter {p['name']} is no pointer to data")
            if "versioned" in p["_flags"]:
                self.need(p.get("struct") == "versioned", "versioned-tag", f, name, f"parameter {p['name']} is no versioned struct")

    def parameter_type(self, name, f, p):
        facts = p["_facts"]
        if facts["kind"] == "pointer" and facts["to"]["kind"] == "pointer":
            target = facts["to"]["to"]
            self.need(target["kind"] == "record" and target["name"] in self.api["handles"], "param-type", f, name,
                      f"parameter {p['name']}: only handles are handed out through {p['type']}")
            return
        if facts["kind"] == "pointer":
            to = facts["to"]
            good = to["kind"] in ("void", "fixed", "size") or to["names"][:1] == [] and p["type"] == "const char *" or \
                to["kind"] == "record" and (to["name"] in self.api["handles"] or to["name"] in self.api["structs"])
            self.need(good, "param-type", f, name, f"parameter {p['name']}: type {p['type']} is not allowed")
            return
        self.need(facts["kind"] not in ("record", "union"), "struct-by-value", f, name, f"parameter {p['name']} is a struct by value")
        self.need(facts["kind"] in ("fixed", "size", "callback", "record", "union"), "param-type", f, name,
                  f"parameter {p['name']}: type {p['type']} has no fixed width")

    def callback_triples(self, name, f):
        params = f["params"]
        for i, p in enumerate(params):
            if p["_facts"]["kind"] == "callback" and "v4lxx_destroy_fn" not in p["_facts"]["names"]:
                after = [q["type"] for q in params[i + 1:i + 3]]
                self.need(after == ["void *", "v4lxx_destroy_fn"], "callback-triple", f, name,
                          f"{p['name']} must be followed by void *user_data and v4lxx_destroy_fn destroy")

    def result(self, name, f):
        r, facts = f["returns"], f["returns"]["_facts"]
        tagged = "returns" in f["_tags"]
        if facts["kind"] == "void":
            self.need(not tagged, "returns-of-void", f, name, "@returns of a function that returns nothing")
            return
        self.need(tagged, "returns-missing", f, name, "@returns is missing")
        self.need(facts["kind"] not in ("record", "union"), "struct-by-value", f, name, "returns a struct by value")
        if facts["kind"] == "pointer":
            passes = r.get("_passes", [])
            self.need(passes in (["owned"], ["borrowed"]), "pointer-result-tag", f, name,
                      "a pointer result needs @returns @owned or @returns @borrowed ANCHOR")
            if passes == ["borrowed"]:
                self.need(r.get("anchor") == "static" or r.get("anchor") in [p["name"] for p in f["params"]], "borrowed-anchor", f,
                          name, "@returns @borrowed must name the parameter it lives as long as, or `static`")
            to = facts["to"]
            self.need(to["kind"] == "void" or r["type"] == "const char *" or to["kind"] == "record" and
                      to["name"] in self.api["handles"], "result-type", f, name, f"returns {r['type']}")
        else:
            self.need(facts["kind"] in ("fixed", "size", "record", "union"), "result-type", f, name,
                      f"returns {r['type']}, which has no fixed width")

    def failure(self, name, f):
        types = [p["type"] for p in f["params"]]
        status, getter = f["returns"]["type"] == "v4lxx_status", "_get_" in name
        for p in f["params"][:-1]:
            self.need(p["type"] != "v4lxx_error **", "error-not-last", f, name, f"{p['name']} must be the last parameter")
        has_error = "v4lxx_error **" in types
        if has_error:
            p = f["params"][types.index("v4lxx_error **")]
            self.need(p.get("pass") == "owned" and p.get("nullable"), "error-tag", f, name, f"{p['name']} must be @owned @nullable")
            self.need(status, "error-without-status", f, name, "a call that can fail returns v4lxx_status")
            self.need(not getter, "getter-can-fail", f, name, "a _get_ cannot fail: call it _read_")
        if status and not getter:
            self.need(has_error, "status-without-error", f, name, "a call that can fail takes v4lxx_error **error")
            self.need(f.get("errors"), "errors-missing", f, name, "@errors is missing")
        for word in f.get("errors", []):
            self.need(word in self.statuses, "errors-word", f, name, f"@errors {word} is no ERROR_ status of status.yaml")

    def callback(self, name, c):
        self.prefix(name, c)
        self.comment(name, c)
        self.parameters(name, c, c["params"])
        self.need(len(c["params"]) <= MOST_CALLBACK_PARAMETERS, "too-many-params", c, name,
                  f"more than {MOST_CALLBACK_PARAMETERS} parameters")
        last = c["params"][-1] if c["params"] else {}
        self.need(last.get("name") == "user_data" and last.get("type") == "void *", "callback-user-data", c, name,
                  "the last parameter must be void *user_data")
        result = c["returns"]["_facts"]
        self.need(result["kind"] == "void" or result.get("bits") == 32, "callback-result", c, name, "must return void or 32 bits")
        for p in c["params"]:
            self.need(p["_facts"]["kind"] in ("pointer", "fixed"), "param-type", c, name, f"parameter {p['name']}: type {p['type']}")

    # structs
    def struct(self, name, s):
        self.prefix(name, s)
        self.comment(name, s)
        self.need(len(s["_kinds"]) == 1, "struct-kind", s, name, "a struct is either @versioned or @frozen")
        for field in s["fields"]:
            self.need(field["doc"], "field-undocumented", field, f"{name}.{field['name']}", "a field needs a comment")
            self.field_type(name, field)
        if s["kind"] == "versioned":
            first = s["fields"][0] if s["fields"] else {}
            self.need(first.get("name") == "struct_size" and first.get("type") == "uint32_t", "struct-size-first", s, name,
                      "the first field of a versioned struct is uint32_t struct_size")
            self.need("init_macro" in s, "init-missing", s, name, f"V4LXX_{name[6:].upper()}_INIT is missing")
            self.init_function(name, s)
        self.layout(name, s)

    def init_function(self, name, s):
        f = self.api["functions"].get(name + "_init")
        good = f and [p["type"] for p in f["params"]] == [name + " *", "uint32_t"] and f["returns"]["type"] == "void"
        self.need(good, "init-missing", s, name, f"void {name}_init({name} *, uint32_t size) is missing")

    def field_type(self, name, field):
        facts = field["_facts"]
        if facts["kind"] == "array":
            facts = facts["of"]
            good = facts["kind"] == "fixed"
        else:
            good = facts["kind"] == "fixed" and facts["bits"] >= 32
        if facts["kind"] == "record":  # a frozen struct never grows, so it may stand inside
            good = self.api["structs"].get(facts["name"], {}).get("kind") == "frozen"
        self.need(good and not field["_bit_field"], "field-type", field, f"{name}.{field['name']}",
                  f"{'a bit-field' if field['_bit_field'] else field['type']} is not allowed: (u)int32_t, (u)int64_t, a typedef or "
                  "array of these, or a frozen struct")

    def wide(self, facts, model):
        """Offsets of the 64-bit numbers inside a field."""
        if facts["kind"] == "array":
            return self.wide(facts["of"], model)
        if facts["kind"] == "record" and facts["name"] in self.api["structs"]:
            s = self.api["structs"][facts["name"]]
            return [s["layouts"][model]["offsets"][f["name"]] + o for f in s["fields"] for o in self.wide(f["_facts"], model)]
        return [0] if facts.get("bits") == 64 else []

    def layout(self, name, s):
        lay = s["layouts"]["lp64"]
        for model, other in s["layouts"].items():
            self.need((other["size"], other["offsets"]) == (lay["size"], lay["offsets"]), "layout-differs", s, name,
                      f"{other['size']} bytes in {model}, {lay['size']} in lp64, or fields at other offsets")
            for field in s["fields"]:
                for inside in self.wide(field["_facts"], model):
                    at = other["offsets"][field["name"]] + inside
                    self.need(at % 8 == 0, "field-alignment", field, f"{name}.{field['name']}",
                              f"64-bit number at offset {at} in {model}")
        self.need(lay["size"] % 8 == 0, "struct-size-8", s, name, f"{lay['size']} bytes is no multiple of 8: add a reservedN")
        end = 0
        for field in s["fields"]:
            at = lay["offsets"][field["name"]]
            self.need(at == end, "struct-hole", field, f"{name}.{field['name']}",
                      f"{at - end} bytes of padding before it: name them reservedN")
            end = at + field["_bytes"]
        self.need(end == lay["size"], "struct-hole", s, name, f"{lay['size'] - end} bytes of padding at the end: name them reservedN")

    # names and numbers
    def constants(self):
        seen = {}
        for name, c in self.api["constants"].items():
            self.prefix(name, c, "V4LXX_")
            self.need(c["doc"], "constant-undocumented", c, name, "a constant needs a comment")
            self.since(name, c)
            for word in c["_tags"]["unknown"]:
                self.need(False, "unknown-tag", c, name, f"@{word} is no tag of this API")
            self.need(c["_explicit"], "constant-implicit", c, name, "give the number")
            self.need(-2**31 <= c["value"] < 2**31, "constant-range", c, name, "must fit in 31 bits")
            key = c["enum"], c["value"]
            self.need(key not in seen, "constant-twice", c, name, f"has the number of {seen.get(key)}")
            seen[key] = name
        for name, e in self.api["enums"].items():
            self.prefix(name, e)
            typedef = self.api["typedefs"].get(name[:-len("_values")]) if name.endswith("_values") else None
            self.need(typedef and typedef["_facts"].get("bits") == 32, "enum-typedef", e, name,
                      "an enum v4lxx_x_values stands for a typedef of uint32_t or int32_t called v4lxx_x")

    def rest(self):
        for name, t in self.api["typedefs"].items():
            self.prefix(name, t)
            self.comment(name, t, since=False)
            self.need(t["_facts"]["kind"] == "fixed", "typedef-type", t, name, f"{t['type']} has no fixed width")
        for name, h in self.api["handles"].items():
            self.prefix(name, h)
            self.comment(name, h, since=False)
        for name, m in self.api["_macros"].items():
            self.need(re.match(MACROS, name), "macro", m, name, "only guards, V4LXX_API, _INIT, version and deprecation macros")
        for other in self.api["_other"]:
            rule = {"anonymous enum": "anonymous-enum", "VAR_DECL": "exported-data", "UNION_DECL": "union"}[other["kind"]]
            self.need(False, rule, other, other["name"], "is not allowed in a public header")


def statuses_of(root):
    data = yaml.safe_load((root / "abi/registry/status.yaml").read_text())
    return {s["name"][len("ERROR_"):] for s in data["statuses"] if s["name"].startswith("ERROR_")}


def check(api, root):
    root = pathlib.Path(root)
    lint = Lint(api, statuses_of(root))
    for kind, rule in (("functions", lint.function), ("callbacks", lint.callback), ("structs", lint.struct)):
        for name, entry in api[kind].items():
            rule(name, entry)
    lint.constants()
    lint.rest()
    for header in sorted((root / "include/v4lxx").glob("*.h")):
        if header.name not in api["_included"] | {"v4lxx.h"}:
            lint.problems.append(f"include/v4lxx/{header.name}:1: not-in-umbrella: {header.name}: v4lxx.h does not include it")
    return lint.problems
