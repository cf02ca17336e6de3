"""Legend above a plot: the unit, and the meaning of colours and shades that have no label."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import altair as alt

from generators.charts.elements.patterns import dotted, hatched
from generators.charts.elements.text_layout import is_turned, width_of, wrapped
from generators.charts.elements.theme import Row, colour, ink, inline_data, pixel_x, pixel_y, text_layer
from generators.charts.frames import Plot

LINE = 18
"""Pixels from one line of text to the next."""
_SWATCH = 26
_GAP = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A text and the sample before it."""

    text: str
    form: Literal[
        "plain",
        "line",
        "dot",
        "dots",
        "shade",
        "pale",
        "missing",
        "floor",
        "hatch",
        "unknown",
        "arrow",
        "block",
        "dash",
        "nought",
    ] = "plain"
    ink: str = ""


def key_height(entries: Sequence[Entry], width: float) -> float:
    """Return the height of the entries in pixels, in a frame of that width."""
    return LINE * (max(item.row for item in _layout(entries, width)) + 1) + _GAP


def key_layers(entries: Sequence[Entry], plot: Plot) -> list[alt.Chart]:
    """Draw the entries from the frame's upper corner where a line begins, side by side where they fit."""
    texts: list[Row] = []
    samples: dict[str, list[Row]] = {}
    for item in _layout(entries, plot.frame.width):
        down = LINE * (item.row + 0.5) - plot.top
        start = _across(item.left + _before(item.entry), plot)
        texts.append({"px": start, "py": down, "text": item.text, "ink": colour("muted")})
        if item.starts and item.entry.form != "plain":
            left, right = sorted((_across(item.left, plot), _across(item.left + _SWATCH, plot)))
            sample = {"px": left, "px2": right, "middle": (left + right) / 2, "py": down, "ink": item.entry.ink}
            samples.setdefault(item.entry.form, []).append(sample)
    boxes = {
        form: [(row["px"], row["py"] - 6, row["px2"], row["py"] + 6) for row in samples.get(form, ())]
        for form in ("hatch", "unknown")
    }
    marks = (_samples(form, rows) for form, rows in samples.items() if form != "unknown")
    return [
        text_layer(texts, align="right" if is_turned() else "left"),
        *marks,
        *hatched(boxes["hatch"]),
        *dotted(boxes["unknown"]),
    ]


def _across(pixels: float, plot: Plot) -> float:
    """Return the pixel of the plot that far from the side where a line begins."""
    return (plot.frame.width - pixels if is_turned() else pixels) - plot.left


@dataclass(frozen=True, slots=True, kw_only=True)
class _Placed:
    entry: Entry
    text: str
    left: float
    row: int
    starts: bool


def _layout(entries: Sequence[Entry], width: float) -> list[_Placed]:
    items: list[_Placed] = []
    row, right = -1, width
    for entry in entries:
        lines = wrapped(entry.text, width - 4 - _before(entry))
        length = _before(entry) + width_of(lines[0])
        if (
            entry.form != "plain"
            and len(lines) == 1
            and items[-1:]
            and items[-1].entry.form != "plain"
            and right + length <= width
        ):
            left = right
        else:
            row, left = row + 1, 2.0
        items += [
            _Placed(entry=entry, text=text, left=left, row=row + n, starts=n == 0) for n, text in enumerate(lines)
        ]
        row, right = row + len(lines) - 1, left + length + 18
    return items


def _before(entry: Entry) -> float:
    return 0 if entry.form == "plain" else _SWATCH + 6


SHADE = 0.22
"""Opacity of a method break."""
PALE = 0.55
"""Opacity of a column whose place stands in for the whole."""
DOTTED = [2, 3]
"""Dashes of the axis where there is no figure."""
DASHED = [5, 4]
"""Dashes of a line whose ends were counted by different methods."""
_POINTS: Mapping[str, Row] = {
    "dot": {"shape": "circle", "filled": True, "size": 56},
    "dots": {"filled": False, "size": 46, "strokeWidth": 2},
    "floor": {"shape": "triangle-up", "filled": True, "size": 34},
    "arrow": {"shape": "triangle", "angle": 90, "filled": True, "size": 56},
    "nought": {"shape": "stroke", "angle": 90, "filled": False, "size": 260, "strokeWidth": 3},
}
"""Samples with one mark in the middle."""
_RULES: Mapping[str, Row] = {
    "line": {"strokeWidth": 3},
    "dash": {"strokeWidth": 2.2, "strokeDash": DASHED},
    "missing": {"strokeWidth": 2, "strokeDash": DOTTED},
    "block": {"strokeWidth": 12},
    "hatch": {"strokeWidth": 12},
    "shade": {"strokeWidth": 12, "opacity": SHADE},
    "pale": {"strokeWidth": 12, "opacity": PALE},
}
"""Samples across the whole width."""


def _samples(form: str, rows: Sequence[Row]) -> alt.Chart:
    base = alt.Chart(inline_data(rows)).encode(y=pixel_y("py"), color=ink())
    if form in _POINTS:
        return base.mark_point(**{"opacity": 1, **_POINTS[form]}).encode(x=pixel_x("middle"))
    return base.mark_rule(**_RULES[form]).encode(x=pixel_x("px"), x2=alt.X2("px2:Q"))


def floor_marks(rows: Sequence[Row]) -> alt.Chart:
    """Draw small arrowheads: the figure may be higher."""
    return alt.Chart(inline_data(rows)).mark_point(**{"opacity": 1, **_POINTS["floor"]})
