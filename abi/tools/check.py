"""Compares the API of now with the golden files. Within one major version a function, constant, type or map node may be added and
a versioned struct may grow at its tail; everything else breaks a rule, and the finding begins with the rule's name."""


class Comparison:
    """broken: findings that break a promise. added: what is allowed, and needs refreshed golden files. grown: structs with a tail."""

    def __init__(self):
        self.broken, self.added, self.grown = [], [], set()

    def breaks(self, rule, name, text):
        self.broken.append(f"{rule}: {name}: {text}")

    def adds(self, rule, name, text=""):
        self.added.append(f"{rule}: {name}" + (f": {text}" if text else ""))


def keyed(old, new, kind, out):
    """Names of both sides; reports those of one side."""
    for name in sorted(old.keys() - new.keys()):
        out.breaks(f"{kind}-removed", name, "was promised")
    for name in sorted(new.keys() - old.keys()):
        out.adds(f"{kind}-added", name)
    return sorted(old.keys() & new.keys())


def types_of(f):
    return [f["returns"]["type"]] + [p["type"] for p in f["params"]]


def written(f):
    types = types_of(f)
    return f"{types[0]} ({', '.join(types[1:]) or 'void'})"


def compare_contract(name, old, new, out):
    """What the tags promise about pointers: who owns, what may be NULL."""
    pairs = [("result", old["returns"], new["returns"])] + [(p["name"], p, q) for p, q in zip(old["params"], new["params"])]
    for what, was, now in pairs:
        for key in ("pass", "anchor"):
            if was.get(key) != now.get(key):
                out.breaks("function-ownership-changed", name, f"{what}: {was.get(key)} became {now.get(key)}")
        if was.get("nullable") and not now.get("nullable") and what != "result":
            out.breaks("function-nullable-narrowed", name, f"{what} may no longer be NULL")
        if now.get("nullable") and not was.get("nullable") and what == "result":
            out.breaks("function-nullable-narrowed", name, "the result may now be NULL")
    if old.get("since") != new.get("since"):
        out.breaks("function-since-changed", name, f"{old.get('since')} became {new.get('since')}")
    # `safe` serves every caller of `object`; `signal` serves every caller of both.
    order = ["dispatch", "object", "safe", "signal"]
    was, now = old["threadsafety"], new["threadsafety"]
    if was != now and order.index(now) < order.index(was):
        out.breaks("function-threadsafety-weakened", name, f"{was} became {now}")


def compare_functions(old, new, out, kind="function"):
    for name in keyed(old, new, kind, out):
        was, now = old[name], new[name]
        if types_of(was) != types_of(now):
            out.breaks(f"{kind}-signature-changed", name, f"{written(was)} became {written(now)}")
            continue
        if kind == "function":
            compare_contract(name, was, now, out)
            if was.get("node") != now.get("node"):
                out.breaks("node-changed", name, f"{was.get('node')} became {now.get('node')}")
        if was != now:
            out.adds(f"{kind}-text-changed", name, "comment, names or tags")


def compare_constants(old, new, out):
    for name in keyed(old, new, "constant", out):
        was, now = old[name], new[name]
        if was["value"] != now["value"]:
            out.breaks("constant-renumbered", name, f"{was['value']} became {now['value']}")
        if was["enum"] != now["enum"]:
            out.breaks("constant-moved", name, f"{was['enum']} became {now['enum']}")
        if was != now:
            out.adds("constant-text-changed", name)


def compare_fields(name, was, now, out):
    """True if every field of old is where and what it was."""
    before = len(out.broken)
    types = {f["name"]: f["type"] for f in now["fields"]}
    for field in was["fields"]:
        if field["name"] not in types:
            out.breaks("struct-field-removed", f"{name}.{field['name']}", "was promised")
        elif types[field["name"]] != field["type"]:
            out.breaks("struct-field-changed", f"{name}.{field['name']}", f"{field['type']} became {types[field['name']]}")
    for model, layout in was["layouts"].items():
        for field, offset in layout["offsets"].items():
            at = now["layouts"][model]["offsets"].get(field, offset)
            if at != offset:
                out.breaks("struct-field-moved", f"{name}.{field}", f"offset {offset} became {at} in {model}")
        if now["layouts"][model]["size"] < layout["size"]:
            out.breaks("struct-shrunk", name, f"{layout['size']} bytes became {now['layouts'][model]['size']} in {model}")
        if now["layouts"][model]["align"] != layout["align"]:
            out.breaks("struct-alignment-changed", name, f"{layout['align']} became {now['layouts'][model]['align']} in {model}")
    return len(out.broken) == before


def compare_structs(old, new, out):
    for name in keyed(old, new, "struct", out):
        was, now = old[name], new[name]
        if was["kind"] != now["kind"]:
            out.breaks("struct-kind-changed", name, f"{was['kind']} became {now['kind']}")
        kept = compare_fields(name, was, now, out)
        for key in ("init_macro", "init_function"):
            if key in was and was[key] != now.get(key):
                out.breaks("struct-init-removed", name, was[key])
        fresh = {f["name"] for f in now["fields"]} - {f["name"] for f in was["fields"]}
        inside = [f for f in sorted(fresh) if now["layouts"]["lp64"]["offsets"][f] < was["size"]]
        if inside:
            out.breaks("struct-field-inserted", name, f"{', '.join(inside)} before the old end")
        elif now["size"] > was["size"] and was["kind"] == "frozen":
            out.breaks("struct-frozen-grown", name, f"{was['size']} bytes became {now['size']}")
        elif now["size"] > was["size"] and kept:
            out.grown.add(name)
            out.adds("struct-grown", name, f"{was['size']} bytes became {now['size']}: {', '.join(sorted(fresh))}")
        if was != now and now["size"] == was["size"]:
            out.adds("struct-text-changed", name)


def compare_rest(old, new, out):
    for kind, one in (("handles", "handle"), ("typedefs", "typedef"), ("enums", "enum")):
        for name in keyed(old[kind], new[kind], one, out):
            was, now = old[kind][name], new[kind][name]
            if was.get("type") != now.get("type"):
                out.breaks(f"{one}-changed", name, f"{was.get('type')} became {now.get('type')}")
            if was != now:
                out.adds(f"{one}-text-changed", name)


def compare(old, new):
    out = Comparison()
    compare_functions(old["functions"], new["functions"], out)
    compare_functions(old["callbacks"], new["callbacks"], out, "callback")
    compare_constants(old["constants"], new["constants"], out)
    compare_structs(old["structs"], new["structs"], out)
    compare_rest(old, new, out)
    return out


def compare_symbols(old, new):
    """Both are {symbol: node}."""
    out = Comparison()
    for name in keyed(old, new, "symbol", out):
        if old[name] != new[name]:
            out.breaks("node-changed", name, f"{old[name]} became {new[name]}")
    return out


def keep_v1_sizes(old, new):
    """The first size of a struct stays what it was as long as the struct only grew."""
    for name, s in new["structs"].items():
        first = old["structs"].get(name, {}).get("v1_size")
        if first is not None and first <= s["size"]:
            s["v1_size"] = first
