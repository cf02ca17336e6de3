"""Exact arithmetic with intervals, and their wording: a range stays a range, a floor stays a floor.

An unstated end is None. This module does not know what is counted; `derived_values` checks what may be combined.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from fractions import Fraction

from generators.model import Observation, Qualifier
from generators.model.problems import CellError
from generators.text.messages import gettext
from generators.text.wording import between, digits, qualified

Form = Callable[[Fraction, str], Decimal]
"""A function from a number and a rounding mode to the displayed number; an exact form ignores the mode."""
FLOORS = ("at_least", "more_than")


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """A number between two ends, both included."""

    low: Fraction | None
    high: Fraction | None
    rough: bool = False
    """True if a source calls one of the inputs approximate."""

    @property
    def known(self) -> bool:
        """True if at least one end is stated."""
        return self.low is not None or self.high is not None


def point(number: Fraction | int) -> Interval:
    """Return the interval of one exact number."""
    return Interval(low=Fraction(number), high=Fraction(number))


def stated_interval(observation: Observation) -> Interval:
    """Return the stated interval: a floor is open above, a ceiling below. Words without digits are an error."""
    value, low, high = observation.value, observation.lower, observation.upper
    if observation.wording or (value, low, high) == (None, None, None):
        raise CellError("figures in digits", 'Quote the source\'s own words with value("dataset/indicator", "period").')
    low, high = (value if low is None else low), (value if high is None else high)
    return Interval(
        low=None if low is None or observation.qualifier == "up_to" else Fraction(low),
        high=None if high is None or observation.qualifier in FLOORS else Fraction(high),
        rough=observation.qualifier == "about",
    )


def counted_interval(observation: Observation) -> Interval:
    """Return the floor as an exact number: the recorder's own complete count."""
    low = stated_interval(observation).low
    return Interval(low=low, high=low)


def plus(a: Interval, b: Interval) -> Interval:
    """Return the sum."""
    low = None if a.low is None or b.low is None else a.low + b.low
    high = None if a.high is None or b.high is None else a.high + b.high
    return Interval(low=low, high=high, rough=a.rough or b.rough)


def multiplied(interval: Interval, number: int) -> Interval:
    """Return the interval times a number; a negative number swaps the ends."""
    low, high = (None if end is None else number * end for end in (interval.low, interval.high))
    return replace(interval, low=low, high=high) if number > 0 else replace(interval, low=high, high=low)


def minus(a: Interval, b: Interval) -> Interval:
    """Return the difference."""
    return plus(a, multiplied(b, -1))


def over(a: Interval, b: Interval) -> Interval:
    """Return the quotient of non-negative numbers; a divisor that may be 0 is an error."""
    if b.low == 0 or b.high == 0:
        raise CellError("a figure above 0 to divide by", "Quote both figures with value(…) instead.")
    low = None if a.low is None or b.high is None else a.low / b.high
    high = None if a.high is None or b.low is None else a.high / b.low
    return Interval(low=low, high=high, rough=a.rough or b.rough)


def exact(number: Fraction, _: str = "") -> Decimal:
    """Return the number as an exact decimal; for sums and differences."""
    return Decimal(number.numerator) / Decimal(number.denominator)


def rounded(number: Fraction, rounding: str = ROUND_HALF_UP) -> Decimal:
    """Return the number rounded to an integer from 10 on, to one decimal below 10.

    >>> [f"{rounded(Fraction(*pair)):f}" for pair in ((700, 26), (17, 4), (3, 1), (1, 999))]
    ['27', '4.3', '3', '0']
    """
    return _decimals(number, 0 if abs(number) >= 10 else 1, rounding).normalize()


def finer(number: Fraction, rounding: str = ROUND_HALF_UP) -> Decimal:
    """Return the number with one decimal more than `rounded`, without trailing zeros if that is exact.

    >>> [f"{finer(Fraction(*pair)):f}" for pair in ((700, 26), (17, 4), (3, 1), (1, 999), (1169, 15))]
    ['26.9', '4.25', '3', '0.00', '77.9']
    """
    short = _decimals(number, 1 if abs(number) >= 10 else 2, rounding)
    return short.normalize() if short == number else short


def _decimals(number: Fraction, places: int, rounding: str) -> Decimal:
    return exact(number).quantize(Decimal(1).scaleb(-places), rounding=rounding)


def interval_in_words(interval: Interval, form: Form = exact) -> str:
    """Return the range, floor, ceiling or number in words, with "about" if it is approximate or rounded.

    The ends of a range are rounded outwards, so that a floor or a ceiling stays true and needs no "about".
    """
    low, high = interval.low, interval.high
    if low is None or high is None or (_is_exact(low, form) and _is_exact(high, form)):
        return _text(interval, form)
    return (
        gettext("under %(number)s", number=digits(Decimal("0.1")))
        if low == high and not form(low, ROUND_HALF_UP)
        else _text(replace(interval, rough=True), form)
    )


def equation(formula: str, result: Interval, form: Form = exact) -> str:
    """Return the formula and its result, with ≈ if the result has more digits than the form shows."""
    ends = (end for end in (result.low, result.high) if end is not None)
    return f"{formula} {'=' if all(_is_exact(end, form) for end in ends) else '≈'} {_text(result, form)}"


def _is_exact(number: Fraction, form: Form) -> bool:
    """Return True if the form shows all digits of the number."""
    return form(number, ROUND_FLOOR) == number


def _text(interval: Interval, form: Form) -> str:
    """Return the range, floor, ceiling or number, with "about" only if a source calls it approximate."""
    low, high = interval.low, interval.high
    about: Qualifier = "about" if interval.rough else "exact"
    if low is None or high is None:
        bound: Qualifier = "at_least" if high is None else "up_to"
        end, rounding = (low, ROUND_FLOOR) if high is None else (high, ROUND_CEILING)
        return qualified(bound, qualified(about, _digits(form(end or Fraction(0), rounding))))
    if low == high:
        return qualified(about, _digits(form(low, ROUND_HALF_UP)))
    return qualified(about, between(_digits(form(low, ROUND_FLOOR)), _digits(form(high, ROUND_CEILING))))


def _digits(number: Decimal) -> str:
    return digits(number).replace("-", "−")
