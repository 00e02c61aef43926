"""The HTML site: every function, type and constant of the headers has its entry with all that was promised, every link leads somewhere,
and nothing is fetched from elsewhere. Argument: the folder of the site."""
import functools
import glob
import html.parser
import json
import os
import re
import sys
import unittest
import urllib.parse

ROOT = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
SITE = os.path.abspath(sys.argv.pop(1))
with open(os.path.join(ROOT, "abi/v0/api.json")) as model:
    API = json.load(model)


class Page(html.parser.HTMLParser):
    """Links, anchors, and what a browser would load; of each API entry its text."""
    VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}

    def __init__(self, path):
        super().__init__()
        self.links, self.anchors, self.loaded, self.entries, self.open = [], set(), [], {}, []
        with open(path, encoding="utf-8") as file:
            self.feed(file.read())

    def handle_startendtag(self, tag, attributes):
        self.look_at(tag, dict(attributes))

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.look_at(tag, attributes)
        if tag not in self.VOID:
            # Text belongs to the entry whose title or body is open: the body follows its title.
            entry = attributes.get("id") if tag == "dt" and attributes.get("id", "").startswith("c.") else None
            if tag == "dd" and self.open and self.open[-1][0] == "dl":
                entry = self.open[-1][2]
            self.open.append([tag, entry, None])

    def look_at(self, tag, attributes):
        if "id" in attributes:
            self.anchors.add(attributes["id"])
        if tag == "a" and "href" in attributes:
            self.links.append(attributes["href"])
        self.loaded += [attributes[name] for name in ("src", "href") if name in attributes and tag in ("script", "link", "img", "iframe")]

    def handle_endtag(self, tag):
        while self.open:
            done = self.open.pop()
            if done[0] == "dt" and done[1] and self.open:
                self.open[-1][2] = done[1]
            if done[0] == tag:
                break

    def handle_data(self, data):
        for _tag, entry, _last in self.open:
            if entry:
                self.entries[entry] = self.entries.get(entry, "") + data


@functools.lru_cache(None)
def page(path):
    return Page(path)


def files():
    return sorted(glob.glob(os.path.join(SITE, "**", "*.html"), recursive=True))


@functools.lru_cache(None)
def entries():
    """Name -> text of its entry, its title included. A constant's anchor also names its enum, a field's its struct."""
    found = {}
    for path in glob.glob(os.path.join(SITE, "api", "*.html")):
        for anchor, text in page(path).entries.items():
            found[anchor.removeprefix("c.")] = " ".join(text.split())
    return found


def plain(text):
    """A comment as a page shows it: without marks."""
    return re.sub(r"[`:*\s]|\(\)", "", text)


class Reference(unittest.TestCase):
    def assert_has(self, name, *parts):
        self.assertIn(name, entries())
        for part in parts:
            self.assertIn(plain(part), plain(entries()[name]), name)

    def test_there_is_something_to_check(self):
        self.assertGreater(len(API["functions"]), 90)
        self.assertGreater(len(API["constants"]), 100)

    def test_every_function_says_threads_ownership_errors_and_since(self):
        for name, function in API["functions"].items():
            with self.subTest(function=name):
                self.assert_has(name, function["brief"], "Threads" + function["threadsafety"], "Since" + function["since"])
                if function.get("errors"):
                    self.assert_has(name, "Errors" + ",".join(function["errors"]))
                for call in function.get("ioctl", []):
                    self.assert_has(name, call.split()[0] if isinstance(call, str) else call["name"])
                self.check_pointers(name, function)

    def check_pointers(self, name, function):
        for param in function["params"]:
            words = [param["pass"]] if param.get("pass") in ("owned", "borrowed", "out", "inout") else []
            words += ["nullable"] if param.get("nullable") else []
            for word in words:
                self.assertRegex(entries()[name], rf"{param['name']}\b[^–]* – [^–]*\b{word}\b")
        if "pass" in function["returns"]:
            self.assertRegex(entries()[name], rf"Returns:? {function['returns']['pass']}")

    def test_every_constant_has_value_and_meaning(self):
        for name, constant in API["constants"].items():
            with self.subTest(constant=name):
                entry = f"{constant['enum']}.{name}" if constant.get("enum") else name
                self.assert_has(entry, constant.get("doc") or "")

    def test_every_struct_has_every_field(self):
        for name, struct in API["structs"].items():
            self.assert_has(name, struct["brief"], struct["kind"])
            for field in struct["fields"]:
                with self.subTest(field=f"{name}.{field['name']}"):
                    self.assert_has(f"{name}.{field['name']}", field.get("doc") or "")

    def test_every_handle_callback_and_type_is_there(self):
        for kind in ("handles", "callbacks", "typedefs"):
            for name, thing in API[kind].items():
                with self.subTest(name=name):
                    self.assert_has(name, thing["brief"])

    def test_nothing_is_there_that_the_headers_do_not_have(self):
        known = set().union(*(API[kind] for kind in API))
        macros = {name for name in entries() if name.isupper()}
        known |= {name for name in macros if name.endswith("_INIT") or name.startswith("V4LXX_VERSION_")}
        self.assertEqual(sorted(name for name in entries() if "." not in name and name not in known), [])


class Site(unittest.TestCase):
    def test_every_link_leads_to_a_page_and_to_a_place_in_it(self):
        broken = []
        for path in files():
            for link in page(path).links:
                parts = urllib.parse.urlsplit(link)
                if parts.scheme:
                    continue
                target = os.path.normpath(os.path.join(os.path.dirname(path), urllib.parse.unquote(parts.path))) if parts.path else path
                if not os.path.isfile(target):
                    broken.append(f"{os.path.relpath(path, SITE)}: {link}")
                elif parts.fragment and target.endswith(".html") and urllib.parse.unquote(parts.fragment) not in page(target).anchors:
                    broken.append(f"{os.path.relpath(path, SITE)}: {link}: no such place")
        self.assertEqual(broken, [])

    def test_it_works_without_a_network(self):
        for path in files():
            for address in page(path).loaded:
                self.assertFalse(re.match(r"(https?:)?//", address), f"{path} loads {address}")
                if not address.startswith(("data:", "#")):
                    self.assertTrue(os.path.exists(os.path.join(os.path.dirname(path), address.split("?")[0].split("#")[0])), address)

    def test_every_page_of_the_repository_is_in_it(self):
        for folder in ("docs",):
            for path in glob.glob(os.path.join(ROOT, folder, "**", "*.md"), recursive=True):
                name = os.path.relpath(path, ROOT).removesuffix(".md") + ".html"
                self.assertTrue(os.path.exists(os.path.join(SITE, name)), name)

    def test_every_page_is_reached_from_the_first_one(self):
        seen, waiting = set(), [os.path.join(SITE, "index.html")]
        while waiting:
            path = waiting.pop()
            if path in seen or not path.endswith(".html"):
                continue
            seen.add(path)
            waiting += [os.path.normpath(os.path.join(os.path.dirname(path), link.split("#")[0]))
                        for link in page(path).links if link.split("#")[0] and not urllib.parse.urlsplit(link).scheme]
        self.assertEqual(sorted(os.path.relpath(path, SITE) for path in set(files()) - seen - {os.path.join(SITE, "search.html")}), [])

    def test_no_mark_of_a_source_is_left_in_a_page(self):
        for path in files():
            with open(path, encoding="utf-8") as file:
                text = re.sub(r"<(pre|code)\b.*?</\1>", "", file.read(), flags=re.S)
            for mark in ("<!-- run", "<!-- not run", "@param", "@borrowed", "\\ :", ":c:func:", ":word:"):
                self.assertFalse(mark in text, f"{path} has {mark}")


if __name__ == "__main__":
    unittest.main()
