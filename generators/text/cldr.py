"""Numbers, dates and lists in a language, by the Unicode CLDR."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Literal

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import (
    NumberPattern,
    format_decimal,
    get_decimal_symbol,
    get_group_symbol,
    get_minus_sign_symbol,
    parse_pattern,
)

from generators.model.languages import LATIN

_REGIONS = {"en": "en-001"}
"""English outside America: day before month, no comma before "and"."""
_ZEROS: Mapping[str, str] = MappingProxyType({LATIN: "0", "arab": "\u0660", "arabext": "\u06f0"})
"""The digit zero of each numbering system that a site can have; the others follow it in Unicode.

Search (`words.py`, `find.js`) and sorted tables (`parts.js`) read these and no others.
"""


@cache
def _locale(language: str) -> Locale:
    return Locale.parse(_REGIONS.get(language, language), sep="-")


def native_numbering(language: str) -> str:
    """Return the numbering system with the digits of the language's own script; `latn` if it has no others.

    >>> native_numbering("ar"), native_numbering("fa"), native_numbering("en")
    ('arab', 'arabext', 'latn')
    """
    locale = _locale(language)
    name = str(locale.other_numbering_systems.get("native", locale.default_numbering_system))
    return name if name in _ZEROS else LATIN


@cache
def digits_of(numbering: str) -> str:
    """Return the ten digits of a numbering system, from zero.

    >>> digits_of("latn"), digits_of("arab")
    ('0123456789', '٠١٢٣٤٥٦٧٨٩')
    """
    return "".join(chr(ord(_ZEROS[numbering]) + number) for number in range(10))


def numeral_in(numbering: str, text: str) -> str:
    """Return the text with the digits of the numbering system in place of Latin ones, without separators.

    >>> numeral_in("arab", "2014"), numeral_in("latn", "2014")
    ('٢٠١٤', '2014')
    """
    return text if numbering == LATIN else text.translate(_table(numbering))


@cache
def _table(numbering: str) -> dict[int, str]:
    return str.maketrans(dict(zip(digits_of(LATIN), digits_of(numbering), strict=True)))


def decimal_in(language: str, value: Decimal | int, numbering: str = LATIN) -> str:
    """Return the number with separators and all its decimals.

    >>> decimal_in("en", 18802), decimal_in("en", Decimal("6.80")), decimal_in("fr", Decimal("0.5"))
    ('18,802', '6.80', '0,5')
    >>> decimal_in("ar", Decimal("1234.5"), "arab")
    '١٬٢٣٤٫٥'
    >>> decimal_in("en", -5), decimal_in("ar", -5) == chr(0x200E) + "-5"
    ('-5', True)
    """
    return _decimal(language, str(value), numbering)


@lru_cache(maxsize=1 << 16)
def _decimal(language: str, text: str, numbering: str) -> str:
    value = Decimal(text)
    exponent = value.as_tuple().exponent
    places = max(0, -exponent) if isinstance(exponent, int) else 0
    pattern = _pattern(language, places)
    number = format_decimal(value, pattern, _locale(language), decimal_quantization=False, numbering_system=numbering)
    if numbering != LATIN:
        return numeral_in(numbering, number)
    # The library leaves out the mark that keeps the sign at the left of Latin digits in a text from right to left.
    return number.replace("-", get_minus_sign_symbol(_locale(language), numbering_system=LATIN))


@cache
def _pattern(language: str, places: int) -> NumberPattern:
    whole = _locale(language).decimal_formats[None].pattern.partition(".")[0]
    return parse_pattern(f"{whole}.{'0' * places}" if places else whole)


@lru_cache(maxsize=1 << 14)
def day_in(language: str, day: date, numbering: str = LATIN) -> str:
    """Return the day in words.

    >>> day_in("en", date(2018, 7, 25)), day_in("ar", date(2018, 7, 25)), day_in("ar", date(2018, 7, 25), "arab")
    ('25 July 2018', '25 يوليو 2018', '٢٥ يوليو ٢٠١٨')
    """
    return numeral_in(numbering, format_date(day, "long", _locale(language)))


@lru_cache(maxsize=1 << 14)
def month_in(language: str, day: date, numbering: str = LATIN) -> str:
    """Return the month of the day and its year in words.

    >>> month_in("en", date(2018, 7, 25)), month_in("ar", date(2018, 7, 25), "arab")
    ('July 2018', 'يوليو ٢٠١٨')
    """
    return numeral_in(numbering, format_skeleton("yMMMM", day, locale=_locale(language)))


def separators_in(language: str, numbering: str = LATIN) -> tuple[str, str]:
    """Return the decimal sign and the separator of thousands.

    >>> separators_in("fr")[0], separators_in("ar", "arab")
    (',', ('٫', '٬'))
    """
    locale = _locale(language)
    return get_decimal_symbol(locale, numbering_system=numbering), get_group_symbol(locale, numbering_system=numbering)


@cache
def months_in(language: str) -> tuple[str, ...]:
    """Return the abbreviations of the months from January on, for axes.

    >>> months_in("en")[8], months_in("ar")[8]
    ('Sep', 'سبتمبر')
    """
    names = Locale.parse(language, sep="-").months["stand-alone"]["abbreviated"]
    return tuple(names[number] for number in range(1, 13))


def plural_examples(language: str) -> dict[str, int]:
    """Return each plural category of the language with a number of it, the smallest but for 0.

    >>> plural_examples("ar")
    {'one': 1, 'two': 2, 'few': 3, 'many': 11, 'other': 100, 'zero': 0}
    """
    examples: dict[str, int] = {}
    for number in (*range(1, 1000), 1_000_000, 0):
        examples.setdefault(str(_locale(language).plural_form(number)), number)
    return examples


def ordinal_form(language: str, position: int) -> str:
    """Return the form that ordinal numbers such as this one have: "one", "two", "few", "many", "other" or "zero".

    >>> ordinal_form("en", 22), ordinal_form("en", 11), ordinal_form("ar", 1)
    ('two', 'other', 'other')
    """
    return str(_locale(language).ordinal_form(position))


def list_in(language: str, items: Iterable[str], style: Literal["standard", "or"] = "standard") -> str:
    """Return the items as a list with "and" or "or".

    >>> list_in("en", ["a", "b", "c"]), list_in("en", ["a"])
    ('a, b and c', 'a')
    """
    return format_list(list(items), style, _locale(language))
