"""Reads Doxygen's XML of the public headers: what stands in a header, each thing with its comment."""
import dataclasses
import pathlib
import xml.etree.ElementTree as xml


class Commented:
    """What has a comment; `element` is its XML."""

    @property
    def brief(self):
        return self.element.find("briefdescription")

    @property
    def details(self):
        return self.element.find("detaileddescription")


@dataclasses.dataclass
class Thing(Commented):
    """A function, type, struct, field, enum, constant or macro."""
    kind: str
    name: str
    element: xml.Element
    fields: list = dataclasses.field(default_factory=list)  # of a struct; constants of an enum

    @property
    def type(self):
        return flat(self.element.find("type"))

    @property
    def arguments(self):
        return flat(self.element.find("argsstring"))

    @property
    def value(self):
        return flat(self.element.find("initializer"))

    @property
    def params(self):
        """(name, text of the comment) in the order of the comment."""
        for item in self.element.findall("detaileddescription//parameterlist/parameteritem"):
            yield flat(item.find("parameternamelist/parametername")), item.find("parameterdescription")

    def section(self, kind):
        return self.element.find(f"detaileddescription//simplesect[@kind='{kind}']")

    def tagged(self, title):
        """The paragraphs of a tag of our own: the Doxyfile makes them titled ones."""
        return [section.find("para") for section in self.element.findall("detaileddescription//simplesect[@kind='par']")
                if flat(section.find("title")) == title]


@dataclasses.dataclass
class Header(Commented):
    name: str
    element: xml.Element
    functions: list
    typedefs: list
    structs: list
    enums: list
    macros: list

    @property
    def title(self):
        return self.name.removesuffix(".h")

    @property
    def names(self):
        """All that has an entry of its own."""
        things = [*self.functions, *self.typedefs, *self.structs, *self.enums, *self.macros]
        return {thing.name for thing in things} | {value.name for enum in self.enums for value in enum.fields}


def flat(element):
    """The text of an element and all in it, with single spaces."""
    return "" if element is None else " ".join("".join(element.itertext()).split())


def read_struct(folder, reference):
    element = xml.parse(folder / f"{reference}.xml").getroot().find("compounddef")
    fields = [Thing("field", flat(member.find("name")), member) for member in element.findall("sectiondef/memberdef")]
    return Thing("struct", flat(element.find("compoundname")), element, fields)


def read_header(folder, path):
    element = xml.parse(path).getroot().find("compounddef")
    found = {"function": [], "typedef": [], "enum": [], "define": []}
    for member in element.findall("sectiondef/memberdef"):
        thing = Thing(member.get("kind"), flat(member.find("name")), member)
        thing.fields = [Thing("constant", flat(value.find("name")), value) for value in member.findall("enumvalue")]
        found[thing.kind].append(thing)
    structs = [read_struct(folder, inner.get("refid")) for inner in element.findall("innerclass")]
    # What decides about exports and double inclusion is no part of the API.
    macros = [macro for macro in found["define"] if macro.name != "V4LXX_API" and not macro.name.endswith("_H")]
    return Header(flat(element.find("compoundname")), element, found["function"], found["typedef"], structs, found["enum"], macros)


def read_headers(folder):
    folder = pathlib.Path(folder)
    return [read_header(folder, path) for path in sorted(folder.glob("*_8h.xml"))]
