"""Numbers between two ends, reckoned with exactly and put into words: a range stays a range, a floor stays a floor.

An end that nobody stated is None. Nothing here knows what is counted; `stats` says what may be reckoned with what.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from fractions import Fraction

from generators.model import Observation
from generators.problems import CellError
from generators.wording import digits

Words = Callable[[Fraction, str], str]
"""A number as digits; the second argument is the way to round, which a form without rounding leaves alone."""
FLOORS = ("at_least", "more_than")


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """A number known to lie between two ends, both included."""

    low: Fraction | None
    high: Fraction | None
    rough: bool = False
    """True if a source calls a number that went into it approximate."""

    @property
    def known(self) -> bool:
        """True if at least one end is stated."""
        return self.low is not None or self.high is not None


def stated(observation: Observation) -> Interval:
    """What the observation says: a floor is open above, a ceiling below. Words without digits are an error."""
    value, low, high = observation.value, observation.lower, observation.upper
    if observation.wording or (value, low, high) == (None, None, None):
        raise CellError("figures in digits", 'Quote the source\'s own words with value("dataset/indicator", "period").')
    low, high = (value if low is None else low), (value if high is None else high)
    return Interval(
        low=None if low is None or observation.qualifier == "up_to" else Fraction(low),
        high=None if high is None or observation.qualifier in FLOORS else Fraction(high),
        rough=observation.qualifier == "about",
    )


def counted(observation: Observation) -> Interval:
    """The floor itself, as a count that is complete for its recorder."""
    low = stated(observation).low
    return Interval(low=low, high=low)


def plus(one: Interval, other: Interval) -> Interval:
    """The sum: lowest with lowest, highest with highest."""
    low = None if one.low is None or other.low is None else one.low + other.low
    high = None if one.high is None or other.high is None else one.high + other.high
    return Interval(low=low, high=high, rough=one.rough or other.rough)


def minus(one: Interval, other: Interval) -> Interval:
    """The difference: the lowest that it can be, and the highest."""
    low, high = (None if end is None else -end for end in (other.high, other.low))
    return plus(one, Interval(low=low, high=high, rough=other.rough))


def over(one: Interval, other: Interval) -> Interval:
    """The quotient of numbers of 0 or more; a divisor that may be 0 is an error."""
    if other.low == 0 or other.high == 0:
        raise CellError("a figure above 0 to divide by", "Quote both figures with value(…) instead.")
    low = None if one.low is None or other.high is None else one.low / other.high
    high = None if one.high is None or other.low is None else one.high / other.low
    return Interval(low=low, high=high, rough=one.rough or other.rough)


def exact(number: Fraction, _: str = "") -> str:
    """The number without rounding: in digits where they end, else as a fraction.

    >>> exact(Fraction(1934)), exact(Fraction(-2, 5)), exact(Fraction(-7, 26))
    ('1,934', '−0.4', '−7/26')
    """
    sign, size, divisor = "−" if number < 0 else "", abs(number), number.denominator
    for prime in (2, 5):
        while divisor % prime == 0:
            divisor //= prime
    if divisor > 1:
        return f"{sign}{size.numerator:,}/{size.denominator:,}"
    return sign + digits(Decimal(size.numerator) / Decimal(size.denominator))


def rounded(number: Fraction, rounding: str = ROUND_HALF_UP) -> str:
    """A quotient as the house rounds it: to a whole number from 10 on, to one decimal below.

    >>> rounded(Fraction(700, 26)), rounded(Fraction(17, 4)), rounded(Fraction(3)), rounded(Fraction(1, 999))
    ('27', '4.3', '3', '0')
    """
    step = Decimal("1" if abs(number) >= 10 else "0.1")
    tenths = Decimal(number.numerator) / Decimal(number.denominator)
    short = tenths.quantize(step, rounding=rounding)
    return digits(short.to_integral_value() if short == short.to_integral_value() else short)


def in_words(interval: Interval, form: Words = exact) -> str:
    """Range, floor, ceiling or number; "about" where it is approximate or was rounded.

    The ends of a range are rounded outwards, so that a floor or a ceiling stays true and needs no "about".
    """
    low, high = interval.low, interval.high
    about = "about " if interval.rough else ""
    if low is None or high is None:
        way, end, rounding = ("at least", low, ROUND_FLOOR) if high is None else ("up to", high, ROUND_CEILING)
        return f"{way} {about}{form(end or Fraction(0), rounding)}"
    if low == high:
        text = form(low, ROUND_HALF_UP)
        return "under 0.1" if low and text == "0" else _or_about(about, low, text) + text
    ends = (form(low, ROUND_FLOOR), form(high, ROUND_CEILING))
    return (_or_about(about, low, ends[0]) or _or_about(about, high, ends[1])) + " to ".join(ends)


def _or_about(about: str, number: Fraction, shown: str) -> str:
    return about or ("about " if shown != exact(number) else "")
