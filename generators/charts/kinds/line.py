"""Line chart. A missing period or a change of method breaks a line; two recorders are never joined."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby

import altair as alt

from generators.analysis.chart_selection import which
from generators.charts.data.axis_titles import axis_title
from generators.charts.data.chart_data import ChartData
from generators.charts.data.series import Segment, Series, names_of
from generators.charts.elements.axes import NumberAxis, TimeAxis, moment, number_axis
from generators.charts.elements.legend import Entry, key_height, key_layers
from generators.charts.elements.method_breaks import break_entries, break_layers, strip_height
from generators.charts.elements.patterns import Box, hatched, provisional_label
from generators.charts.elements.text_layout import apart, width_of, wrapped
from generators.charts.elements.theme import Row, colour, dressed, ink, inline_data, pixel_x, pixel_y, text_layer
from generators.charts.frames import Frame, Plot
from generators.fonts import BOLD
from generators.model import Observation
from generators.model.dataset import ends, is_provisional, level
from generators.text.joining import commas
from generators.text.messages import gettext
from generators.text.wording import amount, when

_NAME = 120
"""Widest name of a line beside the plot, in pixels."""
_FEW = 40
"""Most figures of a chart that get a dot each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _View:
    every: tuple[Series, ...]
    names: tuple[str, ...]
    time: TimeAxis
    values: NumberAxis

    @property
    def dotted(self) -> bool:
        return sum(len(s.observations) for s in self.every) <= _FEW

    def py(self, observation: Observation) -> float:
        return self.values.at(float(level(observation)))


def line(data: ChartData, frame: Frame) -> alt.LayerChart:
    """Draw one line per series, with a band for ranges.

    Names are beside the lines in a wide frame, above the plot in a narrow one.
    """
    view, right = _view(data.series, frame)
    breaks = data.breaks
    title = axis_title([o for s in data.series for o in s.observations], data.concepts)
    entries = [
        Entry(text=title),
        *_series_entries(view, frame),
        *_provisional_entries(view),
        *break_entries(breaks, view.time),
    ]
    plot = Plot(
        frame=frame,
        height=view.values.height,
        left=view.values.margin,
        right=right,
        top=key_height(entries, frame.width) + strip_height(breaks, view.time),
        bottom=44,
    )
    beside = () if frame.narrow else _names_beside(view)
    layers = [*break_layers(breaks, view.time), *_ground(view), *_figures(view), *_peak(view), *beside]
    return dressed([*layers, *key_layers(entries, plot)], plot)


def _view(every: tuple[Series, ...], frame: Frame) -> tuple[_View, float]:
    numbers = [float(end) for s in every for o in s.observations for end in ends(o)]
    values = number_axis(numbers, frame.high(230, 300))
    names_by_series = dict(zip(map(id, _wholes(every)), names_of(_wholes(every)), strict=True))
    names = tuple(names_by_series.get(id(s), "") for s in every)
    widest = max(width_of(text, face=BOLD) for name in names for text in wrapped(name, _NAME, face=BOLD))
    right = 16 if frame.narrow or not widest else widest + 16
    time = _time(every, frame.width - values.margin - right, ground=not values.low)
    return _View(every=every, names=names, time=time, values=values), right


def _wholes(every: Sequence[Series]) -> list[Series]:
    return [s for s in every if not s.stands_in]


def _time(every: Sequence[Series], width: float, *, ground: bool) -> TimeAxis:
    periods = [o.period for s in every for o in s.observations if o.period]
    after = max(p.last for p in periods) + timedelta(days=1)
    return TimeAxis(first=min(p.first for p in periods), last=after, width=width, ground=ground)


def _provisional_entries(view: _View) -> Iterator[Entry]:
    """Yield the legend entry of the hatched background, with recorders if there are several."""
    recorders = dict.fromkeys(
        name for s, name in zip(view.every, view.names, strict=True) if any(map(is_provisional, s.observations))
    )
    if recorders:
        names = commas(filter(None, recorders))
        yield Entry(
            text=gettext("Provisional: %(recorders)s", recorders=names) if names else provisional_label(),
            form="hatch",
            ink=colour("grid"),
        )


def _ground(view: _View) -> Iterator[alt.Chart]:
    """Draw a hatched background for the periods of provisional figures."""
    provisional = [o for s in view.every for o in s.observations if is_provisional(o)]
    boxes, names = [_under(o, view) for o in provisional], list(map(which, provisional))
    rows = [
        {"px": b[0], "px2": b[2], "py": b[1], "py2": b[3], "of": name} for b, name in zip(boxes, names, strict=True)
    ]
    if rows:
        chart = alt.Chart(inline_data(rows)).mark_rect(color=colour("grid"))
        yield chart.encode(x=pixel_x("px"), x2=alt.X2("px2:Q"), y=pixel_y("py"), y2=alt.Y2("py2:Q"))
        yield from hatched(boxes, names)


def _under(observation: Observation, view: _View) -> Box:
    period = observation.period
    edges = (period.first, period.last + timedelta(days=1)) if period else (view.time.first,) * 2
    left, right = map(view.time.at, edges)
    return left, 0, right, view.values.height


def _figures(view: _View) -> Iterator[alt.Chart]:
    rows = [row for s in view.every for segment in s.segments for row in _points(s, segment)]
    yield from _ranges(rows, view)
    for stands_in in (False, True):
        yield from _line_layers([row for row in rows if row["stands_in"] is stands_in], view, stands_in=stands_in)
    if provisional := [row for row in rows if row["provisional"]]:
        squares = _chart(provisional, view).mark_point(
            shape="square", size=44, strokeWidth=1.8, opacity=1, fill=colour("bg")
        )
        yield squares.encode(y=view.values.y("level"))


def _ranges(rows: Sequence[Row], view: _View) -> Iterator[alt.Chart]:
    """Draw a band over consecutive ranges and a stroke for a single one: a band would imply ranges beside it."""
    runs = [list(run) for ranged, run in groupby(rows, key=_run) if ranged]
    bands = [row | {"run": str(n)} for n, run in enumerate(runs) if len(run) > 1 for row in run]
    if bands:
        area = _chart(bands, view).mark_area(opacity=0.25)
        yield area.encode(y=view.values.y("low"), y2=alt.Y2("high:Q"), detail=alt.Detail("run:N"))
    singles = [run[0] for run in runs if len(run) == 1]
    if singles:
        strokes = _chart(singles, view).mark_rule(strokeWidth=6, opacity=0.45)
        yield strokes.encode(y=view.values.y("low"), y2=alt.Y2("high:Q"))


def _run(row: Row) -> str:
    """Return the segment of a figure with a range; empty for one without."""
    return str(row["segment"]) if row["low"] != row["high"] else ""


def _line_layers(rows: Sequence[Row], view: _View, *, stands_in: bool) -> Iterator[alt.Chart]:
    """Draw lines and dots of whole places, or dashed and hollow ones of areas that stand in for them."""
    if rows:
        dashes = [4, 3] if stands_in else [1, 0]
        lines = _chart(rows, view).mark_line(strokeWidth=2.5, strokeDash=dashes, strokeJoin="round")
        yield lines.encode(y=view.values.y("level"), detail=alt.Detail("segment:N"))
    dots = [row for row in rows if view.dotted or row["alone"]]
    if dots:
        yield _dots(_chart(dots, view), hollow=stands_in).encode(y=view.values.y("level"))


def _dots(chart: alt.Chart, *, hollow: bool) -> alt.Chart:
    if not hollow:
        return chart.mark_circle(size=34, opacity=1)
    return chart.mark_point(filled=False, size=34, strokeWidth=1.8, opacity=1, fill=colour("bg"))


def _chart(rows: Sequence[Row], view: _View) -> alt.Chart:
    return alt.Chart(inline_data(rows)).encode(x=view.time.x("at"), color=ink())


def _points(series: Series, segment: Segment) -> Iterator[Row]:
    name = "|".join((series.dataset.id, series.indicator.id, series.place.code, series.said_by, segment[0].key[2]))
    for o in segment:
        low, high = ends(o)
        yield {
            "at": moment(o.period.first) if o.period else 0,
            "level": float(level(o)),
            "low": float(low),
            "high": float(high),
            "segment": name,
            "ink": colour(series.colour),
            "stands_in": series.stands_in,
            "of": which(o),
            "alone": len(segment) == 1,
            "provisional": is_provisional(o),
        }


def _series_entries(view: _View, frame: Frame) -> Iterator[Entry]:
    for series, name in zip(view.every, view.names, strict=True):
        if series.stands_in:
            yield Entry(text=series.place.name, form="dots", ink=colour(series.colour))
        elif name and frame.narrow:
            yield Entry(text=name, form="line", ink=colour(series.colour))


def _names_beside(view: _View) -> Iterator[alt.Chart]:
    labels = [(s, wrapped(name, _NAME, face=BOLD)) for s, name in zip(view.every, view.names, strict=True) if name]
    if not labels:
        return
    targets = [view.py(s.observations[-1]) - 8 * (len(lines) - 1) for s, lines in labels]
    tallest = max(len(lines) for _, lines in labels)
    tops = apart(targets, 16 * tallest + 4, view.values.height - 8)
    rows = [
        {
            "px": view.time.width + 9,
            "py": top + 16 * n,
            "text": text,
            "ink": colour(s.colour),
            "of": which(s.observations[-1]),
        }
        for (s, lines), top in zip(labels, tops, strict=True)
        for n, text in enumerate(lines)
    ]
    yield text_layer(rows, fontWeight="bold")


def _peak(view: _View) -> Iterator[alt.Chart]:
    if len(_wholes(view.every)) != 1:
        return
    top = max((o for s in view.every for o in s.observations), key=level)
    text = gettext("%(number)s in %(period)s", number=amount(top), period=when(top.period))
    half = width_of(text) / 2
    day = top.period.first if top.period else view.time.first
    across = min(max(view.time.at(day), half + 2), view.time.width - half)
    end = float(ends(top)[1])
    anchor = {"of": which(top), "when": moment(day), "level": end}
    row = {"px": across, "py": view.values.at(end) - 12, "text": text, "ink": colour("ink"), **anchor}
    yield text_layer([row], align="center")
