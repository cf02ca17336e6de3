"""Disagreement chart: counts of several recorders for the same periods on one axis. Nothing is joined or averaged."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import altair as alt

from generators.analysis.chart_selection import which
from generators.charts.data.axis_titles import axis_title
from generators.charts.data.chart_data import ChartData
from generators.charts.data.series import short_name
from generators.charts.data.shared_periods import Counted, breaks_of_figure
from generators.charts.elements.axes import AcrossAxis, across_axis
from generators.charts.elements.legend import SHADE, Entry, key_height, key_layers
from generators.charts.elements.patterns import hatched, provisional_label
from generators.charts.elements.row_layout import opens_down, opens_up
from generators.charts.elements.text_layout import SMALL, Room, width_of
from generators.charts.elements.theme import Row, colour, dressed, ink, inline_data, pixel_x, pixel_y, text_layer
from generators.charts.frames import Frame, Plot
from generators.fonts import BOLD
from generators.model import Observation
from generators.model.dataset import ends, is_provisional
from generators.text.joining import commas
from generators.text.messages import gettext
from generators.text.wording import amount, is_range, when

_LANE = 20
_GAP = 14
_HEAD = 18
_ARROW = 20
_THICK = 9
_THIN = 3
"""Pixels of the shortest bar, so that a narrow range does not look like a dot."""
_TAB = 10
"""Pixels left of the axis for the strip in the recorder's colour."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lane:
    """A recorder's lane within a period; without an observation it has no figure."""

    observation: Observation | None
    middle: float
    ink: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _View:
    groups: tuple[tuple[Counted, tuple[_Lane, ...]], ...]
    axis: AcrossAxis
    plot: Plot

    @property
    def lanes(self) -> list[_Lane]:
        return [lane for _, lanes in self.groups for lane in lanes]

    def at(self, value: float) -> float:
        return self.axis.at(value)


def disagreement(data: ChartData, frame: Frame) -> alt.LayerChart:
    """Draw a group of lanes per period, one per recorder in a fixed order, with the range of all ends shaded.

    Names of periods are beside the lanes in a wide frame, above them in a narrow one.
    """
    inks = _inks(data)
    view = _view(data, inks, frame)
    rows = [o for counted in data.shared_periods for o in counted.figures.values()]
    entries = [Entry(text=axis_title(rows, data.concepts)), *_entries(data, inks, rows)]
    plot = Plot(
        frame=frame,
        height=view.plot.height,
        left=view.plot.left,
        right=8,
        top=key_height(entries, frame.width),
        bottom=28,
    )
    layers = [_spread(view), _tabs(view), *_marks(view), *_texts(view)]
    return dressed([*layers, *key_layers(entries, plot)], plot)


def _view(data: ChartData, inks: Mapping[str, str], frame: Frame) -> _View:
    periods = data.shared_periods
    left = _TAB + 4 if frame.narrow else _TAB + 14 + max(width_of(when(c.period), face=BOLD) for c in periods)
    groups, down = [], 4.0
    for counted in periods:
        down += _HEAD if frame.narrow else 0
        lanes = tuple(_lanes(counted, data, inks, down))
        groups.append((counted, lanes))
        down += _LANE * len(lanes) + _GAP
    plot = Plot(frame=frame, height=down - _GAP / 2, left=left, right=8)
    rooms = [room for _, lanes in groups for lane in lanes for room in _rooms(lane)]
    axis = across_axis([left for left, _ in rooms], [right for _, right in rooms], plot)
    return _View(groups=tuple(groups), axis=axis, plot=plot)


def _lanes(counted: Counted, data: ChartData, inks: Mapping[str, str], down: float) -> Iterator[_Lane]:
    for n, dataset in enumerate(data.counting):
        o = counted.figures.get(dataset.id)
        marks = [data.break_letters[dataset.id, b.label] for b in breaks_of_figure(o, data.datasets)] if o else []
        note = f" ({commas(marks)})" if marks else ""
        yield _Lane(
            observation=o,
            middle=down + _LANE * (n + 0.5),
            ink=inks[dataset.id],
            text=f"{amount(o)}{note}" if o else gettext("no figure"),
        )


def _inks(data: ChartData) -> dict[str, str]:
    colours = data.recorders.colours({dataset.id: dataset.recorder for dataset in data.counting})
    return {name: colour(number) for name, number in colours.items()}


def _rooms(lane: _Lane) -> Iterator[tuple[Room, Room]]:
    """Yield the lane's ends with the pixels for its dot or arrow at the left and its text at the right."""
    if o := lane.observation:
        low, high = map(float, ends(o))
        yield (low, 8 + _ARROW * opens_down(o)), (high, width_of(lane.text, face=BOLD) + 13 + _ARROW * opens_up(o))


def _entries(data: ChartData, inks: Mapping[str, str], rows: list[Observation]) -> Iterator[Entry]:
    for dataset in data.counting:
        yield Entry(text=short_name(dataset), form="dot", ink=inks[dataset.id])
    for form in dict.fromkeys("hatch" if is_range(o) else "dots" for o in rows if is_provisional(o)):
        yield Entry(text=provisional_label(), form=form, ink=colour("muted"))
    yield Entry(text=gettext("From the lowest to the highest"), form="shade", ink=colour("break"))
    for (dataset_id, label), letter in data.break_letters.items():
        yield Entry(text=f"({letter})  {short_name(data.datasets[dataset_id])}: {label}")


def _spread(view: _View) -> alt.Chart:
    rows = []
    for counted, lanes in view.groups:
        numbers = [float(end) for o in counted.figures.values() for end in ends(o)]
        top, bottom = lanes[0].middle - _LANE / 2, lanes[-1].middle + _LANE / 2
        rows.append({"low": min(numbers), "high": max(numbers), "y": top, "y2": bottom})
    chart = alt.Chart(inline_data(rows)).mark_rect(color=colour("break"), opacity=SHADE)
    return chart.encode(x=view.axis.x("low"), x2=alt.X2("high:Q"), y=pixel_y("y"), y2=alt.Y2("y2:Q"))


def _tabs(view: _View) -> alt.Chart:
    rows = [{"px": -_TAB, "y": lane.middle - 8, "y2": lane.middle + 8, "ink": lane.ink} for lane in view.lanes]
    chart = alt.Chart(inline_data(rows)).mark_rule(strokeWidth=4)
    return chart.encode(x=pixel_x("px"), y=pixel_y("y"), y2=alt.Y2("y2:Q"), color=ink())


def _marks(view: _View) -> Iterator[alt.Chart]:
    rows = [_mark(lane.observation, lane, view) for lane in view.lanes if lane.observation]
    yield from _bars([row for row in rows if row["low"] != row["high"]])
    yield from _arrows([row for row in rows if row["low"] != row["end"]])
    for hollow in (False, True):
        dots = [row for row in rows if row["low"] == row["high"] and row["hollow"] is hollow]
        if dots:
            yield _dots(dots, hollow=hollow)


def _bars(rows: list[Row]) -> Iterator[alt.Chart]:
    if rows:
        yield _lines(rows, "low", "high", _THICK)
    half = _THICK / 2
    provisional = [r for r in rows if r["hollow"]]
    boxes = [(r["low"], r["py"] - half, r["high"], r["py"] + half) for r in provisional]
    yield from hatched(boxes, [r["of"] for r in provisional])


def _arrows(rows: list[Row]) -> Iterator[alt.Chart]:
    if rows:
        yield _lines(rows, "low", "end", 2.5)
    for angle in (90, 270):
        tips = [row for row in rows if (row["end"] > row["low"]) is (angle == 90)]
        if tips:
            tip = alt.Chart(inline_data(tips)).mark_point(
                shape="triangle", angle=angle, filled=True, size=56, opacity=1
            )
            yield tip.encode(x=pixel_x("end"), y=pixel_y("py"), color=ink())


def _mark(observation: Observation, lane: _Lane, view: _View) -> Row:
    low, high = (view.at(float(end)) for end in ends(observation))
    high = max(high, low + _THIN) if high > low else high
    direction = opens_up(observation) - opens_down(observation)
    return {
        "low": low,
        "high": high,
        "end": max(low + direction * _ARROW, 0),
        "py": lane.middle,
        "ink": lane.ink,
        "hollow": is_provisional(observation),
        "of": which(observation),
    }


def _lines(rows: list[Row], start: str, end: str, stroke: float) -> alt.Chart:
    chart = alt.Chart(inline_data(rows)).mark_rule(strokeWidth=stroke)
    return chart.encode(x=pixel_x(start), x2=alt.X2(f"{end}:Q"), y=pixel_y("py"), color=ink())


def _dots(rows: list[Row], *, hollow: bool) -> alt.Chart:
    base = alt.Chart(inline_data(rows)).encode(x=pixel_x("low"), y=pixel_y("py"), color=ink())
    if hollow:
        return base.mark_point(filled=False, fill=colour("bg"), size=80, strokeWidth=2, opacity=1)
    return base.mark_circle(size=90, opacity=1)


def _texts(view: _View) -> Iterator[alt.Chart]:
    narrow = view.plot.frame.narrow
    names = [
        {
            "px": -_TAB - 2 if narrow else 2 - view.plot.left,
            "py": lanes[0].middle - _LANE / 2 - 9 if narrow else lanes[0].middle,
            "text": when(counted.period),
            "ink": colour("ink"),
        }
        for counted, lanes in view.groups
    ]
    yield text_layer(names, fontWeight="bold")
    numbers = [_number(lane, view) for lane in view.lanes]
    yield text_layer([row for row in numbers if row["ink"] == colour("ink")], fontWeight="bold")
    missing = [row for row in numbers if row["ink"] != colour("ink")]
    if missing:
        yield text_layer(missing, fontSize=SMALL)


def _number(lane: _Lane, view: _View) -> Row:
    if lane.observation is None:
        return {"px": 2, "py": lane.middle, "text": lane.text, "ink": colour("muted")}
    room = 9 + (_ARROW if opens_up(lane.observation) else 0)
    px = view.at(float(ends(lane.observation)[1])) + room
    return {"px": px, "py": lane.middle, "text": lane.text, "ink": colour("ink"), "of": which(lane.observation)}
