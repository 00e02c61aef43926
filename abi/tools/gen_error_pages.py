"""What people and tests see of the codes: the list, a page for each, and the triggers as code. Called by gen_status.py."""
import registry

HOW_TO_READ_C = "`context` is a context, `camera` an open `%s`, `stream` a stream of it, and `error` a `v4lxx_error *` that is NULL."


def outputs(data, note):
    """Path below the root -> text."""
    texts = {"docs/reference/errors.md": index(data, note)}
    for entry in data["codes"]:
        texts[f"docs/reference/errors/E{entry['number']:04d}.md"] = page(entry, data, note)
    texts["tests/cli/error_triggers_c.inc"] = code(data, note, "c", "static v4lxx_error *", "v4lxx_context *context, "
                                                   "v4lxx_device *camera, v4lxx_stream *stream")
    texts["tests/cli/error_triggers_inside.inc"] = code(data, note, "inside", "static Trigger", "")
    return texts


def index(data, note):
    out = ["# Statuses and codes", "", f"<!-- {note} -->", "", "A call returns a status; the error object also has a code. "
           "Both numbers are permanent. `v4lxx explain E0231` prints the page of a code.", "", "| status | number | meaning |",
           "|---|---|---|"]
    out += [f"| `V4LXX_{s['name']}` | {s['number']} | {s['meaning']} |" for s in data["statuses"]]
    out += ["", "| code | name | status | meaning | what to do |", "|---|---|---|---|---|"]
    out += [f"| [{registry.label(c)}](errors/E{c['number']:04d}.md) | `V4LXX_CODE_{c['name']}` | `{c['status']}` | {c['meaning']} | "
            f"{c['advice']} |" for c in data["codes"]]
    return "\n".join(out) + "\n"


def page(entry, data, note):
    meaning = next(s["meaning"] for s in data["statuses"] if s["name"] == entry["status"])
    out = [f"# {registry.label(entry)}: {entry['name']}", "", f"<!-- {note} -->", "", f"**{entry['meaning']}**", "",
           f"Status `V4LXX_{entry['status']}`: {meaning}", "", registry.wrapped(entry["explain"]), "",
           f"**What to do:** {entry['advice']}", ""]
    out += trigger(entry["trigger"])
    out += ["[All codes](../errors.md)"]
    return "\n".join(out) + "\n"


def trigger(how):
    out = ["## See it happen", ""]
    if "script" in how:
        out += ["`fault.txt`, the script of a [simulated camera](../../guide/simulator.md):", "", "```", how["script"].strip(), "```", ""]
    if "run" in how:
        out += ["```sh", how["run"].strip(), "```", ""]
    if "c" in how:
        out += ["In C, where " + HOW_TO_READ_C % how.get("camera", registry.DEFAULT_CAMERA), "", "```c"]
        out += [how["functions"].strip(), ""] if "functions" in how else []
        out += [how["c"].strip(), "```", ""]
    if "inside" in how:
        out += ["No command causes it in a full build. The test does it inside the library:", "", "```cpp", how["inside"].strip(), "```", ""]
    return out


def camera_arguments(how, kind):
    """The name of the camera and its script, for the fixture in C."""
    if kind != "c":
        return ""
    return ', "%s", "%s"' % (how.get("camera", registry.DEFAULT_CAMERA), how.get("script", "").replace("\n", "\\n"))


def code(data, note, kind, returns, parameters):
    """One function for each code whose trigger is of this kind, and their list."""
    chosen = [c for c in data["codes"] if kind in c["trigger"]]
    out = ["/* %s. */" % (note[0].upper() + note[1:])]
    for c in chosen:
        out += ["", c["trigger"].get("functions", "").rstrip()] if "functions" in c["trigger"] else []
        out += ["", f"{returns}{' ' if returns[-1] != '*' else ''}{kind}_{c['name'].lower()}({parameters or 'void'})", "{"]
        out += ["    v4lxx_error *error = NULL;", "    (void)context, (void)camera, (void)stream;"] if kind == "c" else []
        out += ["    " + line if line else "" for line in c["trigger"][kind].rstrip().split("\n")]
        out += ["    return error;"] if kind == "c" else []
        out += ["}"]
    out += ["", f"#define {kind.upper()}_TRIGGERS(X) \\"]
    out += [f"    X({c['number']}, {kind}_{c['name'].lower()}{camera_arguments(c['trigger'], kind)}) \\" for c in chosen] + ["    /* end */"]
    return "\n".join(out) + "\n"
