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
    release = next((candidate for candidate in catalog.releases if candidate.version == catalog.edition.version), None)
    changes = tuple(_changes(release, in_hand(catalog))) if release else ()
    if release and changes:
        yield _problem(catalog, release, changes)


def _changes(release: Release, current: Release) -> Iterator[Change]:
    """Yield each released figure that has changed, with its successor."""
    for key, record in release.records.items():
        successor = current.records.get(key)
        change = became(record, successor)
        if change in {"withdrawn", "revised"} or (change and isinstance(record, DefinitionRecord)):
            yield record, successor


def _problem(catalog: Catalog, release: Release, changes: Sequence[Change]) -> Problem:
    """Return the problem of all changes, which are one mistake; it names the first."""
    (record, successor), *others = changes
    where = catalog.config.where.part("version")
    successor_text = f"{successor.what}: {successor.text}" if successor else f"one {record.kind} less"
    rest = f", and {plural(len(others), 'other change')}" if others else ""
    return Problem(
        where=where,
        subject="version",
        found=f"{release.version} with {successor_text}{rest}",
        expected=f"{record.what}: {record.text}, as released on {release.date}",
        advice=_ADVICE.format(path=where.path),
    )
