"""Share chart: a bar per period or speaker, divided into parts with a figure. The rest is dotted, never distributed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import altair as alt

from generators.analysis.chart_selection import which
from generators.analysis.revisions import speaker
from generators.charts.data.axis_titles import axis_title
from generators.charts.data.chart_data import ChartData
from generators.charts.data.part_whole import Whole
from generators.charts.elements.legend import Entry, key_height, key_layers
from generators.charts.elements.patterns import dotted
from generators.charts.elements.text_layout import SMALL, width_of
from generators.charts.elements.theme import colour, dressed, inline_data, pixel_x, pixel_y, text_layer
from generators.charts.frames import Frame, Plot
from generators.model.dataset import level
from generators.text.joining import commas
from generators.text.messages import gettext
from generators.text.wording import amount, digits, in_per_cent, when

_BAR = 22
_GAP = 8
_LABEL = 18
_INKS = (1, 2, 3, 5, 6, 8, 4)
"""Colours on which a number is readable, without the darkest and the lightest side by side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Segment:
    """A part of a bar, in pixels; without width it is a figure of 0."""

    left: float
    right: float
    middle: float
    ink: str
    name: str
    number: str
    figure: str
    """The name of the part's figure."""

    @property
    def text(self) -> str:
        """The number, with the name if it fits, so that it is readable in grey; empty if not even the number fits."""
        fitting = (text for text in (f"{self.name} {self.number}", self.number) if self._fits(text))
        return next(fitting, "")

    def _fits(self, text: str) -> bool:
        return width_of(text, SMALL) + 6 < self.right - self.left


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bar:
    label: str
    of: str
    """The whole's figure in words."""
    figure: str
    """The name of the whole's figure."""
    middle: float
    segments: tuple[_Segment, ...]
    rest: float
    """The end of the parts, in pixels."""


def share(data: ChartData, frame: Frame) -> alt.LayerChart:
    """Draw bars of equal length with the source's own numbers; no percentage is calculated.

    Labels are beside the bars in a wide frame, above them in a narrow one.
    """
    rows = data.wholes
    parts = {name: colour(_INKS[n % len(_INKS)]) for n, name in enumerate(data.part_names)}
    labels, totals = _labels(rows), [gettext("of %(whole)s", whole=amount(whole.observation)) for whole in rows]
    left = 4.0 if frame.narrow else 14 + max(map(width_of, labels))
    right = 10.0 if frame.narrow else 16 + max(map(width_of, totals))
    step = _BAR + _GAP + (_LABEL if frame.narrow else 0)
    plot = Plot(frame=frame, height=step * len(rows) + 2, left=left, right=right, bottom=28)
    first = step - _GAP - _BAR / 2 + 2
    bars = [
        _Bar(
            label=label,
            of=total,
            figure=which(whole.observation),
            middle=first + step * n,
            segments=tuple(_segments(whole, parts, plot.width, first + step * n)),
            rest=plot.width * min(whole.told, 1),
        )
        for n, (whole, label, total) in enumerate(zip(rows, labels, totals, strict=True))
    ]
    figures = [whole.observation for whole in rows]
    title = gettext("Shares of: %(whole)s", whole=_lower(axis_title(figures, data.concepts)))
    entries = [Entry(text=title), *_entries(bars, parts, plot.width)]
    plot = replace(plot, top=key_height(entries, frame.width))
    layers = [*_fills(bars), *_rest_areas(bars, plot.width), *_noughts(bars), *_axis(plot), *_numbers(bars)]
    return dressed([*layers, _names(bars, plot), *key_layers(entries, plot)], plot)


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _labels(rows: Sequence[Whole]) -> list[str]:
    figures = [whole.observation for whole in rows]
    several = len({speaker(o.said_by) for o in figures}) > 1
    return [commas((when(o.period), *([speaker(o.said_by)] if several else []))) for o in figures]


def _segments(whole: Whole, parts: dict[str, str], width: float, middle: float) -> Iterator[_Segment]:
    reached = 0.0
    for name, ink in parts.items():
        if o := whole.parts.get(name):
            right = reached + width * float(level(o) / level(whole.observation))
            yield _Segment(
                left=reached,
                right=right,
                middle=middle,
                ink=ink,
                name=name,
                number=digits(level(o)),
                figure=which(o),
            )
            reached = right


def _entries(bars: Sequence[_Bar], parts: dict[str, str], width: float) -> Iterator[Entry]:
    for name, ink in parts.items():
        yield Entry(text=name, form="block", ink=ink)
    if any(width - bar.rest > 1 for bar in bars):
        yield Entry(text=gettext("The rest, for which no figure is given"), form="unknown")
    if any(segment.left == segment.right for bar in bars for segment in bar.segments):
        yield Entry(text=gettext("A figure of 0"), form="nought", ink=colour("ink"))


def _fills(bars: Sequence[_Bar]) -> Iterator[alt.Chart]:
    rows = [
        {"x": s.left, "x2": s.right, "y": s.middle - _BAR / 2, "y2": s.middle + _BAR / 2, "ink": s.ink, "of": s.figure}
        for bar in bars
        for s in bar.segments
        if s.right > s.left
    ]
    if rows:
        chart = alt.Chart(inline_data(rows)).mark_rect(stroke=colour("bg"))
        fill = alt.Fill("ink:N", scale=None)
        yield chart.encode(x=pixel_x("x"), x2=alt.X2("x2:Q"), y=pixel_y("y"), y2=alt.Y2("y2:Q"), fill=fill)


def _rest_areas(bars: Sequence[_Bar], width: float) -> Iterator[alt.Chart]:
    yield from dotted(
        [(bar.rest, bar.middle - _BAR / 2, width, bar.middle + _BAR / 2) for bar in bars if width - bar.rest > 1]
    )


def _noughts(bars: Sequence[_Bar]) -> Iterator[alt.Chart]:
    rows = [
        {"px": s.left, "y": s.middle - _BAR / 2 - 3, "y2": s.middle + _BAR / 2 + 3, "ink": s.ink, "of": s.figure}
        for bar in bars
        for s in bar.segments
        if s.left == s.right
    ]
    if rows:
        ticks = alt.Chart(inline_data(rows)).mark_rule(strokeWidth=3)
        ink = alt.Color("ink:N", scale=None)
        yield ticks.encode(x=pixel_x("px"), y=pixel_y("y"), y2=alt.Y2("y2:Q"), color=ink)


def _axis(plot: Plot) -> Iterator[alt.Chart]:
    steps = (0, 50, 100) if plot.frame.narrow else (0, 25, 50, 75, 100)
    for align, group in (("left", steps[:1]), ("center", steps[1:-1]), ("right", steps[-1:])):
        rows = [
            {"px": plot.width * n / 100, "py": plot.height + 12, "text": in_per_cent(digits(n)), "ink": colour("muted")}
            for n in group
        ]
        yield text_layer(rows, align=align, fontSize=SMALL)


def _numbers(bars: Sequence[_Bar]) -> Iterator[alt.Chart]:
    inside = [
        {"px": (s.left + s.right) / 2, "py": s.middle, "text": s.text, "ink": colour("bg"), "of": s.figure}
        for bar in bars
        for s in bar.segments
        if s.text
    ]
    if inside:
        yield text_layer(inside, align="center", fontSize=SMALL)


def _names(bars: Sequence[_Bar], plot: Plot) -> alt.Chart:
    """Draw each bar's label and its whole, beside or above it."""
    if plot.frame.narrow:
        beside = [(0.0, -_BAR / 2 - 9, bar, commas((bar.label, bar.of))) for bar in bars]
    else:
        labels = [(2 - plot.left, 0.0, bar, bar.label) for bar in bars]
        beside = [*labels, *((plot.width + 8, 0.0, bar, bar.of) for bar in bars)]
    return text_layer(
        [
            {"px": px, "py": bar.middle + py, "text": text, "ink": colour("ink"), "of": bar.figure}
            for px, py, bar, text in beside
        ]
    )
