"""Parsers from text to values. Errors are `CellError` with the expected form and advice.

Pure: the loaders add file and line.
"""

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import TypeVar

from generators.model import Grain, Period
from generators.model.notations.dates import day_advice, period_advice
from generators.model.notations.figures import figure_advice
from generators.model.notations.numbers import Measure, below_zero, number_advice
from generators.model.problems import CellError, proposal

Option = TypeVar("Option", bound=str)
_NUMBER = re.compile(r"(?!-0(\.0*)?$)-?(0|[1-9][0-9]*)(\.[0-9]+)?")
_WHOLE = re.compile(r"[0-9]+")
_DIGITS, _WHOLE_DIGITS = 15, 6
"""The most digits of a number, which every program that reads an export keeps, and of a whole number."""
_NAME = 100
"""The most characters of a name: file systems take 255 bytes, and an address should be read."""
_YEARS = range(1000, 3000)
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})")
_QUARTER = re.compile(r"([0-9]{4})-Q([1-4])")
_YEAR = re.compile(r"[0-9]{4}")
_SIMPLE = re.compile("|".join(form.pattern for form in (_DAY, _MONTH, _QUARTER, _YEAR)))
_PAGE = re.compile(r"[a-z0-9-]+([/.][a-z0-9-]+)*\.md")
_LABEL = r"[a-z0-9]([a-z0-9-]*[a-z0-9])?"
_HOST = rf"({_LABEL}\.)+{_LABEL}"
_ROOT_ADDRESS = re.compile(rf"(?i:https?://{_HOST}(:[0-9]+)?)/((?!\.\.?/)[A-Za-z0-9._~%+,=-]+/)*")
_RESERVED = re.compile(r'(?i:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])( *\..*)?|.*[. ]|.*[<>:"|?*\\].*')
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_TRUTHS = {
    **dict.fromkeys(("true", "wahr", "vrai", "y", "1", "ja", "oui", "x"), "yes"),
    **dict.fromkeys(("false", "falsch", "faux", "n", "0", "nein", "non"), "no"),
}
"""Other words for yes and no, from spreadsheets and people."""
_PERIOD_FORMS = "a period such as 2018-06-17, 2018-06, 2018-Q2, 2018 or first/last"


def number(text: str) -> Decimal | None:
    """Return the number, None for a blank.

    >>> number("33.3"), number("")
    (Decimal('33.3'), None)
    """
    if text and not _NUMBER.fullmatch(text):
        raise CellError("a number in plain digits", number_advice(text))
    return _short_number(text) if text else None


def figure(text: str, measure: Measure) -> Decimal | None:
    """Return the number of a figure, if its indicator allows it; None for a blank.

    >>> figure("33.3", Measure(unit="percent"))
    Decimal('33.3')
    """
    if not text:
        return None
    if not _NUMBER.fullmatch(text) or not (measure.fractions or "." not in text):
        raise CellError(_expected_number(measure), figure_advice(text, measure))
    value = _short_number(text)
    if value < 0 and not measure.signed:
        raise CellError("a number of 0 or more", below_zero(text))
    return value


def _expected_number(measure: Measure) -> str:
    of_unit = f" of {measure.unit}" if measure.unit else ""
    return "a number in plain digits" if measure.fractions else f"a whole number{of_unit}"


def _short_number(text: str) -> Decimal:
    digits = text.lstrip("-0.").replace(".", "") if "." in text else text.lstrip("-")
    if len(digits) <= _DIGITS and len(text) <= 2 * _DIGITS:
        return Decimal(text)
    rounding = "Round it, and write so in note." if "." in text else ""
    raise CellError(f"a number with at most {_DIGITS} digits", rounding)


def whole(text: str) -> int | None:
    """Return a number of 0 or more without a fraction, None for a blank.

    >>> whole("3"), whole("")
    (3, None)
    """
    if text and not _WHOLE.fullmatch(text):
        raise CellError("a whole number in plain digits")
    if len(text) > _WHOLE_DIGITS:
        raise CellError(f"a whole number with at most {_WHOLE_DIGITS} digits")
    return int(text) if text else None


def day(text: str) -> date:
    """Return the day of an ISO date.

    >>> day("2018-07-25")
    datetime.date(2018, 7, 25)
    """
    match = _DAY.fullmatch(text)
    if not match:
        raise CellError("a date such as 2018-07-25", day_advice(text))
    return _calendar_day(text, *map(int, match.groups()))


def period(text: str) -> Period | None:
    """Return the period of an ISO 8601 day, month, quarter, year or interval; None for a blank.

    >>> period("2018-Q2").last, period("2014-01/2014-10").last
    (datetime.date(2018, 6, 30), datetime.date(2014, 10, 31))
    """
    if not text:
        return None
    ends = text.split("/")
    if len(ends) == 2 and all(map(_SIMPLE.fullmatch, ends)):
        return _interval(text, *ends)
    first, last, grain = _simple_period(text)
    return Period(text=text, grain=grain, first=first, last=last)


def choice(text: str, options: Iterable[Option]) -> Option:
    """Return the text as one of the options."""
    names = tuple(options)
    for option in names:
        if option == text:
            return option
    raise CellError("one of " + ", ".join(names), proposal(text, names))


def slug(text: str) -> str:
    """Return the text, if it can be a file name and part of a URL: lower-case words joined by hyphens."""
    if len(text) > _NAME:
        raise CellError(f"at most {_NAME} characters")
    if is_reserved(text):
        raise CellError(
            "a file name that every operating system accepts", f"Windows reserves {text}: choose another name."
        )
    if _SLUG.fullmatch(text):
        return text
    guess = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
    raise CellError("lower-case words joined by hyphens", f"Did you mean {guess}?" if guess else "")


def is_reserved(name: str) -> bool:
    """Return True if Windows cannot have a file of that name, with or without an extension.

    >>> is_reserved("aux"), is_reserved("NUL.txt"), is_reserved("a."), is_reserved("auxiliary")
    (True, True, True, False)
    """
    return bool(_RESERVED.fullmatch(name))


def series(text: str) -> tuple[str, str]:
    """Return the dataset and the indicator of dataset/indicator.

    >>> series("gauge-levels/level")
    ('gauge-levels', 'level')
    """
    dataset, slash, indicator = text.partition("/")
    if not (dataset and slash and indicator):
        raise CellError("a dataset and its indicator, written dataset/indicator")
    return dataset, indicator


def page(text: str) -> str:
    """Return the text, if it can be the path of a page of the site.

    >>> page("datasets/gauge-levels.md")
    'datasets/gauge-levels.md'
    """
    if _PAGE.fullmatch(text):
        return text
    guess = re.sub(r"(\.html?|\.md)?$", ".md", text.lower().strip("/"), count=1)
    advice = f"Did you mean {guess}?" if _PAGE.fullmatch(guess) and guess.count(".") == 1 else ""
    raise CellError("the path of a page, such as briefings/the-name.md", advice)


def address(text: str) -> str:
    """Return the text, if it is the address of a page on the web, or blank.

    >>> address("https://example.org/report")
    'https://example.org/report'
    """
    if re.fullmatch(r"(https?://[^\s<>\"]+)?", text):
        return text
    raise CellError("an address that begins with https:// or http:// and contains no space")


def root_address(text: str) -> str:
    """Return the text, if a site can be published there: a full host, plain folder names, a final slash.

    >>> root_address("https://example.org/briefings/")
    'https://example.org/briefings/'
    """
    if _ROOT_ADDRESS.fullmatch(text):
        return text
    expected = "an address that begins with https:// or http:// and ends with a slash"
    if _ROOT_ADDRESS.fullmatch(f"{text}/"):
        raise CellError(expected, f"Did you mean {text}/?")
    if "@" in text:
        raise CellError(expected, "Remove the name and password: the address is printed on every page.")
    raise CellError(
        expected,
        "Write the host with its dots, in plain letters (xn--…), then names of folders with one slash after each.",
    )


def authority(text: str) -> str:
    """Return the text, if it is a host and a year, month or day for names under RFC 4151.

    >>> authority("vell.example,2021")
    'vell.example,2021'
    """
    host, comma, since = text.partition(",")
    if comma and re.fullmatch(_HOST, host) and re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", since):
        period(since)
        return text
    raise CellError("a host and a date with a comma between them, such as example.org,2026")


def version(text: str) -> str:
    """Return the text, if it is three whole numbers with dots between them.

    >>> version("0.1.0")
    '0.1.0'
    """
    if re.fullmatch(r"(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}", text, re.ASCII):
        return text
    raise CellError("three whole numbers with dots between them, such as 0.1.0")


def version_order(text: str) -> tuple[int, ...]:
    """Return the version's numbers for sorting.

    >>> version_order("0.10.0") > version_order("0.9.1")
    True
    """
    return tuple(int(part) for part in text.split("."))


def licence(text: str) -> str:
    """Return the text, if it can be an SPDX licence identifier.

    >>> licence("CC-BY-4.0")
    'CC-BY-4.0'
    """
    if re.fullmatch(r"[A-Za-z0-9]+([.+-][A-Za-z0-9]+)*", text):
        return text
    guess = "-".join(text.split())
    raise CellError("an SPDX identifier of a licence, such as CC-BY-4.0", f"Did you mean {guess}?" if guess else "")


def yes(text: str) -> bool:
    """Return True for yes, False for no or a blank."""
    if text.casefold() in _TRUTHS:
        raise CellError("one of yes, no", f"Did you mean {_TRUTHS[text.casefold()]}?")
    return choice(text or "no", ("yes", "no")) == "yes"


def _interval(text: str, start: str, end: str) -> Period:
    first, _, _ = _simple_period(start)
    _, last, _ = _simple_period(end)
    if last < first:
        raise CellError("a period that ends after it begins", f"Did you mean {end}/{start}?")
    return Period(text=text, grain=Grain.INTERVAL, first=first, last=last)


def _simple_period(text: str) -> tuple[date, date, Grain]:
    if match := _DAY.fullmatch(text):
        only = _calendar_day(text, *map(int, match.groups()))
        return only, only, Grain.DAY
    if match := _MONTH.fullmatch(text):
        year, month = map(int, match.groups())
        return _calendar_day(text, year, month), _month_end(year, month), Grain.MONTH
    if match := _QUARTER.fullmatch(text):
        year, quarter = map(int, match.groups())
        return _calendar_day(text, year, 3 * quarter - 2), _month_end(year, 3 * quarter), Grain.QUARTER
    if _YEAR.fullmatch(text):
        return _calendar_day(text, int(text)), _calendar_day(text, int(text), 12, 31), Grain.YEAR
    raise CellError(_PERIOD_FORMS, period_advice(text))


def _calendar_day(text: str, year: int, month: int = 1, day_of_month: int = 1) -> date:
    if year not in _YEARS:
        raise CellError(f"a year from {_YEARS[0]} to {_YEARS[-1]}")
    try:
        return date(year, month, day_of_month)
    except ValueError:
        advice = period_advice(text) or "Check the month and the day."
        raise CellError("a day that exists in the calendar", advice) from None


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])
