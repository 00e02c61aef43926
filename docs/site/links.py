"""What the pages want of Sphinx beyond its own: names of the API and error codes in guides lead to their entry, a name that does not
exist is a warning, and the words of the tags lead to the page that explains them."""
import re

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms import SphinxTransform

FUNCTION_OR_TYPE = re.compile(r"v4lxx_[a-z0-9_]*[a-z0-9](\(\))?")
CODE = re.compile(r"V4LXX-(E\d{4})")
CONSTANT = re.compile(r"V4LXX_[A-Z0-9_]*[A-Z0-9]")
WORDS = {"owned": "ownership", "borrowed": "ownership", "out": "ownership", "inout": "ownership", "nullable": "ownership",
         "versioned": "ownership", "frozen": "ownership",
         "safe": "threads", "object": "threads", "dispatch": "threads", "signal": "threads"}


class NamesOfTheApi(SphinxTransform):
    """Turns `v4lxx_stream_start` and `V4LXX_AGAIN` in running text into links."""
    default_priority = 400

    def apply(self, **kwargs):
        for literal in list(self.document.findall(nodes.literal)):
            target = self.target_of(literal.astext())
            if not target or self.is_linked(literal):
                continue
            link = addnodes.pending_xref("", **target, refexplicit=True, refwarn=True, refdoc=self.env.docname)
            link.source, link.line = literal.source, literal.line
            literal.replace_self(link)
            link += literal

    @staticmethod
    def target_of(text):
        code = CODE.fullmatch(text)
        if code:
            return {"refdomain": "std", "reftype": "doc", "reftarget": f"/docs/reference/errors/{code[1]}"}
        if FUNCTION_OR_TYPE.fullmatch(text) or CONSTANT.fullmatch(text):
            return {"refdomain": "c", "reftype": "identifier", "reftarget": text.removesuffix("()")}
        return None

    @staticmethod
    def is_linked(node):
        while node.parent is not None:
            node = node.parent
            if isinstance(node, (nodes.reference, addnodes.pending_xref)):
                return True
        return False


def word(name, rawtext, text, lineno, inliner, options=None, content=None):
    """:word:`borrowed` is a link to the page that says what it means."""
    shown = nodes.inline("", text, classes=["word", f"word-{text}"])
    return [nodes.reference("", "", shown, refuri=f"../docs/guide/{WORDS[text]}.html#the-words", internal=True)], []


def setup(app):
    app.add_transform(NamesOfTheApi)
    app.add_role("word", word)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
