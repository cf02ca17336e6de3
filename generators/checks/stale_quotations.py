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
    for last in catalog.releases[-1:]:
        changed = [one for one in differences_between(last, in_hand(catalog), catalog) if _reads_otherwise(one)]
        for briefing in catalog.briefings.values():
            names = _names(briefing, catalog)
            own = [one for one in changed if names.intersection(_quoting(one))]
            if own and not any(revision.date > last.date for revision in briefing.revisions):
                yield _problem(briefing, own, last, catalog)


def _reads_otherwise(one: Difference) -> bool:
    """True if the figure itself is another or gone, and not its document alone."""
    if not isinstance(one.old, FigureRecord):
        return False
    return one.new is None or stated_cells(one.old)[:-1] != stated_cells(one.new)[:-1]


def _quoting(one: Difference) -> Sequence[str]:
    """Return the briefings that quoted the figure in the earlier edition."""
    return one.old.quoted.split() if isinstance(one.old, FigureRecord) else ()


def _names(briefing: Briefing, catalog: Catalog) -> frozenset[str]:
    """Its name, and those that it had before it moved."""
    own = of_briefing(briefing)
    pages = (own, *(page for page in catalog.moved if now_at(page, catalog.moved) == own))
    return frozenset(page.rpartition("/")[2].removesuffix(".md") for page in pages)


def _problem(briefing: Briefing, own: list[Difference], last: Release, catalog: Catalog) -> Problem:
    first = own[0]
    said, says = first.old.text if first.old else "", first.new.text if first.new else "withdrawn"
    more = f", and {plural(len(own) - 1, 'further figure')}" if len(own) > 1 else ""
    advice = _ADVICE if catalog.edition.date > last.date else _SAME_DAY
    return Problem(
        where=briefing.where.part("revisions"),
        subject="revisions",
        expected=f"a revision after edition {last.version} of {last.date}: {first.record.what}, was {said}, now {says}{more}",
        advice=advice.format(day=catalog.edition.date, since=last.date),
    )
