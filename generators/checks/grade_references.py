"""References in data/credibility.yml without a row."""

from collections.abc import Iterator

from generators.model import Catalog, Evidence
from generators.model.lookup import matching_rows
from generators.model.problems import CellError, Problem

_FORM = "A reference is dataset/indicator@period@place@said_by@as_of; a part may be blank."


def grade_references(catalog: Catalog) -> Iterator[Problem]:
    """Yield a problem for each entry in `data/credibility.yml` that matches no row."""
    for evidence in (row for entry in catalog.credibility for row in entry.rows):
        try:
            _look_up(catalog, evidence)
        except CellError as error:
            advice = f"{error.advice} {_FORM}".strip()
            yield CellError(error.expected, advice).at(evidence.where, "rows", evidence.text)


def _look_up(catalog: Catalog, evidence: Evidence) -> None:
    if evidence.reference is None:
        raise CellError("a reference to rows")
    matching_rows(catalog, *evidence.reference)
