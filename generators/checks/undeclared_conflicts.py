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
    groups: dict[tuple[str, ...], list[Observation]] = defaultdict(list)
    for o in catalog.observations:
        i = o.indicator
        period = o.period.text if o.period else ""
        groups[o.said_by, i.concept, i.title, i.population, i.unit, o.place.code, period].append(o)
    for rows in groups.values():
        candidates = _unique_rows(rows)
        for o in rows if len(candidates) > 1 else ():
            conflict = next((row for row in candidates if _is_conflict(o, row)), None)
            if conflict and o.as_of is None and not o.note:
                yield _problem(o, conflict)


def _unique_rows(rows: Sequence[Observation]) -> tuple[Observation, ...]:
    """Return the first row of each key: `unique_keys` reports the others, which may be many."""
    first_rows: dict[tuple[str, tuple[str, ...]], Observation] = {}
    for row in rows:
        first_rows.setdefault((row.dataset, row.key), row)
    return tuple(first_rows.values())


def _is_conflict(o: Observation, other: Observation) -> bool:
    """Return True for unexplained differing figures; `unique_keys` has the rows of one key."""
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
