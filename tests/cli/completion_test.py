"""What the program offers at TAB, and that bash, zsh and fish put it on the line."""
import os
import re
import subprocess
import unittest

from program import PATH, CommandTest, run
from shells import Terminal, script_of

TWO_FORMATS = "sim:camera,formats=YUYV+NV12,sizes=320x240+640x480"
SHELLS = ("bash", "zsh", "fish")


def offers(*words):
    """{candidate: text}"""
    result = run("--complete", *words)
    assert (result.code, result.problem) == (0, ""), (words, result.problem)
    return dict(line.partition("\t")[::2] for line in result.text.splitlines())


def commands():
    text = run("--help").text
    return re.findall(r"^  (\w+)", text[text.index("Commands:"):text.index("--help      ")], re.M)[:-1]


def options_in_help(command):
    text = run(command, "--help").text
    return set(re.findall(r"^  (?:-\w, |    )(--[\w-]+)", text[text.index("Options:"):], re.M))


class Offers(CommandTest):
    def test_the_first_word_is_a_command(self):
        found = offers("")
        self.assertEqual(set(found), set(commands()) | {"help", "--help", "--version"})
        for command in commands():
            self.assertIn(found[command], run("--help").text)
        self.assertEqual(set(offers("sna")), {"snap"})
        self.assertEqual(set(offers("help", "")), set(commands()))
        self.assertEqual(offers("help", "snap", ""), {})
        self.assertEqual(offers("nothing-like-it", ""), {})

    def test_every_option_that_help_has_is_offered_and_no_other(self):
        for command in commands():
            self.assertEqual(set(offers(command, "--")), options_in_help(command), command)

    def test_an_option_is_offered_once(self):
        self.assertIn("--format", offers("snap", "sim:camera", "--"))
        for given in (["--format", "YUYV"], ["--format=YUYV"]):
            self.assertNotIn("--format", offers("snap", "sim:camera", *given, "--"))
        self.assertNotIn("--output", offers("snap", "-opicture.png", "--"))
        self.assertIn("-o", offers("snap", "-"))

    def test_where_no_operand_fits_options_are_offered(self):
        self.assertEqual(set(offers("list", "")), options_in_help("list"))
        self.assertIn("--json", offers("info", "sim:camera", ""))
        self.assertEqual(offers("info", "--", "sim:camera", ""), {})

    def test_values_of_options_are_offered(self):
        self.assertTrue({"YUYV", "NV12M", "RGB24"} <= set(offers("snap", "--format", "")))
        self.assertIn("1280x720", offers("snap", "--size", ""))
        self.assertEqual(set(offers("snap", "--type", "")), {"png", "jpg", "raw"})
        self.assertEqual(set(offers("snap", "--type=j")), {"--type=jpg"})
        self.assertEqual(offers("snap", "-o", ""), {":files": ""})
        self.assertEqual(offers("snap", "--output=pi"), {":files": ""})
        self.assertEqual(offers("capture", "-n", ""), {})

    def test_behind_a_device_only_what_it_has_is_offered(self):
        self.assertEqual(set(offers("snap", TWO_FORMATS, "--format", "")), {"YUYV", "NV12"})
        self.assertEqual(set(offers("snap", TWO_FORMATS, "--size", "")), {"320x240", "640x480"})
        self.assertIn("30", offers("snap", TWO_FORMATS, "--fps", ""))

    def test_a_device_that_cannot_be_asked_is_no_failure(self):
        self.assertIn("YUYV", offers("snap", "/dev/no-such-node", "--format", ""))
        self.assertIn("640x480", offers("snap", "sim:camera,size=big", "--size", ""))

    def test_devices_are_found_without_opening_one(self):
        found = offers("info", "")
        self.assertIn("sim:camera", found)
        nodes = {f"/dev/{name}" for name in os.listdir("/dev") if re.fullmatch(r"video\d+", name)}
        self.assertEqual({name for name in found if name.startswith("/")}, nodes)
        self.assertEqual(offers("info", "/no/such/plac"), {":files": ""})
        trace = self.place("trace")
        subprocess.run(["strace", "-f", "-e", "trace=open,openat,ioctl", "-o", trace, PATH, "--complete", "info", ""],
                       stdout=subprocess.DEVNULL, check=True,
                       env=dict(os.environ, ASAN_OPTIONS="detect_leaks=0"))  # LeakSanitizer cannot work under strace
        with open(trace) as file:
            self.assertNotRegex(file.read(), r'"/dev/(video|v4l|media)\w+"|VIDIOC')

    def test_parameters_of_simulated_cameras_are_offered(self):
        self.assertEqual(set(offers("info", "sim:camera,fo")), {"sim:camera,format="})
        self.assertIn("sim:camera,size=1280x720,format=NV12", offers("info", "sim:camera,size=1280x720,format="))
        self.assertNotIn("sim:camera,api=mplane,api=", offers("info", "sim:camera,api=mplane,"))
        known = run("info", "sim:camera,nothing-like-it=1").problem
        known = set(re.search(r"known are ([\w, ]+)", known).group(1).split(", "))
        offered = {name.partition(",")[2].rstrip("=") for name in offers("info", "sim:camera,")}
        self.assertLessEqual(offered, known)
        for name in offers("info", "sim:camera,"):
            for value in offers("info", name):
                if value != name:
                    self.assertEqual(run("info", value).code, 0, value)

    def test_any_words_at_all_are_borne(self):
        for words in ([], ["--"], ["-"], ["snap", "-"], ["snap", "--=", ""], ["snap", "-o"], ["snap", "--nothing", "x"],
                      ["snap", "\x1b[0m", "$(false)"], ["list", "a", "b", ""], ["info", "sim:", ""], ["info", ",,="]):
            offers(*words)


class InShells(CommandTest):
    # What is typed before TAB, and what stands there after it. picture.png is in the folder.
    LINES = {
        "v4lxx sna": "v4lxx snap ",
        "v4lxx help capt": "v4lxx help capture ",
        "v4lxx snap sim:camera --forma": "v4lxx snap sim:camera --format ",
        f"v4lxx snap {TWO_FORMATS} --format NV": f"v4lxx snap {TWO_FORMATS} --format NV12 ",
        f"v4lxx snap {TWO_FORMATS} --format=YU": f"v4lxx snap {TWO_FORMATS} --format=YUYV ",
        "v4lxx snap --type j": "v4lxx snap --type jpg ",
        "v4lxx info sim:camera,api=mp": "v4lxx info sim:camera,api=mplane ",
        "v4lxx info sim:camera,padd": "v4lxx info sim:camera,padding=",
        "v4lxx snap -o pict": "v4lxx snap -o picture.png ",
        "v4lxx snap --output=pict": "v4lxx snap --output=picture.png ",
        "v4lxx snap sim:camera,nothing=1 --siz": "v4lxx snap sim:camera,nothing=1 --size ",
    }

    def check(self, shell):
        with open(self.place("picture.png"), "w"):
            pass
        for typed, expected in self.LINES.items():
            with self.subTest(typed=typed):
                terminal = Terminal(shell, self.folder, PATH)
                try:
                    self.assertEqual(terminal.line_after(typed + "\t"), expected)
                finally:
                    terminal.close()

    def test_U40_bash_completes_what_the_program_offers(self):
        self.check("bash")

    def test_U40_zsh_completes_what_the_program_offers(self):
        self.check("zsh")

    def test_U40_fish_completes_what_the_program_offers(self):
        self.check("fish")

    def test_the_scripts_are_right_for_their_shells(self):
        for shell in SHELLS:
            done = subprocess.run([shell, "-n", script_of(shell)], capture_output=True, text=True)
            self.assertEqual((done.returncode, done.stderr), (0, ""), shell)


if __name__ == "__main__":
    unittest.main()
