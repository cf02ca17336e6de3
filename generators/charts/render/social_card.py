"""A chart on the sheet that a shared link shows: its words in large letters, and beside them its drawing for cards.

All letters are those of the site's faces. No renderer, no disk.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape
from operator import itemgetter

from generators.charts.descriptions.chart_description import datasets_of, source_line
from generators.charts.elements.text_layout import chopped
from generators.charts.render.svg import SVG, in_light, svg_size
from generators.fonts import HEADING, REGULAR, SANS, SERIF, Face
from generators.model import Catalog, ChartSpec
from generators.text.wording import on, plural

SHEET = (1200, 630)
"""Pixels across and down: the shape in which shared links show a picture."""
_FAMILIES = {REGULAR: SANS, HEADING: SERIF}
_MARGIN, _GUTTER = 40, 36
_LARGEST = 2
"""How much a drawing is enlarged at most: its smallest letters are then as large as the smallest beside it."""
_LEGIBLE, _RUNNING_OFF = 0.95, 1.8
"""Of a long list that would be smaller than the first, the end is shown, which has the latest and the axis; it comes from
beyond the sheet's upper edge."""
_FADE = 90
_CUT = "The chart is longer: this is its end."
_NAMED = 2
"""So many recorders are named, and the others counted."""
_INK, _MUTED, _MARK, _PAPER = "#1b2733", "#586573", "#1b2f4b", "#ffffff"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Style:
    """A kind of line: its face, its size, its colour, and the space above its first line."""

    face: Face = REGULAR
    size: int = 24
    colour: str = _MUTED
    above: int = 12


_TITLE = _Style(face=HEADING, size=42, colour=_INK, above=0)
_SUBTITLE = _Style(size=26)
_SITE = _Style(face=HEADING, size=28, colour=_INK)
_EDITION = _Style(above=0)
Lines = Sequence[tuple[str, _Style]]


def card(spec: ChartSpec, catalog: Catalog, drawing: str) -> str:
    """The slimmed drawing for cards as an SVG of the sheet's size: opaque, in light colours, its words beside it."""
    wide, high = SHEET
    across, down = svg_size(drawing)
    whole = min(_LARGEST, (high - 2 * _MARGIN) / down)
    scale = whole if whole > _LEGIBLE else _RUNNING_OFF
    top = (high - down * whole) / 2 + 4 if scale == whole else high - _MARGIN - down * scale
    left = wide - _MARGIN - across * scale
    foot = _foot(spec, catalog, cut=scale != whole)
    words = _words(spec, foot, left - _GUTTER - _MARGIN)
    inner = in_light(drawing[drawing.index(">") + 1 : drawing.rindex("</svg>")])
    return (
        f'<svg xmlns="{SVG}" width="{wide}" height="{high}"><rect width="{wide}" height="{high}" fill="{_PAPER}"/>{words}'
        f'<g transform="translate({left:.1f},{top:.1f}) scale({scale:.3f})">{inner}</g>'
        f'{"" if scale == whole else _faded(left)}<rect width="{wide}" height="10" fill="{_MARK}"/></svg>'
    )


def _faded(left: float) -> str:
    """Paper over the drawing's upper edge, thinner and thinner, so that no row looks like the first."""
    stops = "".join(f'<stop offset="{at}" stop-color="{_PAPER}" stop-opacity="{1 - at}"/>' for at in (0, 1))
    return (
        f'<defs><linearGradient id="fade" x2="0" y2="1">{stops}</linearGradient></defs>'
        f'<rect x="{left:.1f}" width="{SHEET[0]}" height="{_FADE}" fill="url(#fade)"/>'
    )


def _words(spec: ChartSpec, foot: Lines, width: float) -> str:
    """Title and subtitle from the top, source and edition up from the bottom; without the subtitle if they would meet."""
    room = SHEET[1] - 2 * _MARGIN
    low = _height(foot, width)
    smaller = replace(_TITLE, size=34)
    heads = (
        [(spec.title, _TITLE), (spec.subtitle, _SUBTITLE)],
        [(spec.title, smaller), (spec.subtitle, _EDITION)],
        [(spec.title, smaller)],
    )
    head = next((lines for lines in heads if _height(lines, width) + low + _GUTTER <= room), heads[-1])
    return "".join([*_set(head, width, _MARGIN + 4), *_set(foot, width, SHEET[1] - _MARGIN - low)])


def _foot(spec: ChartSpec, catalog: Catalog, *, cut: bool) -> Lines:
    config, edition = catalog.config, catalog.edition
    return [
        (_CUT if cut else "", _Style()),
        (_source(spec, catalog), _Style()),
        (config.name, _SITE),
        (f"Edition of {on(edition.date)}", _EDITION),
    ]


def _source(spec: ChartSpec, catalog: Catalog) -> str:
    """Who counted, short; where each mark has its own speaker, the line under the chart."""
    datasets = datasets_of(spec, catalog).values()
    names = list(dict.fromkeys(each.recorder for each in datasets))
    if not names or any(each.form != "series" for each in datasets):
        return source_line(spec, catalog).partition(" Not counted:")[0]
    others = f" and {plural(len(names) - _NAMED, 'other')}" if len(names) > _NAMED else ""
    return f"Source: {'; '.join(names[:_NAMED])}{others}"


def _broken(text: str, style: _Style, width: float) -> list[str]:
    return chopped(text, width, style.size, style.face)


def _height(lines: Lines, width: float) -> float:
    return sum(
        style.above + round(style.size * 1.25) * len(_broken(text, style, width)) for text, style in lines if text
    )


def _set(lines: Lines, width: float, top: float) -> Iterator[str]:
    for text, style in filter(itemgetter(0), lines):
        top += style.above
        for line in _broken(text, style, width):
            top += round(style.size * 1.25)
            at = f'x="{_MARGIN}" y="{top - style.size * 0.3:.1f}"'
            yield f'<text {at} font-family="{_FAMILIES[style.face]}" font-size="{style.size}px" fill="{style.colour}">{escape(line)}</text>'
