"""Division of a drawing too tall for a sheet of paper, at gaps, so that its text keeps its size."""

import re
from collections.abc import Iterator
from itertools import pairwise
from math import ceil
from xml.etree import ElementTree as ET

from generators.charts.frames import WIDE
from generators.charts.render.svg import LINK, parsed, svg_size, svg_text

Part = tuple[float, float]
"""Top of a part, in pixels from the drawing's top, and its height."""

TALL = 1040
"""Pixels. The text of a taller drawing on one sheet is smaller than 6.5 points."""
_MOST = 850
"""Height of the tallest part in pixels: about 21 centimetres at the width of a sheet's text."""
_ABOVE, _BELOW = 12, 5
"""Pixels of a line of text above and below its baseline."""
_SHIFT = re.compile(r"translate\([^,]+,(-?[\d.]+)\)")
_STEP = re.compile(r"([A-Za-z])([^A-Za-z]*)")
_NUMBER = re.compile(r"-?[\d.]+")


def parts(root: ET.Element) -> tuple[Part, ...]:
    """Return the parts of a drawing from the top; one part if it is not too tall."""
    _, height = svg_size(root)
    if height <= TALL:
        return ((0, height),)
    spans = sorted(span for span in _spans(root, 0) if span[1] - span[0] < _MOST / 2)
    edges = [0.0]
    while height - edges[-1] > _MOST:
        rest = height - edges[-1]
        edges.append(_cut(spans, edges[-1], rest / ceil(rest / _MOST)))
    return tuple((top, bottom - top) for top, bottom in pairwise([*edges, height]))


def in_sheets(svg: str) -> str:
    """Return the drawing of a page, followed by its parts for paper if it is too tall; the parts refer to its id."""
    root = parsed(svg)
    sheets = parts(root)
    if len(sheets) < 2:
        return svg
    *_, main = root
    name = f"{root.get('aria-labelledby', '').removesuffix('-title')}-whole"
    main.set("id", name)
    below = ET.Element("div", {"class": "chart-parts", "aria-hidden": "true"})
    for top, height in sheets:
        size = {"viewBox": f"0 {top:g} {WIDE.width} {height:g}", "width": str(WIDE.width), "height": f"{height:g}"}
        ET.SubElement(ET.SubElement(below, "svg", size), "use", {LINK: f"#{name}"})
    return svg_text(root) + svg_text(below)


def _cut(spans: list[Part], start: float, height: float) -> float:
    """Return the middle of the widest gap near the wanted height: between rows rather than lines."""
    gaps: list[Part] = []
    reached = start
    for top, bottom in spans:
        if top > reached:
            gaps.append((reached, top))
        reached = max(reached, bottom)
    near = [gap for gap in gaps if start + 0.7 * height < gap[0] and gap[1] <= start + min(1.2 * height, _MOST)]
    top, bottom = max(near, key=lambda gap: gap[1] - gap[0], default=(start + height,) * 2)
    return round((top + bottom) / 2, 1)


def _spans(element: ET.Element, shift: float) -> Iterator[Part]:
    """Yield top and bottom of each mark and each line of text."""
    translation = _SHIFT.search(element.get("transform", ""))
    down = shift + (float(translation[1]) if translation else 0)
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
    """Yield the vertical position after each step of a path; for an arc also its radius above and below."""
    here = 0.0
    for step, text in _STEP.findall(path):
        numbers = [float(number) for number in _NUMBER.findall(text)]
        if step == "A":
            yield from (numbers[-1] - numbers[1], numbers[-1] + numbers[1])
        if numbers and step not in "Hh":
            here = numbers[-1] + (here if step.islower() else 0)
            yield here
