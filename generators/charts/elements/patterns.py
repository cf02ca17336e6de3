"""Two patterns, in pixels: hatching in the background colour for provisional figures, and dots for missing ones."""

from collections.abc import Iterator, Sequence
from math import ceil
from typing import Any

import altair as alt

from generators.charts.elements.theme import Row, colour, inline_data, pixel_x, pixel_y
from generators.text.messages import gettext

Box = tuple[float, float, float, float]
"""Left, top, right and bottom."""
_APART = 6
_DOTS, _DOT = 8, 1.2
"""Distance between dots, and length of a dot."""


def provisional_label() -> str:
    """Return the legend text of the hatching."""
    return gettext("Provisional")


def strokes(box: Box) -> Iterator[Row]:
    """Yield rising diagonals clipped to the box, on one grid for the whole plot, so that neighbours match.

    >>> list(strokes((0, 0, 6, 6)))
    [{'px': 0, 'py': 6, 'px2': 6, 'py2': 0}]
    """
    left, top, right, bottom = box
    for step in range(ceil((left + top) / _APART + 1e-6), ceil((right + bottom) / _APART - 1e-6)):
        along = step * _APART
        start, end = max(left, along - bottom), min(right, along - top)
        yield {"px": start, "py": along - start, "px2": end, "py2": along - end}


def hatched(boxes: Sequence[Box], names: Sequence[str] = ()) -> Iterator[alt.Chart]:
    """Draw hatching over these boxes, with the names of their figures; no layer if there are none."""
    owners = [{"of": name} for name in names] or [{} for _ in boxes]
    rows = [row | owner for box, owner in zip(boxes, owners, strict=True) for row in strokes(box)]
    if rows:
        chart = alt.Chart(inline_data(rows)).mark_rule(color=colour("bg"), strokeWidth=2)
        yield chart.encode(x=pixel_x("px"), x2=alt.X2("px2:Q"), y=pixel_y("py"), y2=alt.Y2("py2:Q"))


def dotted(boxes: Sequence[Box]) -> Iterator[alt.Chart]:
    """Draw dotted boxes with a thin edge, as two small paths; no layer if there are none."""
    if boxes:
        yield _outline("".join(map(_edge, boxes)))
    if dots := "".join(row for box in boxes for row in _dots(box)):
        yield _outline(dots, strokeDash=[_DOT, _DOTS - _DOT])


def _outline(path: str, **stroke: Any) -> alt.Chart:
    """Draw a path; a point of size 4 has pixels as its unit."""
    mark = alt.Chart(inline_data([{"px": 0, "py": 0}])).mark_point(
        shape=path, size=4, filled=False, stroke=colour("break"), strokeWidth=1.2, opacity=0.8, **stroke
    )
    return mark.encode(x=pixel_x("px"), y=pixel_y("py"))


def _edge(box: Box) -> str:
    left, top, right, bottom = box
    return f"M{left:.1f},{top:.1f}L{right:.1f},{top:.1f}L{right:.1f},{bottom:.1f}L{left:.1f},{bottom:.1f}L{left:.1f},{top:.1f}"


def _dots(box: Box) -> Iterator[str]:
    """Yield a line to be dashed for each row of dots, on one grid for all boxes, alternate rows shifted by half a step."""
    left, top, right, bottom = box
    for n in range(ceil((top + 2) * 2 / _DOTS), ceil((bottom - 2) * 2 / _DOTS)):
        shift = n % 2 * _DOTS / 2
        first, after = ceil((left + 2 - shift) / _DOTS), ceil((right - 3 - shift) / _DOTS)
        if first < after:
            yield f"M{first * _DOTS + shift:.0f},{n * _DOTS / 2:.0f}h{(after - first - 1) * _DOTS + _DOT}"
