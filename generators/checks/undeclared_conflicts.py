"""Two figures of one recorder for the same thing need a date of statement or a note."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from generators.model import Catalog, Observation
from generators.model.problems import Problem


def undeclared_conflicts(catalog: Catalog) -> Iterator[Problem]:
    """Yield a problem for each figure that conflicts with another of the same recorder and has neither `as_of` nor
    `note`.

    Two datasets of one recorder meet where title and population of their indicators are the same words.
    """
    same: dict[tuple[str, ...], list[Observation]] = defaultdict(list)
    for o in catalog.observations:
        i = o.indicator
        period = o.period.text if o.period else ""
        same[o.said_by, i.concept, i.title, i.population, i.unit, o.place.code, period].append(o)
    for rows in same.values():
        candidates = _one_per_key(rows)
        for o in rows if len(candidates) > 1 else ():
            other = next((row for row in candidates if _differ(o, row)), None)
            if other and o.as_of is None and not o.note:
                yield _problem(o, other)


def _one_per_key(rows: Sequence[Observation]) -> tuple[Observation, ...]:
    """The first row of each key: the others of one key are told by `unique_keys`, and may be many."""
    first: dict[tuple[str, tuple[str, ...]], Observation] = {}
    for row in rows:
        first.setdefault((row.dataset, row.key), row)
    return tuple(first.values())


def _differ(o: Observation, other: Observation) -> bool:
    """True for two figures of which a reader could not tell why there are two; `unique_keys` has the rows of one key."""
    return _figure(o) != _figure(other) and (o.dataset, o.key) != (other.dataset, other.key)


def _figure(o: Observation) -> tuple[object, ...]:
    return (o.value, o.lower, o.upper, o.qualifier, o.wording)


def _problem(o: Observation, other: Observation) -> Problem:
    return Problem(
        where=o.where.part("note"),
        subject="note",
        expected=f"a note or a date in as_of, because {other.where} has another figure for the same thing",
        advice="Write the date of each statement in as_of, or the reason for the difference in note.",
    )
