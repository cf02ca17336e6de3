"""What was released under a version stays what that version said."""

from collections.abc import Iterator

from generators.model import Catalog, Figure, Release
from generators.problems import Problem
from generators.releases import became, in_hand

_ADVICE = "Raise version and date in {path}: the figures of a release never change."


def released_unchanged(catalog: Catalog) -> Iterator[Problem]:
    """Every figure, definition and event that a release of this very version has otherwise, or has and the data have not."""
    released = next((one for one in catalog.releases if one.version == catalog.edition.version), None)
    now = in_hand(catalog) if released else None
    for key, figure in released.figures.items() if released else ():
        found = now.figures.get(key) if now else None
        how = became(figure, found)
        if released and (how in {"withdrawn", "revised"} or (how and figure.kind == "definition")):
            yield _problem(catalog, released, (figure, found))


def _problem(catalog: Catalog, released: Release, figures: tuple[Figure, Figure | None]) -> Problem:
    figure, found = figures
    where = catalog.edition.where.part("version")
    return Problem(
        where=where,
        subject="version",
        found=f"{released.version} with {f'{found.what}: {found.told}' if found else f'one {figure.kind} less'}",
        expected=f"{figure.what}: {figure.told}, as it was released on {released.date}",
        advice=_ADVICE.format(path=where.path),
    )
