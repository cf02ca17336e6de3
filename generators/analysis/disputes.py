"""Disputes: put on the rows that they are about, and in words."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType

from generators.components.markup import inline, to_source
from generators.model import Catalog, Dataset, Dispute, Observation
from generators.model.lookup import observation_of
from generators.model.problems import CellError
from generators.text.wording import when


def disputed(catalog: Catalog) -> Catalog:
    """Return the catalog whose rows have what is said against them."""
    said: dict[str, dict[tuple[str, ...], list[Dispute]]] = defaultdict(lambda: defaultdict(list))
    for dispute in catalog.disputes:
        try:
            row = observation_of(catalog, dispute.figure)
        except CellError:  # the check `disputed_rows` reports it, at its line
            continue
        if row is not None:
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
