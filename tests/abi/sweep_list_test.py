#!/usr/bin/env python3
"""struct_sweep.c calls every function that takes a versioned struct, and says right which way the struct goes.

usage: sweep_list_test.py ROOT"""
import json
import pathlib
import re
import sys
import unittest

ROOT = pathlib.Path(sys.argv.pop(1) if len(sys.argv) > 1 else pathlib.Path(__file__).parents[2]).resolve()
WAYS = {"borrowed": "IN", "out": "OUT", "inout": "INOUT"}


class SweepList(unittest.TestCase):
    def test_every_function_with_a_versioned_struct_is_swept(self):
        api = json.loads((ROOT / "abi/v0/api.json").read_text())
        wanted = set()
        for name, f in api["functions"].items():
            for p in f["params"]:
                if p.get("struct") == "versioned" and not name.endswith("_init"):
                    wanted.add((name, WAYS[p["pass"]], p["type"].replace("const ", "").rstrip(" *")))
        rows = re.findall(r"ROW(?:_BY)?\((\w+), (\w+), (\w+)(?:, \w+)?\),", (ROOT / "tests/abi/struct_sweep.c").read_text())
        self.assertEqual({("v4lxx_" + name, way, struct) for name, way, struct in rows}, wanted)
        self.assertEqual(len(rows), len(wanted))
        self.assertGreater(len(wanted), 10)

    def test_every_versioned_struct_has_its_init_test(self):
        api = json.loads((ROOT / "abi/v0/api.json").read_text())
        rows = re.findall(r"VERSIONED_STRUCT\((\w+), (\w+), (\w+), \d+\)\n", (ROOT / "tests/abi/versioned_structs.inc").read_text())
        self.assertEqual({r[0] for r in rows}, {n for n, s in api["structs"].items() if s["kind"] == "versioned"})


if __name__ == "__main__":
    unittest.main()
