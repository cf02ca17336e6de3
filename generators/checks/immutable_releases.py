"""Released versions never change."""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from generators.analysis.history.releases import became, in_hand
from generators.model import Catalog, DefinitionRecord, Record, Release
from generators.model.problems import Problem
from generators.text.wording import plural

Change: TypeAlias = tuple[Record, Record | None]

_ADVICE = "Raise version and date in {path}: the figures of a release never change."


def immutable_releases(catalog: Catalog) -> Iterator[Problem]:
    """Yield a problem for each version whose release contains a figure, definition or event that the data change or
    omit.
    """
    released = next((one for one in catalog.releases if one.version == catalog.edition.version), None)
    changed = tuple(_changed(released, in_hand(catalog))) if released else ()
    if released and changed:
        yield _problem(catalog, released, changed)


def _changed(released: Release, now: Release) -> Iterator[Change]:
    """Yield each figure of the release that is another now, with what it has become."""
    for key, record in released.records.items():
        successor = now.records.get(key)
        how = became(record, successor)
        if how in {"withdrawn", "revised"} or (how and isinstance(record, DefinitionRecord)):
            yield record, successor


def _problem(catalog: Catalog, released: Release, changed: Sequence[Change]) -> Problem:
    """Return the problem of all changes, which are one mistake; it names the first."""
    (record, successor), *others = changed
    where = catalog.config.where.part("version")
    now = f"{successor.what}: {successor.text}" if successor else f"one {record.kind} less"
    more = f", and {plural(len(others), 'other change')}" if others else ""
    return Problem(
        where=where,
        subject="version",
        found=f"{released.version} with {now}{more}",
        expected=f"{record.what}: {record.text}, as released on {released.date}",
        advice=_ADVICE.format(path=where.path),
    )
