"""SVG as text: optimised, with title and description, or standalone. No renderer, no disk."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape, unescape
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
_TEXT = re.compile(r"<text\b.*?</text>", re.DOTALL)
_BETWEEN_TAGS = re.compile(r">([^<]+)<")
_SCRIPTED = re.compile(r' data-(?:live|engine)="[^"]*"')
_SIZE = re.compile(r'width="([\d.]+)" height="([\d.]+)"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The text alternatives of a drawing and the ids that connect them."""

    name: str
    """Unique id on a page, of chart and frame."""
    style: str
    title: str
    description: str


def slimmed(text: str) -> str:
    """Return the renderer's SVG without invisible parts: about a third of its bytes."""
    root = ET.fromstring(text)  # noqa: S314 - our own renderer's output
    for element in root.iter(f"{{{SVG}}}text"):
        _hold(element)
    _prune(root)
    frame = root[0]
    frame.set("font-family", FONT)
    frame.set("font-size", f"{SIZE}px")
    ET.register_namespace("", SVG)
    return ET.tostring(root, encoding="unicode")


def held(width: float) -> str:
    """Return the attributes that fix the width of a text in pixels, in any font."""
    return f'textLength="{width:.1f}" lengthAdjust="spacingAndGlyphs"'


def _hold(element: ET.Element) -> None:
    """Fix the width of each line of a text element to its layout."""
    size = float(element.get("font-size", f"{SIZE}").removesuffix("px"))
    face = BOLD if element.get("font-weight") in ("bold", "700") else REGULAR
    for line in (element, *element):
        if line.text:
            line.set("textLength", f"{width_of(line.text, size, face):.1f}")
            line.set("lengthAdjust", "spacingAndGlyphs")


def _prune(parent: ET.Element) -> None:
    for child in list(parent):
        _prune(child)
        if _is_unseen(child):
            parent.remove(child)
            continue
        for name in list(child.attrib):
            if name in _DROPPED or child.get(name) == _DEFAULTS.get(name):
                del child.attrib[name]
            elif name in _MEASURED:
                child.set(name, _NUMBER.sub(_rounded, child.attrib[name]))
        if _STRAIGHT.fullmatch(path := child.get("d", "")):
            child.set("d", _relative(path))
        if child.tag == f"{{{SVG}}}g" and not child.attrib:
            _unwrap(parent, child)


def _relative(path: str) -> str:
    """Return a path of straight lines in relative steps, in tenths of pixels: half the bytes of outlines."""
    written, start, at = [], (0, 0), (0, 0)
    for step in _STEP.finditer(path):
        if not step[1]:
            written.append("z")
            at = start
            continue
        point = (round(10 * float(step[2])), round(10 * float(step[3])))
        across, down = (f"{(to - by) / 10:g}" for to, by in zip(point, at, strict=True))
        written.append(f"{'m' if step[1] == 'M' else 'l'}{across}{'' if down.startswith('-') else ' '}{down}")
        start, at = (point if step[1] == "M" else start), point
    return "".join(written)


def _is_unseen(element: ET.Element) -> bool:
    empty = element.tag == f"{{{SVG}}}g" and len(element) == 0
    bare = element.get("class") == "background" and element.get("fill") in (None, "none", "transparent")
    return empty or bare or element.get("display") == "none" or element.get("opacity") == "0" or _is_backdrop(element)


def _is_backdrop(element: ET.Element) -> bool:
    return element.tag == f"{{{SVG}}}rect" and element.get("fill") == "transparent"


def _unwrap(parent: ET.Element, group: ET.Element) -> None:
    place = list(parent).index(group)
    parent.remove(group)
    for n, child in enumerate(list(group)):
        parent.insert(place + n, child)


def _rounded(match: re.Match[str]) -> str:
    return (
        f"{float(match[0]):.1f}".removesuffix(".0").replace("-0", "0")
        if abs(float(match[0])) < 0.05
        else _short(match[0])
    )


def _short(number: str) -> str:
    return f"{float(number):.1f}".removesuffix(".0")


def titled(text: str, words: Words) -> str:
    """Return the drawing with its text alternatives, unique ids, and a size that scales with the page."""
    width, height = (f"{side:.0f}" for side in svg_size(text))
    head = "".join(_head(words, width, height))
    return _own_ids(head + text[text.index(">") + 1 :], words.name)


def svg_size(text: str) -> tuple[float, float]:
    """Return the drawing's width and height in pixels."""
    size = _SIZE.search(text)
    return (float(size[1]), float(size[2])) if size else (0, 0)


def _head(words: Words, width: str, height: str) -> Iterator[str]:
    yield f'<svg xmlns="{SVG}" class="{words.style}" role="img" viewBox="0 0 {width} {height}" width="{width}" '
    yield f'height="{height}" aria-labelledby="{words.name}-title" aria-describedby="{words.name}-desc">'
    yield f'<title id="{words.name}-title">{escape(words.title)}</title>'
    yield f'<desc id="{words.name}-desc">{escape(words.description)}</desc>'


def texts_of(text: str) -> str:
    r"""Return the visible text of a drawing, line by line.

    >>> texts_of('<title>No</title><text x="1">A &amp; B</text><text><tspan>C</tspan><tspan>D</tspan></text>')
    'A & B\nC\nD'
    """
    return unescape("\n".join(line for whole in _TEXT.findall(text) for line in _BETWEEN_TAGS.findall(whole)))


def _own_ids(text: str, name: str) -> str:
    ids = dict.fromkeys(re.findall(r'\bid="(\w+)"', text))
    for n, old in enumerate(ids, 1):
        text = re.sub(rf'(id="|url\(#){old}\b', rf"\g<1>{name}-{n}", text)
    return text


def standalone(text: str) -> str:
    """Return the drawing for download: light colours, a white background, no reference to scripts."""
    head, desc, rest = _SCRIPTED.sub("", in_light(text)).partition("</desc>")
    return f'{head}{desc}<rect width="100%" height="100%" fill="#ffffff"/>{rest}'


def in_light(text: str) -> str:
    """Return the drawing in light colours, for programs without custom properties."""
    return _VARIABLE.sub(r"\1", text)
