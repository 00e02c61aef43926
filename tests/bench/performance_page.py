"""docs/reference/performance.md: every benchmark writes its own section of it."""
import datetime
import os
import pathlib
import re

PAGE = pathlib.Path(__file__).resolve().parents[2] / "docs/reference/performance.md"


def processor():
    found = re.search(r"^model name\s*: (.+)$", pathlib.Path("/proc/cpuinfo").read_text(), re.M)
    return f"{found[1]}, {os.uname().machine}" if found else os.uname().machine


def measured(command):
    """The line below a table."""
    return f"Measured on {datetime.date.today()} with `{command}`, {os.cpu_count()} processors, {processor()}."


def write(section):
    """Puts a section, which begins with its title, into the page: in the place of the old one, or at the end."""
    title = section.partition("\n")[0]
    head, *sections = re.split(r"^(?=## )", PAGE.read_text(), flags=re.M)
    texts = [section if old.partition("\n")[0] == title else old for old in sections]
    if section not in texts:
        texts.append(section)
    PAGE.write_text("\n\n".join(text.strip() for text in (head, *texts)) + "\n")
