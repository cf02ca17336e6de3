"""An item graded 1 is confirmed by others: a row of another origin has the same figure. Documents that repeat one statement are one witness."""

from collections.abc import Iterator, Sequence

from generators.analysis.disagreements import alike, by_subject, witnesses
from generators.model import Catalog, ItemGrade, Observation
from generators.model.problems import Problem, Where

_CONFIRMED = "1"


def corroboration(catalog: Catalog) -> Iterator[Problem]:
    """Yield a problem for each grade 1 of a figure that no second origin states for the same concept, place and
    period.
    """
    subjects = by_subject(catalog)
    lonely: dict[Where, tuple[ItemGrade, list[Observation]]] = {}
    for o in catalog.observations:
        if o.grade and o.grade.digit == _CONFIRMED and len(witnesses(o, alike(o, subjects))) < 2:
            lonely.setdefault(o.grade.where, (o.grade, []))[1].append(o)
    for grade, rows in lonely.values():
        yield _problem(grade, rows)


def _problem(grade: ItemGrade, rows: Sequence[Observation]) -> Problem:
    o = rows[0]
    rest = f", and {len(rows) - 1} more" if len(rows) > 1 else ""
    return Problem(
        where=grade.where.part("grade"),
        subject="grade",
        found=grade.digit,
        expected=f"two origins, not {o.origin} alone, for the row at {o.where}{rest}",
        advice="Write grade: 2, or add a row with the same figure from another origin.",
    )
