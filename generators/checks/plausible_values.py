"""Plausible values: shares up to 100, no future dates, no place within itself, no empty corrections."""

from collections.abc import Iterator
from datetime import date

from generators.model import Catalog, Correction, Observation, Place
from generators.model.problems import Problem, Where
from generators.text.wording import is_percent

_WHOLE = 100


def plausible_values(catalog: Catalog) -> Iterator[Problem]:
    """Yield a problem for each share above 100, date after the edition, place within itself, and correction that
    changes nothing.
    """
    for observation in catalog.observations:
        yield from _share(observation)
        yield from _future(observation, catalog)
    for place in catalog.places.values():
        yield from _circle(place, catalog)
    for correction in catalog.corrections:
        yield from _correction(correction, catalog)
    for key, where, day in _days(catalog):
        if day > catalog.edition.date:
            yield _late_day(key, where, day, catalog)


def _days(catalog: Catalog) -> Iterator[tuple[str, Where, date]]:
    """Yield each day of an action here, with its key and its record."""
    for briefing in catalog.briefings.values():
        yield "published", briefing.where, briefing.published
        yield from (("revisions", briefing.where, revision.date) for revision in briefing.revisions)
    yield from (("date", moved.where, moved.date) for moved in catalog.moved.values())
    yield from (("checked_on", o.where, o.checked_on) for o in catalog.observations if o.checked_on)
    yield from (("date", dispute.where, dispute.date.first) for dispute in catalog.disputes)
    yield from (("since", row.where, row.since) for row in catalog.left_out if row.since)


def _share(o: Observation) -> Iterator[Problem]:
    if not is_percent(o) or o.indicator.kind == "change":
        return
    for column, number in (("value", o.value), ("lower", o.lower), ("upper", o.upper)):
        if number is not None and number > _WHOLE:
            advice = "If it is a change, write kind: change in the sidecar."
            where = o.where.part(column)
            yield Problem(
                where=where, subject=column, found=str(number), expected="a share of at most 100", advice=advice
            )


def _future(o: Observation, catalog: Catalog) -> Iterator[Problem]:
    if o.period and o.period.first > catalog.edition.date:
        expected = f"a period that begins on or before the edition, {catalog.edition.date}"
        advice = "Check the year; a forecast is a statement with its own date in as_of."
        where = o.where.part("period")
        yield Problem(where=where, subject="period", found=o.period.text, expected=expected, advice=advice)


def _circle(place: Place, catalog: Catalog) -> Iterator[Problem]:
    codes, code = set[str](), place.parent
    while code and code not in codes and code in catalog.places:
        codes.add(code)
        code = catalog.places[code].parent
    if place.code in codes:
        advice = "A place is part of a larger one; leave parent blank for the largest."
        where = place.where.part("parent")
        yield Problem(where=where, subject="parent", found=place.parent, expected="a larger place", advice=advice)


def _correction(correction: Correction, catalog: Catalog) -> Iterator[Problem]:
    if correction.date > catalog.edition.date:
        yield _late_day("date", correction.where, correction.date, catalog)
    if correction.was == correction.now:
        expected, advice = "a text other than was", "Write the present text of the site."
        where = correction.where.part("now")
        yield Problem(where=where, subject="now", found=correction.now, expected=expected, advice=advice)


def _late_day(key: str, where: Where, day: date, catalog: Catalog) -> Problem:
    expected = f"a day on or before the edition, {catalog.edition.date}"
    advice = "Check the year, or raise date in content/site.yml."
    return Problem(where=where.part(key), subject=key, found=str(day), expected=expected, advice=advice)
