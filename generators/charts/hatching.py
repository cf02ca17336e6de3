"""Hatching: how every kind shows which figures their source calls provisional. Strokes of paper over a mark, in pixels."""

from collections.abc import Iterator, Sequence
from math import ceil

import altair as alt

from generators.charts.theme import Row, colour, data, pixel_x, pixel_y

Box = tuple[float, float, float, float]
"""Left, top, right and bottom."""
_APART = 6
PROVISIONAL = "Provisional"
"""What a key calls it."""


def strokes(box: Box) -> Iterator[Row]:
    """Rising diagonals cut to the box, on one grid for the whole plot, so that neighbours match.

    >>> list(strokes((0, 0, 6, 6)))
    [{'px': 0, 'py': 6, 'px2': 6, 'py2': 0}]
    """
    left, top, right, bottom = box
    for step in range(ceil((left + top) / _APART + 1e-6), ceil((right + bottom) / _APART - 1e-6)):
        along = step * _APART
        start, end = max(left, along - bottom), min(right, along - top)
        yield {"px": start, "py": along - start, "px2": end, "py2": along - end}


def hatched(boxes: Sequence[Box]) -> Iterator[alt.Chart]:
    """The layer that hatches the marks in these boxes; none where there are none."""
    rows = [row for box in boxes for row in strokes(box)]
    if rows:
        shown = alt.Chart(data(rows)).mark_rule(color=colour("bg"), strokeWidth=2)
        yield shown.encode(x=pixel_x("px"), x2="px2:Q", y=pixel_y("py"), y2="py2:Q")
