"""SVG as a tree: read, optimised, composed, and written by one function. No renderer, no disk."""

import re
from collections.abc import Callable, Mapping
from xml.etree import ElementTree as ET

from generators.charts.elements.text_layout import FONT, SIZE, width_of
from generators.fonts import BOLD, REGULAR

SVG = "http://www.w3.org/2000/svg"
_NUMBER = re.compile(r"-?\d+\.\d+(?:e-?\d+)?")
_VARIABLE = re.compile(r"var\(--[\w-]+,\s*(#[0-9a-fA-F]{3,8})\)")
_DROPPED = ("role", "class", "pointer-events", "aria-roledescription", "aria-label", "aria-hidden", "version")
_DEFAULTS = {
    "opacity": "1",
    "stroke-width": "1",
    "fill-opacity": "1",
    "font-family": FONT,
    "font-size": f"{SIZE}px",
    "transform": "translate(0,0)",
    "text-anchor": "start",
}
_MEASURED = {"d", "transform", "x", "y", "x1", "y1", "x2", "y2", "dx", "dy", "width", "height", "viewBox", "r"}
_STRAIGHT = re.compile(r"(?:[ML]-?[\d.]+,-?[\d.]+|Z)+")
_STEP = re.compile(r"([ML])(-?[\d.]+),(-?[\d.]+)|Z")
_NAMING_IDS = ("id", "aria-labelledby", "aria-describedby")
LINK = "{http://www.w3.org/1999/xlink}href"
"""The reference of a `use`; the theme's script sets every plain `href` of a page, which a `use` does not allow."""
ET.register_namespace("", SVG)
ET.register_namespace("xlink", "http://www.w3.org/1999/xlink")


def parsed(text: str) -> ET.Element:
    """Return an SVG of ours as a tree."""
    return ET.fromstring(text)  # noqa: S314 - our own renderer's output


def element(tag: str, attributes: Mapping[str, str], *children: ET.Element, text: str | None = None) -> ET.Element:
    """Return an element of SVG."""
    node = ET.Element(f"{{{SVG}}}{tag}", dict(attributes))
    node.text = text
    node.extend(children)
    return node


def svg_text(root: ET.Element, *, light: bool = False) -> str:
    """Return the tree as text: with the theme's colours as custom properties, or all `light` for other programs."""
    for part in root.iter() if light else ():
        part.attrib.update({name: _VARIABLE.sub(r"\1", value) for name, value in part.items() if "var(" in value})
    return ET.tostring(root, encoding="unicode")


def svg_size(root: ET.Element) -> tuple[float, float]:
    """Return the drawing's width and height in pixels."""
    return float(root.get("width", "0")), float(root.get("height", "0"))


def texts_of(text: str) -> str:
    r"""Return the visible text of a drawing, line by line.

    >>> texts_of('<svg><title>No</title><text x="1">A &amp; B</text><text><tspan>C</tspan><tspan>D</tspan></text></svg>')
    'A & B\nC\nD'
    """
    return "\n".join(line for part in parsed(text).iterfind(".//{*}text") for line in part.itertext())


def with_ids(root: ET.Element, renamed: Callable[[str], str]) -> ET.Element:
    """Return the drawing with other ids, and the same in all references to them."""
    for part in root.iter():
        for name, value in part.items():
            if name in _NAMING_IDS:
                part.set(name, renamed(value))
            elif name == LINK:
                part.set(name, f"#{renamed(value[1:])}")
            elif value.startswith("url(#"):
                part.set(name, f"url(#{renamed(value[5:-1])})")
    return root


def copied_svg(drawing: str, number: int) -> str:
    """Return a page's drawing for its nth copy on the page, with ids of its own."""
    copy = with_ids(parsed(f"<div>{drawing}</div>"), lambda name: f"{number}.{name}")
    return "".join(map(svg_text, copy))


def slimmed(text: str) -> str:
    """Return the renderer's SVG without invisible parts: about a third of its bytes."""
    root = parsed(text)
    for line in root.iter(f"{{{SVG}}}text"):
        _hold(line)
    _prune(root)
    frame = root[0]
    frame.set("font-family", FONT)
    frame.set("font-size", f"{SIZE}px")
    return svg_text(root)


def held(width: float) -> dict[str, str]:
    """Return the attributes that fix the width of a text in pixels, in any font."""
    return {"textLength": f"{width:.1f}", "lengthAdjust": "spacingAndGlyphs"}


def _hold(text: ET.Element) -> None:
    """Fix the width of each line of a text element to its layout."""
    size = float(text.get("font-size", f"{SIZE}").removesuffix("px"))
    face = BOLD if text.get("font-weight") in ("bold", "700") else REGULAR
    for line in (text, *text):
        if line.text:
            line.attrib.update(held(width_of(line.text, size, face)))


def _prune(parent: ET.Element) -> None:
    for child in list(parent):
        _prune(child)
        if _is_invisible(child):
            parent.remove(child)
            continue
        for name in list(child.attrib):
            if name in _DROPPED or child.get(name) == _DEFAULTS.get(name):
                del child.attrib[name]
            elif name in _MEASURED:
                child.set(name, _NUMBER.sub(_round_number, child.attrib[name]))
        if _STRAIGHT.fullmatch(path := child.get("d", "")):
            child.set("d", _relative(path))
        if child.tag == f"{{{SVG}}}g" and not child.attrib:
            _unwrap(parent, child)


def _relative(path: str) -> str:
    """Return a path of straight lines in relative steps, in tenths of pixels: half the bytes of outlines."""
    steps, start, at = [], (0, 0), (0, 0)
    for step in _STEP.finditer(path):
        if not step[1]:
            steps.append("z")
            at = start
            continue
        point = (round(10 * float(step[2])), round(10 * float(step[3])))
        across, down = (f"{(to - by) / 10:g}" for to, by in zip(point, at, strict=True))
        steps.append(f"{'m' if step[1] == 'M' else 'l'}{across}{'' if down.startswith('-') else ' '}{down}")
        start, at = (point if step[1] == "M" else start), point
    return "".join(steps)


def _is_invisible(part: ET.Element) -> bool:
    empty = part.tag == f"{{{SVG}}}g" and len(part) == 0
    bare = part.get("class") == "background" and part.get("fill") in (None, "none", "transparent")
    backdrop = part.tag == f"{{{SVG}}}rect" and part.get("fill") == "transparent"
    return empty or bare or backdrop or part.get("display") == "none" or part.get("opacity") == "0"


def _unwrap(parent: ET.Element, group: ET.Element) -> None:
    place = list(parent).index(group)
    parent.remove(group)
    for n, child in enumerate(list(group)):
        parent.insert(place + n, child)


def _round_number(match: re.Match[str]) -> str:
    return f"{round(float(match[0]), 1) + 0.0:.1f}".removesuffix(".0")  # -0.0 + 0.0 is 0.0
