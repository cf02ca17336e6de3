"""Rows of each chart as CSV, and as JSON with description and citation."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence

from generators.analysis.observation_cells import official
from generators.charts.data.chart_data import ChartData, all_chart_data
from generators.charts.descriptions.chart_description import long_description
from generators.metadata.columns import HEADER, row_of, row_record
from generators.metadata.csl_items import citation_line, of_a_chart
from generators.metadata.terms import dataset_description
from generators.model import Asset, Catalog, Observation
from generators.text.csv_text import csv_text
from generators.text.messages import in_latin_digits
from generators.urls.links import absolute
from generators.urls.paths import of_chart, of_chart_file

_EVENT = ("date", "topic", "place", "place_name", "title", "summary", "sources")
_PLACE = ("place", "place_name", "place_official", "kind")
Texts = tuple[str, ...]
_Table = tuple[Texts, tuple[Texts, ...]]
"""Header and rows."""


def chart_tables(catalog: Catalog) -> Iterator[Asset]:
    """Yield two files for each chart; none if one of its datasets may not be redistributed."""
    row = row_of(catalog)
    for slug, data in all_chart_data(catalog).items():
        if data.redistributable:
            table = _table(data, row)
            yield Asset(path=of_chart_file(slug, "csv"), content=csv_text(*table).encode())
            values = [dataset_description(dataset, catalog) for dataset in data.drawn_datasets.values()]
            text = json.dumps(_record(data, table, values), ensure_ascii=False, indent=1)
            yield Asset(path=of_chart_file(slug, "json"), content=f"{text}\n".encode())


def _table(data: ChartData, row: Callable[[Observation], Texts]) -> _Table:
    if data.rows:
        return ("dataset", *HEADER), tuple((o.dataset, *row(o)) for o in data.rows)
    if data.events:
        return _EVENT, _events(data)
    return _PLACE, tuple((p.code, p.name, official(p), p.kind) for p in data.marked)


def _events(data: ChartData) -> tuple[Texts, ...]:
    return tuple(
        (e.date.text, e.topic, e.place.code, e.place.name, e.title, e.summary, " ".join(s.id for s in e.sources))
        for e in data.events
    )


def _record(data: ChartData, table: _Table, datasets: Sequence[Mapping[str, object]]) -> Mapping[str, object]:
    spec, config, (header, rows) = data.spec, data.config, table
    with in_latin_digits():
        description = long_description(data)
    return {
        "title": spec.title,
        "subtitle": spec.subtitle,
        "kind": data.kind.called,
        "description": description,
        "reading": spec.reading,
        "note": spec.note,
        "page": absolute(config, of_chart(spec.slug)),
        "site": config.name,
        "publisher": config.publisher,
        "edition": data.edition.date.isoformat(),
        "citation": citation_line(of_a_chart(data)),
        "datasets": datasets,
        "rows": [row_record(header, row) for row in rows],
        "events": [row_record(_EVENT, row) for row in _events(data)],
    }
