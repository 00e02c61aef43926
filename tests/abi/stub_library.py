"""A libv4lxx.so without behaviour, made from headers and version map: the checks of the ABI can be tried on it in a second."""
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "abi/tools"))
import extract  # noqa: E402


def source(api):
    out = ["#include <v4lxx/v4lxx.h>\n"]
    for name, f in api["functions"].items():
        parameters = ", ".join(declared(p) for p in f["params"]) or "void"
        body = "" if f["returns"]["type"] == "void" else " return 0; "
        uses = "".join(f"(void){p['name']}; " for p in f["params"])
        out.append(f"{f['returns']['type']} {name}({parameters}) {{ {uses}{body}}}\n")
    return "".join(out)


def declared(p):
    return p["type"] + ("" if p["type"].endswith("*") else " ") + p["name"]


def build(root, build, extra=""):
    """Writes build/include/v4lxx/version.h and build/libv4lxx.so.0.1.0; returns the library."""
    root, build = pathlib.Path(root), pathlib.Path(build)
    (build / "include/v4lxx").mkdir(parents=True, exist_ok=True)
    text = (root / "include/v4lxx/version.h.in").read_text()
    for part, number in (("MAJOR", "0"), ("MINOR", "1"), ("MICRO", "0")):
        text = text.replace(f"@VERSION_{part}@", number)
    (build / "include/v4lxx/version.h").write_text(text)
    (build / "stub.c").write_text(source(extract.read_api(root)) + extra)
    library = build / "libv4lxx.so.0.1.0"
    node = next(iter(extract.read_map(root / "abi/libv4lxx.map")[0].values()))
    major = node[len("LIBV4LXX_"):].split(".")[0]
    subprocess.run(["cc", "-std=c99", "-g", "-fPIC", "-shared", "-fvisibility=hidden", f"-I{root}/include", f"-I{build}/include",
                    f"-Wl,-soname,libv4lxx.so.{major}", f"-Wl,--version-script={root}/abi/libv4lxx.map", "-Wl,--undefined-version",
                    str(build / "stub.c"), "-o", str(library)], check=True, capture_output=True, text=True)
    return library


if __name__ == "__main__":
    print(build(sys.argv[1], sys.argv[2]))
