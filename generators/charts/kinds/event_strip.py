"""Column chart with an event strip below. Neither explains the other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import altair as alt

from generators.analysis.chart_selection import which
from generators.charts.data.chart_data import ChartData
from generators.charts.elements.axes import moment
from generators.charts.elements.column_layout import Uprights, uprights
from generators.charts.elements.text_layout import SMALL, lanes, wrapped
from generators.charts.elements.theme import Row, colour, dressed, inline_data, pixel_x, pixel_y, text_layer
from generators.charts.frames import Frame
from generators.model import Event, Grain
from generators.text.wording import numeral, when

_AXIS = 48
_LANE = 20
_RADIUS = 8.5
_LINE = 16
_NUMBER = 24
"""Pixels left of an event's text, for its number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mark:
    """An event's number on the strip and its text in the list below."""

    number: int
    event: Event
    px: float
    py: float
    words: tuple[str, ...]

    @property
    def anchor(self) -> Row:
        """The event's name and its position in pixels and, for zooming, in time."""
        return {"px": self.px, "when": moment(self.event.date.first), "of": which(self.event)}


def event_strip(data: ChartData, frame: Frame) -> alt.LayerChart:
    """Draw the columns, a numbered mark for each event below its day, and the list of events.

    The list has two columns in a wide frame, one in a narrow frame.
    """
    layout = uprights(data, frame)
    across = frame.width - 8 if frame.narrow else (frame.width - 24) / 2
    marks = _marks(data.events, layout, across - _NUMBER)
    floor = max(mark.py for mark in marks) + _RADIUS + 12
    lines = _event_list(marks, floor, 1 if frame.narrow else 2, layout.plot.left)
    bottom = max(float(row["py"]) for row in lines) + 12 - layout.plot.height
    plot = replace(layout.plot, bottom=bottom)
    layers = [*_hairlines(marks, layout), *layout.layers, *_numbers(marks), text_layer(lines, fontSize=SMALL)]
    return dressed(layers, plot)


def _marks(events: Sequence[Event], layout: Uprights, room: float) -> list[_Mark]:
    places = [layout.time.at(event.date.first) for event in events]
    lane_numbers = lanes([(px - _RADIUS - 1, px + _RADIUS + 1) for px in places])
    return [
        _Mark(
            number=n,
            event=event,
            px=px,
            py=layout.plot.height + _AXIS + _RADIUS + _LANE * lane,
            words=tuple(wrapped(f"{when(event.date)}: {event.title}", room, SMALL)),
        )
        for n, (event, px, lane) in enumerate(zip(events, places, lane_numbers, strict=True), 1)
    ]


def _hairlines(marks: Sequence[_Mark], layout: Uprights) -> Iterator[alt.Chart]:
    """Draw a dotted line at each event's day, through the plot and from below the axis labels to the mark."""
    height = layout.plot.height
    through = [{**mark.anchor, "py": 0, "py2": height} for mark in marks]
    below = [{**mark.anchor, "py": height + _AXIS - 4, "py2": mark.py} for mark in marks]
    chart = alt.Chart(inline_data([*through, *below])).mark_rule(
        color=colour("muted"), strokeWidth=1, strokeDash=[1, 3]
    )
    yield chart.encode(x=pixel_x("px"), y=pixel_y("py"), y2=alt.Y2("py2:Q"))


def _numbers(marks: Sequence[_Mark]) -> Iterator[alt.Chart]:
    """Draw a numbered disc for a known day, a ring if only the month or the year is known."""
    for vague in (False, True):
        rows = [
            {**m.anchor, "py": m.py, "text": numeral(m.number), "ink": colour("ink" if vague else "bg")}
            for m in marks
            if (m.event.date.grain is not Grain.DAY) is vague
        ]
        if rows:
            fill = colour("bg" if vague else "muted")
            discs = alt.Chart(inline_data(rows)).mark_point(
                shape="circle", fill=fill, stroke=colour("muted"), strokeWidth=1.5, size=227, opacity=1
            )
            yield discs.encode(x=pixel_x("px"), y=pixel_y("py"))
            yield text_layer(rows, align="center", fontSize=SMALL)


def _event_list(marks: Sequence[_Mark], floor: float, columns: int, left: float) -> list[Row]:
    """Return the lines of the event list, column by column."""
    rows: list[Row] = []
    lines = sum(len(mark.words) for mark in marks)
    column, down = 0, 0
    for mark in marks:
        if column + 1 < columns and down >= lines / columns:
            column, down = column + 1, 0
        px = 4 - left + column * 336
        ink = colour("ink")
        rows.append({"px": px, "py": floor + _LINE * (down + 0.5), "text": numeral(mark.number), "ink": ink})
        for word in mark.words:
            rows.append({"px": px + _NUMBER, "py": floor + _LINE * (down + 0.5), "text": word, "ink": ink})
            down += 1
    return rows
