"""Differences between two editions as CSV."""

from collections.abc import Iterable, Iterator
from itertools import combinations

from generators.analysis.history.releases import Difference, differences_between, editions, leaves, stated_cells
from generators.model import Asset, Catalog
from generators.text.csv_text import csv_text
from generators.urls.paths import of_differences

_STATED = ("value", "lower", "upper", "qualifier", "wording", "source")
_COLUMNS = (
    *("how", "record", "dataset", "indicator", "place", "period", "said_by", "as_of", "what", "old", "new"),
    *(f"{age}_{name}" for age in ("old", "new") for name in _STATED),
    "reasons",
)


def release_differences(catalog: Catalog) -> Iterator[Asset]:
    """Yield a table for each pair of editions, the current one included, if any of its rows may be redistributed."""
    for old, new in combinations(editions(catalog), 2):
        differences = differences_between(old, new, catalog)
        yield from _table(of_differences(old.version, new.version, "csv"), differences, catalog)


def _table(path: str, differences: Iterable[Difference], catalog: Catalog) -> Iterator[Asset]:
    rows = [_cells(difference) for difference in differences if leaves(difference.record, catalog)]
    if rows:
        yield Asset(path=path, content=csv_text(_COLUMNS, rows).encode())


def _cells(difference: Difference) -> tuple[str, ...]:
    ages = (difference.old, difference.new)
    texts = (record.text if record else "" for record in ages)
    values = (cell for record in ages for cell in stated_cells(record))
    return (
        difference.how,
        difference.record.kind,
        *difference.record.key.cells,
        difference.record.what,
        *texts,
        *values,
        " ".join(difference.reasons),
    )
