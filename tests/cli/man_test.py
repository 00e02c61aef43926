"""The manual pages: two readers of them find nothing wrong, and they say what --help says. Arguments: the program, the folder."""
import os
import re
import subprocess
import sys
import unittest

FOLDER = os.path.abspath(sys.argv.pop(2))

from program import CommandTest, run  # noqa: E402  it takes the first argument


def pages():
    return sorted(name for name in os.listdir(FOLDER) if name.endswith(".1"))


def rendered(page):
    """As a terminal of 1000 columns without bold shows it, so that no line is broken."""
    done = subprocess.run(["mandoc", "-Tascii", "-O", "width=1000", os.path.join(FOLDER, page)], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, ""), done.stderr
    return re.sub(".\b", "", done.stdout)


def help_commands():
    text = run("--help").text
    return re.findall(r"^  (\w+)", text[text.index("Commands:"):text.index("--help      ")], re.M)[:-1]


def squeezed(text):
    return " ".join(text.split())


class ManualPages(CommandTest):
    def test_there_is_one_for_the_program_and_one_for_each_command(self):
        self.assertEqual(pages(), sorted(["v4lxx.1"] + [f"v4lxx-{command}.1" for command in help_commands()]))

    def test_mandoc_finds_nothing_to_warn_about(self):
        for page in pages():
            done = subprocess.run(["mandoc", "-Tlint", "-W", "warning", os.path.join(FOLDER, page)], capture_output=True, text=True)
            self.assertEqual((done.returncode, done.stdout + done.stderr), (0, ""), page)

    def test_man_finds_nothing_to_warn_about(self):
        for page in pages():
            done = subprocess.run(["man", "--warnings", "-l", os.path.join(FOLDER, page)], capture_output=True, text=True,
                                  env=dict(os.environ, LC_ALL="C.UTF-8", MANROFFSEQ="", MANWIDTH="80", MANPAGER="cat"))
            self.assertEqual((done.returncode, done.stderr), (0, ""), page)
            self.assertIn("EXIT STATUS", done.stdout)

    def test_a_page_says_what_help_says(self):
        for command in help_commands():
            text = run(command, "--help").text
            page = squeezed(rendered(f"v4lxx-{command}.1"))
            for option, meaning in re.findall(r"^  (?:-\w, |    )(--\S+(?: \S+)?)  +(\S.*)$", text, re.M):
                self.assertIn(f"{option} {squeezed(meaning)}", page)
            notes, examples = text.split("\nExamples:\n")
            for line in notes.split("print this text\n")[1].splitlines() + examples.split("\nExit codes:")[0].splitlines():
                self.assertIn(squeezed(line), page, command)

    def test_the_date_is_not_that_of_the_build(self):
        root = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "meson.build")
        with open(root) as file:
            date = re.search(r"^release_date = '([\d-]+)'", file.read(), re.M).group(1)
        for page in pages():
            self.assertIn(date, rendered(page))


if __name__ == "__main__":
    unittest.main()
