"""Changes of released figures and events need a reason."""

from collections.abc import Iterator, Mapping

from generators.analysis.history.releases import Difference, differences_between, in_hand, reference_to, stated_cells
from generators.analysis.history.snapshot import entries, key_of
from generators.model import Catalog, EventRecord, Record, RecordKey, Release
from generators.model.problems import Problem, Where

_COLUMNS = ("value", "lower", "upper", "qualifier", "wording", "source")
"""The columns that distinguish figures, in the order of `FigureRecord.stated`."""
_ADVICE = "{raised}rite a correction dated after {since} in data/corrections.yml with rows: ['{reference}'], or restore the released version."
_RAISED = "Raise version and date in content/site.yml, and w"


def revised_reasons(catalog: Catalog) -> Iterator[Problem]:
    """Yield a problem for each figure or event that differs from the last release, unless a correction gives the
    reason.
    """
    for release in catalog.releases[-1:]:
        differences = differences_between(release, in_hand(catalog), catalog)
        revisions = [difference for difference in differences if difference.how == "revised"]
        places = _places(catalog) if revisions else {}
        for difference in revisions:
            if not difference.reasons:
                yield _problem(difference, places[difference.record.key], release, catalog)


def _places(catalog: Catalog) -> Mapping[RecordKey, Where]:
    """Return the location of each figure and event by key."""
    rows: dict[RecordKey, Where] = {key_of(o): o.where for o in catalog.observations}
    events = (record.key for record in entries(catalog) if isinstance(record, EventRecord))
    return rows | dict(zip(events, (event.where for event in catalog.events), strict=True))


def _problem(difference: Difference, where: Where, release: Release, catalog: Catalog) -> Problem:
    old, new = difference.old or difference.record, difference.record
    column, before, after = _first_change(old, new)
    start = "W" if catalog.edition.date > release.date else _RAISED
    return Problem(
        where=where.part(column),
        subject=column,
        found=after or None,
        expected=f"{before or 'nothing'}, as in edition {release.version} of {release.date} ({old.what}: {old.text}), or the reason for the change",
        advice=_ADVICE.format(raised=start, since=release.date, reference=reference_to(new.key)),
    )


def _first_change(old: Record, new: Record) -> tuple[str, str, str]:
    """Return the first differing column and its text in both; the words of an event begin with its title."""
    pairs = zip(_COLUMNS, stated_cells(old), stated_cells(new), strict=True)
    column, before, after = next(pair for pair in pairs if pair[1] != pair[2])
    return ("title" if isinstance(new, EventRecord) and column == "wording" else column), before, after
