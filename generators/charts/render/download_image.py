"""Downloadable image of a chart, with the context that a reader needs outside the site.

Title and subtitle are above the drawing; reading help, source, exclusions, period, edition and site below it. No
renderer, no disk.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from generators.charts.data.chart_data import ChartData
from generators.charts.descriptions.chart_description import alternative, period_shown, source_line
from generators.charts.elements.text_layout import FONT, chopped, in_reading_order, is_turned, width_of
from generators.charts.frames import WIDE
from generators.charts.render.svg import element, held, parsed, svg_size, svg_text
from generators.fonts import BOLD, REGULAR, Face
from generators.model import ChartSpec
from generators.text.messages import gettext
from generators.text.wording import on
from generators.urls.links import absolute
from generators.urls.paths import of_chart

_MARGIN = 24
_WIDTH = WIDE.width + 2 * _MARGIN
_INK, _MUTED, _PAPER = "#1b2733", "#586573", "#ffffff"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Style:
    """A text style: size, colour, face, and the space above its first line."""

    size: int
    colour: str = _MUTED
    face: Face = REGULAR
    above: int = 6


_TITLE = _Style(size=20, colour=_INK, face=BOLD, above=0)
_SUBTITLE = _Style(size=14)
_SMALL = _Style(size=12)
_LAST = _Style(size=12, colour=_INK, above=10)
Lines = Sequence[tuple[str, _Style]]


def download_picture(data: ChartData, drawing: str) -> str:
    """Return the optimised wide drawing as an SVG file for download: opaque, in light colours, with its texts."""
    tree = parsed(drawing)
    head, top = _typeset(_above(data.spec), _MARGIN)
    foot, bottom = _typeset(_below(data), top + 14 + svg_size(tree)[1] + 8)
    width, height = str(_WIDTH), f"{bottom + _MARGIN:.0f}"
    size = {"width": width, "height": height}
    return svg_text(
        element(
            "svg",
            {"role": "img", **size, "viewBox": f"0 0 {width} {height}", "font-family": FONT},
            element("title", {}, text=alternative(data)),
            element("rect", {**size, "fill": _PAPER}),
            *head,
            element("g", {"transform": f"translate({_MARGIN},{top + 14:.0f})"}, *tree),
            *foot,
        ),
        light=True,
    )


def _above(spec: ChartSpec) -> Lines:
    return _nonempty((spec.title, _TITLE), (spec.subtitle, _SUBTITLE))


def _below(data: ChartData) -> Lines:
    spec, config, period = data.spec, data.config, period_shown(data)
    edition = gettext("%(site)s, edition of %(day)s.", site=config.name, day=on(data.edition.date))
    origin = f"{edition} {absolute(config, of_chart(spec.slug))}"
    return _nonempty(
        (source_line(data), _SMALL),
        (spec.reading, _SMALL),
        (spec.note, _SMALL),
        (gettext("Period shown: %(period)s.", period=period) if period else "", _SMALL),
        (origin, _LAST),
    )


def _nonempty(*lines: tuple[str, _Style]) -> Lines:
    return [(text, style) for text, style in lines if text]


def _typeset(lines: Lines, top: float) -> tuple[list[ET.Element], float]:
    """Return the lines as SVG, wrapped to the drawing's width, and their bottom."""
    texts, down = [], float(top)
    for text, style in lines:
        down += style.above
        for line in chopped(text, WIDE.width, style.size, style.face):
            down += round(style.size * 1.3)
            texts.append(_text(line, style, down - style.size * 0.3))
    return texts, down


def _text(line: str, style: _Style, down: float) -> ET.Element:
    weight = {"font-weight": "bold"} if style.face == BOLD else {}
    side = {"x": str(_WIDTH - _MARGIN), "text-anchor": "end"} if is_turned() else {"x": str(_MARGIN)}
    place = {**side, "y": f"{down:.1f}", **held(width_of(line, style.size, style.face))}
    return element(
        "text", {**place, "font-size": f"{style.size}px", **weight, "fill": style.colour}, text=in_reading_order(line)
    )
