#!/usr/bin/env python3
"""abi/registry/status.yaml -> public header, C++ enums and table, documentation page. usage: gen_status.py ROOT [--check]"""
import pathlib
import sys

import yaml

from generated import write_or_check

NOTE = "generated from abi/registry/status.yaml by abi/tools/gen_status.py; do not edit"


def c_string(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


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


def page(data):
    out = ["# Statuses and codes", "", f"<!-- {NOTE} -->", "", "A call returns a status; the error object also has a code. "
           "Both numbers are permanent.", "", "| status | number | meaning |", "|---|---|---|"]
    out += [f"| `V4LXX_{s['name']}` | {s['number']} | {s['meaning']} |" for s in data["statuses"]]
    out += ["", "| code | name | status | meaning | what to do |", "|---|---|---|---|---|"]
    out += [f"| V4LXX-E{c['number']:04d} | `V4LXX_CODE_{c['name']}` | `{c['status']}` | {c['meaning']} | {c['advice']} |"
            for c in data["codes"]]
    return "\n".join(out) + "\n"


def check_registry(data):
    statuses = {s["name"] for s in data["statuses"]}
    for kind in ("statuses", "codes"):
        for key in ("number", "name"):
            seen = [e[key] for e in data[kind]]
            assert len(set(seen)) == len(seen), f"{kind}: a {key} stands twice"
    for c in data["codes"]:
        assert c["status"] in statuses and c["status"].startswith("ERROR_"), f"{c['name']}: unknown status {c['status']}"


def main(root, check):
    data = yaml.safe_load((root / "abi/registry/status.yaml").read_text())
    check_registry(data)
    outputs = {"include/v4lxx/status.h": public_header(data), "src/base/status_codes.hpp": cpp_enums(data),
               "src/base/status_table.inc": cpp_table(data), "docs/reference/errors.md": page(data)}
    return write_or_check(root, outputs, "does not match abi/registry/status.yaml; run ./dev abi --update", check)


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]), "--check" in sys.argv[2:]))
