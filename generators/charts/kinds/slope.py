"""Slope chart: a line from each series' first figure to its last, on an axis from 0, without figures between."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import altair as alt

from generators.analysis.chart_selection import which
from generators.charts.data.axis_titles import axis_title
from generators.charts.data.chart_data import ChartData
from generators.charts.data.series import short_name
from generators.charts.data.two_dates import Pair, breaks_between, two_periods
from generators.charts.elements.axes import NumberAxis, number_axis
from generators.charts.elements.legend import DASHED, Entry, key_height, key_layers
from generators.charts.elements.patterns import provisional_label
from generators.charts.elements.text_layout import apart, width_of, wrapped
from generators.charts.elements.theme import Row, colour, dressed, ink, inline_data, pixel_x, pixel_y, text_layer
from generators.charts.frames import Frame, Plot
from generators.model import Dataset, Observation
from generators.model.dataset import ends, is_provisional, level
from generators.text.joining import commas, semicolons
from generators.text.messages import gettext
from generators.text.wording import bare, digits, qualified, when

_LINE = 17
_HEAD = 26
_NAME = 190
_NARROW = 118
"""Widest name in a wide frame, and widest figure with its name in a narrow one, in pixels."""


Datasets = Mapping[str, Dataset]


@dataclass(frozen=True, slots=True, kw_only=True)
class _View:
    pairs: tuple[Pair, ...]
    labels: tuple[tuple[str, ...], ...]
    """Lines of the last figure and name of each pair."""
    inks: tuple[str, ...]
    dashed: tuple[bool, ...]
    values: NumberAxis
    plot: Plot
    mixed: bool
    """True if qualifiers differ, so that each number has its own."""

    def py(self, observation: Observation) -> float:
        return self.values.at(float(level(observation)))

    def number(self, observation: Observation) -> str:
        return _number(observation, mixed=self.mixed)


def slope(data: ChartData, frame: Frame) -> alt.LayerChart:
    """Draw a line per series with numbers at both ends and its name at the right; a dot if one figure is missing.

    The frame determines the width of the names.
    """
    pairs = data.pairs
    rows = _figures(pairs)
    entries = [Entry(text=axis_title(rows, data.concepts)), *_entries(pairs, rows, data.datasets)]
    view = _view(data, frame, key_height(entries, frame.width) + _HEAD)
    heads = [
        {"px": px, "py": -14, "text": when(period), "ink": colour("ink")}
        for period, px in zip(two_periods(data.dated) or (), (2 - view.plot.left, view.plot.width), strict=False)
    ]
    labels = [text_layer(heads, fontWeight="bold"), *_labels(view)]
    layers = [*_posts(view), *_lines(view), *_ranges(view), *_dots(view), *labels]
    return dressed([*layers, *key_layers(entries, view.plot)], view.plot)


def _view(data: ChartData, frame: Frame, head: float) -> _View:
    pairs = data.pairs
    rows = _figures(pairs)
    mixed = len({o.qualifier for o in rows}) > 1
    left = max(width_of(_number(o, mixed=mixed)) for o in rows) + 18
    texts = _texts(pairs, data.datasets, mixed=mixed)
    right = min(max(map(width_of, texts)), _NARROW if frame.narrow else left + _NAME) + 10
    labels = tuple(tuple(wrapped(text, right - 10)) for text in texts)
    height = max(frame.high(240, 240, 180), _LINE * len(pairs) * max(map(len, labels)))
    values = number_axis([float(end) for o in rows for end in ends(o)], height, 10)
    plot = Plot(frame=frame, height=height, left=left, right=right, top=head, bottom=22)
    return _View(
        pairs=pairs,
        labels=labels,
        inks=tuple(colour(data.recorders.colour(data.datasets[p.either.dataset].recorder)) for p in pairs),
        dashed=tuple(bool(breaks_between(p, data.datasets)) for p in pairs),
        values=values,
        plot=plot,
        mixed=mixed,
    )


def _figures(pairs: Sequence[Pair]) -> list[Observation]:
    return [o for p in pairs for o in (p.then, p.now) if o]


def _number(observation: Observation, *, mixed: bool) -> str:
    """Return the figure, with its qualifier if qualifiers differ."""
    number = bare(observation)
    return qualified(observation.qualifier, number) if mixed and not observation.wording else number


def _texts(pairs: Sequence[Pair], datasets: Datasets, *, mixed: bool) -> list[str]:
    """Return the text at each right end: the last figure and the differing properties."""
    return [
        gettext("%(number)s %(series)s", number=_number(p.now, mixed=mixed), series=name)
        if p.now
        else gettext("no figure, %(series)s", series=name)
        for p, name in zip(pairs, _series_names(pairs, datasets), strict=True)
    ]


def _series_names(pairs: Sequence[Pair], datasets: Datasets) -> Iterator[str]:
    """Return the names of the series, of the properties that differ: recorder, indicator, place."""
    parts: list[Callable[[Observation], str]] = [
        lambda o: short_name(datasets[o.dataset]),
        lambda o: o.indicator.title,
        lambda o: o.place.name,
    ]
    differing = [part for part in parts if len({part(p.either) for p in pairs}) > 1] or parts[-1:]
    return (commas(part(p.either) for part in differing) for p in pairs)


def _entries(pairs: Sequence[Pair], rows: Sequence[Observation], datasets: Datasets) -> Iterator[Entry]:
    if any(map(is_provisional, rows)):
        yield Entry(text=provisional_label(), form="dots", ink=colour("muted"))
    if not all(p.then and p.now for p in pairs):
        yield Entry(text=gettext("No figure at the other date"), form="dot", ink=colour("muted"))
    labels = dict.fromkeys(b.label for p in pairs for b in breaks_between(p, datasets))
    if labels:
        yield Entry(
            text=gettext("Another method at one of the dates: %(methods)s", methods=semicolons(labels)),
            form="dash",
            ink=colour("muted"),
        )


def _posts(view: _View) -> Iterator[alt.Chart]:
    """Draw the lines of the two dates and of 0."""
    height, width = view.values.height, view.plot.width
    posts = alt.Chart(inline_data([{"px": px, "py": 0, "py2": height} for px in (0, width)]))
    upright = {"x": pixel_x("px"), "y": pixel_y("py"), "y2": alt.Y2("py2:Q")}
    yield posts.mark_rule(color=colour("grid"), strokeWidth=1.5).encode(**upright)
    nought = alt.Chart(inline_data([{"px": 0, "px2": width, "py": view.values.zero}]))
    across = {"x": pixel_x("px"), "x2": alt.X2("px2:Q"), "y": pixel_y("py")}
    yield nought.mark_rule(color=colour("muted"), strokeWidth=1).encode(**across)
    yield text_layer([{**_beside_zero(view), "text": digits(0), "ink": colour("muted")}], align="center")


def _beside_zero(view: _View) -> Row:
    """Return a position for the label 0, below or above its line and clear of other lines."""
    ends = [(view.py(p.then), view.py(p.now)) for p in view.pairs if p.then and p.now]

    def free(place: tuple[float, float]) -> float:
        across, py = place
        return min((abs(then + (now - then) * across - py) for then, now in ends), default=_LINE)

    places = [(across, view.values.zero + beside) for across in (0.5, 0.25, 0.75, 0.1, 0.9) for beside in (10, -10)]
    across, py = next((place for place in places if free(place) >= _LINE), max(places, key=free))
    return {"px": view.plot.width * across, "py": py}


def _lines(view: _View) -> Iterator[alt.Chart]:
    for dashed in (False, True):
        rows = [
            {
                "px": 0,
                "px2": view.plot.width,
                "py": view.py(p.then),
                "py2": view.py(p.now),
                "ink": stroke,
                "of": which(p.then),
            }
            for p, stroke, is_dashed in zip(view.pairs, view.inks, view.dashed, strict=True)
            if p.then and p.now and is_dashed is dashed
        ]
        if rows:
            chart = alt.Chart(inline_data(rows)).mark_rule(strokeWidth=2.2, strokeDash=DASHED if dashed else [1, 0])
            across = {"x": pixel_x("px"), "x2": alt.X2("px2:Q"), "y": pixel_y("py"), "y2": alt.Y2("py2:Q")}
            yield chart.encode(**across, color=ink())


def _points(view: _View) -> Iterator[tuple[Observation, Row]]:
    for p, stroke in zip(view.pairs, view.inks, strict=True):
        for o, px in ((p.then, 0), (p.now, view.plot.width)):
            if o:
                low, high = (view.values.at(float(end)) for end in ends(o))
                yield o, {"px": px, "py": view.py(o), "low": low, "high": high, "ink": stroke, "of": which(o)}


def _ranges(view: _View) -> Iterator[alt.Chart]:
    rows = [row for _, row in _points(view) if row["low"] != row["high"]]
    if rows:
        chart = alt.Chart(inline_data(rows)).mark_rule(strokeWidth=6, opacity=0.5)
        yield chart.encode(x=pixel_x("px"), y=pixel_y("low"), y2=alt.Y2("high:Q"), color=ink())


def _dots(view: _View) -> Iterator[alt.Chart]:
    for hollow in (False, True):
        rows = [row for o, row in _points(view) if is_provisional(o) is hollow]
        if rows:
            base = alt.Chart(inline_data(rows)).encode(x=pixel_x("px"), y=pixel_y("py"), color=ink())
            if hollow:
                yield base.mark_point(filled=False, fill=colour("bg"), size=60, strokeWidth=2, opacity=1)
            else:
                yield base.mark_circle(size=64, opacity=1)


def _labels(view: _View) -> Iterator[alt.Chart]:
    """Draw numbers at both ends and names at the right; without a last figure, the name is level with the first."""
    yield text_layer(_column([p.then for p in view.pairs if p.then], -9, view), align="right")
    heights = [view.py(p.now or p.either) for p in view.pairs]
    tallest = max(map(len, view.labels))
    lowest = view.values.height - _LINE * (tallest - 1) + 10
    tops = apart([py - _LINE * (tallest - 1) / 2 for py in heights], _LINE * tallest, lowest)
    yield text_layer(
        [
            {
                "px": view.plot.width + 9,
                "py": py + _LINE * n,
                "text": line,
                "ink": colour("ink" if p.now else "muted"),
                "of": which(p.now or p.either),
            }
            for p, lines, py in zip(view.pairs, view.labels, tops, strict=True)
            for n, line in enumerate(lines)
        ]
    )


def _column(figures: Sequence[Observation], px: float, view: _View) -> list[Row]:
    heights = apart(list(map(view.py, figures)), _LINE, view.values.height)
    return [
        {"px": px, "py": py, "text": view.number(o), "ink": colour("ink"), "of": which(o)}
        for o, py in zip(figures, heights, strict=True)
    ]
