"""Method breaks on a time axis: a shaded period with its label above it if it fits, else a letter in the legend."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from string import ascii_lowercase

import altair as alt

from generators.charts.elements.axes import TimeAxis, moment
from generators.charts.elements.legend import SHADE, Entry
from generators.charts.elements.text_layout import SMALL, lanes, width_of, wrapped
from generators.charts.elements.theme import Row, colour, inline_data, text_layer
from generators.model import MethodBreak

_LINES = 3
_LINE = 15


def break_layers(breaks: Sequence[MethodBreak], time: TimeAxis) -> list[alt.Chart]:
    """Draw the shaded periods, each with its label or letter above it."""
    if not breaks:
        return []
    rows = [_stretch(b, time) for b in breaks]
    shades = alt.Chart(inline_data(rows)).mark_rect(color=colour("break"), opacity=SHADE, strokeWidth=0)
    shades = shades.encode(x=time.x("from"), x2=alt.X2("to:T"))
    lines = [row for b in breaks for row in _label_lines(b, breaks, time)]
    return [shades, text_layer([*lines, *_marks(breaks, time)], fontSize=SMALL)]


def strip_height(breaks: Sequence[MethodBreak], time: TimeAxis) -> float:
    """Return the height of the labels above the plot in pixels."""
    labels = [row["py"] for b in breaks for row in _label_lines(b, breaks, time)]
    return max((_LINE / 2 + 1 - py for py in (*labels, *(row["py"] for row in _marks(breaks, time)))), default=0)


def break_entries(breaks: Sequence[MethodBreak], time: TimeAxis) -> Iterator[Entry]:
    """Yield legend entries of the labels that do not fit, with their letters."""
    for label, letter in _letters(breaks, time).items():
        yield Entry(text=f"{letter}  {label}", form="shade", ink=colour("break"))


def _letters(breaks: Sequence[MethodBreak], time: TimeAxis) -> dict[str, str]:
    labels = dict.fromkeys(b.label for b in breaks if not _label_lines(b, breaks, time))
    return dict(zip(labels, ascii_lowercase, strict=False))


def _marks(breaks: Sequence[MethodBreak], time: TimeAxis) -> list[Row]:
    """Return a letter above the middle of each period without a label, higher if another letter is in the way."""
    letters = _letters(breaks, time)
    unlabelled = [b for b in breaks if not _label_lines(b, breaks, time)]
    middles = [(time.at(first) + time.at(last)) / 2 for first, last in (_visible_span(b, time) for b in unlabelled)]
    rows = zip(unlabelled, middles, lanes([(middle - 5, middle + 5) for middle in middles]), strict=True)
    return [
        {
            "px": middle - 3.5,
            "py": -8 - _LINE * lane,
            "text": letters[b.label],
            "ink": colour("muted"),
            "when": _stretch(b, time)["from"],
        }
        for b, middle, lane in rows
    ]


def _stretch(method_break: MethodBreak, time: TimeAxis) -> Row:
    first, last = _visible_span(method_break, time)
    return {"from": moment(first), "to": moment(last)}


def _visible_span(method_break: MethodBreak, time: TimeAxis) -> tuple[date, date]:
    after = method_break.period.last + timedelta(days=1)
    return max(method_break.period.first, time.first), min(after, time.last)


def _label_lines(method_break: MethodBreak, breaks: Sequence[MethodBreak], time: TimeAxis) -> list[Row]:
    """Return the label's lines above the period; none if they do not fit or periods overlap."""
    first, last = _visible_span(method_break, time)
    room = time.at(last) - time.at(first)
    lines = wrapped(method_break.label, room, SMALL)
    overlaps = any(_overlap(method_break, other) for other in breaks)
    if overlaps or len(lines) > _LINES or any(width_of(line, SMALL) > room for line in lines):
        return []
    up = -8 - _LINE * (len(lines) - 1)
    return [
        {"px": time.at(first), "py": up + _LINE * n, "text": line, "ink": colour("muted"), "when": moment(first)}
        for n, line in enumerate(lines)
    ]


def _overlap(a: MethodBreak, b: MethodBreak) -> bool:
    return a is not b and a.period.first <= b.period.last and b.period.first <= a.period.last
