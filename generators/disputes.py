"""Disputes: put on the rows that they are about, and in words."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType

from generators.markup import inline, to_source
from generators.model import Catalog, Dataset, Dispute, Evidence, Observation
from generators.problems import CellError
from generators.queries import one
from generators.wording import when


def disputed_row(catalog: Catalog, evidence: Evidence) -> Observation:
    """Return the one row that a reference names, or an error that says what to type instead."""
    if evidence.reference is None:
        raise CellError("a reference to a row")
    return one(catalog, *evidence.reference)


def disputed(catalog: Catalog) -> Catalog:
    """Return the catalog whose rows have what is said against them."""
    said: dict[str, dict[tuple[str, ...], list[Dispute]]] = defaultdict(lambda: defaultdict(list))
    for dispute in catalog.disputes:
        try:
            row = disputed_row(catalog, dispute.figure)
        except CellError:  # the check `disputed_rows` reports it, at its line
            continue
        said[row.dataset][row.key].append(dispute)
    datasets = {name: _with_disputes(catalog.datasets[name], rows) for name, rows in said.items()}
    return replace(catalog, datasets=MappingProxyType({**catalog.datasets, **datasets}))


def _with_disputes(dataset: Dataset, said: dict[tuple[str, ...], list[Dispute]]) -> Dataset:
    rows = (replace(o, disputes=tuple(said[o.key])) if o.key in said else o for o in dataset.observations)
    return replace(dataset, observations=tuple(rows))


def disputes_of(page: str, observation: Observation) -> Iterator[str]:
    """Yield what is said against the figure: by whom, when, where, in a sentence each."""
    for dispute in observation.disputes:
        who = f"Against it: {inline(dispute.by)}, {inline(when(dispute.date))}"
        yield f"{who}: {inline(dispute.summary)} ({to_source(page, dispute.source, dispute.locator)})"
