"""Figures in foreign notation: the number, and the columns for other parts of the text."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from decimal import Decimal

from generators.model.notations.months import MONTH_NAME
from generators.model.notations.numbers import (
    LONGEST,
    Candidate,
    Measure,
    candidates,
    normalised,
    number_proposal,
    short,
    without_lookalikes,
)


def figure_advice(text: str, measure: Measure) -> str:
    """Return advice for a figure, with the columns to use."""
    cleaned = normalised(text)
    if len(text) > LONGEST:
        return _ONE_FIGURE
    if number := number_proposal(candidates(without_lookalikes(cleaned)), measure):
        return number
    for pattern, answer in _RECOGNISERS:
        if (match := pattern.fullmatch(cleaned)) and (advice := answer(match, measure)):
            return advice
    return _WORDS if not re.search(r"\d", cleaned) else _ONE_FIGURE


def _number_text(text: str, measure: Measure) -> str:
    """Return the possible numbers of a part of a text as words for a sentence; empty for none."""
    numbers = [candidate for candidate in candidates(text) if measure.fractions or candidate.is_whole]
    return " or ".join(
        f"{candidate.digits} ({candidate.condition})" if numbers[1:] else candidate.digits for candidate in numbers
    )


Answer = Callable[[re.Match[str], Measure], str]
_N = r"(?P<n>-?\d[\d.,' ]*|[.,]\d+)"
_WORDS = "Words such as hundreds belong in the wording column."
_ONE_FIGURE = (
    "Write one figure in digits alone; words belong in wording, remarks in note, each further figure in its own row."
)
_ERROR = (
    "A spreadsheet shows this where a formula fails or a column is too narrow: "
    "type the figure of the source, or leave the cell blank if there is none."
)
_DASH = "Leave the cell blank if the figure is not known; write 0 if the source says that a dash means none."
_UNKNOWN = "This means no figure: leave the cell blank."
_TRUTH = "A spreadsheet converted the cell to true or false: type the figure of the source."
_FORMULA = "A formula is not a figure: type its result."
_DATE = "A spreadsheet converted the figure, or a range such as 3-4, to a date: type the text of the source."
_SHORTENED = "A spreadsheet shortened the number: type all digits of the source."
_TWO = "Two figures, or a fraction: write one figure per row, or the ends of a range under lower and upper."


def _always(sentence: str) -> Answer:
    return lambda _match, _measure: sentence


def _with_number(sentence: str) -> Answer:
    """Return the sentence with the number in place of {n}; empty if that part is no number."""

    def answer(match: re.Match[str], measure: Measure) -> str:
        worded = _number_text(match["n"].strip(), measure)
        return sentence.format(n=worded) if worded else ""

    return answer


def _with_qualifier(qualifier: str) -> Answer:
    return _with_number(f"Write {{n}} here, and {qualifier} under qualifier.")


def _range(match: re.Match[str], measure: Measure) -> str:
    ends = [candidates(end.strip()) for end in (match["n"], match["m"])]
    if not all(ends):
        return ""
    low, high = (options[0] for options in ends)
    if any(len(options) > 1 for options in ends) or low.value >= high.value or not _are_allowed((low, high), measure):
        return "A range: write its lower end under lower and its upper end under upper, and leave value blank."
    return f"A range: write {low.digits} under lower and {high.digits} under upper, and leave value blank."


def _are_allowed(numbers: Iterable[Candidate], measure: Measure) -> bool:
    return all((measure.fractions or number.is_whole) and (measure.signed or number.value >= 0) for number in numbers)


def _percent(match: re.Match[str], measure: Measure) -> str:
    worded = _number_text(match["n"].strip(), measure)
    if measure.unit.startswith("percent"):
        return f"Write {worded}: the unit of this indicator is percent already." if worded else ""
    of = measure.unit or "things"
    return f"This indicator counts {of}: use a separate indicator with unit: percent for a share."


def _in_parentheses(match: re.Match[str], measure: Measure) -> str:
    worded = _number_text(match["n"].strip(), measure)
    if not worded:
        return ""
    if measure.signed:
        return f"Write -{worded} if the parentheses mean a number below 0, as in accounts, else {worded}."
    return f"Write {worded} if the parentheses are a remark; in accounts they mean -{worded}, which is below 0."


_TIMES = {
    "k": 3, "tsd": 3, "thousand": 3, "hundred": 2, "lakh": 5, "crore": 7, "m": 6, "mn": 6, "mio": 6, "million": 6,
    "bn": 9, "billion": 9,
}  # fmt: skip


def _multiple(match: re.Match[str], measure: Measure) -> str:
    """Return the number in digits; each reading of "1.234k" gives another."""
    times = match["times"].casefold()
    numbers = [short(f"{candidate.value.scaleb(_TIMES[times]):f}") for candidate in candidates(match["n"].strip())]
    fitting = " or ".join(digits for digits in numbers if measure.fractions or "." not in digits)
    word = "if m stands for million, " if times == "m" else ""
    return f"Write {fitting} {word}and about under qualifier if the source has rounded it." if fitting else ""


def _vulgar_fraction(match: re.Match[str], measure: Measure) -> str:
    """Return the number with its decimals, if they end."""
    value = Decimal(match["whole"] or 0) + Decimal(str(unicodedata.numeric(match["part"])))
    return number_proposal([Candidate(f"{value:f}")], measure) if len(f"{value:f}") < 8 else _TWO


def _scientific(match: re.Match[str], measure: Measure) -> str:
    power = int(match["power"])
    if abs(power) > 15:
        return _SHORTENED
    value = short(f"{Decimal(match['n'].replace(',', '.')).scaleb(power):f}")
    fits = measure.fractions or "." not in value
    return _SHORTENED.removesuffix(".") + (f"; these mean {value}." if fits else ".")


_MARK = r"\*+|[†‡§¶#]+|\[\w{1,3}\]|\(\w{1,2}\)|\^\w|[⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈ]+|[A-Za-z]\)?"
_UNKNOWNS = (
    r"n\.?/?\s?a\.?|null|nil|none|nan|missing|unknown|unk\.?|not (?:known|stated|available|reported|applicable)|"
    r"n\.?d\.?|n\.?k\.?|tb[cd]|k\.?\s?a\.?|unbekannt|inconnue?|x+|\?+|غير معروف"
)
_FORMS: tuple[tuple[str, Answer], ...] = (
    (r"#.*|n/a!", _always(_ERROR)),
    (r"[-.:…]+", _always(_DASH)),
    (_UNKNOWNS, _always(_UNKNOWN)),
    (r"true|false|wahr|falsch|vrai|faux|yes|no|ja|nein|oui|non", _always(_TRUTH)),
    (r"[=@].*|\d[\d.,]*(?: ?[+*×÷] ?\d[\d.,]*)+", _always(_FORMULA)),
    (rf"['+]{_N}", lambda match, measure: number_proposal(candidates(match["n"].strip()), measure)),
    (r"(?P<n>-?\d+(?:[.,]\d+)?)e(?P<power>[+-]?\d{1,4})", _scientific),
    (
        rf"(?:≥|>=|=>|at least|min(?:imum|\.)?|no (?:fewer|less) than|mindestens|au moins) ?{_N}",
        _with_qualifier("at_least"),
    ),
    (rf"{_N} ?(?:\+|\+\+|or more|and more|plus|oder mehr|et plus)", _with_qualifier("at_least")),
    (rf"(?:>|more than|over|above|mehr als|über|plus de) ?{_N}", _with_qualifier("more_than")),
    (rf"(?:≤|<=|=<|up to|at most|max(?:imum|\.)?|no more than|bis zu|jusqu'à) ?{_N}", _with_qualifier("up_to")),
    (
        rf"(?:<|fewer than|less than|under|below|weniger als|moins de) ?{_N}",
        _with_number("Write fewer than {n} under wording, and leave this cell blank."),
    ),
    (
        rf"(?:[~≈∼±]|c\.?|ca\.?|circa|approx\.?|approximately|about|around|roughly|some|etwa|rund|environ) ?{_N}",
        _with_qualifier("about"),
    ),
    (rf"{_N} ?(?:~|approx\.?|approximately|ca\.?|or so)", _with_qualifier("about")),
    (
        rf"(?:between |from |zwischen |entre |[\[(])?{_N} ?(?:-|to|bis|and|und|or|à|et|~|\.\.\.?|…) ?{_N.replace('<n>', '<m>')}[\])]?",
        _range,
    ),
    (rf"{_N} ?(?:%|٪|percent|per cent|pct\.?|prozent|pour cent)", _percent),
    (rf"\({_N}\)", _in_parentheses),
    (
        rf"(?:[$€£¥] ?{_N}|{_N.replace('<n>', '<m>')} ?(?:[$€£¥]|usd|eur|gbp|iqd))",
        _always("Write the number alone, and the currency as the unit of the indicator in the sidecar."),
    ),
    (rf"{_N} ?(?P<times>{'|'.join(_TIMES)})\.?", _multiple),
    (
        rf"{_N} ?(?:{_MARK})",
        _with_number("Write {n} here, and the meaning of the mark in note."),
    ),
    (r"(?:(?P<whole>\d{1,6}) ?)?(?P<part>[¼½¾⅐-⅞])", _vulgar_fraction),
    (rf"{_N} ?/ ?\d+", _always(_TWO)),
    (rf"\d{{1,2}}[. -]*(?:{MONTH_NAME})\.?|(?:{MONTH_NAME})\.?[. -]*\d{{1,4}}", _always(_DATE)),
    (r"\d{4}-\d\d?-\d\d?[ T].*|\d\d?[./]\d\d?[./]\d{2,4}.*", _always(_DATE)),
    (
        rf"{_N} [^\W\d][^\d]*",
        _with_number("Write {n} alone: the unit is in the sidecar, and remarks belong in note."),
    ),
)
_RECOGNISERS = tuple((re.compile(form, re.IGNORECASE), answer) for form, answer in _FORMS)
"""Notations and their answers, in the order in which they are tried."""
