"""Bars beside each other, as SVG: a row for each name, a panel for each thing that was measured."""
import dataclasses
import html
import math

NAMES, PANEL, GAP, ROW, HEAD, FOOT = 190, 220, 40, 22, 62, 44
VALUE = 46  # room for the number behind the longest bar
# Seen on a white page and on a dark one: the picture has no background of its own, and these keep their distance to both.
TEXT = "#7a7a7a"
FONT = "font-family=\"system-ui, sans-serif\" font-size=\"12\""


@dataclasses.dataclass
class Panel:
    title: str
    axis: str
    values: list
    ranges: list = None  # (least, most) of each value
    form: str = ".2f"

    @property
    def highest(self):
        return max([*self.values, *(most for _, most in self.ranges or [])]) or 1


def tick_step(highest):
    """1, 2 or 5 times a power of ten, so that there are at most six."""
    power = 10 ** math.floor(math.log10(highest / 2))
    return next(step * power for step in (1, 2, 5, 10) if highest / (step * power) <= 5)


def text(x, y, words, anchor="start", more=""):
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" {more}>{html.escape(words)}</text>'


def line(x1, y1, x2, y2, width, opacity):
    return (f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{TEXT}" stroke-width="{width}" '
            f'stroke-opacity="{opacity}"/>')


def drawn_panel(panel, left, colors):
    bottom = HEAD + ROW * len(panel.values)
    scale = (PANEL - VALUE) / panel.highest
    parts = [text(left, HEAD - 12, panel.title, more='font-weight="bold"')]
    step = tick_step(panel.highest)
    for number in range(int(panel.highest / step + 1e-9) + 1):
        x = left + number * step * scale
        parts += [line(x, HEAD - 4, x, bottom + 4, 1, 0.4), text(x, bottom + 17, f"{number * step:g}", "middle")]
    parts.append(text(left + (PANEL - VALUE) / 2, bottom + 34, panel.axis, "middle"))
    for row, (value, color) in enumerate(zip(panel.values, colors)):
        top = HEAD + ROW * row
        end = value
        parts.append(f'<rect x="{left}" y="{top + 4}" width="{value * scale:.1f}" height="{ROW - 8}" fill="{color}" fill-opacity="0.8"/>')
        if panel.ranges:
            least, end = panel.ranges[row]
            middle = top + ROW / 2
            parts.append(line(left + least * scale, middle, left + end * scale, middle, 2, 1))
        parts.append(text(left + max(value, end) * scale + 5, top + 15, format(value, panel.form)))
    return parts


def drawn(title, names, colors, panels):
    """The text of the picture. Its title is what a screen reader says."""
    width = NAMES + len(panels) * (PANEL + GAP)
    height = HEAD + ROW * len(names) + FOOT
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" '
             f'fill="{TEXT}" {FONT}>',
             f"<title>{html.escape(title)}</title>", text(0, 20, title, more='font-size="15" font-weight="bold"')]
    for row, name in enumerate(names):
        parts.append(text(NAMES - 10, HEAD + ROW * row + 15, name, "end"))
    for number, panel in enumerate(panels):
        parts += drawn_panel(panel, NAMES + number * (PANEL + GAP), colors)
    return "\n".join([*parts, "</svg>"]) + "\n"
