"""Numbers in foreign notation: the possible numbers of a text."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """The numbers that an indicator allows."""

    unit: str = ""
    fractions: bool = True
    signed: bool = False
    """True if a number can be below 0."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A number in plain digits, and the condition under which the text means it."""

    digits: str
    condition: str = ""

    @property
    def is_whole(self) -> bool:
        """True if it has no fraction."""
        return "." not in self.digits

    @property
    def value(self) -> Decimal:
        """The number itself, for comparison."""
        return Decimal(self.digits)


_MARKS = {".": "dot", ",": "comma"}
_SPACES = re.compile(r"[\s_\u2000-\u200b\u202f\u2060]+")
_DASHES = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]")
_QUOTES = re.compile("[\u2018\u2019\u02bc\u00b4`]")
_LOOKALIKES = str.maketrans({"l": "1", "I": "1", "|": "1", "O": "0", "o": "0"})
_BETWEEN_DIGITS = {"S": "5", "B": "8"}
_SEPARATORS = str.maketrans({"\u066b": ".", "\u066c": "'", "\u060c": ",", "\uff0e": ".", "\uff0c": ","})
_GROUPED = re.compile(r"[1-9]\d{0,2}(?P<mark>[.,' ])\d{3}(?:(?P=mark)\d{3})*(?P<rest>[.,]\d+)?")
_BY_HUNDREDS = re.compile(r"[1-9]\d?(?:,\d\d)+,\d{3}(?P<rest>\.\d+)?")
_DECIMAL = re.compile(r"\d*(?P<mark>[.,])\d+")
LONGEST = 60
"""Letters of a text that is looked at; a longer one is no number."""


def normalised(text: str) -> str:
    """Return the text with ASCII digits, dashes, apostrophes and single spaces.

    >>> normalised(" ١٬٢٣٤ "), normalised("3–5")
    ("1'234", '3-5')
    """
    digits = "".join(str(unicodedata.decimal(letter, letter)) for letter in text[: LONGEST + 1])
    dashes = _DASHES.sub("-", digits.translate(_SEPARATORS))
    return _SPACES.sub(" ", _QUOTES.sub("'", dashes)).strip()


def candidates(text: str) -> tuple[Candidate, ...]:
    """Return the possible numbers of the plain text, the likeliest first.

    >>> [candidate.digits for candidate in candidates("1.234")], [candidate.digits for candidate in candidates("12,5")]
    (['1234', '1.234'], ['12.5'])
    """
    sign, body = ("-", text[1:].lstrip()) if text.startswith("-") else ("", text)
    return tuple(
        Candidate(sign + digits if digits != "0" else digits, condition)
        for digits, condition in _unsigned_readings(body)
    )


def _unsigned_readings(body: str) -> Iterator[tuple[str, str]]:
    if len(body) > LONGEST:
        return
    if body.isdecimal() and body.isascii():
        yield short(body), ""
    yield from _grouped_digits(body)
    if match := _DECIMAL.fullmatch(body):
        yield short(body.replace(",", ".")), f"if the {_MARKS[match['mark']]} begins decimals"


def _grouped_digits(body: str) -> Iterator[tuple[str, str]]:
    """Yield the number in groups of three, with a condition for a single group that may be decimals."""
    match = _GROUPED.fullmatch(body)
    rest = match["rest"] or "" if match else ""
    if match and not (rest and rest[0] == match["mark"]):
        integer = body[: len(body) - len(rest)].replace(match["mark"], "")
        unsure = _DECIMAL.fullmatch(body)
        condition = f"if the {_MARKS[match['mark']]} separates thousands" if unsure else ""
        yield short(integer + rest.replace(",", ".")), condition
    elif _BY_HUNDREDS.fullmatch(body):
        yield short(body.replace(",", "")), ""


def short(digits: str) -> str:
    """Return the number without superfluous zeros."""
    before, dot, after = digits.partition(".")
    after = after.rstrip("0")
    return (before.lstrip("0") or "0") + (dot + after if after else "")


def number_advice(text: str) -> str:
    """Return advice for a number without an indicator; empty for other text."""
    return number_proposal(candidates(without_lookalikes(normalised(text))), Measure(signed=True))


def without_lookalikes(text: str) -> str:
    """Return the text with digits for similar letters, if that makes it a number.

    >>> without_lookalikes("2o8"), without_lookalikes("some")
    ('208', 'some')
    """
    guess = re.sub(r"(?<=\d)[SB](?=\d)", lambda match: _BETWEEN_DIGITS[match[0]], text).translate(_LOOKALIKES)
    return guess if re.search(r"\d", text) and candidates(guess) else text


def number_proposal(numbers: Sequence[Candidate], measure: Measure) -> str:
    """Return advice with the allowed numbers, and the requirements of the others."""
    if numbers and not measure.signed and all(number.value < 0 for number in numbers):
        return below_zero(numbers[0].digits)
    valid = [number for number in numbers if measure.fractions or number.is_whole]
    fractions = [number for number in numbers if number not in valid]
    return " ".join(part for part in (_choice(valid, alone=not fractions), *map(_fraction, fractions)) if part)


def _choice(numbers: Sequence[Candidate], *, alone: bool) -> str:
    if len(numbers) == 1 and alone:
        return f"Did you mean {numbers[0].digits}?"
    return (
        f"Write {', or '.join(f'{number.digits} {number.condition}'.strip() for number in numbers)}." if numbers else ""
    )


def _fraction(number: Candidate) -> str:
    return f"If the source says {number.digits}, write that, and fractions: yes under this indicator in the sidecar."


def below_zero(digits: str) -> str:
    """Return advice for a negative number that is not allowed."""
    if re.fullmatch(r"-(9+|8{2,}|7{2,})", digits):
        return f"Many tables write {digits} for unknown: leave the cell blank."
    change = "For a change, which can be below 0, write kind: change under its indicator in the sidecar."
    return f"Some tables write -1 for unknown: then leave the cell blank. {change}" if digits == "-1" else change
