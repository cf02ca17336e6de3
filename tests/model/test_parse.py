"""Text becomes a value or a mistake, and never an exception of another kind."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.model import Grain, parse
from generators.model.problems import CellError

PARSERS = (
    parse.number, parse.whole, parse.day, parse.period, parse.slug, parse.yes, parse.address, parse.page,
    parse.authority,
)  # fmt: skip
DAYS = st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 12, 31))


def refused(parser: Callable[[str], object], text: str) -> tuple[str, str]:
    with pytest.raises(CellError) as error:
        parser(text)
    return error.value.expected, error.value.advice


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("9l", "Did you mean 91?"),
        ("1 204", "Did you mean 1204?"),
        (" 91", "Did you mean 91?"),
        ("2o8", "Did you mean 208?"),
        ("٩١", "Did you mean 91?"),
        ("33,3", "Did you mean 33.3?"),
        ("-0,5", "Did you mean -0.5?"),
        ("north", ""),
    ],
)
def test_a_number_is_plain_digits(text: str, advice: str) -> None:
    assert refused(parse.number, text) == ("a number in plain digits", advice)


@pytest.mark.parametrize(
    "text", ["vell.example", "vell.example,", ",2021", "a@vell.example,2021", "https://vell.example,2021"]
)
def test_names_are_given_under_a_host_and_a_date(text: str) -> None:
    assert refused(parse.authority, text)[0] == "a host and a date with a comma between them, such as example.org,2026"


def test_the_date_of_an_authority_exists() -> None:
    assert parse.authority("vell.example,2021-03-01") == "vell.example,2021-03-01"
    assert "calendar" in refused(parse.authority, "vell.example,2021-02-30")[0]


@pytest.mark.parametrize("text", ["1.5", "-1", "five"])
def test_a_whole_number_has_no_fraction_and_no_sign(text: str) -> None:
    assert refused(parse.whole, text) == ("a whole number in plain digits", "")


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("1234567890123456", ""),
        ("9" * 5000, ""),
        ("-123456789012345.6", "Round it, and write so in note."),
        ("0.1234567890123456", "Round it, and write so in note."),
        ("0." + "0" * 5000 + "1", "Round it, and write so in note."),
    ],
)
def test_a_number_has_no_more_digits_than_programs_keep(text: str, advice: str) -> None:
    assert refused(parse.number, text) == ("a number with at most 15 digits", advice)


@pytest.mark.parametrize("text", ["0.123456789012345", "123.456789012345", "-123456789012345", "1111.1111011111"])
def test_fifteen_digits_are_read_as_they_are(text: str) -> None:
    assert parse.number(text) == Decimal(text)
    assert repr(float(text)).removesuffix(".0") == text


@pytest.mark.parametrize("text", ["1234567", "9" * 5000])
def test_a_whole_number_has_at_most_six_digits(text: str) -> None:
    assert refused(parse.whole, text) == ("a whole number with at most 6 digits", "")
    assert parse.whole("999999") == 999_999


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org/",
        "http://example.org/sub/path/",
        "https://xn--e1afmkfd.example:8443/~site/v1.0/",
        "https://EXAMPLE.org/a%20b/",
        "http://127.0.0.1:8000/",
    ],
)
def test_a_site_can_be_published_there(text: str) -> None:
    assert parse.root_address(text) == text


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("https://example.org", "Did you mean https://example.org/?"),
        ("https://example.org/a", "Did you mean https://example.org/a/?"),
        ("https://user:pw@example.org/", "Remove the name and password"),
        ("https://user@example.org", "Remove the name and password"),
        ("https://example.org//", "Write the host"),
        ("https://example.org/../x/", "Write the host"),
        ("https://example.org/a/./", "Write the host"),
        ("https://example.org/a//b/", "Write the host"),
        ("http://localhost/", "Write the host"),
        ("https://münchen.example/", "Write the host"),
        ("https://example.org/é/", "Write the host"),
        ("https://-a.example/", "Write the host"),
        ("https://example.org:x/", "Write the host"),
        ("https://example.org/?a/", "Write the host"),
        ("https://example.org/#a/", "Write the host"),
        ("https://example.org/{a}/", "Write the host"),
        ('https://example.org/"/', "Write the host"),
        ("ftp://example.org/", "Write the host"),
        ("", "Write the host"),
    ],
)
def test_no_site_can_be_published_there(text: str, advice: str) -> None:
    expected, said = refused(parse.root_address, text)
    assert expected == "an address that begins with https:// or http:// and ends with a slash"
    assert said.startswith(advice)


@pytest.mark.parametrize("text", ["2019-02-29", "2018-13-01", "2018-00-10"])
def test_a_day_must_exist(text: str) -> None:
    assert refused(parse.day, text)[0] == "a day that exists in the calendar"


@pytest.mark.parametrize("text", ["0000-01-01", "0203-06-17", "0218-06", "3000-Q1", "9999", "2018/3018"])
def test_a_year_is_one_that_a_recorder_can_mean(text: str) -> None:
    assert refused(parse.period, text) == ("a year from 1000 to 2999", "")


@pytest.mark.parametrize(
    ("text", "grain", "first", "last"),
    [
        ("2016-02-29", Grain.DAY, date(2016, 2, 29), date(2016, 2, 29)),
        ("2016-02", Grain.MONTH, date(2016, 2, 1), date(2016, 2, 29)),
        ("2018-Q4", Grain.QUARTER, date(2018, 10, 1), date(2018, 12, 31)),
        ("2018", Grain.YEAR, date(2018, 1, 1), date(2018, 12, 31)),
        ("2014-01/2014-10", Grain.INTERVAL, date(2014, 1, 1), date(2014, 10, 31)),
        ("2018-06-03/2018-06-09", Grain.INTERVAL, date(2018, 6, 3), date(2018, 6, 9)),
        ("2018-Q1/2019", Grain.INTERVAL, date(2018, 1, 1), date(2019, 12, 31)),
    ],
)
def test_a_period_has_a_first_and_a_last_day(text: str, grain: Grain, first: date, last: date) -> None:
    period = parse.period(text)
    assert period is not None
    assert (period.text, period.grain, period.first, period.last) == (text, grain, first, last)


@pytest.mark.parametrize("text", ["2018-Q5", "2018-6", "18", "2018-01/2018-02/2018-03", "2018/", "2018--2019"])
def test_other_forms_of_a_period_are_refused(text: str) -> None:
    assert refused(parse.period, text)[0] == "a period such as 2018-06-17, 2018-06, 2018-Q2, 2018 or first/last"


def test_a_period_does_not_end_before_it_begins() -> None:
    assert refused(parse.period, "2019/2018") == (
        "a period that ends after it begins",
        "Did you mean 2018/2019?",
    )


@pytest.mark.parametrize(
    ("text", "advice"), [("Al Hol", "Did you mean al-hol?"), ("a--b", "Did you mean a-b?"), ("ű", "")]
)
def test_a_slug_is_lower_case_words(text: str, advice: str) -> None:
    assert refused(parse.slug, text) == ("lower-case words joined by hyphens", advice)


def test_a_choice_is_one_of_the_options() -> None:
    assert parse.choice("final", ("final", "revised")) == "final"
    assert refused(lambda text: parse.choice(text, ("final", "revised")), "finel") == (
        "one of final, revised",
        "Did you mean final?",
    )
    assert parse.yes("yes")
    assert not parse.yes("")


@pytest.mark.parametrize("text", ["example.org", "javascript:alert(1)", "https://example.org/a b"])
def test_an_address_is_one_of_the_web(text: str) -> None:
    assert refused(parse.address, text)[0].startswith("an address that begins with https://")


@pytest.mark.parametrize("text", ["index.md", "places/rv-a.md", "datasets/gauge-levels/level-2020.md"])
def test_a_page_is_named_by_its_path(text: str) -> None:
    assert parse.page(text) == text


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("places/RV-A.html", "Did you mean places/rv-a.md?"),
        ("/timeline", "Did you mean timeline.md?"),
        ("TODO.txt", ""),
        ("../about.md", ""),
        ("https://example.org/a.md", ""),
        ("", ""),
    ],
)
def test_another_way_to_name_a_page_is_answered_with_its_path(text: str, advice: str) -> None:
    assert refused(parse.page, text) == ("the path of a page, such as briefings/the-name.md", advice)


@given(st.decimals(min_value=-(10**12) + 1, max_value=10**12 - 1, places=3))
def test_a_number_keeps_its_digits(number: Decimal) -> None:
    assert parse.number(f"{number:f}") == number


@given(DAYS)
def test_every_day_comes_back(day: date) -> None:
    period = parse.period(day.isoformat())
    assert period is not None
    assert period.first == period.last == parse.day(day.isoformat()) == day


@given(DAYS)
def test_a_month_a_quarter_and_a_year_hold_their_days(day: date) -> None:
    quarter = f"{day.year:04}-Q{(day.month + 2) // 3}"
    for text in (f"{day.year:04}-{day.month:02}", quarter, f"{day.year:04}"):
        period, only = parse.period(text), parse.period(day.isoformat())
        assert period is not None
        assert only is not None
        assert period.covers(only)


@given(DAYS, DAYS)
def test_an_interval_runs_from_its_first_to_its_last_day(one: date, other: date) -> None:
    first, last = sorted((one, other))
    period = parse.period(f"{first}/{last}")
    assert period is not None
    assert (period.first, period.last) == (first, last)


@given(st.text() | st.from_regex(r"[0-9lOo.,/Q-]{1,12}", fullmatch=True), st.sampled_from(PARSERS))
def test_any_text_is_a_value_or_a_mistake(text: str, parser: Callable[[str], object]) -> None:
    with suppress(CellError):
        parser(text)
