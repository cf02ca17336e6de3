"""Collected rows: each published once or excluded once, with an existing replacement."""

from collections.abc import Iterator

from generators.model import Catalog, What
from generators.model.problems import Problem, Where, did_you_mean


def collected_once(catalog: Catalog) -> Iterator[Problem]:
    """Yield a problem for each collected row that is used twice, is both used and excluded, or is neither."""
    yield from _duplicates(catalog)
    yield from _missing_replacements(catalog)


def _duplicates(catalog: Catalog) -> Iterator[Problem]:
    locations: dict[tuple[What, str], Where] = {}
    for kind, collected, where in _all(catalog):
        location = locations.setdefault((kind, collected), where)
        if collected and location is not where:
            yield Problem(
                where=where.part("collected"),
                subject="collected",
                found=collected,
                expected="a unique id",
                advice=f"It is also at {location}: a row is published once or excluded once.",
            )


def _missing_replacements(catalog: Catalog) -> Iterator[Problem]:
    published = {(kind, collected) for kind, collected, _ in _published(catalog)}
    for row in catalog.left_out:
        if row.kept_as and (row.what, row.kept_as) not in published:
            yield Problem(
                where=row.where.part("kept_as"),
                subject="kept_as",
                found=row.kept_as,
                expected=f"a blank, or the id in collected of a published {row.what}",
                advice=did_you_mean(row.kept_as, (name for kind, name in published if kind == row.what and name)),
            )


def _all(catalog: Catalog) -> Iterator[tuple[What, str, Where]]:
    yield from _published(catalog)
    for row in catalog.left_out:
        yield row.what, row.collected, row.where


def _published(catalog: Catalog) -> Iterator[tuple[What, str, Where]]:
    for source in catalog.sources.values():
        for collected in source.collected:
            yield "source", collected, source.where
    for observation in catalog.observations:
        yield "observation", observation.collected, observation.where
    for event in catalog.events:
        yield "event", event.collected, event.where
