#!/usr/bin/env python3
"""abi/registry -> public header, C++ enums and tables, pages, code of the triggers. usage: gen_status.py ROOT [--check]"""
import pathlib
import sys

import gen_error_pages
import registry
from generated import c_string, write_or_check

NOTE = "generated from abi/registry by abi/tools/gen_status.py; do not edit"


def public_header(data):
    out = ["/* SPDX-License-Identifier: MIT */", "/** @file", " * Statuses and codes. %s. */" % (NOTE[0].upper() + NOTE[1:]),
           "#ifndef V4LXX_STATUS_H", "#define V4LXX_STATUS_H", "", "#include <v4lxx/types.h>", "", "#ifdef __cplusplus",
           'extern "C" {', "#endif", "", "/** What a call returns: >= 0 is success, < 0 is failure. @since 0.1 */",
           "typedef int32_t v4lxx_status;", "enum v4lxx_status_values {"]
    rows = [(f"V4LXX_{s['name']}", s["number"], s["meaning"], s["since"]) for s in data["statuses"]]
    out += [f"    {n} = {v}{',' if i + 1 < len(rows) else ''} /**< {m} @since {since} */" for i, (n, v, m, since) in enumerate(rows)]
    out += ["};", "", "/** The stable number of one cause of failure: 231 is printed as V4LXX-E0231. @since 0.1 */",
            "typedef uint32_t v4lxx_code;", "enum v4lxx_code_values {"]
    rows = [(f"V4LXX_CODE_{c['name']}", c["number"], c["meaning"], c["since"]) for c in data["codes"]]
    out += [f"    {n} = {v}{',' if i + 1 < len(rows) else ''} /**< {m} @since {since} */" for i, (n, v, m, since) in enumerate(rows)]
    out += ["};", "", "#ifdef __cplusplus", "}", "#endif", "#endif", ""]
    return "\n".join(out)


def cpp_enums(data):
    out = [f"// Statuses and codes for C++: {NOTE}.", "#pragma once", "", "#include <cstdint>", "", "namespace v4lxx {", "",
           "enum class Status : int32_t {"]
    out += [f"    {s['name'].lower()} = {s['number']}," for s in data["statuses"]]
    out += ["};", "", "enum class Code : uint32_t {"]
    out += [f"    {c['name'].lower()} = {c['number']}," for c in data["codes"]]
    out += ["};", "", "}  // namespace v4lxx", ""]
    return "\n".join(out)


def cpp_table(data):
    out = [f"// {NOTE}."]
    out += [f"V4LXX_STATUS({s['number']}, {s['name'].lower()}, {c_string(s['name'])}, {c_string(s['meaning'])})"
            for s in data["statuses"]]
    out += [f"V4LXX_CODE({c['number']}, {c['name'].lower()}, {c_string(c['name'])}, {c['status'].lower()}, "
            f"{c_string(c['meaning'])}, {c_string(c['advice'])})" for c in data["codes"]]
    return "\n".join(out) + "\n"


def cpp_explanations(data):
    out = [f"// {NOTE}."]
    for c in data["codes"]:
        lines = registry.wrapped(c["explain"]).splitlines(keepends=True)
        out.append(f"V4LXX_EXPLANATION({c['name'].lower()},\n" + "\n".join("    " + c_string(line) for line in lines) + ")")
    return "\n".join(out) + "\n"


def remove_pages_of_no_code(root, outputs, check):
    for path in sorted((root / "docs/reference/errors").glob("E*.md")):
        if str(path.relative_to(root)) not in outputs:
            if check:
                sys.exit(f"{path.relative_to(root)} is the page of no code; run abi/tools/gen_status.py")
            path.unlink()


def main(root, check):
    data = registry.load(root)
    outputs = {"include/v4lxx/status.h": public_header(data), "src/base/status_codes.hpp": cpp_enums(data),
               "src/base/status_table.inc": cpp_table(data), "src/data/explanations.inc": cpp_explanations(data)}
    outputs.update(gen_error_pages.outputs(data, NOTE))
    remove_pages_of_no_code(root, outputs, check)
    return write_or_check(root, outputs, "does not match abi/registry; run abi/tools/gen_status.py", check)


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]), "--check" in sys.argv[2:]))
