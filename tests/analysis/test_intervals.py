"""Exact arithmetic between two ends: what is added can be taken away again, and ends stay in order."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.analysis.intervals import (
    Interval,
    counted_interval,
    exact,
    interval_in_words,
    minus,
    over,
    plus,
    rounded,
    stated_interval,
)
from generators.model import Qualifier
from generators.model.lookup import one
from generators.model.problems import CellError
from tests.fixtures.river_site import rivers

NUMBERS = st.decimals(min_value=0, max_value=10**6, places=3).map(Fraction)
ROW = one(rivers(), "gauge-levels/low-days", {"period": "2020-07"})


def between(low: object, high: object, *, rough: bool = False) -> Interval:
    low, high = (None if end is None else Fraction(str(end)) for end in (low, high))
    return Interval(low=low, high=high, rough=rough)


INTERVALS = st.tuples(NUMBERS, NUMBERS).map(lambda ends: between(min(ends), max(ends)))


@given(NUMBERS, NUMBERS, NUMBERS)
def test_changes_add_up_to_the_whole_change(a: Fraction, b: Fraction, c: Fraction) -> None:
    first, second, third = (between(each, each) for each in (a, b, c))
    assert plus(minus(second, first), minus(third, second)) == minus(third, first)


@given(INTERVALS, INTERVALS, st.tuples(st.fractions(0, 1), st.fractions(0, 1)))
def test_ends_are_in_order_and_hold_every_number_between(
    one: Interval, other: Interval, at: tuple[Fraction, Fraction]
) -> None:
    assert one.low is not None
    assert one.high is not None
    assert other.low is not None
    assert other.high is not None
    x, y = one.low + at[0] * (one.high - one.low), other.low + at[1] * (other.high - other.low)
    held = [(plus(one, other), x + y), (minus(one, other), x - y)]
    if other.low:
        held.append((over(one, other), x / y))
    for result, number in held:
        assert result.low is not None
        assert result.high is not None
        assert result.low <= number <= result.high


@given(NUMBERS, NUMBERS, st.booleans())
def test_a_floor_stays_true_when_it_is_rounded(a: Fraction, b: Fraction, up: bool) -> None:  # noqa: FBT001 - hypothesis gives it
    number = a / (b + 1)
    shown = interval_in_words(between(None, number) if up else between(number, None), rounded)
    end = Fraction(shown.split()[-1].replace(",", ""))
    assert end >= number if up else end <= number


@pytest.mark.parametrize(
    ("qualifier", "value", "lower", "upper", "expected"),
    [
        ("exact", "9", None, None, (9, 9)),
        ("exact", None, "3", "5", (3, 5)),
        ("exact", "4", "3", None, (3, 4)),
        ("about", "4", "3", "5", (3, 5)),
        ("at_least", "9", None, None, (9, None)),
        ("more_than", "9", "9", None, (9, None)),
        ("up_to", "9", None, "9", (None, 9)),
    ],
)
def test_what_a_row_states(
    qualifier: Qualifier, value: str | None, lower: str | None, upper: str | None, expected: tuple[object, object]
) -> None:
    middle, low, high = (None if text is None else Decimal(text) for text in (value, lower, upper))
    row = replace(ROW, qualifier=qualifier, value=middle, lower=low, upper=high)
    assert stated_interval(row) == between(*expected, rough=qualifier == "about")


def test_words_without_digits_cannot_be_reckoned_with() -> None:
    for row in (replace(ROW, wording="many"), replace(ROW, value=None)):
        with pytest.raises(CellError):
            stated_interval(row)


def test_a_floor_may_be_taken_as_what_was_counted() -> None:
    assert counted_interval(replace(ROW, qualifier="at_least")) == between(11, 11)


def test_nothing_is_divided_by_0() -> None:
    for divisor in (between(0, 0), between(0, 3)):
        with pytest.raises(CellError):
            over(between(1, 1), divisor)


@pytest.mark.parametrize(
    ("interval", "words", "short"),
    [
        (between(1934, 1934), "1,934", "1,934"),
        (between("12.5", "12.5"), "12.5", "about 13"),
        (between("9.94", "9.94"), "9.94", "about 9.9"),
        (between("9.96", "9.96"), "9.96", "about 10"),
        (between("0.04", "0.04"), "0.04", "under 0.1"),
        (between(0, 0), "0", "0"),
        (between("1.01", "12.01"), "1.01 to 12.01", "about 1 to 13"),
        (between("12.9", None), "at least 12.9", "at least 12"),
        (between(None, "12.1"), "up to 12.1", "up to 13"),
        (between(5, 7, rough=True), "about 5 to 7", "about 5 to 7"),
        (between(5, None, rough=True), "at least about 5", "at least about 5"),
    ],
)
def test_numbers_in_words(interval: Interval, words: str, short: str) -> None:
    assert interval_in_words(interval, exact) == words
    assert interval_in_words(interval, rounded) == short
