#!/usr/bin/python3
"""A picture from every pixel format of vivid that this program can read, with the right bars in it. usage: pictures_test.py PROGRAM"""
import os
import unittest

import check_bars
from program import NODES, ProgramTest

WIDTH, HEIGHT = 320, 180
# What a format itself loses of 255: by the bits it has for a colour, with chroma that is coarse too.
COARSE = {"RGB332": 22, "RGB444": 9, "ARGB444": 9, "XRGB444": 9, "RGBA444": 9, "RGBX444": 9, "ABGR444": 9, "XBGR444": 9, "BGRA444": 9,
          "BGRX444": 9, "YUV444": 32, "YUV555": 22, "YUV565": 14}


def grey(colour):
    """What a format without colour keeps of one: the luma that vivid computes (Rec. 709 weights)."""
    luma = round(0.2126 * colour[0] + 0.7152 * colour[1] + 0.0722 * colour[2])
    return (luma, luma, luma)


GREYS = ("GREY", "Y10", "Y12", "Y14", "Y16", "Y16_BE")
GREY_BARS = tuple(grey(bar) for bar in check_bars.BARS)


class Pictures(ProgramTest):
    def snap(self, node, name):
        path = f"/run/{name}.png"
        self.good("snap", node, "-o", path, "--format", name, "--size", f"{WIDTH}x{HEIGHT}", "--settle", "0")
        return path

    def test_U25_every_format_that_can_be_read_gives_the_same_bars(self):
        for node in NODES:
            formats = self.answer("info", node)["formats"]
            readable = [entry["name"] for entry in formats if entry["picture"]]
            self.assertGreater(len(readable), 60)
            for name in readable:
                with self.subTest(node=node, format=name):
                    bars = GREY_BARS if name in GREYS else check_bars.BARS
                    tolerance = COARSE.get(name, check_bars.TOLERANCE)
                    self.assertEqual(check_bars.problem(self.snap(node, name), WIDTH, HEIGHT, bars, tolerance), "")

    def test_U25_what_cannot_be_read_says_so_and_can_be_saved_as_it_is(self):
        for name in [entry["name"] for entry in self.answer("info", NODES[0])["formats"] if not entry["picture"]]:
            with self.subTest(format=name):
                said = self.fails("V4LXX-E0401", "snap", NODES[0], "-o", "/run/none.png", "--format", name)
                self.assertIn("raw", said)
                self.good("snap", NODES[0], "-o", "/run/none.raw", "--format", name, "--size", f"{WIDTH}x{HEIGHT}")
                self.assertGreater(os.path.getsize("/run/none.raw"), WIDTH * HEIGHT)


if __name__ == "__main__":
    unittest.main()
