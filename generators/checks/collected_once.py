"""Every collected row ends in one place: kept once, or left out once."""

from collections.abc import Iterator

from generators.model import Catalog, What
from generators.problems import Problem, Where


def collected_once(catalog: Catalog) -> Iterator[Problem]:
    """Every id of a collected row that was met before, among the same sort of rows."""
    first: dict[tuple[What, str], Where] = {}
    for what, collected, where in _all(catalog):
        earlier = first.setdefault((what, collected), where)
        if collected and earlier is not where:
            yield Problem(
                where=where.part("collected"),
                subject="collected",
                found=collected,
                expected="an id that appears once",
                advice=f"It is at {earlier} too: a row is kept once or left out once.",
            )


def _all(catalog: Catalog) -> Iterator[tuple[What, str, Where]]:
    for source in catalog.sources.values():
        for collected in source.collected:
            yield "source", collected, source.where
    for observation in catalog.observations:
        yield "observation", observation.collected, observation.where
    for event in catalog.events:
        yield "event", event.collected, event.where
    for row in catalog.left_out:
        yield row.what, row.collected, row.where
