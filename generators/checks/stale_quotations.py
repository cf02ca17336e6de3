"""Briefings with figures that changed after release need a revision entry."""

from collections.abc import Iterator, Sequence

from generators.analysis.history.redirects import now_at
from generators.analysis.history.releases import Difference, differences_between, in_hand, stated_cells
from generators.model import Briefing, Catalog, FigureRecord, Release
from generators.model.problems import Problem
from generators.text.wording import plural
from generators.urls.paths import of_briefing

_ADVICE = "Add under revisions: '- date: {day}' and 'change: ' with the change."
_SAME_DAY = "Raise date in content/site.yml to a day after {since}, and add under revisions: '- date: ' with that day and 'change: ' with the change."


def stale_quotations(catalog: Catalog) -> Iterator[Problem]:
    """Yield a problem for each briefing that quoted a figure which has changed since the last release, unless
    `revisions` has a later entry.
    """
    for release in catalog.releases[-1:]:
        differences = [
            difference
            for difference in differences_between(release, in_hand(catalog), catalog)
            if _is_revised(difference)
        ]
        for briefing in catalog.briefings.values():
            names = _names(briefing, catalog)
            revised = [difference for difference in differences if names.intersection(_briefings(difference))]
            if revised and not any(revision.date > release.date for revision in briefing.revisions):
                yield _problem(briefing, revised, release, catalog)


def _is_revised(difference: Difference) -> bool:
    """Return True if the figure itself changed or is gone, not only its document."""
    if not isinstance(difference.old, FigureRecord):
        return False
    return difference.new is None or stated_cells(difference.old)[:-1] != stated_cells(difference.new)[:-1]


def _briefings(difference: Difference) -> Sequence[str]:
    """Return the briefings that quoted the figure in the earlier edition."""
    return difference.old.quoted.split() if isinstance(difference.old, FigureRecord) else ()


def _names(briefing: Briefing, catalog: Catalog) -> frozenset[str]:
    """Return the briefing's present and former names."""
    path = of_briefing(briefing)
    pages = (path, *(page for page in catalog.moved if now_at(page, catalog.moved) == path))
    return frozenset(page.rpartition("/")[2].removesuffix(".md") for page in pages)


def _problem(briefing: Briefing, differences: list[Difference], release: Release, catalog: Catalog) -> Problem:
    difference = differences[0]
    before, after = (
        difference.old.text if difference.old else "",
        difference.new.text if difference.new else "withdrawn",
    )
    rest = f", and {plural(len(differences) - 1, 'further figure')}" if len(differences) > 1 else ""
    advice = _ADVICE if catalog.edition.date > release.date else _SAME_DAY
    return Problem(
        where=briefing.where.part("revisions"),
        subject="revisions",
        expected=f"a revision after edition {release.version} of {release.date}: {difference.record.what}, was {before}, now {after}{rest}",
        advice=advice.format(day=catalog.edition.date, since=release.date),
    )
