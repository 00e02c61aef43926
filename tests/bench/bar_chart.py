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
    logarithmic: bool = False  # for what differs by powers of ten; points instead of bars, because such an axis has no beginning

    @property
    def highest(self):
        return max([*self.values, *(most for _, most in self.ranges or [])]) or 1

    @property
    def lowest(self):
        return min([*self.values, *(least for least, _ in self.ranges or [])]) * 0.9

    def place(self, value):
        """How far to the right a value stands, from 0 to 1."""
        if not self.logarithmic:
            return value / self.highest
        return math.log(value / self.lowest) / math.log(self.highest / self.lowest)

    @property
    def marks(self):
        if self.logarithmic:
            powers = range(math.ceil(math.log10(self.lowest)), math.floor(math.log10(self.highest)) + 1)
            return [10 ** power for power in powers]
        step = tick_step(self.highest)
        return [number * step for number in range(int(self.highest / step + 1e-9) + 1)]


def tick_step(highest):
    """1, 2 or 5 times a power of ten, so that there are at most six."""
    power = 10 ** math.floor(math.log10(highest / 2))
    return next(step * power for step in (1, 2, 5, 10) if highest / (step * power) <= 5)


def text(x, y, words, anchor="start", more=""):
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" {more}>{html.escape(words)}</text>'


def line(x1, y1, x2, y2, width, opacity):
    return (f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{TEXT}" stroke-width="{width}" '
            f'stroke-opacity="{opacity}"/>')


def drawn_value(panel, row, x, color):
    """One row: the value as a bar or a point, its range as a line over it, its number behind both."""
    top, value = HEAD + ROW * row, panel.values[row]
    middle, end = top + ROW / 2, value
    parts = []
    if not panel.logarithmic:
        parts.append(f'<rect x="{x(0):.1f}" y="{top + 4}" width="{x(value) - x(0):.1f}" height="{ROW - 8}" fill="{color}" fill-opacity="0.8"/>')
    if panel.ranges:
        least, end = panel.ranges[row]
        parts.append(line(x(least), middle, x(end), middle, 2, 1))
    if panel.logarithmic:
        parts.append(f'<circle cx="{x(value):.1f}" cy="{middle}" r="5" fill="{color}"/>')
    return [*parts, text(x(max(value, end)) + 8, top + 15, format(value, panel.form))]


def drawn_panel(panel, left, colors):
    bottom = HEAD + ROW * len(panel.values)

    def x(value):
        return left + panel.place(value) * (PANEL - VALUE)

    parts = [text(left, HEAD - 12, panel.title, more='font-weight="bold"')]
    for mark in panel.marks:
        parts += [line(x(mark), HEAD - 4, x(mark), bottom + 4, 1, 0.4), text(x(mark), bottom + 17, f"{mark:g}", "middle")]
    parts.append(text(left + (PANEL - VALUE) / 2, bottom + 34, panel.axis, "middle"))
    for row, color in enumerate(colors):
        parts += drawn_value(panel, row, x, color)
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
