"""Numbers, ranges and dates in words."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.model import Observation, Qualifier, parse
from generators.text import wording
from tests.fixtures.river_site import rivers

LEVEL = rivers().series("gauge-levels", "level")[0]


def stated(text: str, qualifier: Qualifier = "exact", words: str = "") -> Observation:
    """An observation of "lower value upper", a hyphen for a blank."""
    lower, value, upper = (None if part == "-" else Decimal(part) for part in text.split())
    return replace(LEVEL, lower=lower, value=value, upper=upper, qualifier=qualifier, wording=words)


@pytest.mark.parametrize(
    ("observation", "words"),
    [
        (stated("- 91 -", "at_least"), "at least 91"),
        (stated("- 18802 -"), "18,802"),
        (stated("- 6.80 -", "about"), "about 6.80"),
        (stated("- 500 -", "more_than"), "more than 500"),
        (stated("- 500 -", "up_to"), "up to 500"),
        (stated("14000 - 18000"), "14,000 to 18,000"),
        (stated("500 510 520", "about"), "about 510, range 500 to 520"),
        (stated("500 500 520"), "500 to 520"),
        (stated("91 - 91"), "91"),
        (stated("- - -"), "not stated"),
        (stated("- - -", "at_least", "hundreds"), "hundreds"),
        (stated("- 33.3 -", "about", "a third"), "a third"),
    ],
)
def test_an_amount_keeps_its_qualifier_its_ends_and_its_words(observation: Observation, words: str) -> None:
    assert wording.amount(observation) == words


def test_a_share_says_per_cent() -> None:
    share = replace(LEVEL.indicator, unit="percent of national area")
    assert wording.amount(replace(stated("- 14 -", "about"), indicator=share)) == "about 14 per cent"
    assert wording.amount(replace(stated("10 - 20"), indicator=share)) == "10 to 20 per cent"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2018-07-25", "25 July 2018"),
        ("2018-06", "June 2018"),
        ("2018-Q2", "second quarter of 2018"),
        ("2017", "2017"),
        ("2014-01/2014-10", "January 2014 to October 2014"),
        ("2018-06-03/2018-06-09", "3 June 2018 to 9 June 2018"),
        ("2018-Q1/2019", "Q1 2018 to 2019"),
        ("", "date not stated"),
    ],
)
def test_a_period_reads_as_a_date(text: str, words: str) -> None:
    assert wording.when(parse.period(text)) == words


@pytest.mark.parametrize(
    ("observation", "words"),
    [
        (stated("- 12 -", "at_least"), "at least 12 centimetres"),
        (stated("0 - 1"), "0 to 1 centimetres"),
        (stated("- 1 -"), "1 centimetre"),
        (stated("- 1 -", "at_least"), "at least 1 centimetre"),
        (stated("- - -"), "not stated"),
        (stated("- 1 -", "exact", "a single one"), "a single one"),
    ],
)
def test_an_amount_has_its_unit_as_one_or_as_several(observation: Observation, words: str) -> None:
    known = replace(observation, indicator=replace(observation.indicator, unit_of_one="centimetre"))
    assert wording.amount_with_unit(known) == words


def test_a_unit_of_which_nobody_gave_the_singular_is_not_guessed() -> None:
    assert wording.amount_with_unit(stated("- 1 -", "at_least")) == "at least 1 (centimetres)"


@pytest.mark.parametrize("noun", ["country", "class", "Small multiples", "match", "box", "chart of places", "woman"])
def test_a_plural_that_an_s_does_not_make_must_be_given(noun: str) -> None:
    with pytest.raises(ValueError, match="Give the plural"):
        wording.plural(2, noun)
    assert wording.plural(2, noun, "others") == "2 others"


@given(st.decimals(min_value=0, max_value=10**12, places=2))
def test_no_digit_is_rounded_away(number: Decimal) -> None:
    assert Decimal(wording.digits(number).replace(",", "")) == number


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("123.456789012345", "123.457"), ("0.00123456", "0.00123"), ("-0.9996", "-1"), ("1234.5", "1,234.5"), ("17.0", "17.0"),
        ("0.125", "0.125"), ("0", "0"), ("99.9999", "100"), ("123456789012345", "123,456,789,012,345"),
    ],
)  # fmt: skip
def test_a_long_fraction_is_rounded_for_show(number: str, shown: str) -> None:
    assert wording.digits(Decimal(number)) == shown
