"""Wording of numbers, ranges, dates and periods, the same on all pages, charts and descriptions.

A number is worded with its qualifier: a floor stays a floor, a range a range. Long fractions are rounded here only;
downloads have all digits.
"""

import re
from collections.abc import Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from types import MappingProxyType

from generators.model import Extent, Grain, Observation, Period, Qualifier, Source

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
QUALIFIERS: dict[Qualifier, str] = {
    "exact": "",
    "at_least": "at least ",
    "about": "about ",
    "more_than": "more than ",
    "up_to": "up to ",
}
UNCHECKED = "Not checked against the original document."
_EXTENTS: Mapping[Extent, str] = MappingProxyType(
    {"opening": "opening read", "part": "part read", "whole": "read whole"}
)
_DECIMALS = 3
"""Most decimals of a displayed figure; exports have all."""
ABSENT = "not stated"
_NO_PLAIN_S = re.compile(r"(?:[sxz]|[cs]h|[^aeiou]y|man)$| (?:of|in|on|with|to) ")
"""A noun whose plural is not formed by a final s."""


def digits(value: Decimal) -> str:
    """Return the number with thousands separators, rounded to three decimals, or below 1 to three digits.

    >>> digits(Decimal("18802")), digits(Decimal("6.8")), digits(Decimal("123.456789012345")), digits(Decimal("0.00123456"))
    ('18,802', '6.8', '123.457', '0.00123')
    """
    unit = Decimal(1).scaleb(min(value.adjusted() + 1, 0) - _DECIMALS)
    short = value.quantize(unit, ROUND_HALF_UP)
    return f"{value:,f}" if short == value else f"{short.normalize():,f}"


def bare(observation: Observation) -> str:
    """Return the value or range without its qualifier: "91", "14,000 to 18,000", "hundreds"."""
    if observation.wording:
        return observation.wording
    low, high, value = observation.lower, observation.upper, observation.value
    if low is not None and high is not None and low != high:
        middle = "" if value is None or value in (low, high) else f"{digits(value)}, range "
        return f"{middle}{digits(low)} to {digits(high)}"
    end = next((number for number in (value, low, high) if number is not None), None)
    return ABSENT if end is None else digits(end)


def amount(observation: Observation) -> str:
    """Return the value or range with its qualifier: "at least 91", "14,000 to 18,000", "5 per cent"."""
    text = bare(observation)
    if not observation.wording and text != ABSENT:
        text = QUALIFIERS[observation.qualifier] + text
    return text + (" per cent" if is_percent(observation) and not observation.wording else "")


def amount_with_unit(observation: Observation) -> str:
    """Return the amount with its unit: "at least 12 incidents"; percentages and a source's own words have no unit."""
    text, indicator = amount(observation), observation.indicator
    if observation.wording or text == ABSENT or is_percent(observation):
        return text
    if bare(observation) != "1":
        return f"{text} {indicator.unit}"
    return f"{text} {indicator.unit_of_one}" if indicator.unit_of_one else f"{text} ({indicator.unit})"


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
        return "date not stated"
    first, last = period.first, period.last
    if period.grain is Grain.DAY:
        return on(first)
    if period.grain is Grain.MONTH:
        return f"{MONTHS[first.month - 1]} {first.year}"
    if period.grain is Grain.QUARTER:
        return f"{('first', 'second', 'third', 'fourth')[last.month // 3 - 1]} quarter of {first.year}"
    return str(first.year) if period.grain is Grain.YEAR else _interval(period)


def _interval(period: Period) -> str:
    start, end = period.text.split("/")
    return f"{_end(start)} to {_end(end)}"


def _end(text: str) -> str:
    parts = text.split("-")
    if len(parts) == 1:
        return text
    if parts[1].startswith("Q"):
        return f"{text[5:]} {parts[0]}"
    month = f"{MONTHS[int(parts[1]) - 1]} {parts[0]}"
    return month if len(parts) == 2 else f"{int(parts[2])} {month}"


def on(day: date) -> str:
    """Return the day in words.

    >>> on(date(2018, 7, 25))
    '25 July 2018'
    """
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def check_in_words(observation: Observation) -> str:
    """Return a sentence about the check against the original: whether, when, and how much was read."""
    if not observation.checked:
        return UNCHECKED
    if not observation.checked_on and not observation.checked_extent:
        return "Read in the original."
    day = f" on {on(observation.checked_on)}" if observation.checked_on else ""
    extent = f", {_EXTENTS[observation.checked_extent]}" if observation.checked_extent else ""
    return f"Checked against the original{day}{extent}."


def plural(number: int, noun: str, nouns: str = "") -> str:
    """Return the count with its noun. A plural not formed by a final s must be given.

    >>> plural(1, "row"), plural(2573, "figure"), plural(2, "country", "countries")
    ('1 row', '2,573 figures', '2 countries')
    """
    if not nouns and _NO_PLAIN_S.search(noun):
        raise ValueError(f"Give the plural of {noun!r}: it is not formed by a final s.")
    return f"{number:,} {noun if number == 1 else nouns or noun + 's'}"


def published_in_words(source: Source) -> str:
    """Return the date of publication in words."""
    return when(source.published) if source.published else "undated"


def status(observation: Observation) -> str:
    """Return the stated status, such as "Provisional. ", as a prefix of a sentence; empty if none."""
    return f"{observation.status.capitalize()}. " if observation.status else ""
