"""Revision chart: one recorder's figure by date of reporting. A later figure does not correct the earlier one."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

import altair as alt

from generators.analysis.chart_selection import which
from generators.analysis.revisions import Revised, Step
from generators.charts.data.axis_titles import axis_title
from generators.charts.data.chart_data import ChartData
from generators.charts.elements.axes import NumberAxis, TimeAxis, moment, number_axis
from generators.charts.elements.legend import Entry, key_height, key_layers
from generators.charts.elements.patterns import Box, provisional_label
from generators.charts.elements.text_layout import SMALL, width_of
from generators.charts.elements.theme import Row, colour, dressed, inline_data, pixel_x, pixel_y, text_layer
from generators.charts.frames import Frame, Plot
from generators.fonts import BOLD
from generators.model.dataset import ends, is_provisional, level
from generators.text.joining import commas
from generators.text.messages import gettext
from generators.text.wording import amount, when

_ARROW = 22


@dataclass(frozen=True, slots=True, kw_only=True)
class _View:
    revised: Revised
    time: TimeAxis
    values: NumberAxis
    ink: str

    def px(self, step: Step) -> float:
        return self.time.at(_day(step))

    def py(self, step: Step) -> float:
        return self.values.at(float(level(step.observation)))


def revision(data: ChartData, frame: Frame) -> alt.LayerChart:
    """Draw a dot per statement, and a level line from each until the next figure was stated.

    An undated document that is later than the others has an arrow: it is from that day or later.
    """
    if data.revised is None:
        raise ValueError("a revision chart of figures that have no history: the checks refuse it")
    view = _view(data.revised, data, frame)
    rows = [step.observation for step in data.revised.steps]
    entries = [
        Entry(text=gettext("%(title)s, by date of reporting", title=axis_title(rows, data.concepts))),
        *_entries(view),
    ]
    plot = Plot(
        frame=frame,
        height=view.values.height,
        left=view.values.margin,
        right=14,
        top=key_height(entries, frame.width),
        bottom=44,
    )
    return dressed([*_lines(view), *_ranges(view), *_dots(view), *_texts(view), *key_layers(entries, plot)], plot)


def _day(step: Step) -> date:
    """Return the latest possible day of the statement; for an undated document the earliest."""
    period = step.reported or step.not_before
    return period.last if period else date.max


def _view(revised: Revised, data: ChartData, frame: Frame) -> _View:
    steps = revised.steps
    numbers = [float(end) for step in steps for end in ends(step.observation)]
    values = number_axis(numbers, frame.high(220, 260, 175), 56)
    days = [_day(step) for step in steps]
    spare = max((days[-1] - days[0]) // 10, timedelta(days=15))
    first, last = (days[0] - spare).replace(day=1), days[-1] + spare
    width = frame.width - values.margin - 14
    recorder = data.datasets[steps[-1].observation.dataset].recorder
    return _View(
        revised=revised,
        time=TimeAxis(first=first, last=last, width=width, ground=not values.low),
        values=values,
        ink=colour(data.recorders.colour(recorder)),
    )


def _entries(view: _View) -> Iterator[Entry]:
    if any(is_provisional(step.observation) for step in view.revised.steps):
        yield Entry(text=provisional_label(), form="dots", ink=view.ink)
    for step in view.revised.steps:
        if step.not_before:
            yield Entry(
                text=gettext("Not dated; not before %(day)s", day=when(step.not_before)), form="arrow", ink=view.ink
            )
    if view.revised.unplaced:
        figures = commas(amount(step.observation) for step in view.revised.unplaced)
        yield Entry(text=gettext("Not dated and not drawn: %(figures)s", figures=figures))


def _lines(view: _View) -> Iterator[alt.Chart]:
    """Draw the axes and the line of each figure until the next."""
    steps = view.revised.steps
    rows: list[Row] = [
        {
            "at": moment(_day(step)),
            "level": float(level(step.observation)),
            "segment": "the figure",
            "of": which(step.observation),
        }
        for step in steps
    ]
    chart = alt.Chart(inline_data(rows)).mark_line(interpolate="step-after", color=view.ink, strokeWidth=2, opacity=0.6)
    yield chart.encode(x=view.time.x("at"), y=view.values.y("level"), detail=alt.Detail("segment:N"))
    arrows = [
        {"px": view.px(step), "px2": view.px(step) + _ARROW, "py": view.py(step), "of": which(step.observation)}
        for step in steps
        if step.not_before
    ]
    if arrows:
        base = alt.Chart(inline_data(arrows)).encode(y=pixel_y("py"))
        yield base.mark_rule(color=view.ink, strokeWidth=2.5).encode(x=pixel_x("px"), x2=alt.X2("px2:Q"))
        tip = base.mark_point(shape="triangle", angle=90, filled=True, color=view.ink, size=56, opacity=1)
        yield tip.encode(x=pixel_x("px2"))


def _ranges(view: _View) -> Iterator[alt.Chart]:
    rows = [
        {"px": view.px(step), "low": float(low), "high": float(high), "of": which(step.observation)}
        for step in view.revised.steps
        for low, high in [ends(step.observation)]
        if low != high
    ]
    if rows:
        chart = alt.Chart(inline_data(rows)).mark_rule(color=view.ink, strokeWidth=6)
        yield chart.encode(x=pixel_x("px"), y=view.values.y("low"), y2=alt.Y2("high:Q"))


def _dots(view: _View) -> Iterator[alt.Chart]:
    for hollow in (False, True):
        rows = [
            {"px": view.px(step), "py": view.py(step), "of": which(step.observation)}
            for step in view.revised.steps
            if is_provisional(step.observation) is hollow
        ]
        if rows:
            base = alt.Chart(inline_data(rows)).encode(x=pixel_x("px"), y=pixel_y("py"))
            if hollow:
                yield base.mark_point(fill=colour("bg"), stroke=view.ink, size=90, strokeWidth=2.2, opacity=1)
            else:
                yield base.mark_circle(color=view.ink, size=100, opacity=1)


def _texts(view: _View) -> Iterator[alt.Chart]:
    """Draw each figure and its date beside its dot, where it covers nothing else."""
    boxes = list(_obstacles(view))
    figures: list[Row] = []
    days: list[Row] = []
    for step in reversed(view.revised.steps):
        figure = amount(step.observation)
        day = gettext("from %(day)s on", day=when(step.not_before)) if step.not_before else when(step.reported)
        candidates = list(_beside(view, step, max(width_of(figure, face=BOLD), width_of(day, SMALL)) / 2 + 2))
        box = next((box for box in candidates if not any(_touch(box, other) for other in boxes)), candidates[0])
        boxes.append(box)
        middle, top = (box[0] + box[2]) / 2, box[1]
        of = which(step.observation)
        figures.append({"px": middle, "py": top + 14, "text": figure, "ink": colour("ink"), "of": of})
        days.append({"px": middle, "py": top + 30, "text": day, "ink": colour("muted"), "of": of})
    yield text_layer(figures, fontWeight="bold", align="center")
    yield text_layer(days, fontSize=SMALL, align="center")


def _obstacles(view: _View) -> Iterator[Box]:
    """Yield the boxes of dots and lines, which no label may cover."""
    for step in view.revised.steps:
        high, low = (view.values.at(float(end)) for end in reversed(ends(step.observation)))
        yield view.px(step) - 7, min(high, view.py(step)) - 7, view.px(step) + 7, max(low, view.py(step)) + 7
    for step, following in pairwise(view.revised.steps):
        top, bottom = sorted((view.py(step), view.py(following)))
        yield view.px(step), view.py(step) - 1, view.px(following), view.py(step) + 1
        yield view.px(following) - 1, top, view.px(following) + 1, bottom


def _beside(view: _View, step: Step, half: float) -> Iterator[Box]:
    """Yield boxes above, below, right and left of the dot, then farther above and below, within the frame."""
    px, py = view.px(step), view.py(step)
    low, high = (view.values.at(float(end)) for end in ends(step.observation))
    above, below = min(high, py) - 30, max(low, py) + 30
    near = ((px, above), (px, below), (px + half + 10, py), (px - half - 10, py))
    for target, middle in (*near, (px, below + 24), (px, above - 24)):
        centre = min(max(target, half), view.time.width + 12 - half)
        yield centre - half, middle - 22, centre + half, middle + 22


def _touch(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
