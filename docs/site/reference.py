"""Doxygen's XML -> one page of reStructuredText for each public header, in the words of Sphinx's C domain."""
import re

from doxygen import flat

NAME = re.compile(r"\b(?:v4lxx_[a-z0-9_]*[a-z0-9](?:\(\))?|(?:V4LXX_)[A-Z0-9_]*[A-Z0-9]|ERROR_[A-Z_]*[A-Z])(?![\w*-])")


SEAM = "\0"  # where markup begins or ends: reStructuredText wants a backslash there if no space is beside it


def joined(text):
    """Single spaces, and seams as they must be written."""
    text = re.sub(rf"{SEAM}(?=\s|$)|(?<=\s){SEAM}|^{SEAM}", "", " ".join(text.split()))
    return text.replace(SEAM, "\\ ")


class Writer:
    """Turns comments into reStructuredText. `names` is all that has an entry; other words are just words."""

    def __init__(self, names):
        self.names = names

    @staticmethod
    def escaped(text):
        return re.sub(r"([\\*`|_<>])", r"\\\1", text)

    def link(self, text):
        target = text.removesuffix("()")
        if target.startswith("ERROR_"):
            target = "V4LXX_" + target
        if target not in self.names:
            return None
        return f"{SEAM}:c:func:`{text} <{target}>`{SEAM}"

    def words(self, text):
        """Running text, names of the API in it as links."""
        out, at = [], 0
        for found in NAME.finditer(text):
            link = self.link(found[0])
            if link:
                out += [self.escaped(text[at:found.start()]), link]
                at = found.end()
        return "".join(out) + self.escaped(text[at:])

    def inline(self, element):
        """An element and what is in it as one paragraph of text."""
        return joined(self.marked(element))

    def marked(self, element):
        out = self.words(element.text or "")
        for child in element:
            if child.tag == "computeroutput":
                out += f"{SEAM}``{flat(child)}``{SEAM}"
            elif child.tag == "ref":
                out += self.words(flat(child))
            elif child.tag == "pass":
                out += f"{SEAM}:word:`{flat(child)}`{SEAM}"
            elif child.tag == "ulink":
                out += f"{SEAM}`{self.escaped(flat(child))} <{child.get('url')}>`__{SEAM}"
            elif child.tag in ("emphasis", "bold"):
                out += f"{SEAM}*{self.escaped(flat(child))}*{SEAM}"
            elif child.tag == "ndash":
                out += "-"
            elif child.tag not in ("simplesect", "parameterlist", "itemizedlist"):
                out += self.marked(child)
            out += self.words(child.tail or "")
        return out

    def blocks(self, element):
        """Paragraphs and lists of a description, without its tags."""
        for child in [] if element is None else element:
            if child.tag == "para":
                text = self.inline(child)
                if text and not text.startswith("Generated from"):
                    yield [text, ""]
                for points in child.findall("itemizedlist"):
                    for item in points.findall("listitem"):
                        yield ["- " + " ".join(self.inline(para) for para in item.findall("para"))]
                    yield [""]

    def described(self, thing):
        for description in (thing.brief, thing.details):
            for block in self.blocks(description):
                yield from block


def indented(lines, by="   "):
    return [by + line if line else "" for line in lines]


class Page:
    def __init__(self, header, writer):
        self.header, self.writer = header, writer

    def entry(self, directive, signature, body, in_contents=True):
        options = [] if in_contents else ["   :nocontentsentry:"]
        return [f".. c:{directive}:: {signature}", *options, "", *indented(body), ""]

    def tags(self, thing):
        """The fields below a text: parameters, result, and the tags of our own."""
        write = self.writer.inline
        if thing.kind == "function":
            for name, text in thing.params:
                yield f":param {name}: " + " ".join(write(para) for para in text.findall("para"))
        elif list(thing.params):  # Sphinx knows parameters of functions only
            yield ":Parameters:"
            for name, text in thing.params:
                yield f"   - **{name}** -- " + " ".join(write(para) for para in text.findall("para"))
        result = thing.section("return")
        if result is not None:
            yield ":returns: " + " ".join(write(para) for para in result.findall("para"))
        errors = " ".join(flat(para) for para in thing.tagged("errors")).split()
        if errors:
            yield ":Errors: " + ", ".join(f":c:func:`{name} <V4LXX_ERROR_{name}>`" for name in errors)
        calls = thing.tagged("ioctl")
        if calls:
            yield ":Kernel: " + ", ".join(self.ioctl(call) for call in calls)
        for para in thing.tagged("threadsafety"):
            yield f":Threads: :word:`{flat(para)}`"
        since = thing.section("since")
        if since is not None:
            yield f":Since: {flat(since)}"

    @staticmethod
    def ioctl(para):
        link = para.find("ulink")
        name = flat(para).split()[0]
        return f"``{name}``" if link is None else f"`{name} <{link.get('url')}>`__"

    def body(self, thing):
        return [*self.writer.described(thing), *self.tags(thing)]

    def function(self, thing):
        return self.entry("function", f"{thing.type} {thing.name}{thing.arguments}", self.body(thing))

    def struct(self, thing):
        body = self.body(thing) + [""]
        for field in thing.fields:
            body += self.entry("member", f"{field.type} {field.name}{field.arguments}", self.body(field), in_contents=False)
        return self.entry("struct", thing.name, body)

    def typedef(self, thing):
        if thing.type.startswith("struct "):
            return self.entry("struct", thing.name, self.body(thing))
        if thing.type.endswith("(*"):
            return self.entry("type", f"{thing.type}{thing.name}{thing.arguments}", self.body(thing))
        return self.entry("type", f"{thing.type} {thing.name}", self.body(thing))

    def enum(self, thing):
        body = []
        for value in thing.fields:
            body += self.entry("enumerator", f"{value.name} {value.value}", self.body(value), in_contents=False)
        return self.entry("enum", thing.name, body, in_contents=False)

    def macro(self, thing):
        text = self.body(thing)
        return self.entry("macro", thing.name, text or [f"``{thing.value}``"])

    def glance(self):
        """All functions of the header with their first sentence."""
        lines = [".. list-table::", "   :widths: 40 60", "   :class: glance", ""]
        for function in self.header.functions:
            brief = " ".join(self.writer.inline(para) for para in function.brief.findall("para"))
            lines += [f"   * - :c:func:`{function.name} <{function.name}>`", f"     - {brief}"]
        return lines + [""]

    def types(self):
        """Types, each enum behind the type that its values have, as in the header."""
        structs = {struct.name for struct in self.header.structs}
        enums = {enum.name: enum for enum in self.header.enums}
        for typedef in self.header.typedefs:
            if typedef.name not in structs:
                yield self.typedef(typedef)
            if f"{typedef.name}_values" in enums:
                yield self.enum(enums.pop(f"{typedef.name}_values"))
        for enum in enums.values():
            yield self.enum(enum)
        for struct in self.header.structs:
            yield self.struct(struct)

    def lines(self):
        yield from [f"{self.header.name}", "=" * len(self.header.name), ""]
        yield from self.writer.described(self.header)
        if self.header.functions:
            yield from self.glance()
        parts = (("Types", list(self.types())), ("Functions", [self.function(f) for f in self.header.functions]),
                 ("Macros", [self.macro(m) for m in self.header.macros]))
        for title, entries in parts:
            if entries:
                yield from [title, "-" * len(title), ""]
                for entry in entries:
                    yield from entry

    def text(self):
        return "\n".join(self.lines()) + "\n"


def index(headers, writer):
    """The first page of the reference: what the umbrella header says, and a list of the others."""
    umbrella = next(header for header in headers if header.title == "v4lxx")
    others = [header for header in headers if header is not umbrella]
    lines = ["API reference", "=============", "", *writer.described(umbrella), ".. list-table::", "   :widths: 20 80", ""]
    for header in others:
        lines += [f"   * - :doc:`{header.title}`", f"     - {' '.join(writer.inline(para) for para in header.brief.findall('para'))}"]
    lines += ["", "All names are in the :ref:`index <genindex>`.", "", ".. toctree::", "   :hidden:", ""]
    return "\n".join(lines + [f"   {header.title}" for header in others]) + "\n"
