"""Social card of a chart for shared links: large text, and the card drawing beside it.

All text is in the site's fonts. No renderer, no disk.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter
from xml.etree import ElementTree as ET

from generators.charts.data.chart_data import ChartData
from generators.charts.descriptions.chart_description import source_line, source_of
from generators.charts.elements.text_layout import chopped, in_reading_order, is_turned
from generators.charts.render.svg import element, parsed, svg_size, svg_text
from generators.fonts import HEADING, REGULAR, SANS, SERIF, Face
from generators.model import ChartSpec
from generators.text.joining import semicolons
from generators.text.messages import gettext, ngettext
from generators.text.wording import on

SHEET = (1200, 630)
"""Width and height in pixels: the image size of shared links."""
_FAMILIES = {REGULAR: SANS, HEADING: SERIF}
_MARGIN, _GUTTER = 40, 36
_LARGEST = 2
"""Largest scale of a drawing: its smallest text is then as large as the smallest text beside it."""
_LEGIBLE, _RUNNING_OFF = 0.95, 1.8
"""Below the first scale a long list is cropped at the top and drawn at the second: its end has the latest rows and
the axis."""
_FADE = 90
_NAMED = 2
"""Most recorders with a name; the others are counted."""
_INK, _MUTED, _MARK, _PAPER = "#1b2733", "#586573", "#1b2f4b", "#ffffff"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Style:
    """A text style: face, size, colour, and the space above its first line."""

    face: Face = REGULAR
    size: int = 24
    colour: str = _MUTED
    above: int = 12


_TITLE = _Style(face=HEADING, size=42, colour=_INK, above=0)
_SUBTITLE = _Style(size=26)
_SITE = _Style(face=HEADING, size=28, colour=_INK)
_EDITION = _Style(above=0)
Lines = Sequence[tuple[str, _Style]]


def card_picture(data: ChartData, drawing: str) -> str:
    """Return the card as SVG: the optimised card drawing, opaque, in light colours, with its text beside it."""
    wide, high = SHEET
    tree = parsed(drawing)
    across, down = svg_size(tree)
    full_scale = min(_LARGEST, (high - 2 * _MARGIN) / down)
    scale = full_scale if full_scale > _LEGIBLE else _RUNNING_OFF
    top = (high - down * full_scale) / 2 + 4 if scale == full_scale else high - _MARGIN - down * scale
    left = wide - _MARGIN - across * scale
    foot = _foot(data, cut=scale != full_scale)
    size = {"width": str(wide), "height": str(high)}
    place = f"translate({left:.1f},{top:.1f}) scale({scale:.3f})"
    return svg_text(
        element(
            "svg",
            size,
            element("rect", {**size, "fill": _PAPER}),
            *_words(data.spec, foot, left - _GUTTER - _MARGIN),
            element("g", {"transform": place}, *tree),
            *(() if scale == full_scale else _fade(left)),
            element("rect", {"width": str(wide), "height": "10", "fill": _MARK}),
        ),
        light=True,
    )


def _fade(left: float) -> Iterator[ET.Element]:
    """Yield a fade at the drawing's upper edge, so that no row looks like the first."""
    stops = (element("stop", {"offset": str(at), "stop-color": _PAPER, "stop-opacity": str(1 - at)}) for at in (0, 1))
    yield element("defs", {}, element("linearGradient", {"id": "fade", "x2": "0", "y2": "1"}, *stops))
    size = {"width": str(SHEET[0]), "height": str(_FADE)}
    yield element("rect", {"x": f"{left:.1f}", **size, "fill": "url(#fade)"})


def _words(spec: ChartSpec, foot: Lines, width: float) -> Iterator[ET.Element]:
    """Yield title and subtitle at the top, source and edition at the bottom; no subtitle if there is no room."""
    room = SHEET[1] - 2 * _MARGIN
    low = _height(foot, width)
    smaller = replace(_TITLE, size=34)
    heads = (
        [(spec.title, _TITLE), (spec.subtitle, _SUBTITLE)],
        [(spec.title, smaller), (spec.subtitle, _EDITION)],
        [(spec.title, smaller)],
    )
    head = next((lines for lines in heads if _height(lines, width) + low + _GUTTER <= room), heads[-1])
    yield from _typeset(head, width, _MARGIN + 4)
    yield from _typeset(foot, width, SHEET[1] - _MARGIN - low)


def _foot(data: ChartData, *, cut: bool) -> Lines:
    return [
        (gettext("The chart is longer: this is its end.") if cut else "", _Style()),
        (_source(data), _Style()),
        (data.config.name, _SITE),
        (gettext("Edition of %(day)s", day=on(data.edition.date)), _EDITION),
    ]


def _source(data: ChartData) -> str:
    """Return the recorders; if each mark has its own speaker, the source line."""
    datasets = data.drawn_datasets.values()
    names = list(dict.fromkeys(dataset.recorder for dataset in datasets))
    if not names:
        return source_line(data)
    if any(dataset.form != "series" for dataset in datasets):
        return source_of(next(iter(datasets)))
    first, more = semicolons(names[:_NAMED]), len(names) - _NAMED
    if more <= 0:
        return gettext("Source: %(names)s", names=first)
    return ngettext("Source: %(names)s and %(num)s other", "Source: %(names)s and %(num)s others", more, names=first)


def _split(text: str, style: _Style, width: float) -> list[str]:
    return chopped(text, width, style.size, style.face)


def _height(lines: Lines, width: float) -> float:
    return sum(
        style.above + round(style.size * 1.25) * len(_split(text, style, width)) for text, style in lines if text
    )


def _typeset(lines: Lines, width: float, top: float) -> Iterator[ET.Element]:
    for text, style in filter(itemgetter(0), lines):
        top += style.above
        for line in _split(text, style, width):
            top += round(style.size * 1.25)
            side = {"x": f"{_MARGIN + width:.1f}", "text-anchor": "end"} if is_turned() else {"x": str(_MARGIN)}
            place = {**side, "y": f"{top - style.size * 0.3:.1f}"}
            letters = {"font-family": _FAMILIES[style.face], "font-size": f"{style.size}px", "fill": style.colour}
            yield element("text", place | letters, text=in_reading_order(line))
