"""What the program offers at TAB, and that bash, zsh and fish put it on the line."""
import json
import os
import re
import subprocess
import unittest

from program import PATH, CommandTest, run
from shells import Terminal, script_of

TWO_FORMATS = "sim:camera,formats=YUYV+NV12,sizes=320x240+640x480"
WITHOUT_A_VALUE = ("restore_defaults=", "unlock_key=")
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
        self.assertIn("sim:camera", offers("monitor", "sim:camera", ""))

    def test_values_of_options_are_offered(self):
        self.assertTrue({"YUYV", "NV12M", "RGB24"} <= set(offers("snap", "--format", "")))
        self.assertIn("1280x720", offers("snap", "--size", ""))
        self.assertEqual(set(offers("snap", "--type", "")), {"png", "jpg", "raw"})
        self.assertEqual(set(offers("snap", "--type=j")), {"--type=jpg"})
        for command in ("capture", "bench", "monitor"):
            self.assertEqual(set(offers(command, "--flow", "")), {"block", "latest", "drop-oldest", "drop-newest"})
        self.assertEqual(set(offers("capture", "--reserve=")), {"--reserve=copy", "--reserve=drop", "--reserve=grow"})
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

    def test_controls_of_a_device_are_offered(self):
        found = offers("ctl", "sim:camera", "")
        self.assertEqual(found["exposure_time_absolute="], "Exposure Time, Absolute")
        self.assertIn("privacy", found)  # can only be read
        self.assertNotIn("privacy=", found)
        self.assertTrue({"0x0098f907=", "0x0098f908="} <= set(found))  # two of one name
        self.assertFalse({"led_mode=", "metering_weights=", "user_controls="} & set(found))
        self.assertEqual(set(offers("ctl", "sim:camera", "gain=16", "ga")), set())
        self.assertEqual(set(offers("ctl", "sim:camera", "gain=16", "bri")), {"brightness="})
        listed = json.loads(run("ctl", "sim:camera", "--json").text)["controls"]
        settable = [control for control in listed if "READ_ONLY" not in control["flags"] and control["elements"] == 1]
        self.assertEqual(len([word for word in found if word.endswith("=")]), len(settable))
        for word in found:
            self.assertEqual(run("ctl", "sim:camera", word.rstrip("=")).code, 0 if word not in WITHOUT_A_VALUE else 1, word)

    def test_values_of_controls_are_offered_as_they_are_understood(self):
        for name, values in {"auto_exposure": {"manual_mode", "aperture_priority_mode"}, "power_line_frequency": {"disabled", "50_hz", "60_hz"},
                             "link_frequency": {"200000000", "400000000", "750000000"}, "white_balance_automatic": {"on", "off"},
                             "restore_defaults": {"1"}, "gain": {"64", "0", "240"}, "serial_tag": set(), "no_such": set()}.items():
            offered = set(offers("ctl", "sim:camera", name + "="))
            self.assertEqual(offered, {f"{name}={value}" for value in values})
            for word in offered:
                self.assertEqual(run("ctl", "sim:camera", word).code, 0, word)
        self.assertEqual(offers("ctl", "sim:camera", "auto_exposure=m"), {"auto_exposure=manual_mode": "Manual Mode"})
        self.assertEqual(set(offers("ctl", "sim:camera", "exposure_auto=m")), {"exposure_auto=manual_mode"})  # the old name
        self.assertEqual(offers("ctl", "sim:camera,controls=none", ""), {})
        self.assertEqual(offers("ctl", "/dev/no-such-node", ""), {})

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
        "v4lxx capture sim:camera --flow drop-o": "v4lxx capture sim:camera --flow drop-oldest ",
        "v4lxx monitor sim:camera sim:camera,api=mp": "v4lxx monitor sim:camera sim:camera,api=mplane ",
        "v4lxx info sim:camera,api=mp": "v4lxx info sim:camera,api=mplane ",
        "v4lxx info sim:camera,padd": "v4lxx info sim:camera,padding=",
        "v4lxx snap -o pict": "v4lxx snap -o picture.png ",
        "v4lxx snap --output=pict": "v4lxx snap --output=picture.png ",
        "v4lxx ctl sim:camera exposure_t": "v4lxx ctl sim:camera exposure_time_absolute=",
        "v4lxx ctl sim:camera auto_exposure=m": "v4lxx ctl sim:camera auto_exposure=manual_mode ",
        "v4lxx ctl sim:camera gain=16 power_line_frequency=5": "v4lxx ctl sim:camera gain=16 power_line_frequency=50_hz ",
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
