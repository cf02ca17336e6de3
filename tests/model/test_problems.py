"""How a mistake is said."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.model.problems import (
    CellError,
    Problem,
    Where,
    collapse_repeats,
    did_you_mean,
    distance,
    nearest,
    report,
)

WHERE = Where(path="data/casualties/unami-monthly.csv", line=63, column=21)


def test_a_problem_says_where_what_and_what_to_type() -> None:
    problem = CellError("a number in plain digits", "Did you mean 91?").at(WHERE, "value", "9l")
    assert str(problem) == (
        "data/casualties/unami-monthly.csv:63:21  "
        'value: found "9l", expected a number in plain digits. Did you mean 91?'
    )


def test_what_is_missing_is_found_as_nothing() -> None:
    problem = Problem(where=Where(path="content/site.yml"), subject="name", expected="a value for this key")
    assert str(problem) == "content/site.yml:1:1  name: found nothing, expected a value for this key."


@pytest.mark.parametrize(
    ("found", "known", "advice"),
    [
        ("levle", ["level", "low-days"], "Did you mean level?"),
        ("zzz", ["level", "low-days"], "Known: level, low-days."),
        ("zzz", "ihgfedcba", "Known: a, b, c, d, e, f, g, h, i."),
        ("zzz", [f"name-{n}" for n in range(21)], ""),
        ("zzz", [], ""),
        ("", ["level"], "Known: level."),
    ],
)
def test_advice_names_the_nearest_word_or_some_known_ones(found: str, known: list[str], advice: str) -> None:
    assert did_you_mean(found, known) == advice


def test_a_report_is_in_the_order_of_files_and_lines_and_says_nothing_twice() -> None:
    def problem(path: str, line: int) -> Problem:
        return Problem(where=Where(path=path, line=line), subject="id", found="x", expected="y")

    told = report([problem("b.csv", 10), problem("b.csv", 9), problem("a.csv", 100), problem("b.csv", 9)])
    assert [line.partition("  ")[0] for line in told.splitlines()] == ["a.csv:100:1", "b.csv:9:1", "b.csv:10:1"]


def test_a_place_knows_its_parts_and_stays_itself_for_an_unknown_one() -> None:
    row = Where(path="data/sources.csv", line=3, parts={"url": (3, 21)})
    assert row.part("url") == Where(path="data/sources.csv", line=3, column=21)
    assert row.part("title") == Where(path="data/sources.csv", line=3)
    assert row == Where(path="data/sources.csv", line=3)


@pytest.mark.parametrize(
    ("found", "known", "near"),
    [
        ("levle", ["level", "low-days"], ["level"]),
        ("Level ", ["level"], ["level"]),
        ("low_days", ["low-days"], ["low-days"]),
        ("lin", ["line", "bars"], ["line"]),
        ("pie", ["line", "bars", "tiles"], []),
        ("agency-2O18", ["agency-2018"], ["agency-2018"]),
        ("agency-2018-04", ["agency-2018-03", "other-2018-04"], []),
        ("afp-2018", ["ap-2018"], []),
        ("ap-levels", ["afp-levels", "ap-peaks"], []),
        ("RV-D", ["RV-A", "RV-B"], []),
        ("XYG08", ["XY-BG", "XYG01"], []),
        ("gauge", ["gauge-levels"], []),
        ("mile", ["mild", "mill"], ["mild", "mill"]),
        ("", ["level"], []),
    ],
)
def test_only_a_slip_of_a_letter_or_two_is_proposed(found: str, known: list[str], near: list[str]) -> None:
    assert list(nearest(found, tuple(known))) == near


@given(st.text("abcd", max_size=6), st.text("abcd", max_size=6))
def test_a_distance_is_the_same_both_ways_and_none_to_itself(word: str, other: str) -> None:
    assert distance(word, other) == distance(other, word)
    assert (distance(word, other) == 0) == (word == other)


def test_equal_problems_are_counted_after_the_third_and_are_not_kept() -> None:
    def problems(number: int) -> Iterator[Problem]:
        for line in range(2, number + 2):
            yield CellError("y", "Do z.").at(Where(path="a.csv", line=line), "id", str(line))

    told = list(collapse_repeats(problems(100_000)))
    assert len(told) == 4
    assert report(told).splitlines() == [
        'a.csv:2:1  id: found "2", expected y. Do z.',
        'a.csv:3:1  id: found "3", expected y. Do z.',
        'a.csv:4:1  id: found "4", expected y. Do z.',
        "a.csv:5:1  id: … and 99,997 more like this.",
    ]
    assert report(problems(4)).splitlines()[3] == 'a.csv:5:1  id: found "5", expected y. Do z.'


def test_problems_with_advice_of_their_own_are_printed_up_to_twenty() -> None:
    each = (CellError("y", f"Do {n}.").at(Where(path="a.csv", line=n), "id", "x") for n in range(1, 1001))
    told = report(each).splitlines()
    assert len(told) == 21
    assert told[-1] == "a.csv:21:1  id: … and 980 more like this."


def test_problems_of_many_keys_that_expect_the_same_are_printed_up_to_twenty() -> None:
    each = (CellError("keys and values").at(Where(path="a.yml", line=n), f"k{n}", "1") for n in range(1, 101))
    assert report(each).splitlines()[20:] == ["a.yml:21:1  k21: … and 80 more like this."]


def test_problems_of_one_place_are_printed_up_to_twenty() -> None:
    each = (CellError(f"row {n}").at(Where(path="a.csv", line=7), "version", "x") for n in range(1, 101))
    told = report(each).splitlines()
    assert len(told) == 21
    assert told[-1] == "a.csv:7:1  version: … and 80 more like this."
