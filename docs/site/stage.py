#!/usr/bin/env python3
"""Puts together what Sphinx reads: the pages of the repository where they are, the API reference made of the headers, the examples.

usage: stage.py ROOT FOLDER     FOLDER/source gets the pages, FOLDER/xml Doxygen's output

Pages are written to be read in the repository, so nothing of Sphinx stands in them. What the site needs besides is added here: tables
of contents, made from the links of each index page, and links to files that are no pages become plain words. A link to nothing fails."""
import os
import pathlib
import re
import shutil
import subprocess
import sys

import doxygen
import reference

PAGES = ("README.md", "CONTRIBUTING.md", "NEWS.md", "RELEASING.md", "SECURITY.md", "abi/README.md", "docs/**/*.md")
PICTURES = ("docs/**/*.png", "docs/**/*.svg")
# A file of the repository that is shown on a page of another name.
SHOWN_AS = {"README.md": "index.md", "examples/c": "examples/index.md", "include/v4lxx": "api/index.rst"}
LINK = re.compile(r"(!?)\[([^\]]*)\]\(([^)\s]+)\)")
MARK = re.compile(r"^ *<!-- .*? -->\n", re.M)  # for the tests; the reader of the site need not see them
FENCE = re.compile(r"^ *```.*?^ *```$", re.M | re.S)
CONTENTS = (
    ("Use it", ("docs/tutorial/first-ten-minutes", "docs/guide/index", "docs/bindings/index", "examples/index")),
    ("Look it up", ("api/index", "docs/reference/index")),
    ("Work on it", ("docs/architecture", "CONTRIBUTING", "abi/README", "docs/decisions/index", "NEWS", "RELEASING", "SECURITY")),
)


class Repository:
    def __init__(self, root):
        self.root = pathlib.Path(root)
        self.pages = sorted(str(path.relative_to(root)) for pattern in PAGES for path in self.root.glob(pattern))
        self.problems = []

    def shown_at(self, path):
        """The page that shows a file or folder of the repository, or None."""
        if path in SHOWN_AS:
            return SHOWN_AS[path]
        if path in self.pages:
            return path
        folder, name = os.path.split(path)
        if folder == "examples/c":
            return "examples/index.md"
        if folder == "include/v4lxx":
            return f"api/{name.removesuffix('.in').removesuffix('.h')}.rst"
        return None

    def relinked(self, page, text):
        """The text of a page with its links as the site has them, and the pages they lead to."""
        here, targets = os.path.dirname(SHOWN_AS.get(page, page)), []

        def replaced(found):
            picture, label, target = found.groups()
            if re.match(r"[a-z]+:", target) or target.startswith("#"):
                return found[0]
            path, mark, anchor = target.partition("#")
            path = os.path.normpath(os.path.join(os.path.dirname(page), path))
            if not (self.root / path).exists():
                self.problems.append(f"{page}: a link leads to {target}, which does not exist")
                return found[0]
            shown = self.shown_at(path)
            if picture:
                return f"![{label}]({os.path.relpath(path, here or '.')})"
            if not shown:
                return label if "`" in label else f"`{label}`"
            targets.append(shown)
            return f"[{label}]({os.path.relpath(shown, here or '.')}{mark}{anchor})"

        parts, at = [], 0
        for fence in FENCE.finditer(text):
            parts += [LINK.sub(replaced, MARK.sub("", text[at:fence.start()])), fence[0]]
            at = fence.end()
        return "".join(parts) + LINK.sub(replaced, MARK.sub("", text[at:])), targets

    def contents_of(self, page, targets):
        """The pages below this one: those it links to, in the order of the links. Below an index page is its folder and what is in
        folders of it; below errors.md the folder errors."""
        folder, name = os.path.split(page)
        below = folder if name == "index.md" else page.removesuffix(".md")
        inside = [path for path in self.pages if path.startswith(below + "/") and path != page and self.parent(path) == page]
        for path in inside:
            if path not in targets:
                self.problems.append(f"{page}: has no link to {path}")
        return [path for path in dict.fromkeys(targets) if path in inside]

    def parent(self, path):
        """The nearest page above: FOLDER.md, or the index.md of the folder."""
        folder, name = os.path.split(path)
        while folder:
            for candidate in (f"{folder}/index.md", f"{folder}.md"):
                if candidate in self.pages and candidate != path:
                    return candidate
            folder = os.path.dirname(folder)
        return None


def contents(paths, caption=None):
    """A table of contents for the side bar. The page itself has its own words for it."""
    options = [":hidden:", *([f":caption: {caption}"] if caption else [])]
    return "\n".join(["", "```{toctree}", *options, "", *(os.path.splitext(path)[0] for path in paths), "```", ""])


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def stage_pages(repository, source):
    for page in repository.pages:
        text, targets = repository.relinked(page, (repository.root / page).read_text())
        if page == "README.md":
            for caption, paths in CONTENTS:
                text += contents([path for path in paths if path + ".md" in repository.pages or not path.startswith("docs/")], caption)
        else:
            inside = repository.contents_of(page, targets)
            if inside:
                text += contents([os.path.relpath(path, os.path.dirname(page)) for path in inside])
        write(source / SHOWN_AS.get(page, page), text)
    for pattern in PICTURES:
        for picture in repository.root.glob(pattern):
            copy = source / picture.relative_to(repository.root)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(picture, copy)


def stage_examples(root, source):
    text = ["# Examples in C", "", "Each is a whole program over the installed header and library; a test builds and runs them.", ""]
    for path in sorted((root / "examples/c").glob("*.c")):
        text += [f"## {path.name}", "", "```c", path.read_text().rstrip(), "```", ""]
    write(source / "examples/index.md", "\n".join(text))


def run_doxygen(root, folder):
    """Doxygen wants the name of the file, or nothing, behind @file; the headers begin to speak there."""
    headers = folder / "headers/v4lxx"
    headers.mkdir(parents=True)
    for path in [*(root / "include/v4lxx").glob("*.h"), root / "include/v4lxx/version.h.in"]:
        text = re.sub(r"@file +", "@file\n * ", path.read_text())
        text = re.sub(r"@VERSION_(\w+)@", lambda part: os.environ["V4LXX_VERSION"].split(".")[("MAJOR", "MINOR", "MICRO").index(part[1])],
                      text)
        write(headers / path.name.removesuffix(".in"), text)
    settings = (root / "docs/site/Doxyfile").read_text() + f"\nINPUT={headers}\nOUTPUT_DIRECTORY={folder}\nSTRIP_FROM_PATH={headers.parent}\n"
    subprocess.run(["doxygen", "-"], input=settings, text=True, check=True)
    return doxygen.read_headers(folder / "xml")


def stage_reference(headers, source):
    writer = reference.Writer(set().union(*(header.names for header in headers)))
    for header in headers:
        if header.title == "v4lxx":  # what it says is the first page of the reference
            continue
        write(source / f"api/{header.title}.rst", reference.Page(header, writer).text())
    write(source / "api/index.rst", reference.index(headers, writer))


def main():
    root, folder = (pathlib.Path(path).resolve() for path in sys.argv[1:])
    shutil.rmtree(folder, ignore_errors=True)
    repository = Repository(root)
    stage_pages(repository, folder / "source")
    stage_examples(root, folder / "source")
    stage_reference(run_doxygen(root, folder), folder / "source")
    for problem in repository.problems:
        print(problem, file=sys.stderr)
    return bool(repository.problems)


if __name__ == "__main__":
    sys.exit(main())
