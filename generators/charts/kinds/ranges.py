"""Range chart: one row per estimate, from its low to its high end, oldest first. Nothing is averaged or joined."""

from collections.abc import Iterator, Mapping

import altair as alt

from generators.analysis.chart_selection import which
from generators.charts.data.chart_data import ChartData
from generators.charts.data.series import short_name
from generators.charts.elements.legend import key_layers
from generators.charts.elements.patterns import hatched
from generators.charts.elements.row_layout import Named, Sheet, label_layer, number_layers, opens_down, opens_up, sheet
from generators.charts.elements.theme import Row, colour, dressed, inline_data, pixel_x, pixel_y
from generators.charts.frames import Frame
from generators.model import Observation
from generators.model.dataset import ends, is_provisional
from generators.text.joining import commas
from generators.text.messages import gettext
from generators.text.wording import when

_ARROW = 22
"""Pixels of the arrow that shows an open end."""


def ranges(data: ChartData, frame: Frame) -> alt.LayerChart:
    """Draw a bar for a range, a dot for a single figure, an arrow for a floor or a ceiling.

    Labels are beside the marks in a wide frame, above them in a narrow one.
    """
    rows = sorted(data.rows, key=_sort_key)
    layout = sheet(_labelled_rows(rows, data), data, frame, _ARROW)
    layers = [*_spans(layout), *_open_ends(layout), *_dots(layout), label_layer(layout), *number_layers(layout)]
    return dressed([*layers, *key_layers(layout.entries, layout.plot)], layout.plot)


def _sort_key(observation: Observation) -> tuple[str, ...]:
    period, version = observation.period or observation.as_of, observation.as_of
    return (
        period.first.isoformat() if period else "9999",
        version.first.isoformat() if version else "",
        observation.said_by,
        observation.place.name,
    )


def _labelled_rows(rows: list[Observation], data: ChartData) -> list[Named]:
    """Return each row with a label of speaker and date, and of indicator, version and place where those differ."""
    several = {
        "speaker": len({_speaker(o, data) for o in rows}) > 1,
        "title": len({o.indicator.title for o in rows}) > 1,
        "version": len({o.key[:4] for o in rows}) < len(rows),
        "place": len({o.place.code for o in rows}) > 1,
    }
    return [(o, _label(o, _speaker(o, data), several)) for o in rows]


def _speaker(observation: Observation, data: ChartData) -> str:
    return observation.said_by or short_name(data.datasets[observation.dataset])


def _label(o: Observation, speaker: str, several: Mapping[str, bool]) -> str:
    parts = [
        speaker * several["speaker"],
        when(o.period or o.as_of),
        o.indicator.title * several["title"],
        gettext("as of %(day)s", day=when(o.as_of)) if several["version"] and o.as_of else "",
    ]
    place = f" ({o.place.name})" if several["place"] else ""
    return commas(part for part in parts if part) + place


_THICK = 9


def _spans(layout: Sheet) -> Iterator[alt.Chart]:
    thin = (layout.axis.top - layout.axis.low) / layout.plot.width * 3
    rows: list[Row] = [
        {
            "low": float(ends(o)[0]),
            "high": max(float(ends(o)[1]), float(ends(o)[0]) + thin),
            "py": middle,
            "provisional": is_provisional(o),
            "of": which(o),
        }
        for o, middle in zip(layout.observations, layout.middles, strict=True)
        if ends(o)[0] != ends(o)[1]
    ]
    if rows:
        chart = alt.Chart(inline_data(rows)).mark_rule(color=colour(1), strokeWidth=_THICK)
        yield chart.encode(x=layout.x("low"), x2=alt.X2("high:Q"), y=pixel_y("py"))
    provisional = [row for row in rows if row["provisional"]]
    half = _THICK / 2
    boxes = [(layout.at(r["low"]), r["py"] - half, layout.at(r["high"]), r["py"] + half) for r in provisional]
    yield from hatched(boxes, [r["of"] for r in provisional])


def _dots(layout: Sheet) -> Iterator[alt.Chart]:
    rows = [
        {
            "at": float(ends(o)[0]),
            "py": middle,
            "fill": colour("bg" if is_provisional(o) else 1),
            "of": which(o),
        }
        for o, middle in zip(layout.observations, layout.middles, strict=True)
        if ends(o)[0] == ends(o)[1]
    ]
    if rows:
        dots = alt.Chart(inline_data(rows)).mark_point(stroke=colour(1), strokeWidth=2, size=66, opacity=1)
        yield dots.encode(x=layout.x("at"), y=pixel_y("py"), fill=alt.Fill("fill:N", scale=None))


def _open_ends(layout: Sheet) -> Iterator[alt.Chart]:
    for direction, opens in ((1, opens_up), (-1, opens_down)):
        rows = [
            {"px": at, "px2": max(at + direction * _ARROW, 0), "py": middle, "of": which(o)}
            for o, middle in zip(layout.observations, layout.middles, strict=True)
            if opens(o)
            for at in [layout.at(float(ends(o)[0]))]
            if direction > 0 or at > 8
        ]
        if rows:
            base = alt.Chart(inline_data(rows)).encode(y=pixel_y("py"))
            yield base.mark_rule(color=colour(1), strokeWidth=2.5).encode(x=pixel_x("px"), x2=alt.X2("px2:Q"))
            tip = base.mark_point(
                shape="triangle", angle=90 * direction % 360, filled=True, color=colour(1), size=60, opacity=1
            )
            yield tip.encode(x=pixel_x("px2"))
