"""Wording of numbers, ranges, dates and periods, the same on all pages, charts and descriptions.

A number is worded with its qualifier: a floor stays a floor, a range a range. Long fractions are rounded here only;
downloads have all digits.
"""

import re
from collections.abc import Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from types import MappingProxyType

from generators.model import Extent, Grain, Observation, Period, Qualifier, Source, Status
from generators.model.languages import translatable
from generators.text.cldr import day_in, decimal_in, month_in, months_in, numeral_in
from generators.text.joining import commas
from generators.text.messages import gettext, site_language, site_numbering, translated

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
"""English names, by which checks recognise the dates in authors' texts."""
_QUALIFIERS: Mapping[Qualifier, str] = MappingProxyType(
    {
        "exact": "",
        "at_least": translatable("at least"),
        "about": translatable("about"),
        "more_than": translatable("more than"),
        "up_to": translatable("up to"),
    }
)
_QUALIFIED: Mapping[Qualifier, str] = MappingProxyType(
    {
        "exact": "%(number)s",
        "at_least": translatable("at least %(number)s"),
        "about": translatable("about %(number)s"),
        "more_than": translatable("more than %(number)s"),
        "up_to": translatable("up to %(number)s"),
    }
)
_QUARTERS = (
    translatable("first quarter of %(year)s"),
    translatable("second quarter of %(year)s"),
    translatable("third quarter of %(year)s"),
    translatable("fourth quarter of %(year)s"),
)
_EXTENTS: Mapping[Extent, str] = MappingProxyType(
    {"opening": translatable("opening read"), "part": translatable("part read"), "whole": translatable("read whole")}
)
_STATUSES: Mapping[Status, str] = MappingProxyType(
    {
        "final": translatable("Final."),
        "provisional": translatable("Provisional."),
        "revised": translatable("Revised."),
    }
)
_STATUS_WORDS: Mapping[Status, str] = MappingProxyType(
    {"final": translatable("final"), "provisional": translatable("provisional"), "revised": translatable("revised")}
)
_DECIMALS = 3
"""Most decimals of a displayed figure; exports have all."""
_NO_PLAIN_S = re.compile(r"(?:[sxz]|[cs]h|[^aeiou]y|man)$| (?:of|in|on|with|to) ")
"""A noun whose plural is not formed by a final s."""


def digits(number: Decimal | int) -> str:
    """Return the number with thousands separators, rounded to three decimals, or below 1 to three digits.

    >>> digits(Decimal("18802")), digits(Decimal("6.8")), digits(Decimal("123.456789012345")), digits(Decimal("0.00123456"))
    ('18,802', '6.8', '123.457', '0.00123')
    """
    value = Decimal(number)
    unit = Decimal(1).scaleb(min(value.adjusted() + 1, 0) - _DECIMALS)
    short = value.quantize(unit, ROUND_HALF_UP)
    return unrounded(value if short == value else short.normalize())


def unrounded(number: Decimal | int) -> str:
    """Return the number with thousands separators and all its decimals.

    >>> unrounded(Decimal("0.2500"))
    '0.2500'
    """
    return decimal_in(site_language(), number, site_numbering())


def numeral(number: int) -> str:
    """Return the number without separators, as of a year or a note.

    >>> numeral(2018)
    '2018'
    """
    return numeral_in(site_numbering(), str(number))


def bare(observation: Observation) -> str:
    """Return the value or range without its qualifier: "91", "14,000 to 18,000", "hundreds"."""
    return observation.wording or _number(observation) or gettext("not stated")


def _number(observation: Observation) -> str:
    """Return the value or range in digits; empty without a number."""
    low, high, value = observation.lower, observation.upper, observation.value
    if low is not None and high is not None and low != high:
        ends = {"low": digits(low), "high": digits(high)}
        if value is None or value in (low, high):
            return gettext("%(low)s to %(high)s", **ends)
        return gettext("%(middle)s, range %(low)s to %(high)s", middle=digits(value), **ends)
    end = next((number for number in (value, low, high) if number is not None), None)
    return "" if end is None else digits(end)


def amount(observation: Observation) -> str:
    """Return the value or range with its qualifier: "at least 91", "14,000 to 18,000", "5 per cent"."""
    number = _number(observation)
    if observation.wording or not number:
        return bare(observation)
    return qualified(observation.qualifier, in_per_cent(number) if is_percent(observation) else number)


def in_per_cent(number: str) -> str:
    """Return a number as a percentage."""
    return gettext("%(number)s per cent", number=number)


def qualified(qualifier: Qualifier, number: str) -> str:
    """Return the number with its qualifier."""
    return gettext(_QUALIFIED[qualifier], number=number)


def qualifier_alone(qualifier: Qualifier) -> str:
    """Return the qualifier for a place beside its numbers; empty for exact ones."""
    return gettext(_QUALIFIERS[qualifier]) if _QUALIFIERS[qualifier] else ""


def amount_with_unit(observation: Observation) -> str:
    """Return the amount with its unit: "at least 12 incidents"; percentages and a source's own words have no unit."""
    text, number, indicator = amount(observation), _number(observation), observation.indicator
    if observation.wording or not number or is_percent(observation):
        return text
    is_one = number == digits(1)
    if not is_one or indicator.unit_of_one:
        unit = indicator.unit_of_one if is_one else indicator.unit
        return gettext("%(amount)s %(unit)s", amount=text, unit=unit)
    return gettext("%(amount)s (%(unit)s)", amount=text, unit=indicator.unit)


def is_percent(observation: Observation) -> bool:
    """Return True if the unit is a percentage."""
    return observation.indicator.unit.startswith("percent")


def is_range(observation: Observation) -> bool:
    """Return True if the source gives two different ends."""
    low, high = observation.lower, observation.upper
    return low is not None and high is not None and low != high


def when(period: Period | None) -> str:
    """Return the period in words: "25 July 2018", "June 2014", "second quarter of 2018", "2017".

    >>> from datetime import date
    >>> when(Period(text="2018-06", grain=Grain.MONTH, first=date(2018, 6, 1), last=date(2018, 6, 30)))
    'June 2018'
    """
    if period is None:
        return gettext("date not stated")
    first, last = period.first, period.last
    if period.grain is Grain.DAY:
        return on(first)
    if period.grain is Grain.MONTH:
        return month_and_year(first)
    if period.grain is Grain.QUARTER:
        return gettext(_QUARTERS[last.month // 3 - 1], year=first.year)
    return numeral(first.year) if period.grain is Grain.YEAR else between(*map(_end, period.text.split("/")))


def between(first: str, last: str) -> str:
    """Return a span of time or of numbers from its two ends."""
    return gettext("%(first)s to %(last)s", first=first, last=last)


def _end(text: str) -> str:
    first, *rest = text.split("-")
    year = int(first)
    if not rest:
        return numeral(year)
    if rest[0].startswith("Q"):
        return gettext("Q%(quarter)s %(year)s", quarter=int(rest[0][1:]), year=year)
    day = date(year, int(rest[0]), int(rest[1]) if rest[1:] else 1)
    return on(day) if rest[1:] else month_and_year(day)


def on(day: date) -> str:
    """Return the day in words.

    >>> on(date(2018, 7, 25))
    '25 July 2018'
    """
    return day_in(site_language(), day, site_numbering())


def month_and_year(day: date) -> str:
    """Return the month of the day in words."""
    return month_in(site_language(), day, site_numbering())


def half_year(period: Period) -> str:
    """Return the half of the year that the period begins in: "January to June 2006"."""
    if period.first.month <= 6:
        return gettext("January to June %(year)s", year=period.first.year)
    return gettext("July to December %(year)s", year=period.first.year)


def short_month(day: date) -> str:
    """Return the abbreviation of the day's month."""
    return months_in(site_language())[day.month - 1]


def check_in_words(observation: Observation) -> str:
    """Return a sentence about the check against the original: whether, when, and how much was read."""
    if not observation.checked:
        return unchecked()
    day = on(observation.checked_on) if observation.checked_on else ""
    extent = gettext(_EXTENTS[observation.checked_extent]) if observation.checked_extent else ""
    if day and extent:
        return gettext("Checked against the original on %(day)s, %(extent)s.", day=day, extent=extent)
    if day:
        return gettext("Checked against the original on %(day)s.", day=day)
    if extent:
        return gettext("Checked against the original, %(extent)s.", extent=extent)
    return gettext("Read in the original.")


def unchecked() -> str:
    """Return the sentence about a figure that nobody checked."""
    return gettext("Not checked against the original document.")


def plural(number: int, noun: str, nouns: str = "") -> str:
    """Return the count with its noun, for messages to maintainers. A plural not formed by a final s must be given.

    >>> plural(1, "row"), plural(2573, "figure"), plural(2, "country", "countries")
    ('1 row', '2,573 figures', '2 countries')
    """
    if not nouns and _NO_PLAIN_S.search(noun):
        raise ValueError(f"Give the plural of {noun!r}: it is not formed by a final s.")
    return f"{number:,} {noun if number == 1 else nouns or noun + 's'}"


def published_in_words(source: Source) -> str:
    """Return the date of publication in words."""
    return when(source.published) if source.published else gettext("undated")


def subject_in_words(observation: Observation) -> str:
    """Return what was counted, where and when, and as of when if that is stated."""
    o = observation
    subject = {"what": o.indicator.title, "where": o.place.name, "when": when(o.period)}
    if o.as_of:
        return gettext("%(what)s, %(where)s, %(when)s, as of %(day)s", day=when(o.as_of), **subject)
    return gettext("%(what)s, %(where)s, %(when)s", **subject)


def document_in_words(source: Source, locator: str = "") -> str:
    """Return the publisher of a document and its date, with the place in it if given."""
    return commas((source.publisher, published_in_words(source), *([locator] if locator else [])))


def status_alone(observation: Observation) -> str:
    """Return the stated status as a value in a list; empty if none."""
    return translated(_STATUS_WORDS[observation.status]) if observation.status else ""


def status(observation: Observation) -> str:
    """Return the stated status, such as "Provisional. ", as a prefix of a sentence; empty if none."""
    return f"{gettext(_STATUSES[observation.status])} " if observation.status else ""
