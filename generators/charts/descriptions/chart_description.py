"""A chart in words: the short alternative, the long description, and the line that names who counted and whom not.

All of it is made from the declaration and the data, so that it cannot drift from what is drawn.
"""

from collections.abc import Callable, Mapping

from generators.charts.data.shown_rows import events_behind, figures_behind, not_shown
from generators.charts.descriptions.chart_sentences import (
    Sentences,
    in_bars,
    in_ranges,
    in_tiles,
    of_events,
    of_places,
    over_time,
    who_recorded,
)
from generators.charts.descriptions.comparisons import (
    beside_each_other,
    by_report,
    in_shares,
    over_places,
    then_and_now,
    with_events,
)
from generators.charts.registry import KINDS
from generators.model import Catalog, ChartSpec, Dataset
from generators.text.wording import when

_TOLD: Mapping[str, Callable[[ChartSpec, Catalog], Sentences]] = {
    "line": over_time,
    "columns": over_time,
    "bars": in_bars,
    "range": in_ranges,
    "tiles": in_tiles,
    "timeline": of_events,
    "locator": of_places,
    "strip": with_events,
    "multiples": over_places,
    "calendar": over_places,
    "disagreement": beside_each_other,
    "revision": by_report,
    "slope": then_and_now,
    "share": in_shares,
}


_USUAL = ("line", "columns", "bars", "locator")
"""Kinds that most readers know, which need no help."""


def reading_help(spec: ChartSpec) -> str:
    """How to read the chart: what is unusual of its kind, then what its declaration adds; empty for a usual kind."""
    return " ".join(text for text in ("" if spec.kind in _USUAL else KINDS[spec.kind].reading, spec.reading) if text)


def alternative(spec: ChartSpec, catalog: Catalog) -> str:
    """The short alternative text: what kind of chart, of what, and its main figures."""
    told = list(_TOLD[spec.kind](spec, catalog))
    return _joined([f"{KINDS[spec.kind].called}: {spec.title}", *(told[1:3] or told)])


def long_description(spec: ChartSpec, catalog: Catalog) -> str:
    """The long description: type, axes, ends, extremes, gaps, ranges, method breaks, who recorded."""
    told = [f"{KINDS[spec.kind].called}. {spec.title}", *_TOLD[spec.kind](spec, catalog)]
    return _joined([*told, *who_recorded(figures_behind(spec, catalog), catalog), *not_shown(spec, catalog)])


def _joined(sentences: list[str]) -> str:
    return " ".join(sentence.rstrip(".") + "." for sentence in sentences)


def period_shown(spec: ChartSpec, catalog: Catalog) -> str:
    """From when to when the figures or events of the chart are; empty where nothing has a date."""
    if "events" in KINDS[spec.kind].needs:
        periods = [event.date for event in events_behind(spec, catalog)]
    else:
        periods = [o.period for o in figures_behind(spec, catalog) if o.period]
    if not periods:
        return ""
    first = min(periods, key=lambda p: (p.first, -p.last.toordinal()))
    last = max(periods, key=lambda p: (p.last, -p.first.toordinal()))
    return when(first) if first.covers(last) else when(last) if last.covers(first) else f"{when(first)} to {when(last)}"


def datasets_of(spec: ChartSpec, catalog: Catalog) -> Mapping[str, Dataset]:
    """The datasets whose figures the chart shows, in the order of its declaration."""
    used = {o.dataset for o in figures_behind(spec, catalog)}
    return {name: catalog.datasets[name] for name in dict.fromkeys(name for name, _ in spec.series) if name in used}


def rows_leave(spec: ChartSpec, catalog: Catalog) -> bool:
    """True if the licences of all datasets of the chart let their rows leave."""
    return all(dataset.redistributable for dataset in datasets_of(spec, catalog).values())


def source_line(spec: ChartSpec, catalog: Catalog) -> str:
    """Who counted and whom they did not count; for a map, where its outlines come from."""
    if datasets := datasets_of(spec, catalog).values():
        return " ".join(dict.fromkeys(map(_credit, datasets)))
    if spec.kind == "locator":
        return catalog.config.map_caption
    return "Source: the documents named for each event on the timeline page." if spec.kind == "timeline" else ""


def _credit(dataset: Dataset) -> str:
    recorder = "each figure is attributed in the chart" if dataset.form == "statements" else dataset.recorder
    left_out = dataset.excludes.strip()
    if left_out[1:2].islower():  # An abbreviation keeps its first letter.
        left_out = left_out[0].lower() + left_out[1:]
    return f"Source: {recorder}. Not counted: {left_out}" if left_out else f"Source: {recorder}."
