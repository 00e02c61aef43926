#!/usr/bin/env python3
"""Every way to break the ABI that we know of is tried on a copy of headers, map and a stub library: ./dev abi must fail
and name the rule.

usage: mutations_test.py ROOT [PART/PARTS]     of the mutations in order, every PARTS-th, so that they can run side by side
"""
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

import stub_library

ROOT = pathlib.Path(sys.argv.pop(1) if len(sys.argv) > 1 else pathlib.Path(__file__).parents[2]).resolve()
PART, PARTS = (int(number) for number in (sys.argv.pop(1) if re.match(r"\d+/\d+$", sys.argv[-1]) else "1/1").split("/"))
COPIED = ("include/v4lxx", "abi/registry", "abi/libv4lxx.map")
FUNCTION = "V4LXX_API v4lxx_bool v4lxx_supports(v4lxx_feature feature);"
TAGS = " * @threadsafety safe\n * @since 0.1\n */\n"
NEW = f"/**\n * Answers.\n * @returns the answer.\n{TAGS}V4LXX_API int32_t v4lxx_answer_get(void);\n\n"
MAP = "        v4lxx_answer_get;\n    local:"


class Tree:
    """A copy of what the checks read, with golden files of its own."""

    def __init__(self, folder):
        self.root = pathlib.Path(folder)
        for name in COPIED:
            target = self.root / name
            target.parent.mkdir(parents=True, exist_ok=True)
            (shutil.copytree if (ROOT / name).is_dir() else shutil.copy)(ROOT / name, target)
        for name in ("src/base", "docs/reference", "abi/v0", "tests/abi"):
            (self.root / name).mkdir(parents=True)
        subprocess.run([sys.executable, str(ROOT / "abi/tools/gen_status.py"), str(self.root)], check=True, capture_output=True)

    def change(self, name, old, new, count=1):
        path = self.root / name
        aligned = "  +".join(re.escape(part) for part in re.split("  +", old))  # however wide a column of comments is
        text, found = re.subn(aligned, lambda _: new, path.read_text(), count=count)
        if found == 0:
            raise AssertionError(f"{name} has no {old!r}: the mutation no longer fits the tree")
        path.write_text(text)

    def build(self, extra=""):
        self.library = stub_library.build(self.root, self.root / "build", extra)

    def abi(self, *arguments):
        command = [sys.executable, str(ROOT / "abi/tools/abi.py"), "--root", str(self.root), "--build", str(self.root / "build")]
        done = subprocess.run(command + list(arguments), capture_output=True, text=True)
        return done.returncode, done.stdout + done.stderr


class Mutations(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.pristine = Tree(pathlib.Path(cls.folder.name) / "pristine")
        cls.pristine.build()
        code, text = cls.pristine.abi("--update")
        assert code == 0, text

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def setUp(self):
        root = pathlib.Path(self.folder.name) / self.id().rpartition(".")[2]
        shutil.copytree(self.pristine.root, root)
        self.tree = Tree.__new__(Tree)
        self.tree.root = root

    def fails(self, *rules, build=True, extra=""):
        if build:
            self.tree.build(extra)
        code, text = self.tree.abi()
        self.assertEqual(code, 1, text)
        for rule in rules:
            self.assertIn(rule if ": " in rule else rule + ": ", text)
        return text

    def header(self, name, old, new, count=1):
        self.tree.change(f"include/v4lxx/{name}", old, new, count)

    def remove_function(self):
        text = (self.tree.root / "include/v4lxx/version.h.in").read_text()
        before, _, after = text.partition(FUNCTION)
        (self.tree.root / "include/v4lxx/version.h.in").write_text(before[:before.rindex("/**")] + after)

    def add_function(self, text=NEW):
        self.header("version.h.in", "#ifdef __cplusplus\n}", text + "#ifdef __cplusplus\n}")
        self.tree.change("abi/libv4lxx.map", "    local:", MAP)

    # nothing broken

    def test_an_unchanged_tree_is_clean(self):
        self.tree.build()
        code, text = self.tree.abi()
        self.assertEqual(code, 0, text)
        self.assertTrue(text.endswith("abi: clean\n"), text)

    # what is promised

    def test_removed_symbol_is_named(self):
        self.remove_function()
        self.tree.change("abi/libv4lxx.map", "        v4lxx_supports;\n", "")
        text = self.fails("function-removed: v4lxx_supports", "symbol-removed: v4lxx_supports", "abidiff-incompatible")
        self.assertIn("broken: ", text)

    def test_symbol_missing_from_the_map_alone_is_named(self):
        self.tree.change("abi/libv4lxx.map", "        v4lxx_supports;\n", "")
        self.fails("map-lacks-function: v4lxx_supports", "symbol-removed: v4lxx_supports")

    def test_map_name_without_header_is_named(self):
        self.remove_function()
        self.fails("map-without-header: v4lxx_supports", "symbol-not-exported: v4lxx_supports")

    def test_leaked_symbol_is_named(self):
        self.tree.change("abi/libv4lxx.map", "    local:\n        *;\n", "")
        self.fails("map-hides-nothing", "symbol-leaked: helper_of_ours",
                   extra='__attribute__((visibility("default"))) int helper_of_ours(void);\nint helper_of_ours(void) { return 0; }\n')

    def test_node_change_is_named(self):
        self.tree.change("abi/libv4lxx.map", "LIBV4LXX_0 {", "LIBV4LXX_1.0 {")
        self.fails("node-changed: v4lxx_supports", "abidiff-incompatible")

    def test_soname_that_does_not_fit_the_node_is_named(self):
        self.tree.build()
        self.tree.change("abi/libv4lxx.map", "LIBV4LXX_0 {", "LIBV4LXX_1.0 {")
        self.fails("soname: ", "node-differs", build=False)

    def test_update_takes_in_a_removal_before_1_0_and_names_it(self):
        self.remove_function()
        self.tree.change("abi/libv4lxx.map", "        v4lxx_supports;\n", "")
        self.tree.build()
        code, text = self.tree.abi("--update")
        self.assertEqual(code, 0, text)
        self.assertIn("symbol-removed: v4lxx_supports", text)

    def test_update_refuses_a_removal_since_1_0(self):
        for name in ("abi/libv4lxx.map", "abi/v0/api.json", "abi/v0/symbols.txt"):
            self.tree.change(name, "LIBV4LXX_0", "LIBV4LXX_1.0", 0)
        before = (self.tree.root / "abi/v0/symbols.txt").read_text()
        self.remove_function()
        self.tree.change("abi/libv4lxx.map", "        v4lxx_supports;\n", "")
        self.tree.build()
        code, text = self.tree.abi("--update")
        self.assertEqual(code, 1, text)
        self.assertIn("since 1.0 nothing is removed or changed", text)
        self.assertEqual((self.tree.root / "abi/v0/symbols.txt").read_text(), before)

    def test_update_refuses_a_header_that_breaks_a_rule(self):
        self.tree.build()
        self.header("context.h", " * @threadsafety safe\n", "")
        before = (self.tree.root / "abi/v0/api.json").read_text()
        code, text = self.tree.abi("--update")
        self.assertEqual(code, 1, text)
        self.assertIn("threadsafety-missing", text)
        self.assertEqual((self.tree.root / "abi/v0/api.json").read_text(), before)

    def test_library_without_debug_information_is_named(self):
        self.tree.build()
        subprocess.run(["strip", "--strip-debug", str(self.tree.library)], check=True)
        self.fails("library-without-debug-info", build=False)

    def test_missing_library_is_named(self):
        (self.tree.root / "build/libv4lxx.so.0.1.0").unlink()
        self.fails("library-missing", build=False)

    def test_renumbered_constant_is_named(self):
        self.header("stream.h", "V4LXX_MEMORY_MMAP = 1 ", "V4LXX_MEMORY_MMAP = 2 ")
        self.fails("constant-renumbered: V4LXX_MEMORY_MMAP: 1 became 2")

    def test_removed_constant_is_named(self):
        self.header("version.h.in", "    V4LXX_FEATURE_PNG = 2,   /**< frames can be encoded as PNG */\n", "")
        self.fails("constant-removed: V4LXX_FEATURE_PNG")

    def test_swapped_struct_fields_are_named(self):
        width = "    uint32_t width;        /**< pixels */\n"
        height = "    uint32_t height;       /**< pixels */\n"
        self.header("stream.h", width + height, height + width)
        self.fails("struct-field-moved: v4lxx_stream_options.width",
                   "struct-field-moved: v4lxx_stream_options.height", "abidiff-changed")

    def test_changed_field_type_is_named(self):
        self.header("stream.h", "uint32_t buffer_count;", "int32_t buffer_count;")
        self.fails("struct-field-changed: v4lxx_stream_options.buffer_count", "abidiff-changed")

    def test_shrunk_struct_is_named(self):
        self.header("types.h", "    uint32_t denominator; /**< lower number; 0 means \"not known\" */\n", "")
        self.fails("struct-shrunk: v4lxx_fraction", "struct-field-removed: v4lxx_fraction.denominator", "struct-size-8")

    def test_field_in_the_middle_is_named(self):
        self.header("stream.h", "    uint64_t delivered; ", "    uint64_t seen; /**< frames seen */\n    uint64_t delivered; ")
        self.fails("struct-field-inserted: v4lxx_stream_account: seen", "struct-field-moved: v4lxx_stream_account.delivered")

    def test_grown_frozen_struct_is_named(self):
        self.header("types.h", "} v4lxx_fraction;", "    uint64_t more; /**< more */\n} v4lxx_fraction;")
        self.fails("struct-frozen-grown: v4lxx_fraction")

    def test_changed_signature_is_named(self):
        self.header("version.h.in", FUNCTION, FUNCTION.replace("v4lxx_bool", "int64_t"))
        self.fails("function-signature-changed: v4lxx_supports", "abidiff-changed")

    def test_changed_ownership_is_named(self):
        self.header("context.h", "@returns @owned the same context.", "@returns @borrowed context the same context.")
        self.fails("function-ownership-changed: v4lxx_context_ref")

    def test_weakened_thread_safety_is_named(self):
        self.header("stream.h", "@threadsafety signal", "@threadsafety safe")
        self.fails("function-threadsafety-weakened: v4lxx_stream_cancel")

    def test_null_no_longer_allowed_is_named(self):
        self.header("context.h", "@param options  @borrowed @nullable NULL takes", "@param options  @borrowed NULL takes")
        self.fails("function-nullable-narrowed: v4lxx_context_create")

    def test_removed_handle_and_changed_callback_are_named(self):
        self.header("stream.h", "typedef void (*v4lxx_frame_fn)", "typedef int32_t (*v4lxx_frame_fn)")
        self.fails("callback-signature-changed: v4lxx_frame_fn")

    def test_changed_typedef_is_named(self):
        self.header("types.h", "typedef int32_t v4lxx_bool;", "typedef uint32_t v4lxx_bool;")
        self.fails("typedef-changed: v4lxx_bool")

    # what may be added, with fresh golden files

    def test_added_function_asks_for_an_update_and_is_clean_after_it(self):
        self.add_function()
        self.fails("function-added", "symbol-added", "golden-stale")
        code, text = self.tree.abi("--update")
        self.assertEqual(code, 0, text)
        self.assertIn("symbol-added: v4lxx_answer_get", text)

    def grow_account(self):
        self.header("stream.h", "} v4lxx_stream_account;", "    uint64_t seen; /**< frames seen */\n} v4lxx_stream_account;")
        self.header("stream.h", "V4LXX_STREAM_ACCOUNT_INIT { (uint32_t)sizeof(v4lxx_stream_account), 0,",
                    "V4LXX_STREAM_ACCOUNT_INIT { (uint32_t)sizeof(v4lxx_stream_account), 0, 0,")

    def test_grown_tail_asks_for_an_update_and_keeps_the_first_size(self):
        first = json.loads((self.tree.root / "abi/v0/api.json").read_text())["structs"]["v4lxx_stream_account"]["v1_size"]
        self.grow_account()
        text = self.fails("struct-grown", "golden-stale", "generated-stale")
        self.assertNotIn("abidiff-changed", text)  # the same struct was allowed
        code, text = self.tree.abi("--update")
        self.assertEqual(code, 0, text)
        self.assertIn(f"(v4lxx_stream_account, V4LXX_STREAM_ACCOUNT_INIT, v4lxx_stream_account_init, {first})",
                      (self.tree.root / "tests/abi/versioned_structs.inc").read_text())

    def test_allowed_tail_does_not_cover_another_struct(self):
        self.grow_account()
        self.header("stream.h", "uint32_t buffer_count;", "int32_t buffer_count;")
        self.fails("abidiff-changed", "struct-grown: v4lxx_stream_account", "struct-field-changed: v4lxx_stream_options.buffer_count")

    def test_allowed_tail_does_not_cover_a_changed_function(self):
        self.grow_account()
        self.header("device.h", "int32_t fd,", "int64_t fd,")
        self.fails("abidiff-changed", "struct-grown: v4lxx_stream_account", "function-signature-changed: v4lxx_device_open_fd")

    # a header that breaks a rule: the line begins with its file and number

    def lint(self, rule, name, old, new, count=1):
        self.header(name, old, new, count)
        text = self.fails(rule, build=False)
        lines = [line for line in text.splitlines() if f": {rule}: " in line]
        self.assertTrue(lines and re.match(r" *include/v4lxx/[\w.]+:[1-9]\d*: ", lines[0]), text)

    def test_function_without_tags_is_named(self):
        self.header("version.h.in", "#ifdef __cplusplus\n}",
                    "V4LXX_API int32_t v4lxx_answer_get(v4lxx_device *device);\n#ifdef __cplusplus\n}")
        self.tree.change("abi/libv4lxx.map", "    local:", MAP)
        self.fails("brief-missing", "since-missing", "threadsafety-missing", "returns-missing", "param-missing", "pointer-tag")

    def test_layout_that_differs_between_data_models_is_named(self):
        self.header("types.h", "uint32_t denominator;", "uint64_t denominator;")
        self.fails("layout-differs", "field-alignment", "struct-hole", build=False)

    def test_layout_of_a_long_differs(self):
        self.header("stream.h", "uint64_t copies; ", "unsigned long copies; ")
        self.fails("layout-differs", "field-type", build=False)

    def test_padding_at_the_end_is_named(self):
        self.header("stream.h", "    uint32_t queued;           /**< buffers with the driver now */\n", "")
        self.fails("struct-hole", "layout-differs", build=False)

    def test_status_without_errors_is_named(self):
        self.lint("errors-missing", "context.h", " * @errors ARGUMENT ABI NO_MEMORY\n", "")

    def test_unknown_status_is_named(self):
        self.lint("errors-word", "context.h", "@errors ARGUMENT ABI", "@errors ARGUMENTS ABI")

    def test_status_name_with_prefix_is_named(self):
        self.lint("errors-word", "context.h", "@errors ARGUMENT ABI", "@errors ERROR_ARGUMENT ABI")

    def test_unknown_thread_word_is_named(self):
        self.lint("threadsafety-word", "context.h", "@threadsafety safe", "@threadsafety mostly")

    def test_misspelt_tag_is_named(self):
        self.lint("unknown-tag", "context.h", "@threadsafety safe", "@threadsafe safe")

    def test_pointer_with_two_tags_is_named(self):
        self.lint("pointer-tag", "context.h", "@borrowed the context.", "@borrowed @out the context.")

    def test_param_that_does_not_exist_is_named(self):
        self.lint("param-unknown", "context.h", "@param flags    bits", "@param flag    bits")

    def test_pointer_result_without_owner_is_named(self):
        self.lint("pointer-result-tag", "context.h", "@returns @owned the same", "@returns the same")

    def test_borrowed_from_nobody_is_named(self):
        self.lint("borrowed-anchor", "context.h", "@returns @borrowed list what", "@returns @borrowed what")

    def test_missing_since_is_named(self):
        self.lint("since-missing", "context.h", " * @since 0.1\n", "")

    def test_ioctl_without_address_is_named(self):
        self.lint("ioctl-without-url", "context.h", "@ioctl VIDIOC_QUERYCAP https://", "@ioctl VIDIOC_QUERYCAP see ")

    def test_error_in_the_middle_is_named(self):
        self.lint("error-not-last", "context.h",
                  "v4lxx_context **out, v4lxx_error **error);", "v4lxx_error **error, v4lxx_context **out);")

    def test_undocumented_field_is_named(self):
        self.lint("field-undocumented", "types.h", " /**< upper number */", "")

    def test_undocumented_constant_is_named(self):
        self.lint("constant-undocumented", "stream.h", " /**< the driver allocates, the library maps once */", "")

    def test_undocumented_handle_is_named(self):
        self.lint("brief-missing", "types.h", "/**< Everything hangs off one. Refcounted. */", "")

    def test_anonymous_enum_is_named(self):
        self.lint("anonymous-enum", "stream.h", "enum v4lxx_memory_values {", "enum {")

    def test_field_of_enum_type_is_named(self):
        self.lint("field-type", "stream.h", "v4lxx_memory memory; ", "enum v4lxx_memory_values memory; ")

    def test_pointer_field_is_named(self):
        self.lint("field-type", "stream.h", "uint64_t copies; ", "const char *copies; ")

    def test_bit_field_is_named(self):
        self.lint("field-type", "stream.h", "uint32_t queued; ", "uint32_t queued : 32; ")

    def test_float_field_is_named(self):
        self.lint("field-type", "stream.h", "uint32_t queued; ", "float queued; ")

    def test_struct_size_not_first_is_named(self):
        self.lint("struct-size-first", "stream.h", "    uint32_t struct_size;  /**< sizeof(v4lxx_stream_options)",
                  "    uint32_t size;  /**< sizeof(v4lxx_stream_options)")

    def test_missing_init_macro_is_named(self):
        self.lint("init-missing", "stream.h", "#define V4LXX_STREAM_ACCOUNT_INIT", "#define V4LXX_STREAM_ACCOUNTS_INIT")

    def test_struct_without_kind_is_named(self):
        self.lint("struct-kind", "types.h", "@frozen ", "")

    def test_struct_by_value_is_named(self):
        self.lint("struct-by-value", "stream.h",
                  "v4lxx_stream *stream, v4lxx_fraction *out,", "v4lxx_stream *stream, v4lxx_fraction out,")

    def test_int_parameter_is_named(self):
        self.lint("param-type", "device.h", "int32_t fd,", "int fd,")

    def test_sixteen_parameters_are_named(self):
        many = ", ".join(f"uint32_t p{i}" for i in range(16))
        self.lint("too-many-params", "version.h.in", "v4lxx_supports(v4lxx_feature feature)", f"v4lxx_supports({many})")

    def test_wrong_prefix_is_named(self):
        self.lint("name-prefix", "version.h.in", "v4lxx_supports(", "v4l2_supports(")

    def test_hidden_function_is_named(self):
        self.lint("not-exported", "version.h.in", FUNCTION, FUNCTION.replace("V4LXX_API ", ""))

    def test_callback_without_destroy_is_named(self):
        self.lint("callback-triple", "stream.h",
                  "v4lxx_destroy_fn destroy, v4lxx_error **error);", "void *destroy, v4lxx_error **error);")

    def test_calling_macro_is_named(self):
        self.lint("macro", "types.h", "#ifndef V4LXX_API\n", "#define V4LXX_DO(x) x\n#ifndef V4LXX_API\n")

    def test_exported_data_is_named(self):
        self.lint("exported-data", "version.h.in", FUNCTION, FUNCTION + "\nextern const int32_t v4lxx_number;")

    def test_inline_function_is_named(self):
        self.lint("inline-function", "version.h.in", FUNCTION,
                  FUNCTION.replace("V4LXX_API", "static inline").replace(";", " { return feature != 0; }"))

    def test_implicit_number_is_named(self):
        self.lint("constant-implicit", "stream.h", "V4LXX_MEMORY_MMAP = 1 ", "V4LXX_MEMORY_MMAP ")

    def test_header_outside_the_umbrella_is_named(self):
        self.header("v4lxx.h", "#include <v4lxx/image.h>\n", "")
        self.fails("not-in-umbrella", build=False)

    # generated files

    def test_edited_status_header_is_named(self):
        self.header("status.h", "V4LXX_END = 2,", "V4LXX_END = 7,")
        self.fails("generated-stale", "constant-renumbered: V4LXX_END", "layout-asserts: lp64")


def load_tests(loader, tests, pattern):
    """What unittest runs: the cases of this part."""
    cases = sorted((case for group in tests for case in group), key=lambda case: case.id())
    return unittest.TestSuite(cases[PART - 1::PARTS])


if __name__ == "__main__":
    unittest.main()
