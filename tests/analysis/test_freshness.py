"""Fresh, due, overdue or ended: by the rhythm and the edition's date, never by the clock."""

from dataclasses import replace
from datetime import date

import pytest

from generators.analysis.freshness import Freshness, freshness, last_period
from generators.model import Dataset, Rhythm, parse
from tests.fixtures.river_site import rivers

LEVELS = rivers().datasets["gauge-levels"]


def ending(period: str, rhythm: Rhythm) -> Dataset:
    row = replace(LEVELS.observations[0], period=parse.period(period))
    return replace(LEVELS, rhythm=rhythm, ended=None, observations=(row,))


@pytest.mark.parametrize(
    ("rhythm", "last", "day", "expected"),
    [
        ("daily", "2021-02-28", date(2021, 3, 1), "fresh"),
        ("daily", "2021-02-27", date(2021, 3, 1), "due"),
        ("daily", "2021-02-26", date(2021, 3, 1), "overdue"),
        ("weekly", "2021-02-22", date(2021, 3, 1), "fresh"),
        ("weekly", "2021-02-21", date(2021, 3, 1), "due"),
        ("weekly", "2021-02-14", date(2021, 3, 1), "overdue"),
        ("monthly", "2021-01", date(2021, 3, 1), "fresh"),
        ("monthly", "2020-12", date(2021, 3, 1), "due"),
        ("monthly", "2020-11", date(2021, 3, 1), "overdue"),
        ("quarterly", "2020-Q4", date(2021, 3, 1), "fresh"),
        ("quarterly", "2020-Q3", date(2021, 3, 1), "due"),
        ("quarterly", "2020-Q2", date(2021, 3, 1), "overdue"),
        ("annual", "2020", date(2021, 3, 1), "fresh"),
        ("annual", "2019", date(2021, 3, 1), "due"),
        ("annual", "2018", date(2021, 3, 1), "overdue"),
        ("irregular", "1999", date(2021, 3, 1), "no rhythm"),
        ("once", "1999", date(2021, 3, 1), "no rhythm"),
    ],
)
def test_freshness(rhythm: Rhythm, last: str, day: date, expected: Freshness) -> None:
    assert freshness(ending(last, rhythm), day) == expected


def test_an_ended_dataset_is_ended_from_that_day_on() -> None:
    ended = replace(ending("2020-08", "monthly"), ended=parse.period("2020-08"))
    assert freshness(ended, date(2020, 8, 31)) == "ended"
    assert freshness(ended, date(2020, 8, 30)) == "fresh"


def test_without_a_row_nothing_is_promised() -> None:
    assert freshness(replace(LEVELS, observations=(), ended=None), date(2021, 3, 1)) == "no rhythm"
    assert last_period(replace(LEVELS, observations=())) is None
