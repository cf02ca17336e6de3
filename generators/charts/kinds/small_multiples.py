"""Small multiples: one series for several places, a panel each, on one scale. A missing figure is not 0."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

import altair as alt

from generators.analysis.chart_selection import which
from generators.charts.data.axis_titles import axis_title
from generators.charts.data.by_place import Placed, edges
from generators.charts.data.chart_data import ChartData
from generators.charts.elements.axes import NumberAxis, TimeAxis, number_axis
from generators.charts.elements.legend import DOTTED, SHADE, Entry, key_height, key_layers
from generators.charts.elements.patterns import Box, hatched, provisional_label
from generators.charts.elements.text_layout import SMALL, width_of, wrapped
from generators.charts.elements.theme import Row, colour, dressed, inline_data, pixel_x, pixel_y, text_layer
from generators.charts.frames import Frame, Plot
from generators.fonts import BOLD
from generators.model import MethodBreak, Observation
from generators.model.dataset import ends, is_provisional, level
from generators.text.joining import semicolons
from generators.text.messages import gettext
from generators.text.wording import digits, numeral, short_month

_LINE = 16
_PEAK = 16
"""Pixels above the highest column, for its number."""
_AXIS = 26
_BETWEEN = 22
_SMALLER = 1.4


@dataclass(frozen=True, slots=True, kw_only=True)
class _Panel:
    """A place, the top left corner of its plot, and the scales that all panels share."""

    placed: Placed
    left: float
    top: float
    time: TimeAxis
    values: NumberAxis

    @property
    def foot(self) -> float:
        return self.top + self.values.height

    @property
    def zero(self) -> float:
        return self.down(0)

    def across(self, observation: Observation) -> tuple[float, float]:
        first, after = (self.left + self.time.at(day) for day in edges(observation))
        return first, (after - 1 if after - first > 4 else after)

    def box(self, observation: Observation) -> Box:
        """The figure's column."""
        left, right = self.across(observation)
        top, foot = sorted((self.down(float(level(observation))), self.zero))
        return left, top, right, foot

    def down(self, number: float) -> float:
        return self.top + self.values.at(number)


def small_multiples(data: ChartData, frame: Frame) -> alt.LayerChart:
    """Draw columns from 0 in each panel, with the panel's highest figure as a label.

    The frame determines the number of panels in a row.
    """
    panels = _panels(data, frame)
    rows = [o for p in panels for o in p.placed.observations]
    breaks = data.breaks
    fill = colour(data.recorders.colour(data.datasets[rows[0].dataset].recorder))
    entries = [Entry(text=axis_title(rows, data.concepts)), *_entries(panels, breaks, fill)]
    foot = max(p.foot for p in panels) + _AXIS
    plot = Plot(frame=frame, height=foot, top=key_height(entries, frame.width))
    layers = [*_shades(panels, breaks), *_grid(panels), *_columns(panels, fill), *_grounds(panels)]
    return dressed([*layers, *_texts(panels), *key_layers(entries, plot)], plot)


def _panels(data: ChartData, frame: Frame) -> list[_Panel]:
    placed, (first, after) = data.placed, data.time
    beside = min(2 if frame.narrow else 3, len(placed))
    height = frame.high(84, 96, 60)
    values = number_axis([float(end) for p in placed for o in p.observations for end in ends(o)], height, _PEAK)
    room = (frame.width - 4 - values.margin - _BETWEEN * (beside - 1)) / beside
    head = 4 + _LINE * max(len(wrapped(p.place.name, room, face=BOLD)) for p in placed)
    return [
        _Panel(
            placed=p,
            left=values.margin + (room + _BETWEEN) * (n % beside),
            top=head + (head + height + _AXIS + 8) * (n // beside),
            time=TimeAxis(first=first, last=after, width=room),
            values=values,
        )
        for n, p in enumerate(placed)
    ]


def _entries(panels: list[_Panel], breaks: tuple[MethodBreak, ...], fill: str) -> Iterator[Entry]:
    if any(is_provisional(o) for p in panels for o in p.placed.observations):
        yield Entry(text=provisional_label(), form="hatch", ink=fill)
    if any(map(_missing, panels)):
        yield Entry(text=gettext("No figure"), form="missing", ink=colour("muted"))
    if breaks:
        labels = semicolons(dict.fromkeys(b.label for b in breaks))
        yield Entry(text=gettext("Another method: %(methods)s", methods=labels), form="shade", ink=colour("break"))


def _missing(panel: _Panel) -> tuple[tuple[float, float], ...]:
    gaps = panel.placed.gaps((panel.time.first, panel.time.last))
    return tuple((panel.left + panel.time.at(first), panel.left + panel.time.at(after)) for first, after in gaps)


def _shades(panels: list[_Panel], breaks: tuple[MethodBreak, ...]) -> Iterator[alt.Chart]:
    rows = [
        {"x": p.left + p.time.at(max(b.period.first, p.time.first)), "x2": p.left + p.time.at(after),
         "y": p.top, "y2": p.foot}
        for p in panels for b in breaks for after in [min(_after(b), p.time.last)]
    ]  # fmt: skip
    if rows:
        yield _rects(rows, color=colour("break"), opacity=SHADE)


def _after(method_break: MethodBreak) -> date:
    return method_break.period.last + timedelta(days=1)


def _rects(rows: list[Row], **mark: object) -> alt.Chart:
    chart = alt.Chart(inline_data(rows)).mark_rect(**mark)  # type: ignore[arg-type]
    return chart.encode(x=pixel_x("x"), x2=alt.X2("x2:Q"), y=pixel_y("y"), y2=alt.Y2("y2:Q"))


def _grid(panels: list[_Panel]) -> Iterator[alt.Chart]:
    rows = [
        {"px": p.left, "px2": p.left + p.time.width, "py": p.down(tick)} for p in panels for tick in p.values.ticks(3)
    ]
    yield _rules(rows, color=colour("grid"), strokeWidth=1)


def _grounds(panels: list[_Panel]) -> Iterator[alt.Chart]:
    """Draw the axis below figures, dotted where there is none: a figure of 0 differs from no figure."""
    solid = [
        {"px": p.left + p.time.at(first), "px2": p.left + p.time.at(after), "py": p.zero, "of": which(o)}
        for p in panels
        for o in p.placed.observations
        for first, after in [edges(o)]
    ]
    if solid:
        yield _rules(solid, color=colour("muted"), strokeWidth=1)
    missing = [{"px": a, "px2": b, "py": p.zero - 1} for p in panels for a, b in _missing(p)]
    if missing:
        yield _rules(missing, color=colour("muted"), strokeWidth=2, strokeDash=DOTTED)


def _rules(rows: list[Row], **mark: object) -> alt.Chart:
    chart = alt.Chart(inline_data(rows)).mark_rule(**mark)  # type: ignore[arg-type]
    return chart.encode(x=pixel_x("px"), x2=alt.X2("px2:Q"), y=pixel_y("py"))


def _columns(panels: list[_Panel], fill: str) -> Iterator[alt.Chart]:
    boxes = [(o, p.box(o)) for p in panels for o in p.placed.observations]
    yield _rects([{"x": x, "y": y, "x2": x2, "y2": y2, "of": which(o)} for o, (x, y, x2, y2) in boxes], color=fill)
    provisional = [(o, box) for o, box in boxes if is_provisional(o)]
    yield from hatched([box for _, box in provisional], [which(o) for o, _ in provisional])
    ranges = [
        {"x": sum(p.across(o)) / 2, "y": p.down(float(ends(o)[0])), "y2": p.down(float(ends(o)[1])), "of": which(o)}
        for p in panels
        for o in p.placed.observations
        if ends(o)[0] != ends(o)[1]
    ]
    if ranges:
        whiskers = alt.Chart(inline_data(ranges)).mark_rule(color=colour("ink"), strokeWidth=1.4)
        yield whiskers.encode(x=pixel_x("x"), y=pixel_y("y"), y2=alt.Y2("y2:Q"))


def _texts(panels: list[_Panel]) -> Iterator[alt.Chart]:
    names = [row for p in panels for row in _name(p)]
    yield text_layer(names, fontWeight="bold")
    yield text_layer([row for p in panels for row in (*_peak(p), *_years(p))], align="center", fontSize=SMALL)
    numbers = [
        {"px": p.left - 6, "py": p.down(tick), "text": digits(round(tick)), "ink": colour("muted")}
        for p in panels
        if p.left == panels[0].left
        for tick in p.values.ticks(3)
    ]
    yield text_layer(numbers, align="right", fontSize=SMALL)


def _name(panel: _Panel) -> Iterator[Row]:
    lines = wrapped(panel.placed.place.name, panel.time.width, face=BOLD)
    for n, line in enumerate(reversed(lines)):
        yield {"px": panel.left, "py": panel.top - 10 - _LINE * n, "text": line, "ink": colour("ink")}


def _peak(panel: _Panel) -> Iterator[Row]:
    if not panel.placed.observations:
        down = panel.zero - 12 if panel.values.low else panel.top + panel.values.height / 2
        middle = {"px": panel.left + panel.time.width / 2, "py": down}
        yield {**middle, "text": gettext("no figure"), "ink": colour("muted")}
        return
    top = max(panel.placed.observations, key=level)
    text = digits(level(top))
    half = width_of(text, SMALL) / 2
    px = min(max(sum(panel.across(top)) / 2, panel.left + half), panel.left + panel.time.width - half)
    above = panel.down(max(float(ends(top)[1]), 0))
    yield {"px": px, "py": above - 8, "text": text, "ink": colour("ink"), "of": which(top)}


def _years(panel: _Panel) -> Iterator[Row]:
    # Years are smaller here than on an axis, so that more of them fit.
    room = panel.time.width * (1 if panel.time.in_months else _SMALLER)
    for day in replace(panel.time, width=room).ticks():
        year = numeral(day.year)
        text = f"{short_month(day)} {year}" if panel.time.in_months else year
        px = panel.left + panel.time.at(day)
        half = width_of(text, SMALL) / 2
        edge = panel.left + panel.time.width
        yield {
            "px": min(max(px, panel.left + half / 2), edge + 2 - half),
            "py": panel.foot + 14,
            "text": text,
            "ink": colour("muted"),
        }
