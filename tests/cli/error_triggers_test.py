"""Every code has a page and a trigger, and every trigger makes its error. Argument after the program: the triggers that are code."""
import os
import pathlib
import re
import subprocess
import sys
import unittest

PROGRAM = os.path.abspath(sys.argv.pop(2))
ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.dont_write_bytecode = True
sys.path[:0] = [str(ROOT / "abi/tools"), str(ROOT / "src/data")]
import gen_errnos  # noqa: E402
import gen_error_pages  # noqa: E402
import gen_status  # noqa: E402
import registry  # noqa: E402
from program import PATH, SECONDS, CommandTest  # noqa: E402

DATA = registry.load(ROOT)
CODES = DATA["codes"]
PARTS = ("asked:", "kernel:", "why:", "try:")


class Triggers(CommandTest):
    def check_message(self, entry, message):
        """What holds for every message (the rules of docs/guide/errors.md)."""
        first, *details = message.splitlines()
        self.assertTrue(first.endswith(f"[{registry.label(entry)}]"), message)
        self.assertNotIn("Success", message)
        self.assertRegex(message, r"\A[\x20-\x7e\n]*\Z")
        for line in details:
            self.assertTrue(line.startswith("  ") and line.split()[0] in PARTS, message)
        self.assertTrue(any(line.startswith("  try:") for line in details), message)

    def run_line(self, entry):
        """The command of a page, in an empty folder with its script."""
        trigger = entry["trigger"]
        folder = pathlib.Path(self.folder, registry.label(entry))
        folder.mkdir()
        if "script" in trigger:
            (folder / "fault.txt").write_text(trigger["script"])
        environment = dict(os.environ, PATH=os.path.dirname(PATH) + ":" + os.environ["PATH"])
        return subprocess.run(["sh", "-c", trigger["run"]], cwd=folder, env=environment, stdin=subprocess.DEVNULL, text=True,
                              capture_output=True, timeout=SECONDS)

    def test_every_command_causes_its_code(self):
        for entry in (c for c in CODES if "run" in c["trigger"]):
            with self.subTest(code=registry.label(entry), name=entry["name"]):
                done = self.run_line(entry)
                self.assertNotEqual(done.returncode, 0, done.stdout)
                messages = [m for m in done.stderr.split("v4lxx: ") if registry.label(entry) in m]
                self.assertTrue(messages, f"no [{registry.label(entry)}] in:\n{done.stderr}{done.stdout}")
                self.check_message(entry, messages[0].rstrip("\n"))

    def test_every_piece_of_code_causes_its_code(self):
        done = subprocess.run([PROGRAM], cwd=self.folder, text=True, capture_output=True, timeout=SECONDS)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        lines = {int(wanted): (int(got), message) for wanted, got, message in (line.split(" ", 2) for line in done.stdout.splitlines())}
        entries = [c for c in CODES if "c" in c["trigger"] or "inside" in c["trigger"]]
        self.assertEqual(sorted(lines), [c["number"] for c in entries])
        for entry in entries:
            with self.subTest(code=registry.label(entry), name=entry["name"]):
                got, message = lines[entry["number"]]
                self.assertEqual(got, entry["number"], message)
                self.check_message(entry, message.replace("\\n", "\n"))

    def test_every_code_has_a_page_that_is_up_to_date_and_no_page_is_left_over(self):
        pages = {path.name for path in (ROOT / "docs/reference/errors").glob("*.md")}
        self.assertEqual(pages, {f"E{c['number']:04d}.md" for c in CODES})
        for name, text in gen_error_pages.outputs(DATA, gen_status.NOTE).items():
            self.assertEqual((ROOT / name).read_text(), text, f"{name}: run abi/tools/gen_status.py")
        triggers = sum(any(kind in c["trigger"] for kind in registry.TRIGGER_KINDS) for c in CODES)
        self.assertEqual(triggers, len(CODES))
        print(f"{len(CODES)} codes, {len(pages)} pages, {triggers} triggers", file=sys.stderr)

    def test_every_request_the_library_makes_has_a_name_in_its_messages(self):
        named = set(re.findall(r"REQUEST\((VIDIOC_\w+)\)", (ROOT / "src/kernel/request_names.cpp").read_text()))
        used = set()
        for path in sorted((ROOT / "src").rglob("*.cpp")):
            text = path.read_text()
            self.assertNotRegex(text, r"\bstrerror\(|\bperror\(|system_error\(", f"{path}: texts of the C library depend on the locale")
            if "sim" not in path.parts and path.name != "request_names.cpp":
                used |= set(re.findall(r"\bVIDIOC_[A-Z0-9_]+\b", text))
        self.assertGreater(len(used), 15)
        self.assertEqual(sorted(used - named), [])

    def test_explain_knows_every_errno(self):
        for entry in gen_errnos.load(ROOT)[0]:
            done = subprocess.run([PATH, "explain", entry["name"].lower()], text=True, capture_output=True, timeout=SECONDS)
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            self.assertTrue(done.stdout.startswith(entry["name"] + " (errno "), done.stdout)
        for word in ("28", "-28"):
            done = subprocess.run([PATH, "explain", "--", word], text=True, capture_output=True, timeout=SECONDS)
            self.assertIn("USB bandwidth, never disk space", done.stdout)

    def test_what_an_entry_lacks_is_told_in_a_sentence(self):
        path, whole = ROOT / "abi/registry/codes/200-streaming.yaml", next(c for c in CODES if c["number"] == 231)
        self.assertEqual(list(registry.entry_problems(whole, path, DATA["statuses"])), [])
        wrong = {"explain": ("`explain:`", "paragraphs"), "trigger": ("`trigger:`", "sim"), "status": ("lacks `status:`",)}
        for field, words in wrong.items():
            problems = list(registry.entry_problems({k: v for k, v in whole.items() if k != field}, path, DATA["statuses"]))
            self.assertEqual(len(problems), 1, field)
            for word in words:
                self.assertIn(word, problems[0])
        for field, value in {"explain": "Short.", "advice": "", "status": "ERROR_NOTHING", "trigger": {"run": "a", "c": "b"}, "number": 401}.items():
            self.assertTrue(list(registry.entry_problems(dict(whole, **{field: value}), path, DATA["statuses"])), field)

    def test_explain_prints_the_page_of_every_code(self):
        for entry in CODES:
            for word in (registry.label(entry), f"e{entry['number']:04d}", entry["name"].lower()):
                done = subprocess.run([PATH, "explain", word], text=True, capture_output=True, timeout=SECONDS)
                self.assertEqual((done.returncode, done.stderr), (0, ""), word)
                self.assertIn(registry.label(entry), done.stdout)
                self.assertIn(registry.wrapped(entry["explain"]), done.stdout)


if __name__ == "__main__":
    unittest.main()
