"""Every row that a correction names is or was a row of the site."""

from collections.abc import Iterator

from generators.model import Catalog
from generators.problems import Problem
from generators.releases import names


def corrected_rows(catalog: Catalog) -> Iterator[Problem]:
    """Every reference in data/corrections.yml to a row that neither the data have nor any release had."""
    for row in (row for correction in catalog.corrections for row in correction.rows):
        here = ((o.dataset, *o.key) for o in catalog.observations)
        before = (key for release in catalog.releases for key in release.figures)
        if not any(names(row.reference, key) for keys in (here, before) for key in keys):
            yield Problem(
                where=row.where,
                subject="rows",
                found=row.text,
                expected="a reference to a row that is or was on the site",
                advice="A reference is dataset/indicator@period@place@said_by@as_of; a part may be left blank.",
            )
