"""Calendar of places: a row per place, a box per month or year, coloured in five classes. Gaps are dotted."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import altair as alt

from generators.analysis.chart_selection import which
from generators.charts.data.axis_titles import axis_title
from generators.charts.data.by_place import Placed, edges
from generators.charts.data.chart_data import ChartData
from generators.charts.data.tile_values import class_of, widening
from generators.charts.elements.axes import TimeAxis, moment
from generators.charts.elements.class_legend import ClassKey, class_height, class_layers
from generators.charts.elements.legend import key_height, key_layers
from generators.charts.elements.method_breaks import break_entries, break_layers, strip_height
from generators.charts.elements.patterns import dotted
from generators.charts.elements.text_layout import SMALL, width_of, wrapped
from generators.charts.elements.theme import Row, colour, dressed, inline_data, pixel_y, text_layer
from generators.charts.frames import Frame, Plot
from generators.model import Observation
from generators.model.dataset import level
from generators.text.wording import digits

_BOX = 20
_GAP = 6
_NAME = 18
"""Pixels of a place's name above its row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _View:
    placed: tuple[Placed, ...]
    time: TimeAxis
    tops: list[float]
    narrow: bool

    def top(self, n: int) -> float:
        """Top of the boxes of the nth place."""
        return n * self.step + (_NAME if self.narrow else 0) + _GAP / 2

    @property
    def step(self) -> float:
        return _BOX + _GAP + (_NAME if self.narrow else 0)

    @property
    def observations(self) -> list[Observation]:
        return [o for p in self.placed for o in p.observations]


def calendar(data: ChartData, frame: Frame) -> alt.LayerChart:
    """Draw a box per figure, as wide as its period, with its number where it fits.

    Names of places are beside the rows in a wide frame, above them in a narrow one.
    """
    view, left = _view(data, frame)
    rows, time = view.observations, view.time
    breaks = data.breaks
    entries = list(break_entries(breaks, time))
    title = wrapped(axis_title(rows, data.concepts), frame.width - 4)
    above = class_height(title)
    head = above + (key_height(entries, frame.width) if entries else 0) + strip_height(breaks, time)
    plot = Plot(frame=frame, height=view.step * len(view.placed), left=left, right=12, top=head, bottom=44)
    key = ClassKey(
        title=title,
        tops=view.tops,
        top=head,
        left=left,
        width=frame.width,
        empty="dotted" if any(p.gaps((time.first, time.last)) for p in view.placed) else "",
    )
    below = key_layers(entries, replace(plot, top=head - above)) if entries else []
    layers = [*break_layers(breaks, time), *_boxes(view), *_gaps(view), *_texts(view, plot)]
    return dressed([*layers, *class_layers(key), *below], plot)


def _view(data: ChartData, frame: Frame) -> tuple[_View, float]:
    """Return the rows and the width of the left margin."""
    placed = data.placed
    left = 16.0 if frame.narrow else 16 + max(width_of(p.place.name) for p in placed)
    first, after = data.time
    time = TimeAxis(first=first, last=after, width=frame.width - left - 12)
    tops = widening([float(level(o)) for p in placed for o in p.observations])
    return _View(placed=placed, time=time, tops=tops, narrow=frame.narrow), left


def _boxes(view: _View) -> Iterator[alt.Chart]:
    rows = [_box(o, view.top(n), view) for n, p in enumerate(view.placed) for o in p.observations]
    across = {"x": view.time.x("from"), "x2": alt.X2("to:T"), "y": pixel_y("y"), "y2": alt.Y2("y2:Q")}
    yield alt.Chart(inline_data(rows)).mark_rect().encode(**across, fill=alt.Fill("ink:N", scale=None))


def _box(observation: Observation, top: float, view: _View) -> Row:
    first, after = edges(observation)
    across = view.time.at(after) - view.time.at(first)
    seam = (moment(after) - moment(first)) * (1 / across if across > 6 else 0)
    return {
        "from": moment(first),
        "to": moment(after) - seam,
        "y": top,
        "y2": top + _BOX,
        "ink": colour(f"class-{class_of(float(level(observation)), view.tops)}"),
        "of": which(observation),
    }


def _gaps(view: _View) -> Iterator[alt.Chart]:
    span = (view.time.first, view.time.last)
    yield from dotted(
        [
            (view.time.at(first), view.top(n), view.time.at(after), view.top(n) + _BOX)
            for n, p in enumerate(view.placed)
            for first, after in p.gaps(span)
        ]
    )


def _texts(view: _View, plot: Plot) -> Iterator[alt.Chart]:
    names: list[Row] = []
    for n, p in enumerate(view.placed):
        py = view.top(n) + (-_NAME / 2 - 1 if view.narrow else _BOX / 2)
        names.append({"px": 2 - plot.left, "py": py, "text": p.place.name, "ink": colour("ink")})
    yield text_layer(names)
    numbers = [row for n, p in enumerate(view.placed) for o in p.observations for row in _number(o, view.top(n), view)]
    if numbers:
        yield text_layer(numbers, align="center", fontSize=SMALL)


def _number(observation: Observation, top: float, view: _View) -> Iterator[Row]:
    first, after = (view.time.at(day) for day in edges(observation))
    text = digits(level(observation))
    if width_of(text, SMALL) + 4 < after - first:
        dark = class_of(float(level(observation)), view.tops) > 3
        ink = colour("bg") if dark else colour("ink")
        yield {"px": (first + after) / 2, "py": top + _BOX / 2, "text": text, "ink": ink, "of": which(observation)}
