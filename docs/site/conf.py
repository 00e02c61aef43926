"""How Sphinx makes the site of what stage.py has put together. Run by ./dev docs, with warnings as errors."""
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

project = "libv4lxx"
version = release = os.environ["V4LXX_VERSION"]
copyright = "the authors of libv4lxx, MIT licence"

extensions = ["myst_parser", "links"]
source_suffix = {".md": "markdown", ".rst": "restructuredtext"}
root_doc = "index"
primary_domain = "c"
myst_heading_anchors = 4
pygments_style = "default"
smartquotes_action = "D"

# A name that leads nowhere is an error; these are the names of C itself, and the macro that exports.
nitpicky = True
nitpick_ignore = [("c:identifier", name) for name in (
    "int8_t", "uint8_t", "int16_t", "uint16_t", "int32_t", "uint32_t", "int64_t", "uint64_t", "size_t", "V4LXX_API")]

html_theme = "furo"
html_title = f"libv4lxx {version}"
html_static_path = ["static"]
html_css_files = ["site.css"]
html_show_sphinx = False
html_copy_source = False
html_show_sourcelink = False
html_theme_options = {"navigation_with_keys": True}
toc_object_entries_show_parents = "hide"
