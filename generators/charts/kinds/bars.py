"""Bar chart: one horizontal bar per place, indicator or speaker, from 0."""

from collections.abc import Iterator

import altair as alt

from generators.analysis.chart_selection import which
from generators.charts.data.chart_data import ChartData
from generators.charts.elements.legend import key_layers
from generators.charts.elements.patterns import hatched
from generators.charts.elements.row_layout import Sheet, label_layer, named_by_difference, number_layers, ordered, sheet
from generators.charts.elements.theme import colour, dressed, inline_data, pixel_x, pixel_y
from generators.charts.frames import Frame
from generators.model.dataset import ends, is_provisional, level

_THICK = 16


def bars(data: ChartData, frame: Frame) -> alt.LayerChart:
    """Draw bars, the largest first, or the oldest if periods differ; a range has a whisker.

    Labels are beside the bars in a wide frame, above them in a narrow one.
    """
    rows = ordered(data.rows)
    layout = sheet(named_by_difference(rows, data.datasets), data, frame)
    layers = [
        _bars(layout),
        *_hatches(layout),
        *_zeros(layout),
        *_whiskers(layout),
        label_layer(layout),
        *number_layers(layout),
        *key_layers(layout.entries, layout.plot),
    ]
    return dressed(layers, layout.plot)


def _bars(layout: Sheet) -> alt.Chart:
    rows = [
        {"level": float(level(o)), "from": middle - _THICK / 2, "to": middle + _THICK / 2, "of": which(o)}
        for o, middle in zip(layout.observations, layout.middles, strict=True)
    ]
    chart = alt.Chart(inline_data(rows)).mark_rect(color=colour(1))
    return chart.encode(x=layout.x("level"), x2=alt.X2Datum(0), y=pixel_y("from"), y2=alt.Y2("to:Q"))


def _hatches(layout: Sheet) -> Iterator[alt.Chart]:
    provisional = [(o, at) for o, at in zip(layout.observations, layout.middles, strict=True) if is_provisional(o)]
    spans = [(*sorted((layout.at(0), layout.at(float(level(o))))), middle) for o, middle in provisional]
    boxes = [(left, middle - _THICK / 2, right, middle + _THICK / 2) for left, right, middle in spans]
    yield from hatched(boxes, [which(o) for o, _ in provisional])


def _zeros(layout: Sheet) -> Iterator[alt.Chart]:
    """Draw a stroke for a figure of 0 or near it, whose bar would be invisible."""
    rows = [
        {"px": layout.at(0) + 1, "from": middle - _THICK / 2, "to": middle + _THICK / 2, "of": which(o)}
        for o, middle in zip(layout.observations, layout.middles, strict=True)
        if abs(layout.at(float(level(o))) - layout.at(0)) < 1
    ]
    if rows:
        strokes = alt.Chart(inline_data(rows)).mark_rule(color=colour(1), strokeWidth=2)
        yield strokes.encode(x=pixel_x("px"), y=pixel_y("from"), y2=alt.Y2("to:Q"))


def _whiskers(layout: Sheet) -> Iterator[alt.Chart]:
    rows = [
        {"low": float(ends(o)[0]), "high": float(ends(o)[1]), "py": middle, "of": which(o)}
        for o, middle in zip(layout.observations, layout.middles, strict=True)
        if ends(o)[0] != ends(o)[1]
    ]
    if rows:
        base = alt.Chart(inline_data(rows)).encode(x=layout.x("low"), x2=alt.X2("high:Q"), y=pixel_y("py"))
        yield base.mark_rule(color=colour("bg"), strokeWidth=4)
        yield base.mark_rule(color=colour("ink"), strokeWidth=1.6)
