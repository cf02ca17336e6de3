"""The catalog as related tables, for a database or a set of CSV files.

A dataset that may not be redistributed has a description and no observations.
"""

from collections.abc import Callable, Sequence

from generators.metadata.tables.entity_tables import (
    breaks,
    concepts,
    corrections_table,
    datasets_table,
    edition,
    event_sources,
    events,
    indicators,
    places_table,
    sources_table,
    topics_table,
)
from generators.metadata.tables.observation_tables import (
    REFERS,
    also_in,
    disagreeing,
    disagreements_table,
    disputes_table,
    incomparables,
    observations,
)
from generators.metadata.tables.table import Column, Relation
from generators.model import Catalog

__all__ = ["REFERS", "Column", "Relation", "beside_rows", "relations"]

_RELATIONS: Sequence[Callable[[Catalog], Relation]] = (
    edition,
    topics_table,
    concepts,
    datasets_table,
    breaks,
    indicators,
    incomparables,
    places_table,
    sources_table,
    disagreements_table,
    disagreeing,
    disputes_table,
    observations,
    also_in,
    events,
    event_sources,
    corrections_table,
)


def relations(catalog: Catalog) -> tuple[Relation, ...]:
    """Return all tables, each after those that it refers to."""
    return tuple(make(catalog) for make in _RELATIONS)


def beside_rows(catalog: Catalog) -> tuple[Relation, ...]:
    """Return the tables that accompany the datasets' own; the datasets' rows contain the others."""
    return tuple(make(catalog) for make in _RELATIONS if make not in (observations, also_in))
