"""Help, version, and wrong use: exit code 2 and a message that says what would have been right."""
import unittest

from program import CAMERA, FAST, CommandTest, run

COMMANDS = ("list", "info", "formats", "snap", "capture", "bench", "monitor", "watch", "stress", "doctor", "explain")


class Usage(CommandTest):
    def test_every_command_has_help_with_options_examples_and_exit_codes(self):
        for command in COMMANDS:
            for result in (run(command, "--help"), run(command, "-h"), run("help", command)):
                self.assertEqual((result.code, result.problem), (0, ""), command)
                for part in (f"Usage: v4lxx {command}", "Options:", "--json", "Examples:\n  v4lxx " + command, "Exit codes:", "130"):
                    self.assertIn(part, result.text)

    def test_help_of_the_program_names_every_command(self):
        for arguments in (["--help"], ["-h"], ["help"]):
            result = run(*arguments)
            self.assertEqual((result.code, result.problem), (0, ""))
            for command in COMMANDS:
                self.assertIn(f"\n  {command}", result.text)
            self.assertIn("sim:camera", result.text)

    def test_help_fits_120_columns(self):
        for arguments in (["--help"], *([command, "--help"] for command in COMMANDS)):
            for line in run(*arguments).text.splitlines():
                self.assertLessEqual(len(line), 120, line)

    def test_version_tells_program_and_library(self):
        result = run("--version")
        self.assertEqual(result.code, 0)
        self.assertRegex(result.text, r"\Av4lxx \d+\.\d+\.\d+\nlibv4lxx \d+\.\d+\.\d+ \(.*simulated devices.*\)\n\Z")

    def test_no_command_is_wrong_use_and_shows_the_commands(self):
        result = run()
        self.assertEqual((result.code, result.text), (2, ""))
        self.assertIn("Usage:", result.problem)

    def test_unknown_words_are_named(self):
        self.assert_fails(run("snatch"), 2, '"snatch"', "v4lxx --help")
        self.assert_fails(run("help", "snatch"), 2, '"snatch"')
        self.assert_fails(run("list", "--jsno"), 2, "--jsno", "v4lxx list --json")
        self.assert_fails(run("capture", CAMERA, "-x", "1"), 2, "-x")
        self.assert_fails(run("list", "more"), 2, '"more"')
        self.assert_fails(run("info", CAMERA, "more"), 2, '"more"')

    def test_section3_misspelt_commands_and_options_are_answered_with_what_was_meant(self):
        meant = {("snp",): '"snp"; did you mean "snap"?', ("catpure", CAMERA): 'did you mean "capture"?', ("LIST",): '"LIST"\n',
                 ("list", "--jsno"): "--jsno; did you mean --json?", ("snap", CAMERA, "--sise", "1x1"): "did you mean --size?",
                 ("snap", CAMERA, "--frobnicate"): "--frobnicate\n", ("x" * 100000,): 'x"\n', ("",): '""\n'}
        for arguments, answer in meant.items():
            self.assert_fails(run(*arguments), 2, answer)
        self.assert_fails(run("snp", "a b", "-o", "it's.png"), 2, "try:    v4lxx snap 'a b' -o 'it'\\''s.png'\n")
        self.assert_fails(run("snap", CAMERA, "--sise=1x1", "-o", "x.png"), 2, f"try:    v4lxx snap {CAMERA} --size=1x1 -o x.png\n")

    def test_what_is_missing_is_named(self):
        self.assert_fails(run("info"), 2, "DEV")
        self.assert_fails(run("capture", "-n", "1"), 2, "DEV")
        self.assert_fails(run("capture", CAMERA), 2, "-n N")
        self.assert_fails(run("snap", CAMERA), 2, "-o FILE")
        self.assert_fails(run("capture", CAMERA, "-n"), 2, "-n needs N")
        self.assert_fails(run("capture", CAMERA, "--size"), 2, "--size needs WxH")

    def test_options_take_values_in_every_usual_form(self):
        for form in (["-n", "2"], ["-n2"], ["--frames", "2"], ["--frames=2"]):
            result = run("capture", *form, "--", FAST)
            self.assertEqual(result.code, 0, result.problem)
            self.assertRegex(result.text, r"frames: +2 ")

    def test_a_flag_takes_no_value_and_an_option_is_given_once(self):
        self.assert_fails(run("list", "--json=yes"), 2, "--json takes no value")
        self.assert_fails(run("capture", FAST, "-n1", "-n2"), 2, "twice")

    def test_verbose_tells_on_standard_error_what_the_library_does(self):
        quiet = run("capture", FAST, "-n", "2")
        for option in ("-v", "--verbose"):
            result = run("capture", self.camera_with_script("at frame 1 drop 2"), option, "-n", "2")
            self.assertEqual(result.code, 0)
            self.assertEqual(quiet.problem, "")
            lines = result.problem.splitlines()
            self.assertTrue(all(line.startswith("v4lxx: ") for line in lines), result.problem)
            for line in ("v4lxx: info: \"Simulated camera\" (", " is open: driver v4lxx-sim", " streams YUYV", " is closed",
                         "v4lxx: warning: 2 lost before frame 3 of \"Simulated camera\" ("):
                self.assertIn(line, result.problem)
        self.assert_fails(run("info", "/dev/no-such-node", "-v"), 1,
                          "v4lxx: debug: cannot open /dev/no-such-node: there is no such device node [V4LXX-E0101]\nv4lxx: cannot open")
        for command in COMMANDS:
            self.assertIn("-v, --verbose", run(command, "--help").text)

    def test_numbers_are_read_strictly(self):
        wrong = {
            "-n": ["", "x", "-1", "+1", " 1", "1 ", "1.0", "0x10", "18446744073709551616"],
            "--size": ["", "640", "640x", "x480", "0x0", "640x0", "-640x480", "640X480", "640x480x1", "4294967296x1"],
            "--fps": ["", "0", "-30", "30/0", "0/1", "30/", "/1", "1e3", "30.", ".5", "29.9700001", "nan", "4294967296"],
            "--buffers": ["", "0", "-4", "four", "4294967296"],
            "--timeout": ["", "-1", "1s", "inf", "1.0000000001", "999999999999"],
            "--format": ["", "NOPE", "YUYVX"],
        }
        for option, values in wrong.items():
            for value in values:
                with self.subTest(option=option, value=value):
                    others = [] if option == "-n" else ["-n", "1"]
                    result = run("capture", FAST, *others, option, value)
                    self.assert_fails(result, 2, "v4lxx capture --help")
                    self.assertEqual(result.text, "")

    def test_snap_asks_for_the_type_when_the_name_does_not_tell(self):
        for name in ("picture", "picture.bmp", "png", "folder.png/picture", "picture."):
            self.assert_fails(run("snap", CAMERA, "-o", self.place(name)), 2, "--type")
        self.assert_fails(run("snap", CAMERA, "-o", self.place("x"), "--type", "bmp"), 2, '"bmp"')
        self.assert_fails(run("snap", CAMERA, "-o", "-"), 2, "--type")
        self.assertEqual(self.files(), [])

    def test_devices_that_cannot_be_opened_are_failures_with_a_code(self):
        for command in (["info"], ["capture", "-n", "1"], ["snap", "-o", self.place("x.png")]):
            self.assert_fails(run(*command, "/dev/no-such-node"), 1, "V4LXX-E0101", "/dev/no-such-node")
            self.assert_fails(run(*command, self.folder), 1, "V4LXX-E0103")
            self.assert_fails(run(*command, __file__), 1, "V4LXX-E0104")
            self.assert_fails(run(*command, "/dev/null"), 1, "V4LXX-E0106")
            self.assert_fails(run(*command, "sim:camera,size=big"), 1, "V4LXX-E0109", "size")
        self.assertEqual(self.files(), [])


if __name__ == "__main__":
    unittest.main()
