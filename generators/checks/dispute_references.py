"""References in data/disputes.yml: each matches one row."""

from collections.abc import Iterator

from generators.model import Catalog, Evidence
from generators.model.lookup import observation_of
from generators.model.problems import CellError, Problem

_FORM = "A reference is dataset/indicator@period@place@said_by@as_of; a part may be blank."


def dispute_references(catalog: Catalog) -> Iterator[Problem]:
    """Yield a problem for each dispute that matches no row, or more than one."""
    for dispute in catalog.disputes:
        yield from _reference_problem(catalog, "figure", dispute.figure)
        if dispute.row is not None:
            yield from _reference_problem(catalog, "row", dispute.row)


def _reference_problem(catalog: Catalog, subject: str, evidence: Evidence) -> Iterator[Problem]:
    try:
        wrong = None if observation_of(catalog, evidence) else CellError("a reference to a row")
    except CellError as error:
        wrong = error
    if wrong:
        yield CellError(wrong.expected, f"{wrong.advice} {_FORM}".strip()).at(evidence.where, subject, evidence.text)
