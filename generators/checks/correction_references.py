"""Every row, dataset and event that a correction names is or was on the site."""

from collections.abc import Iterator

from generators.analysis.history.releases import in_hand, refers_to
from generators.model import Catalog, RecordKey
from generators.model.problems import Problem


def correction_references(catalog: Catalog) -> Iterator[Problem]:
    """Yield a problem for each reference in a correction to a row, event or dataset that neither the data nor any
    release contain.
    """
    known: dict[str, set[RecordKey]] = {}
    for release in (in_hand(catalog), *catalog.releases):
        for key in release.records:
            known.setdefault(key.cells[0], set()).add(key)
    for row in (row for correction in catalog.corrections for row in correction.rows):
        if not any(refers_to(row, key) for key in known.get(row.dataset, ())):
            yield Problem(
                where=row.where,
                subject="rows",
                found=row.text,
                expected="a reference to a row, or the id of a dataset, that is or was on the site",
                advice="A reference is dataset/indicator@period@place@said_by@as_of; a part may be blank. "
                "An event is events/topic@date@place.",
            )
