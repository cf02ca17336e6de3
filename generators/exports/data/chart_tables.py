"""Rows of each chart as CSV, and as JSON with description and citation."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from generators.analysis.chart_selection import expanded, highlighted
from generators.analysis.observation_cells import official
from generators.charts.data.shown_rows import events_behind, figures_behind
from generators.charts.descriptions.chart_description import datasets_of, long_description, rows_leave
from generators.charts.registry import KINDS
from generators.metadata.columns import HEADER, row_of, row_record
from generators.metadata.csl_items import citation_line, of_a_chart
from generators.metadata.terms import dataset_description
from generators.model import Asset, Catalog, ChartSpec, Observation
from generators.text.csv_text import csv_text
from generators.urls.links import absolute
from generators.urls.paths import of_chart, of_chart_file

_EVENT = ("date", "topic", "place", "place_name", "title", "summary", "sources")
_PLACE = ("place", "place_name", "place_official", "kind")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    """Rows behind a chart, as texts under their header."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def chart_tables(catalog: Catalog) -> Iterator[Asset]:
    """Yield two files for each chart; none if one of its datasets may not be redistributed."""
    row = row_of(catalog)
    for spec in expanded(catalog).values():
        if rows_leave(spec, catalog):
            shown = _shown(spec, catalog, row)
            yield Asset(path=of_chart_file(spec.slug, "csv"), content=csv_text(shown.header, shown.rows).encode())
            told = json.dumps(_told(spec, catalog, shown), ensure_ascii=False, indent=1)
            yield Asset(path=of_chart_file(spec.slug, "json"), content=f"{told}\n".encode())


def _shown(spec: ChartSpec, catalog: Catalog, row: Callable[[Observation], tuple[str, ...]]) -> _Shown:
    if rows := figures_behind(spec, catalog):
        return _Shown(header=("dataset", *HEADER), rows=tuple((o.dataset, *row(o)) for o in rows))
    if events := _events(spec, catalog):
        return _Shown(header=_EVENT, rows=events)
    places = ((p.code, p.name, official(p), p.kind) for p in highlighted(spec, catalog))
    return _Shown(header=_PLACE, rows=tuple(places))


def _events(spec: ChartSpec, catalog: Catalog) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (e.date.text, e.topic, e.place.code, e.place.name, e.title, e.summary, " ".join(s.id for s in e.sources))
        for e in events_behind(spec, catalog)
    )


def _told(spec: ChartSpec, catalog: Catalog, shown: _Shown) -> Mapping[str, object]:
    config, edition = catalog.config, catalog.edition
    return {
        "title": spec.title,
        "subtitle": spec.subtitle,
        "kind": KINDS[spec.kind].called,
        "description": long_description(spec, catalog),
        "reading": spec.reading,
        "note": spec.note,
        "page": absolute(config, of_chart(spec.slug)),
        "site": config.name,
        "publisher": config.publisher,
        "edition": edition.date.isoformat(),
        "citation": citation_line(of_a_chart(spec, catalog)),
        "datasets": [dataset_description(dataset, catalog) for dataset in datasets_of(spec, catalog).values()],
        "rows": [row_record(shown.header, row) for row in shown.rows],
        "events": [row_record(_EVENT, row) for row in _events(spec, catalog)],
    }
