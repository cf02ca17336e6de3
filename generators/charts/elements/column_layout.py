"""Layout of columns over time, shared by the column chart and the event strip."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import pairwise

import altair as alt

from generators.analysis.chart_selection import which
from generators.charts.data.axis_titles import axis_title
from generators.charts.data.by_place import edges
from generators.charts.data.chart_data import ChartData
from generators.charts.data.series import Series, main_grain
from generators.charts.elements.axes import NumberAxis, TimeAxis, moment, number_axis
from generators.charts.elements.legend import DOTTED, PALE, Entry, floor_marks, key_height, key_layers
from generators.charts.elements.method_breaks import break_entries, break_layers, strip_height
from generators.charts.elements.patterns import Box, hatched, provisional_label
from generators.charts.elements.text_layout import SMALL, width_of
from generators.charts.elements.theme import Row, colour, ink, inline_data, pixel_x, pixel_y, text_layer
from generators.charts.frames import Frame, Plot
from generators.model import Grain, Observation
from generators.model.dataset import ends, is_provisional, level
from generators.text.messages import gettext
from generators.text.wording import digits, qualifier_alone

_HALVES = {Grain.MONTH: 15, Grain.YEAR: 182}

_BROADEST = 84
"""Widest column in pixels: a wider one looks like an area."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _View:
    every: tuple[Series, ...]
    time: TimeAxis
    values: NumberAxis

    @property
    def observations(self) -> list[Observation]:
        return [o for s in self.every for o in s.observations]

    def across(self, observation: Observation) -> float:
        first, after = edges(observation)
        return self.time.at(after) - self.time.at(first)

    @property
    def fits(self) -> bool:
        """True if each column is wide enough for its number, and for its qualifier if qualifiers differ."""
        room = min(map(self.across, self.observations))
        return all(width_of(text, SMALL) <= room for o in self.observations for text in self.lines(o))

    def lines(self, observation: Observation) -> list[str]:
        """Return the number and, above it, its qualifier; a shared qualifier is in the axis title."""
        qualifier = qualifier_alone(observation.qualifier) if self.mixed else ""
        return [digits(level(observation)), *([qualifier] if qualifier else [])]

    @property
    def mixed(self) -> bool:
        return len({o.qualifier for o in self.observations}) > 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Uprights:
    """Drawn columns with axes and legend."""

    layers: tuple[alt.Chart, ...]
    plot: Plot
    time: TimeAxis


def uprights(data: ChartData, frame: Frame) -> Uprights:
    """Draw one column per period, as wide as the period.

    The frame determines the plot's height and whether numbers fit above the columns.
    """
    view = _view(data.series, frame)
    breaks = data.breaks
    entries = [
        Entry(text=axis_title(view.observations, data.concepts)),
        *_entries(view),
        *break_entries(breaks, view.time),
    ]
    plot = Plot(
        frame=frame,
        height=view.values.height,
        left=view.values.margin,
        right=10,
        top=key_height(entries, frame.width) + strip_height(breaks, view.time),
        bottom=44,
    )
    layers = (
        *break_layers(breaks, view.time),
        *_gaps(view),
        *_columns(view),
        *_hatches(view),
        *_zeros(view),
        *_whiskers(view),
        *(_numbers(view) if view.fits else _floors(view)),
        *key_layers(entries, plot),
    )
    return Uprights(layers=layers, plot=plot, time=view.time)


def _view(every: tuple[Series, ...], frame: Frame) -> _View:
    observations = [o for s in every for o in s.observations]
    values = number_axis([float(end) for o in observations for end in ends(o)], frame.high(210, 280), 36)
    stretches = list(map(edges, observations))
    first, after = min(stretches)[0], max(after for _, after in stretches)
    time = TimeAxis(first=first, last=after, width=frame.width - values.margin - 10, ground=not values.low)
    return _View(every=every, time=replace(time, centre=_centre(observations, time)), values=values)


def _centre(observations: Sequence[Observation], time: TimeAxis) -> int:
    """Return half a period in days if labels name the columns' periods, else 0."""
    grain = main_grain(observations)
    return _HALVES.get(grain, 0) if grain is (Grain.MONTH if time.in_months else Grain.YEAR) else 0


def _entries(view: _View) -> Iterator[Entry]:
    for series in view.every:
        if series.stands_in:
            yield Entry(text=series.place.name, form="pale", ink=colour(series.colour))
    if any(map(is_provisional, view.observations)):
        yield Entry(text=provisional_label(), form="hatch", ink=colour(view.every[0].colour))
    if _missing(view):
        yield Entry(text=gettext("No figure"), form="missing", ink=colour("muted"))
    if not view.fits and any(_floor_figures(view)):
        yield Entry(text=gettext("At least so many"), form="floor", ink=colour("ink"))


def _columns(view: _View) -> Iterator[alt.Chart]:
    rows = [_column(o, s, view.across(o)) for s in view.every for o in s.observations]
    for stands_in in (False, True):
        group = [row for row in rows if row["pale"] is stands_in]
        if group:
            yield (
                alt.Chart(inline_data(group))
                .mark_rect(opacity=PALE if stands_in else 1)
                .encode(
                    x=view.time.x("from"),
                    x2=alt.X2("to:T"),
                    y=view.values.y("level"),
                    y2=alt.Y2Datum(0),
                    color=ink(),
                )
            )


def _column(observation: Observation, series: Series, across: float) -> Row:
    first, after = edges(observation)
    space = (moment(after) - moment(first)) * _space(across)
    return {
        "from": moment(first) + space,
        "to": moment(after) - space,
        "level": float(level(observation)),
        "ink": colour(series.colour),
        "pale": series.stands_in,
        "of": which(observation),
    }


def _space(across: float) -> float:
    """Return the share of a period that is free on each side of its column."""
    return max(0.12, 0.5 - _BROADEST / 2 / across)


def _box(observation: Observation, view: _View) -> Box:
    """Return the column in pixels."""
    across, middle = view.across(observation), _top(observation, view)["px"]
    half = across * (0.5 - _space(across))
    top, foot = sorted((view.values.at(float(level(observation))), view.values.zero))
    return middle - half, top, middle + half, foot


def _hatches(view: _View) -> Iterator[alt.Chart]:
    provisional = [o for o in view.observations if is_provisional(o)]
    yield from hatched([_box(o, view) for o in provisional], list(map(which, provisional)))


def _zeros(view: _View) -> Iterator[alt.Chart]:
    """Draw a stroke on the axis for a figure of 0 or near it, which would look like no figure."""
    boxes = [(o, _box(o, view)) for o in view.observations]
    rows = [_stroke(box) | {"of": which(o), "level": 0.0} for o, box in boxes if box[3] - box[1] < 1]
    if rows:
        chart = alt.Chart(inline_data(rows)).mark_rule(strokeWidth=2)
        yield chart.encode(x=pixel_x("px"), x2=alt.X2("px2:Q"), y=pixel_y("py"), color=ink())


def _stroke(box: Box) -> Row:
    left, _, right, foot = box
    return {"px": left, "px2": right, "py": foot - 1, "ink": colour("ink")}


def _whiskers(view: _View) -> Iterator[alt.Chart]:
    rows = [
        {**_top(o, view), "low": float(ends(o)[0]), "high": float(ends(o)[1])}
        for o in view.observations
        if ends(o)[0] != ends(o)[1]
    ]
    if rows:
        base = alt.Chart(inline_data(rows)).encode(x=pixel_x("px"), y=view.values.y("low"), y2=alt.Y2("high:Q"))
        yield base.mark_rule(color=colour("bg"), strokeWidth=4)
        yield base.mark_rule(color=colour("ink"), strokeWidth=1.6)


def _top(observation: Observation, view: _View) -> Row:
    """Return the middle of a column's end, in pixels and, for zooming, in time and number."""
    first, after = edges(observation)
    return {
        "px": (view.time.at(first) + view.time.at(after)) / 2,
        "of": which(observation),
        "when": (moment(first) + moment(after)) / 2,
        "level": float(_end(observation)),
    }


def _end(observation: Observation) -> Decimal:
    """Return the end of the column or whisker farthest from 0, for the number."""
    return ends(observation)[0 if level(observation) < 0 else 1]


def _numbers(view: _View) -> Iterator[alt.Chart]:
    rows: list[Row] = [
        {**_top(o, view), "py": py, "text": text, "ink": colour("ink")}
        for o in view.observations
        for py, text in _number_lines(o, view)
    ]
    yield text_layer(rows, align="center", fontSize=SMALL)


def _number_lines(observation: Observation, view: _View) -> Iterator[tuple[float, str]]:
    """Yield the lines upwards from a column's upper end, or downwards from the lower end of a negative one."""
    lines, foot = view.lines(observation), _foot(observation, view)
    if level(observation) < 0:
        return ((foot + 14 * n, text) for n, text in enumerate(reversed(lines)))
    return ((foot - 14 * n, text) for n, text in enumerate(lines))


def _foot(observation: Observation, view: _View) -> float:
    return view.values.at(float(_end(observation))) + (9 if level(observation) < 0 else -9)


def _floors(view: _View) -> Iterator[alt.Chart]:
    """Mark each column that is a floor, if only some are and there is no room for the qualifier."""
    rows = [{**_top(o, view), "py": _foot(o, view) + 2} for o in _floor_figures(view)]
    if rows:
        yield floor_marks(rows).encode(x=pixel_x("px"), y=pixel_y("py"), color=alt.ColorValue(colour("ink")))


def _floor_figures(view: _View) -> Iterator[Observation]:
    return (o for o in view.observations if view.mixed and o.qualifier in ("at_least", "more_than"))


def _missing(view: _View) -> list[tuple[date, date]]:
    """Return the periods without a figure between the first and the last column."""
    stretches = sorted(map(edges, view.observations))
    return [(before[1], after[0]) for before, after in pairwise(stretches) if before[1] < after[0]]


def _gaps(view: _View) -> Iterator[alt.Chart]:
    rows = [{"from": moment(first), "to": moment(after)} for first, after in _missing(view)]
    if rows:
        chart = alt.Chart(inline_data(rows)).mark_rule(color=colour("muted"), strokeWidth=2, strokeDash=DOTTED)
        yield chart.encode(x=view.time.x("from"), x2=alt.X2("to:T"), y=alt.YValue(view.values.zero - 5))
