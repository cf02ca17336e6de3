"""Layout of bars and ranges: one row per figure with label and number, and an axis with room for both."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import altair as alt

from generators.analysis.chart_selection import which
from generators.charts.data.axis_titles import axis_title
from generators.charts.data.chart_data import ChartData
from generators.charts.data.series import short_name
from generators.charts.elements.axes import AcrossAxis, across_axis
from generators.charts.elements.legend import Entry, key_height
from generators.charts.elements.patterns import provisional_label
from generators.charts.elements.text_layout import SMALL, is_turned, width_of, wrapped
from generators.charts.elements.theme import Row, colour, text_layer
from generators.charts.frames import Frame, Plot
from generators.fonts import BOLD
from generators.model import Dataset, Observation
from generators.model.dataset import ends, is_provisional, level
from generators.text.joining import capital, commas
from generators.text.wording import amount, when

_LINE = 16
_GAP = 12
_LABEL = 280
_EDGE = 8
"""Pixels of half a dot beyond its number."""
_MARK = 18
"""Height in pixels of a mark with its label above it."""

Named = tuple[Observation, str]
"""A figure and its row's label."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Rows from top to bottom with labels and positions, and the axis below."""

    observations: tuple[Observation, ...]
    labels: tuple[tuple[str, ...], ...]
    middles: tuple[float, ...]
    """Position of each mark, in pixels from the top."""
    axis: AcrossAxis
    plot: Plot
    entries: tuple[Entry, ...]
    arrow: float
    """Length in pixels of the arrow at an open end; 0 for bars, which have none."""

    def x(self, field: str) -> alt.X:
        """Return the x channel for numbers in a field."""
        return self.axis.x(field)

    def at(self, value: float) -> float:
        """Return the pixel of a number."""
        return self.axis.at(value)


def sheet(named: Sequence[Named], data: ChartData, frame: Frame, arrow: float = 0) -> Sheet:
    """Lay out the rows, with labels beside the marks in a wide frame, above them in a narrow one."""
    observations = [o for o, _ in named]
    room = frame.width - 8 if frame.narrow else _LABEL
    labels = tuple(tuple(wrapped(name, room)) for _, name in named)
    left = 6 if frame.narrow else 14 + max(width_of(text) for lines in labels for text in lines)
    middles, height = _positions(labels, narrow=frame.narrow)
    entries = (Entry(text=axis_title(observations, data.concepts)), *_provisional_entries(observations, arrow))
    plot = Plot(frame=frame, height=height, left=left, right=8, top=key_height(entries, frame.width), bottom=28)
    return Sheet(
        observations=tuple(observations),
        labels=labels,
        middles=middles,
        axis=_axis(observations, plot, arrow),
        plot=plot,
        entries=entries,
        arrow=arrow,
    )


def _provisional_entries(observations: Sequence[Observation], arrow: float) -> Iterator[Entry]:
    """Yield legend entries: hatching for bars and ranges, a hollow dot for a single figure."""
    forms = {"dots" if arrow and ends(o)[0] == ends(o)[1] else "hatch" for o in observations if is_provisional(o)}
    if "hatch" in forms:
        yield Entry(text=provisional_label(), form="hatch", ink=colour(1))
    if "dots" in forms:
        yield Entry(text=provisional_label(), form="dots", ink=colour(1))


def _positions(labels: Sequence[Sequence[str]], *, narrow: bool) -> tuple[tuple[float, ...], float]:
    middles, down = [], 4.0
    for lines in labels:
        text = _LINE * len(lines)
        middles.append(down + (text + _MARK / 2 if narrow else text / 2))
        down += text + _GAP + (_MARK if narrow else 0)
    return tuple(middles), down


def _axis(observations: Sequence[Observation], plot: Plot, arrow: float) -> AcrossAxis:
    lefts = [
        (float(ends(o)[0]), _label(o) if leftward(o, arrow) else _EDGE + arrow * opens_down(o)) for o in observations
    ]
    rights = [
        (float(ends(o)[1]), _EDGE if leftward(o, arrow) else _label(o) + arrow * opens_up(o)) for o in observations
    ]
    return across_axis(lefts, rights, plot)


def _label(observation: Observation) -> float:
    return width_of(amount(observation), SMALL + 1, BOLD) + 13


def leftward(observation: Observation, arrow: float) -> bool:
    """Return True for a negative bar, whose number is at its left end."""
    return not arrow and level(observation) < 0


def opens_up(observation: Observation) -> bool:
    """Return True if the figure is a floor."""
    return observation.qualifier in ("at_least", "more_than") and ends(observation)[0] == ends(observation)[1]


def opens_down(observation: Observation) -> bool:
    """Return True if the figure is a ceiling."""
    return observation.qualifier == "up_to" and ends(observation)[0] == ends(observation)[1]


def label_layer(layout: Sheet) -> alt.Chart:
    """Draw the labels of the rows."""
    rows: list[Row] = []
    for o, lines, middle in zip(layout.observations, layout.labels, layout.middles, strict=True):
        narrow = layout.plot.frame.narrow
        first = middle - (_MARK / 2 + _LINE * (len(lines) - 0.5) if narrow else _LINE * (len(lines) - 1) / 2)
        px = _label_edge(layout.plot)
        rows += [
            {"px": px, "py": first + _LINE * n, "text": text, "ink": colour("ink"), "of": which(o)}
            for n, text in enumerate(lines)
        ]
    return text_layer(rows, align="right" if is_turned() else "left")


def _label_edge(plot: Plot) -> float:
    """Return the pixel at which the labels begin."""
    if is_turned():
        return plot.frame.width - plot.left - 2 if plot.frame.narrow else -12
    return 0 if plot.frame.narrow else 2 - plot.left


def number_layers(layout: Sheet) -> Iterator[alt.Chart]:
    """Draw the numbers with qualifiers at the right of the marks, or at the left of a negative bar."""
    for left in (False, True):
        rows = [
            {"px": _beside(o, layout, left=left), "py": middle, "text": amount(o), "ink": colour("ink"), "of": which(o)}
            for o, middle in zip(layout.observations, layout.middles, strict=True)
            if leftward(o, layout.arrow) is left
        ]
        if rows:
            yield text_layer(rows, fontWeight="bold", fontSize=SMALL + 1, align="right" if left else "left")


def _beside(observation: Observation, layout: Sheet, *, left: bool) -> float:
    low, high = (layout.at(float(end)) for end in ends(observation))
    return low - 9 if left else high + 9 + layout.arrow * opens_up(observation)


def named_by_difference(observations: Sequence[Observation], datasets: Mapping[str, Dataset]) -> list[Named]:
    """Return the figures with labels of the properties that differ: place, indicator, speaker, recorder, period."""
    parts: list[Callable[[Observation], str]] = [
        lambda o: o.place.name,
        lambda o: o.indicator.title,
        lambda o: o.said_by,
        lambda o: short_name(datasets[o.dataset]),
        lambda o: when(o.period),
    ]
    differing = [part for part in parts if len({part(o) for o in observations}) > 1] or parts[:1]
    return [(o, capital(commas(part(o) for part in differing if part(o)))) for o in observations]


def ordered(observations: Sequence[Observation]) -> list[Observation]:
    """Return the figures from largest to smallest, or from oldest to newest if periods differ."""
    by_size = sorted(observations, key=lambda o: (-level(o), o.place.name))
    if len({o.period for o in observations}) == 1:
        return by_size
    return sorted(by_size, key=lambda o: o.period.first.isoformat() if o.period else "9999")
