"""Legend of the five colour classes above a map or a calendar, with limits and the mark of a missing figure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import altair as alt

from generators.charts.data.tile_values import CLASSES
from generators.charts.elements.legend import LINE
from generators.charts.elements.patterns import dotted
from generators.charts.elements.text_layout import SMALL, is_turned, width_of
from generators.charts.elements.theme import Row, colour, inline_data, pixel_x, pixel_y, text_layer
from generators.text.messages import gettext
from generators.text.wording import digits

_SCALE = 58
"""Height of the boxes and limits in pixels."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassKey:
    """Title, class limits and position of a class legend."""

    title: list[str]
    tops: list[float]
    top: float
    """Pixels from the frame's top to the plot."""
    left: float
    width: float
    empty: Literal["", "dashed", "dotted"]
    """Mark of a place or a time without a figure; empty if there is none."""

    @property
    def labels(self) -> list[str]:
        """All limits in digits, from 0."""
        return [digits(round(limit)) for limit in (0, *self.tops)]

    @property
    def step(self) -> float:
        """Width of a box."""
        return min(70.0, (self.width - 104) / CLASSES)

    @property
    def down(self) -> float:
        """Top of the boxes, in pixels of the plot."""
        return LINE * (len(self.title) + 0.3) - self.top


def class_height(title: Sequence[str]) -> float:
    """Return the height of the legend in pixels, including its title lines."""
    return _SCALE + LINE * len(title)


def class_layers(key: ClassKey) -> Iterator[alt.Chart]:
    """Draw the boxes with limits below and the title above."""
    start = 6 - key.left
    ends = [start + key.step * n for n in range(CLASSES + 1)]
    yield boxes([_box(ends[n - 1], ends[n], key, colour(f"class-{n}")) for n in range(1, CLASSES + 1)], dashed=False)
    texts = [_under(px - width_of(label, SMALL) / 2, label, key) for px, label in zip(ends, key.labels, strict=True)]
    if key.empty:
        yield from _empty(key, ends[-1] + 30)
        texts.append(_under(ends[-1] + 28, gettext("no figure"), key))
    yield text_layer(texts, fontSize=SMALL)
    lines = [
        {
            "px": (key.width - 2 if is_turned() else 2) - key.left,
            "py": LINE * (n + 0.5) - key.top,
            "text": t,
            "ink": colour("muted"),
        }
        for n, t in enumerate(key.title)
    ]
    yield text_layer(lines, align="right" if is_turned() else "left")


def boxes(rows: Sequence[Row], *, dashed: bool) -> alt.Chart:
    """Draw boxes from x, y to x2, y2 in pixels, filled with their `ink`; a dashed edge means no figure."""
    edge: Row = {"stroke": colour("break"), "strokeDash": [3, 3], "strokeWidth": 1} if dashed else {}
    chart = alt.Chart(inline_data(rows)).mark_rect(cornerRadius=2, **edge)
    return chart.encode(
        x=pixel_x("x"), x2=alt.X2("x2:Q"), y=pixel_y("y"), y2=alt.Y2("y2:Q"), fill=alt.Fill("ink:N", scale=None)
    )


def _empty(key: ClassKey, left: float) -> Iterator[alt.Chart]:
    if key.empty == "dashed":
        yield boxes([_box(left, left + 26, key, colour("bg"))], dashed=True)
    else:
        yield from dotted([(left, key.down + 2, left + 26, key.down + 15)])


def _box(left: float, right: float, key: ClassKey, fill: str) -> Row:
    return {"x": left, "x2": right, "y": key.down + 2, "y2": key.down + 15, "ink": fill}


def _under(px: float, label: str, key: ClassKey) -> Row:
    return {"px": px, "py": key.down + 26, "text": label, "ink": colour("muted")}
