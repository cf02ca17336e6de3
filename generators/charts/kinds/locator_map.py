"""Locator map: outlines of a country's parts with the declared places marked. It shows locations, never figures."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from math import cos, radians

import altair as alt

from generators.charts.data.chart_data import ChartData
from generators.charts.data.topojson import Outlines, outlines
from generators.charts.elements.text_layout import SMALL, width_of
from generators.charts.elements.theme import Row, colour, dressed, ink, inline_data
from generators.charts.frames import Frame, Plot
from generators.fonts import BOLD, REGULAR, Face
from generators.model import Place

_LINE, _GAP = 14, 3
"""Pixels between the lines of two names that would touch, and between names side by side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Map:
    shapes: Outlines
    plot: Plot
    marked: frozenset[str]
    places: tuple[Place, ...]
    """The drawn places with a position, as an outline or a dot."""

    def pixels(self, place: Place) -> tuple[float, float]:
        """Approximate position of a place from the plot's top left corner."""
        across = (float(place.longitude or 0) - self.shapes.west) / (self.shapes.east - self.shapes.west)
        down = (self.shapes.north - float(place.latitude or 0)) / (self.shapes.north - self.shapes.south)
        return across * self.plot.width, down * self.plot.height

    def face(self, place: Place) -> Face:
        return BOLD if place.code in self.marked else REGULAR

    def side(self, place: Place) -> int:
        """Position of the name: 0 inside an outline, 1 to the right of a dot if it fits, else -1 to its left."""
        if place.code in self.shapes.ids:
            return 0
        end = self.pixels(place)[0] + 14 + width_of(place.name, SMALL, self.face(place))
        return 1 if end < self.plot.width + self.plot.right else -1


def locator_map(data: ChartData, frame: Frame) -> alt.LayerChart:
    """Draw the map with marked places in bold; a wide frame names the others too.

    A place with a position and without an outline is a dot.
    """
    shapes = outlines(data.geometry)
    marked = frozenset(place.code for place in data.marked)
    candidates = (
        p for p in data.places.values() if p.code in marked or (not frame.narrow and (p.code in shapes.ids or p.tile))
    )
    places = tuple(place for place in candidates if place.latitude is not None and place.longitude is not None)
    layout = _Map(shapes=shapes, plot=_plot(shapes, frame), marked=marked, places=places)
    projection = {"type": "conicEqualArea", "parallels": shapes.parallels, "rotate": [-shapes.meridian, 0, 0]}
    return dressed([_ground(layout), *_dots(layout), *_names(layout)], layout.plot, projection)


def _plot(shapes: Outlines, frame: Frame) -> Plot:
    middle = radians((shapes.north + shapes.south) / 2)
    proportion = (shapes.north - shapes.south) / ((shapes.east - shapes.west) * cos(middle))
    width = min(frame.width - 4 if frame.narrow else 470, 520 / proportion)
    beside = (frame.width - width) / 2
    return Plot(frame=frame, height=round(width * proportion), left=beside, right=beside)


def _ground(layout: _Map) -> alt.Chart:
    source = alt.Data(values=layout.shapes.topology, format=alt.DataFormat(type="topojson", feature="data"))
    is_marked = alt.FieldOneOfPredicate(field="id", oneOf=sorted(layout.marked))
    fill = alt.condition(is_marked, alt.value(colour("highlight")), alt.value(colour("missing")))
    return alt.Chart(source).mark_geoshape(stroke=colour("bg"), strokeWidth=1.2).encode(fill=fill)


def _dots(layout: _Map) -> Iterator[alt.Chart]:
    rows = [
        {**_at(place), "ink": colour("highlight" if place.code in layout.marked else "muted")}
        for place in layout.places
        if layout.side(place)
    ]
    if rows:
        dots = alt.Chart(inline_data(rows)).mark_circle(size=46, opacity=1, stroke=colour("bg"), strokeWidth=1)
        yield dots.encode(longitude=alt.Longitude("lon:Q"), latitude=alt.Latitude("lat:Q"), color=ink())


def _names(layout: _Map) -> Iterator[alt.Chart]:
    """Draw names with a halo, so that they are readable across a border."""
    latitudes = _name_latitudes(layout)
    for is_marked, side in product((False, True), (0, 1, -1)):
        places = (p for p in layout.places if (p.code in layout.marked) is is_marked and layout.side(p) == side)
        rows = [_at(p) | {"lat": latitudes[p.code]} for p in places]
        if rows:
            yield from _names_with_halo(rows, {**_SIDES[side], **_WEIGHTS[is_marked]})


def _name_latitudes(layout: _Map) -> dict[str, float]:
    """Return the latitude of each name, moving the lower of two names that would touch."""
    degrees = (layout.shapes.north - layout.shapes.south) / layout.plot.height
    boxes: list[tuple[float, float, float]] = []
    latitudes = {}
    for place in sorted(layout.places, key=lambda p: (-float(p.latitude or 0), p.code)):
        across, down = layout.pixels(place)
        width = width_of(place.name, SMALL, layout.face(place))
        left = across + (-width / 2, 8, -8 - width)[layout.side(place)]
        target = down
        for first, last, middle in boxes:
            if left < last and first < left + width and abs(middle - down) < _LINE:
                down = middle + _LINE
        boxes.append((left - _GAP, left + width + _GAP, down))
        latitudes[place.code] = float(place.latitude or 0) - (down - target) * degrees
    return latitudes


_SIDES: dict[int, Row] = {
    0: {"align": "center"},
    1: {"align": "left", "dx": 8},
    -1: {"align": "right", "dx": -8},
}
_WEIGHTS: dict[bool, Row] = {
    True: {"fontWeight": 700, "color": colour("ink")},
    False: {"fontWeight": 400, "color": colour("muted")},
}


def _names_with_halo(rows: Sequence[Row], style: Row) -> Iterator[alt.Chart]:
    halo: Row = {"stroke": colour("bg"), "strokeWidth": 3.5, "strokeJoin": "round"}
    for edge in (halo, {}):
        names = alt.Chart(inline_data(rows)).mark_text(**{"fontSize": SMALL, **style, **edge})
        yield names.encode(longitude=alt.Longitude("lon:Q"), latitude=alt.Latitude("lat:Q"), text=alt.Text("text:N"))


def _at(place: Place) -> Row:
    return {"lon": float(place.longitude or 0), "lat": float(place.latitude or 0), "text": place.name}
