"""Order of lower, value and upper."""

from collections.abc import Iterator
from decimal import Decimal

from generators.model import Catalog, Observation
from generators.model.problems import Problem


def value_bounds(catalog: Catalog) -> Iterator[Problem]:
    """Yield a problem for each lower end above its upper end, and each value outside its own range."""
    for observation in catalog.observations:
        lower, value, upper = observation.lower, observation.value, observation.upper
        if lower is not None and upper is not None and lower > upper:
            yield _problem(observation, "lower", lower, f"a number up to the upper end {upper}")
        elif value is not None and lower is not None and value < lower:
            yield _problem(observation, "value", value, f"a number from the lower end {lower}")
        elif value is not None and upper is not None and value > upper:
            yield _problem(observation, "value", value, f"a number up to the upper end {upper}")


def _problem(observation: Observation, column: str, number: Decimal, expected: str) -> Problem:
    return Problem(
        where=observation.where.part(column),
        subject=column,
        found=str(number),
        expected=expected,
        advice="Check that lower, value and upper are in the right columns.",
    )
