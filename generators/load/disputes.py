"""data/disputes.yml: statements that dispute a figure of the site."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from generators.load import sources
from generators.load.evidence import evidence
from generators.load.formats.reading import Reading, read_each, resolve_field
from generators.load.formats.yaml_records import Keys, Record, records_file
from generators.model import Catalog, Dataset, Dispute, Evidence, Source, parse
from generators.model.lookup import observation_of
from generators.model.problems import CellError, Problem

PATH = "data/disputes.yml"
_KEYS = Keys(needed=("figure", "by", "date", "summary", "source"), optional=("locator", "row"))


def load_disputes(root: Path, cited: Mapping[str, Source]) -> Reading[tuple[Dispute, ...]]:
    """Return the disputes in file order, none without a file."""
    records = yield from records_file(root, PATH, _KEYS)
    return (yield from read_each(records, lambda record: _dispute(record, cited)))


def _dispute(record: Record, documents: Mapping[str, Source]) -> Reading[Dispute | None]:
    figures = yield from _single(record, "figure")
    rows = yield from _single(record, "row")
    by = yield from record.text("by")
    date = yield from record.value("date", parse.period)
    summary = yield from record.text("summary")
    source = yield from resolve_field(
        (yield from record.field("source")), documents, f"the id of a source in {sources.PATH}"
    )
    locator = yield from record.text("locator")
    if date is None or source is None or not figures:
        return None
    return Dispute(
        figure=figures[0],
        by=by,
        date=date,
        summary=summary,
        source=source,
        locator=locator,
        row=rows[0] if rows else None,
        where=record.where,
    )


def _single(record: Record, key: str) -> Reading[tuple[Evidence, ...]]:
    """Return the referenced row as a tuple of one; an empty tuple without a reference."""
    references = yield from evidence(record, key)
    if len(references) > 1:
        second, advice = references[1], "Write a separate entry for each row."
        yield Problem(where=second.where, subject=key, found=second.text, expected="one row", advice=advice)
    return references[:1]


def with_disputes(catalog: Catalog) -> Catalog:
    """Return the catalog with the disputes of each row."""
    disputes: dict[str, dict[tuple[str, ...], list[Dispute]]] = defaultdict(lambda: defaultdict(list))
    for dispute in catalog.disputes:
        try:
            row = observation_of(catalog, dispute.figure)
        except CellError:  # the check `dispute_references` reports it, at its line
            continue
        if row is not None:
            disputes[row.dataset][row.key].append(dispute)
    datasets = {name: _with_disputes(catalog.datasets[name], rows) for name, rows in disputes.items()}
    return replace(catalog, datasets=MappingProxyType({**catalog.datasets, **datasets}))


def _with_disputes(dataset: Dataset, disputes: dict[tuple[str, ...], list[Dispute]]) -> Dataset:
    rows = (replace(o, disputes=tuple(disputes[o.key])) if o.key in disputes else o for o in dataset.observations)
    return replace(dataset, observations=tuple(rows))
