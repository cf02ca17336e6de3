"""Timeline: lanes per year in a wide frame, a vertical strip in a narrow one."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import altair as alt

from generators.analysis.chart_selection import which
from generators.charts.data.chart_data import ChartData
from generators.charts.elements.legend import Entry, key_height, key_layers
from generators.charts.elements.text_layout import SMALL, lanes, width_of, wrapped
from generators.charts.elements.theme import Row, colour, dressed, ink, inline_data, pixel_x, pixel_y, text_layer
from generators.charts.frames import Frame, Plot
from generators.model import Event, Grain, Topic
from generators.text.messages import gettext
from generators.text.wording import numeral, short_month

_LINE = 20
_PAD = 7
_YEAR = 46
"""Pixels left of the lanes, for the year."""
_TITLE = 78
"""Pixels left of the titles in a strip, for the day and the dot."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mark:
    """A dot and its title, in pixels; the title may be to the left of its dot."""

    event: Event
    px: float
    py: float
    lines: tuple[str, ...]
    leftward: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Laid:
    marks: tuple[_Mark, ...]
    years: tuple[tuple[int, float], ...]
    """Each year and its top."""
    height: float


def timeline(data: ChartData, frame: Frame) -> alt.LayerChart:
    """Draw each event with its title, with a hollow dot if only the month or the year is known.

    The frame determines the form: lanes are too wide for a telephone.
    """
    events = data.events
    left = 2 if frame.narrow else _YEAR
    layout = _strip(events, frame.width - left) if frame.narrow else _year_lanes(events, frame.width - left - 2)
    inks = {topic: colour(n % 8 + 1) for n, topic in enumerate(data.config.topics)}
    entries = list(_entries(events, data.config.topics, inks))
    head = (key_height(entries, frame.width) if entries else 0) + (4 if frame.narrow else 20)
    plot = Plot(frame=frame, height=layout.height, left=left, right=2, top=head, bottom=4)
    ground = _rail(layout) if frame.narrow else _months(layout, plot)
    key = key_layers(entries, plot) if entries else []
    return dressed([*ground, *_years(layout, plot), *_dots(layout, inks), *_titles(layout, plot), *key], plot)


def _entries(events: Sequence[Event], topics: Mapping[str, Topic], inks: dict[str, str]) -> Iterator[Entry]:
    used = {event.topic for event in events}
    for topic in topics.values():
        if topic.id in used and len(used) > 1:
            yield Entry(text=topic.title, form="dot", ink=inks[topic.id])
    if any(_is_vague(event) for event in events):
        yield Entry(text=gettext("Only the month or year is known"), form="dots", ink=colour("muted"))


def _is_vague(event: Event) -> bool:
    return event.date.grain is not Grain.DAY


def _year_lanes(events: Sequence[Event], width: float) -> _Laid:
    marks: list[_Mark] = []
    years: list[tuple[int, float]] = []
    down = 0.0
    for year in range(events[0].date.first.year, events[-1].date.first.year + 1):
        years.append((year, down))
        rows = [_mark(event, width) for event in events if event.date.first.year == year]
        below, height = _offsets(rows)
        marks += [replace(mark, py=down + _PAD + offset) for mark, offset in zip(rows, below, strict=True)]
        down += 2 * _PAD + height
    return _Laid(marks=tuple(marks), years=tuple(years), height=down)


def _offsets(rows: Sequence[_Mark]) -> tuple[list[float], float]:
    """Return the vertical position of each mark's first line, and the height of all lanes."""
    numbers = lanes([_reach(mark) for mark in rows])
    tops = [0.0]
    for lane in range(max(numbers, default=-1) + 1):
        lines = max(len(mark.lines) for mark, n in zip(rows, numbers, strict=True) if n == lane)
        tops.append(tops[-1] + _LINE + 16 * (lines - 1))
    return [tops[lane] + _LINE / 2 for lane in numbers], max(tops[-1], 14)


def _mark(event: Event, width: float) -> _Mark:
    first, last = event.date.first, event.date.last
    day = first if event.date.grain is not Grain.MONTH else first.replace(day=(1 + last.day) // 2)
    px = 6 + (width - 12) * (day - date(day.year, 1, 1)).days / 366
    right, left = width - px - 12, px - 12
    leftward = width_of(event.title) > right and left > right
    lines = wrapped(event.title, left if leftward else right)
    return _Mark(event=event, px=px, py=0, lines=tuple(lines), leftward=leftward)


def _reach(mark: _Mark) -> tuple[float, float]:
    length = max(map(width_of, mark.lines)) + 14
    return (mark.px - length, mark.px + 7) if mark.leftward else (mark.px - 7, mark.px + length)


def _strip(events: Sequence[Event], width: float) -> _Laid:
    marks: list[_Mark] = []
    years: list[tuple[int, float]] = []
    down = 0.0
    for event in events:
        if not years or years[-1][0] != event.date.first.year:
            years.append((event.date.first.year, down))
            down += _LINE + 2
        lines = tuple(wrapped(event.title, width - _TITLE - 4))
        marks.append(_Mark(event=event, px=_TITLE - 14, py=down + 8, lines=lines))
        down += 16 * len(lines) + 6
    return _Laid(marks=tuple(marks), years=tuple(years), height=down)


def _months(layout: _Laid, plot: Plot) -> Iterator[alt.Chart]:
    places = [6 + (plot.width - 12) * n / 12 for n in range(12)]
    names = [
        {"px": px, "py": -10, "text": short_month(date(2000, n + 1, 1)), "ink": colour("muted")}
        for n, px in enumerate(places)
    ]
    rules = [{"px": px, "py": 0, "py2": layout.height} for px in places[::3]]
    yield (
        alt.Chart(inline_data(rules))
        .mark_rule(color=colour("grid"))
        .encode(x=pixel_x("px"), y=pixel_y("py"), y2=alt.Y2("py2:Q"))
    )
    tops = [{"px": -plot.left, "px2": plot.width, "py": top} for _, top in layout.years]
    yield (
        alt.Chart(inline_data(tops))
        .mark_rule(color=colour("grid"))
        .encode(x=pixel_x("px"), x2=alt.X2("px2:Q"), y=pixel_y("py"))
    )
    yield text_layer(names, fontSize=SMALL)


def _rail(layout: _Laid) -> Iterator[alt.Chart]:
    ends = [top for _, top in layout.years[1:]] + [layout.height]
    rails = [
        {"px": _TITLE - 14, "py": top + _LINE + 6, "py2": end - 4}
        for (_, top), end in zip(layout.years, ends, strict=True)
    ]
    yield (
        alt.Chart(inline_data(rails))
        .mark_rule(color=colour("grid"), strokeWidth=2)
        .encode(
            x=pixel_x("px"),
            y=pixel_y("py"),
            y2=alt.Y2("py2:Q"),
        )
    )


def _years(layout: _Laid, plot: Plot) -> Iterator[alt.Chart]:
    px = 0 if plot.frame.narrow else 4 - plot.left
    rows = [
        {
            "px": px,
            "py": top + (10 if plot.frame.narrow else _PAD + _LINE / 2),
            "text": numeral(year),
            "ink": colour("ink"),
        }
        for year, top in layout.years
    ]
    yield text_layer(rows, fontWeight="bold")


def _dots(layout: _Laid, inks: dict[str, str]) -> Iterator[alt.Chart]:
    styles: list[tuple[bool, Callable[[alt.Chart], alt.Chart]]] = [
        (False, lambda c: c.mark_circle(size=56, opacity=1)),
        (True, lambda c: c.mark_point(filled=False, fill=colour("bg"), size=46, strokeWidth=1.8, opacity=1)),
    ]
    for vague, style in styles:
        rows = [
            {"px": m.px, "py": m.py, "ink": inks.get(m.event.topic, colour(1)), "of": which(m.event)}
            for m in layout.marks
            if _is_vague(m.event) is vague
        ]
        if rows:
            yield style(alt.Chart(inline_data(rows))).encode(x=pixel_x("px"), y=pixel_y("py"), color=ink())


def _titles(layout: _Laid, plot: Plot) -> Iterator[alt.Chart]:
    for leftward in (False, True):
        rows: list[Row] = [
            {
                "px": m.px + (-9 if leftward else 9),
                "py": m.py + 16 * n,
                "text": text,
                "ink": colour("ink"),
                "of": which(m.event),
            }
            for m in layout.marks
            if m.leftward is leftward
            for n, text in enumerate(m.lines)
        ]
        if rows:
            yield text_layer(rows, align="right" if leftward else "left")
    if plot.frame.narrow:
        days = [{"px": _TITLE - 24, "py": m.py, "text": _day(m.event), "ink": colour("muted")} for m in layout.marks]
        yield text_layer(days, align="right", fontSize=SMALL)


def _day(event: Event) -> str:
    first, month = event.date.first, short_month(event.date.first)
    day = gettext("%(day)s %(month)s", day=first.day, month=month)
    return {Grain.DAY: day, Grain.MONTH: month}.get(event.date.grain, "")
