"""The catalog as tables that refer to each other, as a database or a set of CSV files holds them.

Of a dataset whose licence lets no rows leave there is the description and no observation.
"""

from collections.abc import Callable, Sequence

from generators.metadata.tables.entity_tables import (
    breaks,
    concepts,
    corrections,
    datasets,
    edition,
    event_sources,
    events,
    indicators,
    places,
    sources,
    topics,
)
from generators.metadata.tables.observation_tables import (
    REFERS,
    also_in,
    disagreeing,
    disputed,
    disputes,
    incomparables,
    observations,
)
from generators.metadata.tables.table import Column, Relation
from generators.model import Catalog

__all__ = ["REFERS", "Column", "Relation", "beside_rows", "relations"]

_RELATIONS: Sequence[Callable[[Catalog], Relation]] = (
    edition,
    topics,
    concepts,
    datasets,
    breaks,
    indicators,
    incomparables,
    places,
    sources,
    disputed,
    disagreeing,
    disputes,
    observations,
    also_in,
    events,
    event_sources,
    corrections,
)


def relations(catalog: Catalog) -> tuple[Relation, ...]:
    """Every table, each after those that it refers to."""
    return tuple(make(catalog) for make in _RELATIONS)


def beside_rows(catalog: Catalog) -> tuple[Relation, ...]:
    """The tables that stand beside those of the datasets, whose rows hold the others."""
    return tuple(make(catalog) for make in _RELATIONS if make not in (observations, also_in))
