"""A CSV of every dataset, with the names a reader needs beside the codes."""

import csv
import io
from collections.abc import Iterator

from generators.addresses import of_csv
from generators.model import Asset, Catalog, Dataset, Observation, Place

HEADER = (
    "indicator",
    "population",
    "unit",
    "place",
    "place_name",
    "place_official",
    "period",
    "value",
    "lower",
    "upper",
    "qualifier",
    "wording",
    "said_by",
    "source",
    "publisher",
    "published",
    "url",
    "locator",
    "also_in",
    "as_of",
    "status",
    "checked",
    "note",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_files(catalog: Catalog) -> Iterator[Asset]:
    """One file a dataset whose licence lets rows leave: UTF-8, comma-separated, line feeds, rows in the dataset's order."""
    for dataset in catalog.datasets.values():
        if dataset.rows:
            yield Asset(path=of_csv(dataset), content=_table(dataset).encode())


def _table(dataset: Dataset) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEADER)
    writer.writerows([_safe(cell) for cell in _cells(o)] for o in dataset.observations)
    return out.getvalue()


def _cells(o: Observation) -> tuple[str, ...]:
    return (
        o.indicator.id,
        o.indicator.population,
        o.indicator.unit,
        o.place.code,
        o.place.name,
        _official(o.place),
        o.period.text if o.period else "",
        _text(o.value),
        _text(o.lower),
        _text(o.upper),
        o.qualifier,
        o.wording,
        o.said_by,
        o.source.id,
        o.source.publisher,
        o.source.published.text if o.source.published else "",
        o.source.url,
        o.locator,
        " ".join(s.id for s in o.also_in),
        o.as_of.text if o.as_of else "",
        o.status or "",
        "yes" if o.checked else "no",
        o.note,
    )


def _official(place: Place) -> str:
    if place.code.isupper():
        return "yes" if place.official else "unofficial"
    return "own"


def _text(number: object) -> str:
    return "" if number is None else str(number)


def _safe(cell: str) -> str:
    """A cell that a spreadsheet would run as a formula gets an apostrophe in front; a number never looks like one."""
    return "'" + cell if cell.startswith(_FORMULA) else cell
