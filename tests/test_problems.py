"""How a mistake is said."""

import pytest

from generators.problems import CellError, Problem, Where, did_you_mean, report

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
        ("zzz", "ihgfedcba", "Known: a, b, c, d, e, f, g, h, …."),
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
