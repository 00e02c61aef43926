#!/usr/bin/env python3
"""abi/v0/api.json -> the raw layers of the Lua binding: SWIG declarations and descriptions in C for 5.1 to 5.4, cdef and calls for LuaJIT,
constants, and what the tests hold both against. usage: gen_lua.py ROOT [--check]

What a parameter is for in Lua follows from its type and tag (signature()); a function with a parameter that fits nothing stops the
generator. Both layers give the same functions: arguments are the inputs in order, results are the outputs in order."""
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import api_json  # noqa: E402
from api_json import element, plain_fields  # noqa: E402
from generated import write_or_check  # noqa: E402

NOTE = "Generated from abi/v0/api.json by abi/tools/gen_lua.py; do not edit."
PREFIX = "v4lxx_"
INTEGERS = ("int32_t", "uint32_t", "int64_t", "uint64_t", "size_t")
# Written by hand in bindings/lua/v4lxx/ffi.lua: a function of Lua is called from inside of them.
CALLS_BACK = ("v4lxx_stream_set_frame_callback", "v4lxx_context_set_log", "v4lxx_stream_dispatch", "v4lxx_context_set_event_callback",
              "v4lxx_context_dispatch")
# A thread of the library would call functions of Lua while Lua runs.
NOT_IN_LUA = ("v4lxx_context_start_thread", "v4lxx_context_stop_thread")


def short(name):
    return name.removeprefix(PREFIX)


class Api:
    def __init__(self, api):
        self.functions = {name: f for name, f in api["functions"].items() if name not in NOT_IN_LUA}
        self.structs, self.handles = api["structs"], api["handles"]
        self.constants, self.callbacks, self.typedefs = api["constants"], api["callbacks"], api["typedefs"]
        self.json = api
        self.initialisers = {s["init_function"]: name for name, s in self.structs.items() if s.get("init_function")}

    def base(self, name):
        """An integer type without its typedefs, but v4lxx_bool, which is a boolean in Lua."""
        while name in self.typedefs and name != "v4lxx_bool":
            name = self.typedefs[name]["type"]
        return name

    def structs_in_order(self):
        """Those inside others come first."""
        return sorted(self.structs, key=lambda name: self.structs[name]["kind"] != "frozen")

    def release(self, handle):
        """The function that gives a reference back; a handle without one is only ever borrowed."""
        return next((f for f in (handle + "_unref", handle + "_free") if f in self.functions), None)

    def has_ref(self, handle):
        return handle + "_ref" in self.functions

    def signature(self, name):
        """(what is returned, parameters as (role, type without const and *)); a role that takes two or three parameters stands once."""
        function, roles = self.functions[name], []
        parameters = list(function["params"])
        if name in self.initialisers:
            return "void", [("init", self.initialisers[name])]
        while parameters:
            used, role = self.role(name, parameters)
            roles.append(role)
            del parameters[:used]
        return self.returned(function, roles), roles

    def role(self, name, parameters):
        parameter = parameters[0]
        type_, pass_, nullable = parameter["type"], parameter.get("pass", ""), parameter.get("nullable", False)
        target = api_json.pointed(type_)
        following = parameters[1]["type"] if len(parameters) > 1 else ""
        if type_ == "v4lxx_error **":
            return 1, ("error", target)
        if pass_ == "callback":
            return 3, ("callback", type_)
        if target in self.handles and type_.count("*") == 2 and following == "uint32_t":
            return 2, ("out_handles", target)
        if target in self.handles:
            return 1, ({("owned", 2): "out_handle", ("owned", 1): "taken"}.get((pass_, type_.count("*")), "handle"), target)
        if target in self.structs:
            return 1, ({"out": "struct_out", "inout": "struct_inout"}.get(pass_, "struct_or_nil" if nullable else "struct"), target)
        if type_ == "const char *":
            return 1, ("text_or_nil" if nullable else "text", "char")
        if type_ == "void *" and pass_ == "out" and following in ("uint32_t", "size_t"):
            counted = any(p["type"] == "size_t *" for p in parameters)
            return 2, ("buffer" if counted else "text_buffer", following)
        if type_ == "const uint32_t *" and following == "uint32_t":
            return 2, ("array", "uint32_t")
        if type_ == "size_t *" and self.functions[name]["returns"]["type"] == "v4lxx_status":
            return 1, ("used", "size_t")
        if pass_ == "out" and parameter["name"] == "out_count":  # of the table that the objects come in
            return 1, ("counted", self.base(target))
        if pass_ == "out" and parameter["name"] == "tag":  # told of a failure as well
            return 1, ("tag", self.base(target))
        if pass_ == "out" and self.base(target) in INTEGERS:
            return 1, ("out", self.base(target))
        if "*" not in type_ and self.base(type_) in INTEGERS + ("v4lxx_bool",):
            return 1, ("value", self.base(type_))
        sys.exit(f"gen_lua.py: {name}: no way to say '{type_} {parameter['name']}' (pass: {pass_ or 'none'}) in Lua")

    def returned(self, function, roles):
        returns = function["returns"]
        type_ = returns["type"]
        target = api_json.pointed(type_)
        if ("error", "v4lxx_error") in roles:
            return "status"
        if target in self.handles:
            return f"{returns['pass']} {target}"
        return {"void": "void", "const char *": "text", "const void *": "pointer"}.get(type_) or self.base(type_)


# ---- SWIG ----

SWIG_PARAMETERS = {
    "error": "v4lxx_error **ERROR", "callback": "{0} CALLBACK, void *USER_DATA, v4lxx_destroy_fn DESTROY", "out_handle": "{0} **OUT_HANDLE",
    "out_handles": "{0} **OUT_HANDLES, uint32_t CAPACITY", "counted": "{0} *COUNTED", "taken": "{0} *TAKEN", "handle": "{0} *HANDLE", "struct": "{0} *STRUCT", "struct_or_nil": "{0} *STRUCT_OR_NIL",
    "struct_out": "{0} *STRUCT_OUT", "struct_inout": "{0} *STRUCT_INOUT", "init": "{0} *STRUCT_OUT, uint32_t SIZE_OF_STRUCT",
    "text": "const char *TEXT", "text_or_nil": "const char *TEXT_OR_NIL", "buffer": "void *BUFFER, {0} BUFFER_SIZE",
    "text_buffer": "void *TEXT_BUFFER, {0} BUFFER_SIZE", "array": "const {0} *ARRAY, {0} ARRAY_COUNT", "used": "size_t *USED",
    "tag": "{0} *TAG", "out": "{0} *OUT", "value": "{0} VALUE"}


def swig_return(returned):
    kind, _, handle = returned.partition(" ")
    if handle:
        return f"{handle} *"
    return {"status": "v4lxx_status ", "void": "void ", "text": "const char *", "pointer": "const void *"}.get(returned, returned + " ")


def swig_functions(api):
    out = [f"/* {NOTE} The name of a parameter is its role: typemaps.i knows each. */"]
    for name in api.functions:
        returned, roles = api.signature(name)
        # What is borrowed becomes a reference of its own where there is such a thing, and else keeps its owner alive.
        if " " in returned:
            kind, handle = returned.split()
            out.append(f"LX_{kind.upper()}({handle}, {name})")
        parameters = ", ".join(SWIG_PARAMETERS[role].format(type_) for role, type_ in roles)
        out.append(f"%rename({short(name)}) {name};\n{swig_return(returned)}{name}({parameters or 'void'});")
    return "\n".join(out) + "\n"


def c_descriptions(api):
    out = [f"/* {NOTE} */", ""]
    for handle in api.handles:
        release = api.release(handle)
        if release:
            out.append(f"static void lx_release_{handle}(void *pointer) {{ {release}(({handle} *)pointer); }}")
        if api.has_ref(handle):
            out.append(f"static void *lx_ref_{handle}(void *pointer) {{ return {handle}_ref(({handle} *)pointer); }}")
    for handle in api.handles:
        functions = ", ".join(f"lx_{kind}_{handle}" if there else "NULL"
                              for kind, there in (("release", api.release(handle)), ("ref", api.has_ref(handle))))
        out.append(f"static const lx_type lx_type_p_{handle} = {{\"{short(handle)}\", {functions}}};")
    out.append("static const lx_type *const lx_types[] = {" + ", ".join(f"&lx_type_p_{h}" for h in api.handles) + ", NULL};")
    for name in api.structs_in_order():
        struct = api.structs[name]
        out.append(f"static const lx_field lx_fields_{name}[] = {{")
        for field in plain_fields(struct):
            type_, count = element(field["type"])
            inner = f"&lx_struct_{type_}" if type_ in api.structs else "NULL"
            kind = "LX_STRUCT" if type_ in api.structs else "LX_" + api.base(type_).removeprefix("v4lxx_").removesuffix("_t").upper()
            out.append(f"    {{\"{field['name']}\", {kind}, {count}, offsetof({name}, {field['name']}), {inner}}},")
        versioned = "1" if struct["kind"] == "versioned" else "0"
        out.append(f"    {{NULL, LX_UINT32, 0, 0, NULL}}}};\nstatic const lx_struct lx_struct_{name} = "
                   f"{{\"{short(name)}\", sizeof({name}), {versioned}, lx_fields_{name}}};")
    return "\n".join(out) + "\n"


# ---- LuaJIT ----

def declared(type_, name):
    base, count = element(type_)
    return f"{base}{'' if base.endswith('*') else ' '}{name}" + (f"[{count}]" if count else "")


def cdef(api):
    def parameters(thing):
        return ", ".join(declared(p["type"], p["name"]) for p in thing["params"]) or "void"
    out = [f"typedef {t['type']} {name};" for name, t in api.typedefs.items()]
    out += [f"typedef struct {handle} {handle};" for handle in api.handles]
    out += [f"typedef struct {{ {handle} *v4lxx_pointer; bool v4lxx_owned; }} v4lxx_lua_{short(handle)};" for handle in api.handles]
    for name in api.structs_in_order():
        fields = " ".join(declared(f["type"], f["name"]) + ";" for f in api.structs[name]["fields"])
        out.append(f"typedef struct {name} {{ {fields} }} {name};")
    out += [f"typedef {c['returns']['type']} (*{name})({parameters(c)});" for name, c in api.callbacks.items()]
    out += [declared(f["returns"]["type"], name) + f"({parameters(f)});" for name, f in api.functions.items()]
    # Under names of our own: another module may have declared the system's.
    out += ["typedef struct { int fd; short events; short revents; } v4lxx_lua_pollfd;",
            "int v4lxx_lua_poll(v4lxx_lua_pollfd *descriptors, unsigned long count, int timeout_ms) __asm__(\"poll\");"]
    lines = [f"-- {NOTE}", "local ffi = require \"ffi\"", "ffi.cdef [[", *out, "]]", "", "return {", "  handles = {"]
    for handle in api.handles:
        release = f"\"{api.release(handle)}\"" if api.release(handle) else "false"
        ref = f"\"{handle}_ref\"" if api.has_ref(handle) else "false"
        lines.append(f"    {{ name = \"{short(handle)}\", release = {release}, ref = {ref} }},")
    lines += ["  },", "  structs = {"]
    for name, struct in api.structs.items():
        fields = []
        for field in plain_fields(struct):
            type_, count = element(field["type"])
            fields.append(f"{{ \"{field['name']}\", \"{api.base(type_)}\", {count} }}")
        versioned = "true" if struct["kind"] == "versioned" else "false"
        lines.append(f"    {name} = {{ versioned = {versioned}, " + ", ".join(fields) + " },")
    lines += ["  },", "  functions = {"] + [f"    \"{name}\"," for name in api.functions]
    version = ".".join(map(str, api_json.newest(api.json)))
    return "\n".join(lines + ["  },", f"  version = \"{version}\",", "}"]) + "\n"


class LuaCall:
    """One function of the LuaJIT layer: what stands before the call, its arguments, and what is given back."""

    def __init__(self, api, name):
        self.api, self.name = api, name
        self.returned, roles = api.signature(name)
        self.tells_size, self.tells_tag = ("used", "size_t") in roles, ("tag", "uint64_t") in roles
        self.inputs, self.before, self.arguments, self.results = [], [], [], []
        for role, type_ in roles:
            getattr(self, "put_" + role)(type_)

    def checked(self, how, before="", after=""):
        """The next input as `how` understands it, which gets its place and the name of the function for the message."""
        self.inputs.append(f"a{len(self.inputs) + 1}")
        return f"{how}({before}{self.inputs[-1]}, {len(self.inputs)}, \"{short(self.name)}\"{after})"

    def put_error(self, _type):
        self.arguments.append("err")

    def put_handle(self, type_):
        self.arguments.append(self.checked("is_" + short(type_)))

    def put_taken(self, type_):
        self.arguments.append(self.checked("take_" + short(type_)))

    def put_out_handle(self, type_):
        self.arguments.append(f"out_{short(type_)}")
        self.results.append(f"new_{short(type_)}(out_{short(type_)}[0])")

    def put_out_handles(self, type_):
        self.before.append(f"local room, most = new_room(\"{type_}\", {self.checked('to_uint32_t')})")
        self.arguments += ["room", "most"]
        self.results.append(f"from_room(new_{short(type_)}, room, most)")

    def put_counted(self, type_):
        self.arguments.append("out_" + type_)

    def struct(self, type_, nullable="false"):
        return self.checked("to_struct", before=f"\"{type_}\", ", after=f", {nullable}")

    def put_struct(self, type_):
        self.arguments.append(self.struct(type_))

    def put_struct_or_nil(self, type_):
        self.arguments.append(self.struct(type_, "true"))

    def put_struct_inout(self, type_):
        self.put_struct_back(type_, self.struct(type_))

    def put_struct_out(self, type_):
        self.put_struct_back(type_, f"new_struct(\"{type_}\")")

    def put_struct_back(self, type_, made):
        self.before.append(f"local s = {made}")
        self.arguments.append("s")
        self.results.append(f"from_struct(\"{type_}\", s)")

    def put_init(self, type_):
        self.put_struct_out(type_)
        self.arguments.append(f"sizeof(\"{type_}\")")

    def put_text(self, _type):
        self.arguments.append(self.checked("to_text"))

    def put_text_or_nil(self, _type):
        self.arguments.append(self.checked("to_text_or_nil"))

    def put_buffer(self, _type):
        self.before.append(f"local buffer, size = new_buffer({self.checked('to_buffer_size')})")
        self.arguments += ["buffer", "size"]

    def put_text_buffer(self, type_):
        self.put_buffer(type_)
        self.results.append("text(buffer)")

    def put_used(self, _type):
        self.arguments.append("out_size_t")
        self.results.append("bytes(buffer, out_size_t[0])")

    def put_array(self, _type):
        self.before.append(f"local array, count = {self.checked('to_array')}")
        self.arguments += ["array", "count"]

    def put_out(self, type_):
        self.arguments.append("out_" + type_)
        self.results.append(f"from_{type_}(out_{type_}[0])")

    def put_tag(self, type_):
        self.before.append(f"out_{type_}[0] = 0")
        self.put_out(type_)

    def put_value(self, type_):
        self.arguments.append(self.checked("to_" + type_.removeprefix(PREFIX)))

    def value(self, call):
        """What the call itself gives, as an expression of Lua."""
        kind, _, handle = self.returned.partition(" ")
        if kind == "owned":
            return f"new_{short(handle)}({call})"
        if kind == "borrowed":
            return f"borrow_{short(handle)}({call}, {self.inputs[0]})"
        return {"text": f"text({call})", "pointer": f"pointer({call})"}.get(kind, f"from_{kind.removeprefix(PREFIX)}({call})")

    def text(self):
        call = f"C.{self.name}({', '.join(self.arguments)})"
        lines = [f"function raw.{short(self.name)}({', '.join(self.inputs)})"] + ["  " + line for line in self.before]
        if self.returned == "status":
            needed = ", out_size_t[0]" if self.tells_size else ""
            failed = f"failed_of({self.results[0]}, failed(status))" if self.tells_tag else f"failed(status{needed})"
            lines += [f"  local status = {call}", f"  if status ~= 0 then return {failed} end",
                      "  if pending.value then raise() end", "  return " + (", ".join(self.results) or "true")]
        elif self.returned == "void":
            lines.append(f"  {call}")
            lines += ["  return " + ", ".join(self.results)] if self.results else []
        elif self.results:
            lines += [f"  local value = {self.value(call)}", "  return value, " + ", ".join(self.results)]
        else:
            lines.append(f"  return {self.value(call)}")
        return "\n".join(lines + ["end"])


def lua_calls(api):
    by_hand = {name for name in api.functions if any(role == "callback" for role, _ in api.signature(name)[1])}
    assert by_hand <= set(CALLS_BACK), f"write {by_hand - set(CALLS_BACK)} in bindings/lua/v4lxx/ffi.lua, and name it in gen_lua.py"
    bodies = [LuaCall(api, name).text() for name in api.functions if name not in CALLS_BACK]
    words = set(re.findall(r"\b(?:is|take|new|out|borrow|to|from)_\w+", "\n".join(bodies)))
    words |= {"err", "failed", "failed_of", "pending", "raise", "text", "bytes", "pointer", "sizeof"}
    lines = [f"-- {NOTE}", "return function(raw, runtime)", "  local C = runtime.C"]
    lines += [f"  local {word} = runtime.{word}" for word in sorted(words)]
    body = "\n".join(lines) + "\n" + "\n".join("  " + line for body in bodies for line in body.splitlines()) + "\nend\n"
    assert len(words) < 180, "a function of Lua has at most 200 local variables"
    return body


# ---- for both ----

def constants(api):
    lines = [f"-- {NOTE}", "return {"]
    lines += [f"  {name.removeprefix('V4LXX_')} = {c['value']}," for name, c in sorted(api.constants.items())]
    return "\n".join(lines + ["}"]) + "\n"


def test_data(api):
    lines = [f"-- {NOTE}", "return {", "  functions = {"]
    for name in api.functions:
        returned, roles = api.signature(name)
        lines.append(f"    {short(name)} = \"{returned}({', '.join(role for role, _ in roles)})\",")
    lines += ["  },", "  layouts = {"]
    for name in api.structs:
        size, offsets = api_json.layout(api.json, name)
        offsets = ", ".join(f"{field} = {offset}" for field, offset in offsets.items())
        lines.append(f"    {name} = {{ size = {size}, offsets = {{ {offsets} }} }},")
    return "\n".join(lines + ["  },", "}"]) + "\n"


def main(root, check):
    api = Api(api_json.read(root))
    outputs = {"swig/functions.i": swig_functions(api), "swig/descriptions.h": c_descriptions(api), "v4lxx/cdef.lua": cdef(api),
               "v4lxx/ffi_calls.lua": lua_calls(api), "v4lxx/constants.lua": constants(api), "tests/api.lua": test_data(api)}
    return write_or_check(root, {"bindings/lua/" + name: text for name, text in outputs.items()},
                          "does not match abi/v0/api.json; run abi/tools/gen_lua.py", check)


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]), "--check" in sys.argv[2:]))
