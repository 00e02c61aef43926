#!/usr/bin/python3
"""The controls of vivid, shown, read and set by the program alone. usage: controls_test.py PROGRAM"""
import re
import unittest

from program import NODES, ProgramTest


class Controls(ProgramTest):
    def values(self, node, *words):
        return {control["short_name"]: control["value"] for control in self.answer("ctl", node, *words)["controls"]}

    def test_U20_all_controls_are_shown(self):
        for node in NODES:
            text = self.good("ctl", node)
            for heading in ("User Controls", "Vivid Controls"):
                self.assertIn(heading + "\n", text)
            self.assertRegex(text, r"brightness +integer +128 +0 to 255, default 128\n")
            self.assertRegex(text, r"gain +integer +\d+ .*inactive: gain_automatic is 1; changes by itself")
            self.assertRegex(text, r"read_only_integer_32_bits .*\[read-only\]")
            self.assertRegex(text, r"(?s) menu +menu +3 \(Menu Item 3\).*\n +1  Menu Item 1\n +3  Menu Item 3\n +4  Menu Item 4\n")
            listed = self.values(node)
            self.assertEqual(len(listed), len(re.findall(r"^  \w", text, re.M)))
            self.assertEqual((listed["brightness"], listed["bitmask"], listed["string"]), (128, 0x80002000, "  "))

    def test_U21_what_is_set_is_there_for_the_next_program(self):
        for node in NODES:
            words = ["brightness=77", "hue=-0x10", "boolean=off", "menu=Menu Item 4", "integer_menu=42", "bitmask=0x80402010",
                     "integer_64_bits=-9223372036854775808", "string=abc", "button=1"]
            text = self.good("ctl", node, *words)
            self.assertIn("brightness: 77\n", text)
            self.assertIn("menu: 4 (Menu Item 4)\n", text)
            self.assertIn("button: pushed\n", text)
            names = [word.partition("=")[0] for word in words if not word.startswith("button")]
            self.assertEqual(list(self.values(node, *names).values()), [77, -16, 0, 4, 42, 0x80402010, -2**63, "abc"])
            self.good("ctl", node, "brightness=128", "hue=0", "boolean=on", "menu=3", "integer_menu=5",
                      "bitmask=0x80002000", "integer_64_bits=0", "string=  ")

    def test_U21_an_automatic_mode_is_set_before_what_it_governs(self):
        for node in NODES:
            refused = self.fails("V4LXX-E0506", "ctl", node, "gain=50")
            advice = re.search(r"try: +v4lxx (ctl .*=50)\b", refused).group(1).split()
            self.assertEqual(advice, ["ctl", node, "gain_automatic=0", "gain=50"])
            self.good(*advice)
            self.assertEqual(self.values(node, "gain"), {"gain": 50})
            self.good("ctl", node, "gain=12", "gain_automatic=0")
            self.good("ctl", node, "gain_automatic=1")

    def test_U21_a_misspelt_word_changes_nothing(self):
        for node in NODES:
            self.assertIn("Did you mean contrast", self.fails("V4LXX-E0500", "ctl", node, "brightness=1", "contrats=1"))
            self.assertEqual(self.values(node, "brightness"), {"brightness": 128})

    def test_U21_every_refusal_says_what_is_taken(self):
        node = NODES[0]
        for code, word, told in (("E0502", "brightness=256", "0 to 255"), ("E0504", "menu=2", "3 (Menu Item 3)"),
                                 ("E0504", "integer_menu=4", "2, 3, 5, 8, 13, 21, 42"), ("E0516", "brightness=bright", "0 to 255"),
                                 ("E0513", "string=12345", "2 to 4 bytes"), ("E0508", "power_present=0", "read-only")):
            self.assertIn(told, self.fails("V4LXX-" + code, "ctl", node, word), word)


if __name__ == "__main__":
    unittest.main()
