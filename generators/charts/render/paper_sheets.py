"""A drawing too tall for a sheet of paper, cut where nothing stands, so that its letters stay as large as on a page."""

import re
from collections.abc import Iterator
from itertools import pairwise
from math import ceil
from xml.etree import ElementTree as ET

from generators.charts.frames import WIDE

Part = tuple[float, float]
"""Where a part begins, in pixels from the drawing's top, and how high it is."""

TALL = 1040
"""Pixels. A higher drawing on one sheet has letters of less than 6.5 points."""
_MOST = 850
"""Pixels of the highest part: in the width of a sheet's text about 21 centimetres."""
_ABOVE, _BELOW = 12, 5
"""Pixels that a line of text takes above and below its baseline."""
_SHIFT = re.compile(r"translate\([^,]+,(-?[\d.]+)\)")
_STEP = re.compile(r"([A-Za-z])([^A-Za-z]*)")
_TITLE = re.compile(r'<title id="([\w-]+)-title">')
_NUMBER = re.compile(r"-?[\d.]+")


def parts(svg: str) -> tuple[Part, ...]:
    """Return the parts of a drawing, from the top; the whole of one that is not too tall."""
    root = ET.fromstring(svg)  # noqa: S314 - our own renderer's output
    height = float(root.get("height", "0"))
    if height <= TALL:
        return ((0, height),)
    taken = sorted(span for span in _spans(root, 0) if span[1] - span[0] < _MOST / 2)
    edges = [0.0]
    while height - edges[-1] > _MOST:
        rest = height - edges[-1]
        edges.append(_cut(taken, edges[-1], rest / ceil(rest / _MOST)))
    return tuple((top, bottom - top) for top, bottom in pairwise([*edges, height]))


def in_sheets(svg: str) -> str:
    """Return the drawing of a page, followed by its parts for paper if it is too tall; these show it by its id."""
    every = parts(svg)
    words = _TITLE.search(svg)
    if len(every) < 2 or not words:
        return svg
    name = f"{words[1]}-whole"
    named = svg.replace("</desc><g ", f'</desc><g id="{name}" ', 1)
    return f'{named}<div class="chart-parts" aria-hidden="true">{"".join(_part(part, name) for part in every)}</div>'


def _part(part: Part, name: str) -> str:
    top, height = part
    width = WIDE.width
    return f'<svg viewBox="0 {top:g} {width} {height:g}" width="{width}" height="{height:g}"><use xlink:href="#{name}"/></svg>'


def _cut(taken: list[Part], start: float, wanted: float) -> float:
    """Return the middle of the widest gap about the wanted height, which is where rows are parted rather than lines."""
    gaps: list[Part] = []
    reached = start
    for top, bottom in taken:
        if top > reached:
            gaps.append((reached, top))
        reached = max(reached, bottom)
    near = [gap for gap in gaps if start + 0.7 * wanted < gap[0] and gap[1] <= start + min(1.2 * wanted, _MOST)]
    top, bottom = max(near, key=lambda gap: gap[1] - gap[0], default=(start + wanted,) * 2)
    return round((top + bottom) / 2, 1)


def _spans(element: ET.Element, shift: float) -> Iterator[Part]:
    """Yield from where to where each mark and each line of text reaches."""
    moved = _SHIFT.search(element.get("transform", ""))
    down = shift + (float(moved[1]) if moved else 0)
    tag = element.tag.rpartition("}")[2]
    if tag == "text":
        yield down - _ABOVE, down + _BELOW
    elif tag == "line":
        yield down + min(0, float(element.get("y2", "0"))), down + max(0, float(element.get("y2", "0")))
    elif tag == "path":
        heights = list(_heights(element.get("d", ""))) or [0]
        yield down + min(heights), down + max(heights)
    for child in element:
        yield from _spans(child, down)


def _heights(path: str) -> Iterator[float]:
    """Yield how far down each step of a path ends; of an arc also its radius above and below."""
    here = 0.0
    for step, text in _STEP.findall(path):
        numbers = [float(number) for number in _NUMBER.findall(text)]
        if step == "A":
            yield from (numbers[-1] - numbers[1], numbers[-1] + numbers[1])
        if numbers and step not in "Hh":
            here = numbers[-1] + (here if step.islower() else 0)
            yield here
