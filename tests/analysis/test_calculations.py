"""Numbers that a page quotes and no source states: worked out exactly, told in words, refused where they would say too much."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial
from itertools import pairwise
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.analysis import calculations
from generators.analysis.calculations import Derived, Figures
from generators.model import Observation, Period, Qualifier
from generators.model.lookup import one
from generators.model.parse import period
from generators.model.problems import CellError
from tests.fixtures.river_site import rivers

ROW = one(rivers(), "gauge-levels/low-days", {"period": "2020-07"})
SIGNS = {"": "exact", "+": "at_least", "~": "about", "-": "up_to"}


def figure(text: str, when: str = "2020-01") -> Observation:
    """A row from a text: "9", "3..5", and with a sign before it +9 for at least, ~9 for about, -9 for up to."""
    sign, ends = re.fullmatch(r"([+~-]?)(.*)", text).groups()  # type: ignore[union-attr]
    low, _, high = ends.partition("..")
    return replace(
        ROW,
        period=period(when),
        value=None if high else Decimal(low),
        lower=Decimal(low) if high else None,
        upper=Decimal(high) if high else None,
        qualifier=cast("Qualifier", SIGNS[sign]),
    )


def span(text: str) -> Period:
    """A stretch of time."""
    found = period(text)
    assert found
    return found


def figures(*texts: str, months: Sequence[str] = ()) -> Figures:
    """The rows of a series, in months that follow each other."""
    dates = months or [f"2020-{n:02}" for n in range(1, len(texts) + 1)]
    rows = tuple(figure(text, when) for text, when in zip(texts, dates, strict=True))
    return Figures(rows=rows, as_counted=calculations.are_floors(rows))


@pytest.mark.parametrize(
    ("first", "last", "words", "formula"),
    [
        ("91", "62", "a fall of 29", "62 − 91 = −29"),
        ("6.4", "6.8", "a rise of 0.4", "6.8 − 6.4 = 0.4"),
        ("5", "5", "no change", "5 − 5 = 0"),
        ("~5", "~5", "no change as stated", "(about 5) − (about 5) = about 0"),
        ("~100", "72", "a fall of about 28", "72 − (about 100) = about −28"),
        ("10", "13..15", "a rise of 3 to 5", "(13 to 15) − 10 = 3 to 5"),
        ("13..15", "10", "a fall of 3 to 5", "10 − (13 to 15) = −5 to −3"),
        ("9..12", "10", "between a fall of 2 and a rise of 1", "10 − (9 to 12) = −2 to 1"),
        ("10", "+14", "a rise of at least 4", "(at least 14) − 10 = at least 4"),
        ("+14", "10", "a fall of at least 4", "10 − (at least 14) = up to −4"),
        ("-4", "9", "a rise of at least 5", "9 − (up to 4) = at least 5"),
        ("+104", "+76", "a fall of 28 in the count", "76 − 104 = −28"),
    ],
)
def test_a_change_is_a_rise_or_a_fall(first: str, last: str, words: str, formula: str) -> None:
    derived = calculations.change(figures(first, last))
    assert (derived.words, derived.formula) == (words, formula)


CHANGE = partial(calculations.change, percent=True)


@pytest.mark.parametrize(
    ("derive", "first", "second", "words", "formula"),
    [
        (CHANGE, "104", "76", "a fall of about 27 per cent", "(76 − 104) ÷ 104 × 100 ≈ −26.9 per cent"),
        (CHANGE, "4", "5", "a rise of 25 per cent", "(5 − 4) ÷ 4 × 100 = 25 per cent"),
        (CHANGE, "8", "9", "a rise of about 13 per cent", "(9 − 8) ÷ 8 × 100 = 12.5 per cent"),
        (CHANGE, "1000", "1001", "a rise of 0.1 per cent", "(1,001 − 1,000) ÷ 1,000 × 100 = 0.1 per cent"),
        (CHANGE, "9999", "9998", "a fall of under 0.1 per cent", "(9,998 − 9,999) ÷ 9,999 × 100 ≈ −0.01 per cent"),
        (CHANGE, "10", "15..20", "a rise of 50 to 100 per cent", "((15 to 20) − 10) ÷ 10 × 100 = 50 to 100 per cent"),
        (CHANGE, "3", "+4", "a rise of at least 33 per cent", "((at least 4) − 3) ÷ 3 × 100 ≈ at least 33.3 per cent"),
        (CHANGE, "~7", "8", "a rise of about 14 per cent", "(8 − (about 7)) ÷ (about 7) × 100 ≈ about 14.3 per cent"),
        (calculations.share_of, "619", "794", "about 78 per cent", "619 ÷ 794 × 100 ≈ 78.0 per cent"),
        (calculations.share_of, "1", "4", "25 per cent", "1 ÷ 4 × 100 = 25 per cent"),
        (calculations.share_of, "30", "30..60", "50 to 100 per cent", "30 ÷ (30 to 60) × 100 = 50 to 100 per cent"),
        (calculations.share_of, "1", "3..7", "about 14 to 34 per cent", "1 ÷ (3 to 7) × 100 ≈ 14.2 to 33.4 per cent"),
        (calculations.share_of, "+49", "+91", "about 54 per cent in the count", "49 ÷ 91 × 100 ≈ 53.8 per cent"),
        (calculations.share_of, "5", "+10", "up to 50 per cent", "5 ÷ (at least 10) × 100 = up to 50 per cent"),
        (calculations.share_of, "+1", "3", "at least 33 per cent", "(at least 1) ÷ 3 × 100 ≈ at least 33.3 per cent"),
        (calculations.ratio, "611", "91", "about 6.7 times", "611 ÷ 91 ≈ 6.71"),
        (calculations.ratio, "9", "3", "3 times", "9 ÷ 3 = 3"),
        (calculations.ratio, "+65000", "31000", "at least 2 times", "(at least 65,000) ÷ 31,000 ≈ at least 2.09"),
        (calculations.ratio, "1..2", "4", "about 0.2 to 0.5 times", "(1 to 2) ÷ 4 = 0.25 to 0.5"),
        (calculations.ratio, "+5", "-4", "at least 1.2 times", "(at least 5) ÷ (up to 4) = at least 1.25"),
    ],
)
def test_a_quotient_is_shown_to_one_decimal_more_than_it_is_told(
    derive: Callable[[Figures], Derived], first: str, second: str, words: str, formula: str
) -> None:
    derived = derive(figures(first, second))
    assert (derived.words, derived.formula) == (words, formula)


@pytest.mark.parametrize(
    ("texts", "words", "formula"),
    [
        (("291", "474", "410"), "1,175", "291 + 474 + 410 = 1,175"),
        (("+91", "+104"), "at least 195", "91 + 104 = 195"),
        (("1..2", "~3"), "about 4 to 5", "(1 to 2) + (about 3) = about 4 to 5"),
        (("4", "-3"), "up to 7", "4 + (up to 3) = up to 7"),
        (("0.1", "0.2"), "0.3", "0.1 + 0.2 = 0.3"),
    ],
)
def test_a_total_carries_ranges_and_floors(texts: tuple[str, ...], words: str, formula: str) -> None:
    derived = calculations.total(figures(*texts), span(f"2020-01/2020-0{len(texts)}"))
    assert (derived.words, derived.formula) == (words, formula)


@given(st.lists(st.integers(0, 10**6), min_size=2, max_size=9))
def test_changes_from_month_to_month_add_up(numbers: list[int]) -> None:
    def signed(derived: Derived) -> int:
        amount = int(derived.words.split()[-1].replace(",", "")) if derived.words != "no change" else 0
        return -amount if "fall" in derived.words else amount

    texts = list(map(str, numbers))
    steps = [signed(calculations.change(figures(a, b))) for a, b in pairwise(texts)]
    assert sum(steps) == signed(calculations.change(figures(texts[0], texts[-1]))) == numbers[-1] - numbers[0]


@pytest.mark.parametrize(
    ("texts", "words"),
    [
        (("49", "14", "12"), "the highest of 3 figures"),
        (("12", "14", "49"), "the 3rd highest of 3 figures"),
        (("14", "14", "12"), "the joint highest of 3 figures"),
        (("5..6", "7..9"), "the 2nd highest of 2 figures"),
        (("+49", "+14"), "the highest of 2 figures in the count"),
        (("+49", "14"), "the highest of 2 figures"),
        (("1", *map(str, range(2, 13))), "the 12th highest of 12 figures"),
    ],
)
def test_a_rank_counts_what_is_higher(texts: tuple[str, ...], words: str) -> None:
    assert calculations.rank(figures(*texts)).words == words


@pytest.mark.parametrize(
    ("texts", "words"),
    [
        (("3", "9", "4"), "9 in February 2020"),
        (("9", "3", "9"), "9 in January 2020 and March 2020"),
        (("3", "7..9"), "7 to 9 in February 2020"),
        (("3", "+9"), "at least 9 in February 2020"),
        (("+3", "+9"), "at least 9 in February 2020, the highest in the count"),
    ],
)
def test_a_peak_has_its_period_and_names_ties(texts: tuple[str, ...], words: str) -> None:
    assert calculations.peak(figures(*texts)).words == words


@pytest.mark.parametrize(
    ("derive", "expected"),
    [
        (lambda: calculations.change(figures("10", "+4")), "figures that show whether it rose or fell"),
        (lambda: calculations.change(figures("+4", "10")), "figures that show whether it rose or fell"),
        (lambda: calculations.change(figures("0", "4"), percent=True), "a figure above 0 to divide by"),
        (lambda: calculations.share_of(figures("5", "4")), "a part that is not larger than its whole"),
        (lambda: calculations.ratio(figures("-5", "-4")), "figures that bound the result"),
        (lambda: calculations.total(figures("+5", "-4"), span("2020-01/2020-02")), "figures that bound the result"),
        (lambda: calculations.total(figures("5", "4"), span("2020-01/2020-06")), "a figure for every part of 2020-01/2020-06"),
        (lambda: calculations.total(figures("5", "4", months=("2020-01", "2020-03")), span("2020-01/2020-03")),
         "a figure for every part of 2020-01/2020-03"),
        (lambda: calculations.total(figures("5", "4", months=("2020-01", "2020-01")), span("2020-01")),
         "periods that do not overlap"),
        (lambda: calculations.peak(figures("5", "4", months=("2020-01", "2020-Q2"))), "periods of one length"),
        (lambda: calculations.peak(figures("5..8", "7")), "figures whose order is known"),
        (lambda: calculations.rank(figures("9", "+4")), "figures whose order is known"),
    ],
)  # fmt: skip
def test_what_is_not_known_is_not_said(derive: Callable[[], Derived], expected: str) -> None:
    with pytest.raises(CellError, match=re.escape(expected)):
        derive()


@pytest.mark.parametrize("unit", ["days per month", "percent of days"])
def test_rates_and_shares_are_not_added_up(unit: str) -> None:
    rows = tuple(replace(o, indicator=replace(o.indicator, unit=unit)) for o in figures("1", "2").rows)
    with pytest.raises(CellError, match="figures of a flow"):
        calculations.total(Figures(rows=rows, as_counted=False), span("2020-01/2020-02"))


def test_a_change_between_shares_is_in_percentage_points() -> None:
    rows = tuple(replace(o, indicator=replace(o.indicator, unit="percent")) for o in figures("20", "25").rows)
    shares = Figures(rows=rows, as_counted=False)
    assert calculations.change(shares).words == "a rise of 5 percentage points"
    with pytest.raises(CellError, match="not shares themselves"):
        calculations.change(shares, percent=True)
