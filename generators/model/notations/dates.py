"""Dates in foreign notation: the possible days, months and spans of a text."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from generators.model.notations.months import MONTH_NAME, MONTHS
from generators.model.notations.numbers import normalised
from generators.model.problems import fold


@dataclass(frozen=True, slots=True)
class Reading:
    """A period in ISO 8601, and the condition under which the text means it."""

    period: str
    condition: str = ""


_YEARS = range(1000, 3000)
_PIVOT = 50
"""Two digits below are of this century, as nobody writes 1931 as 31 in a table of today."""
_FIRST_SERIAL, _LAST_SERIAL = 10_000, 80_000
_ZERO_OF_SERIALS = date(1899, 12, 30)
_TIME = re.compile(
    r"(?P<day>.*\d)(?:T| )\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[ap]m)?(?:Z|[+-]\d{2}:?\d{2})?", re.IGNORECASE
)
_WEEKDAY = re.compile(r"^[^\W\d]+day,? (?=\w)|^[^\W\d]+tag,? (?=\w)", re.IGNORECASE)
_LETTERS = str.maketrans({"l": "1", "I": "1", "O": "0", "o": "0"})
_TIMES_BETWEEN = re.compile(r" ?(?:/|--|\.\.+|…| - | to | bis | until | through | and | à ) ?", re.IGNORECASE)
_BY_SPREADSHEET = re.compile(r"[^\W\d]{3}-\d\d|\d\d?[-.][^\W\d]{3}|\d{5}|.* 0?0:00(:00.*)?")
_AS_TEXT = "This is how a spreadsheet stores a date: format its column as text."
_LONGEST = 60


def day_advice(text: str) -> str:
    """Return advice for a single day."""
    periods = readings(text)
    days = [reading for reading in periods if len(reading.period) == 10]
    if days or not periods:
        return _sentence(days)
    return f"That is {periods[0].period}: write the day too, as in 2018-07-25."


def period_advice(text: str) -> str:
    """Return advice for a day, month, quarter, year or span; for no date, to leave a blank."""
    if re.fullmatch(
        r"n\.?/?\s?a\.?|n\.?d\.?|#.*|null|none|unknown|\?+|[-–—.]+|unbekannt|tb[cd]", text.strip(), re.IGNORECASE
    ):
        return "If the source gives no date, leave the cell blank."
    advice = _sentence(readings(text))
    return f"{advice} {_AS_TEXT}" if advice and _BY_SPREADSHEET.fullmatch(text) else advice


def _sentence(periods: Sequence[Reading]) -> str:
    if not periods:
        return ""
    if len(periods) == 1 and not periods[0].condition:
        return f"Did you mean {periods[0].period}?"
    return f"Write {', or '.join(f'{reading.period} {reading.condition}'.strip() for reading in periods)}."


def readings(text: str) -> tuple[Reading, ...]:
    """Return the possible periods of the text, the likeliest first.

    >>> [reading.period for reading in readings("10/06/2016")], [reading.period for reading in readings("June 2018")]
    (['2016-06-10', '2016-10-06'], ['2018-06'])
    """
    if len(text) > _LONGEST:
        return ()
    cleaned = _WEEKDAY.sub("", normalised(text))
    guesses = (cleaned, cleaned.translate(_LETTERS)) if re.search(r"\d", cleaned) else (cleaned,)
    results = (tuple(dict.fromkeys((*_of_one(guess), *_of_two(guess)))) for guess in guesses)
    return next(filter(None, results), ())


def _of_one(text: str) -> Iterator[Reading]:
    """Yield readings as one day, month, quarter or year, in the first form that fits and is in the calendar."""
    for pattern, reader in _FORMS:
        match = pattern.fullmatch(text)
        results = tuple(reader(match)) if match else ()
        if results:
            yield from results
            return


def _of_two(text: str) -> Iterator[Reading]:
    """Yield readings as a start and an end with one reading each."""
    if match := re.fullmatch(r"(\d{4}) ?[-/] ?(\d{4}|\d{2})", text):
        yield from _of_years(match[1], match[2])
        return
    if match := re.fullmatch(r"(\d{4}-\d\d(?:-\d\d)?)-(\d{4}-\d\d(?:-\d\d)?)", text):
        yield from (Reading("/".join(match.groups())),) if match[1] < match[2] else ()
        return
    for match in _TIMES_BETWEEN.finditer(text):
        ends = [tuple(_of_one(end)) for end in (text[: match.start()], text[match.end() :])]
        if all(len(options) == 1 for options in ends) and ends[0][0].period <= ends[1][0].period:
            yield Reading(f"{ends[0][0].period}/{ends[1][0].period}")


def _of_years(start: str, end: str) -> Iterator[Reading]:
    """Yield two years; the second may lack its century."""
    year = end if len(end) == 4 else start[:2] + end
    if int(start) in _YEARS and int(year) > int(start):
        month = len(end) == 2 and 1 <= int(end) <= 12
        yield Reading(f"{start}/{year}", f"if {end} is a year" if month else "")


def _date(year: str, month: str | int, day: str | int = 0) -> str | None:
    """Return the day or month in ISO form; None if it is not in the calendar."""
    try:
        value = date(_century(year), int(month), int(day) or 1)
    except ValueError:
        return None
    return value.isoformat() if int(day) else value.isoformat()[:7]


def _century(year: str) -> int:
    number = int(year)
    if len(year) > 2:
        return number if number in _YEARS else 0
    return number + (2000 if number < _PIVOT else 1900)


def _existing(*periods: str | None) -> Iterator[Reading]:
    yield from (Reading(period) for period in periods if period)


def _iso(match: re.Match[str]) -> Iterator[Reading]:
    """Yield year, month and day with other marks, or with the day before the month."""
    year, month, day = match["y"], match["m"], match["d"]
    if day and not int(day):
        shorter, part = (_date(year, month), "day") if int(month) else (year, "month")
        yield from ((Reading(shorter, f"if the {part} is not known"),) if shorter else ())
    elif not int(month):
        yield Reading(year, "if the month is not known")
    elif (
        (period := _date(year, month, day or 0))
        and day
        and re.search(r"-\d+/", match[0])
        and int(month) < int(day) <= 12
    ):
        yield Reading(period, f"if {day} is a day")
        yield Reading(f"{_date(year, month)}/{_date(year, day)}", f"if {day} is a month")
    elif period:
        yield Reading(period)
    elif day and (swapped := _date(year, day, month)):
        yield Reading(swapped, f"if {day} is the month")


def _day_first(match: re.Match[str]) -> Iterator[Reading]:
    """Yield day, month and year in either order; both if both are in the calendar and differ."""
    a, b, year = match["a"], match["b"], match["y"]
    conditions = {
        _date(year, b, a): f"if {b} is the month",
        _date(year, a, b): f"if {a} is the month",
    }
    if len(year) == len(a) == 2:
        conditions.setdefault(_date(a, b, year), f"if {a} is the year")
    conditions.pop(None, None)
    sure = len(conditions) == 1
    yield from (Reading(period, "" if sure else condition) for period, condition in conditions.items() if period)


def _month_year(match: re.Match[str]) -> Iterator[Reading]:
    yield from _existing(_date(match["y"], match["m"]))


def _with_month_name(match: re.Match[str]) -> Iterator[Reading]:
    """Yield a day, a month by its name, and a year."""
    parts = match.groupdict()
    yield from _existing(_date(parts["y"], MONTHS[fold(parts["name"])], parts.get("d") or 0))


def _month_or_day(match: re.Match[str]) -> Iterator[Reading]:
    """Yield a month name with two digits, as a spreadsheet shows a month or day that it took for a date."""
    number, month = match["n"], MONTHS[fold(match["name"])]
    period = _date(number.zfill(2), month)
    is_day = 1 <= int(number) <= 31 and _date("2000", month, number)
    if period and len(number) == 2:
        yield Reading(period, f"if {number} is the year" if is_day else "")
    if is_day:
        yield Reading(f"the year and -{month:02}-{int(number):02}", f"if {int(number)} is the day")


def _with_time(match: re.Match[str]) -> Iterator[Reading]:
    """Yield a day with a spreadsheet's time; the first of a month may mean the month."""
    for reading in _of_one(match["day"]):
        if reading.period.endswith("-01") and not reading.condition:
            yield from (Reading(reading.period), Reading(reading.period[:7], "if the month is meant"))
        else:
            yield reading


def _quarter(match: re.Match[str]) -> Iterator[Reading]:
    yield Reading(f"{match['y']}-Q{match['q']}")


def _half(match: re.Match[str]) -> Iterator[Reading]:
    ends = ("01", "06") if match["h"] == "1" else ("07", "12")
    yield Reading("/".join(f"{match['y']}-{month}" for month in ends))


def _week(match: re.Match[str]) -> Iterator[Reading]:
    try:
        monday = date.fromisocalendar(int(match["y"]), int(match["w"]), 1)
    except ValueError:
        return
    yield Reading(f"{monday}/{monday + timedelta(days=6)}")


def _digits(match: re.Match[str]) -> Iterator[Reading]:
    yield from _existing(_date(match["y"], match["m"], match["d"] or 0))


def _serial(match: re.Match[str]) -> Iterator[Reading]:
    """Yield the day of a spreadsheet's number, counted from 1900."""
    number = int(match["n"])
    if _FIRST_SERIAL <= number <= _LAST_SERIAL:
        day = (_ZERO_OF_SERIALS + timedelta(days=number)).isoformat()
        yield Reading(day, "if this is a spreadsheet's number for a day")
        if day.endswith("-01"):
            yield Reading(day[:7], "if the month is meant")


def _two_months(match: re.Match[str]) -> Iterator[Reading]:
    """Yield two months of one year, by name."""
    start, end = (_date(match["y"], MONTHS[fold(match[name])]) for name in ("name", "other"))
    if start and end and start < end:
        yield Reading(f"{start}/{end}")


def _year(match: re.Match[str]) -> Iterator[Reading]:
    if int(match["y"]) in _YEARS:
        yield Reading(match["y"])


_Y, _D = r"(?P<y>\d{4}|'?\d{2})", r"(?P<d>\d{1,2})(?:st|nd|rd|th|er|\.)?"
_NAME = rf"(?P<name>{MONTH_NAME})\.?"
_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Iterator[Reading]]], ...] = tuple(
    (re.compile(form, re.IGNORECASE), reader)
    for form, reader in (
        (_TIME.pattern, _with_time),
        (r"(?P<y>\d{4})", _year),
        (r"(?P<y>\d{4}) ?[-./ ] ?(?P<m>\d{1,2})(?: ?[-./ ] ?(?P<d>\d{1,2}))?\.?", _iso),
        (r"(?P<a>\d{1,2}) ?[-./ ] ?(?P<b>\d{1,2})\.? ?[-./ ]? ?(?P<y>\d{4}|(?<=[-./ ])\d{2})", _day_first),
        (r"(?P<m>\d{1,2}) ?[-./ ] ?(?P<y>\d{4})", _month_year),
        (rf"{_D} ?(?:of |de )?[-./ ]?{_NAME},?[-./ ]? ?(?P<y>\d{{4}})", _with_month_name),
        (rf"{_D}[-./ ]{_NAME}[-./ ](?P<y>\d{{2}})", _with_month_name),
        (rf"{_NAME}[-./ ]?{_D},? ?[-./ ]?(?P<y>\d{{4}})(?<=[-./ ,]....)", _with_month_name),
        (rf"{_NAME},?(?: of | de |[-./ ])?'?(?P<y>\d{{4}})", _with_month_name),
        (rf"(?P<y>\d{{4}})[-./ ]?{_NAME}(?:[-./ ]?{_D})?", _with_month_name),
        (rf"{_NAME}[-./ ']+(?P<n>\d{{1,2}})", _month_or_day),
        (rf"(?P<n>\d{{1,2}})\.?[-./ ]?{_NAME}", _month_or_day),
        (rf"{_NAME} ?(?:-|to|bis|and|/) ?(?P<other>{MONTH_NAME})\.?,? (?P<y>\d{{4}})", _two_months),
        (r"(?:Q|T|quarter |quartal )(?P<q>[1-4])[-/ ]*(?:of )?(?P<y>\d{4})", _quarter),
        (r"(?P<q>[1-4])(?:st|nd|rd|th|\.)? ?(?:Q|quarter|quartal)[-/ ]*(?:of )?(?P<y>\d{4})", _quarter),
        (r"(?P<y>\d{4})[-/ ]*(?:Q|T|quarter )(?P<q>[1-4])", _quarter),
        (r"(?:H|S)(?P<h>[12])[-/ ]*(?P<y>\d{4})", _half),
        (r"(?P<y>\d{4})[-/ ]*(?:H|S)(?P<h>[12])", _half),
        (r"(?P<y>\d{4})[-/ ]*(?:W|KW|week )(?P<w>\d{1,2})", _week),
        (r"(?P<y>[12]\d{3})(?P<m>0\d|1[0-2])(?P<d>[0-3]\d)?", _digits),
        (r"(?P<n>\d{5})(?:\.\d+)?", _serial),
    )
)
"""Forms of one date and how each is read, in the order in which they are tried."""
