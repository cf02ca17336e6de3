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
        yield from _twice(dataset)


def _twice(dataset: Dataset) -> Iterator[Problem]:
    first: dict[Key, Observation] = {}
    for observation in dataset.observations:
        earlier = first.setdefault(observation.key, observation)
        if earlier is not observation:
            yield _problem(observation, earlier)


def _problem(observation: Observation, earlier: Observation) -> Problem:
    advice = "If they are two statements, distinguish them by said_by or as_of; if they are one, remove a row."
    return Problem(
        where=observation.where,
        subject="row",
        found=", ".join(part for part in observation.key if part),
        expected=f"a key other than that of line {earlier.where.line}",
        advice=advice,
    )
