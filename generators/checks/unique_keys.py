"""Duplicate observations in a dataset, which a quotation could not distinguish."""

from collections.abc import Iterator

from generators.model import Catalog, Dataset, Observation
from generators.model.problems import Problem

Key = tuple[str, str, str, str, str]


def unique_keys(catalog: Catalog) -> Iterator[Problem]:
    """Yield a problem for each row of a dataset that has the same indicator, place, period, speaker and `as_of` as
    an earlier row.
    """
    for dataset in catalog.datasets.values():
        yield from _duplicates(dataset)


def _duplicates(dataset: Dataset) -> Iterator[Problem]:
    first_rows: dict[Key, Observation] = {}
    for o in dataset.observations:
        first_row = first_rows.setdefault(o.key, o)
        if first_row is not o:
            yield _problem(o, first_row)


def _problem(observation: Observation, earlier: Observation) -> Problem:
    advice = "If they are two statements, distinguish them by said_by or as_of; if they are one, remove a row."
    return Problem(
        where=observation.where,
        subject="row",
        found=", ".join(part for part in observation.key if part),
        expected=f"a key other than that of line {earlier.where.line}",
        advice=advice,
    )
