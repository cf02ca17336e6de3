"""A silence drops one check's problem at one place, and a silence that does nothing is a problem itself."""

from dataclasses import replace
from pathlib import Path

from generators.build.suppressions import heard
from generators.checks import CHECKS
from generators.load.formats.reading import gathered
from generators.load.suppressions import load_suppressions
from generators.model import Silence
from generators.model.problems import Problem, Where, report
from generators.model.rules import FORMER_NAMES
from generators.pages.suppressions import silences
from tests.fixtures.river_site import rivers

FAULT = Problem(where=Where(path="a.md", line=3), subject="number", found="12", expected="a value")


def silence(check: str, at: str) -> Silence:
    """A silence of that check, read from the second line of its file."""
    return Silence(check=check, at=at, why="An example.", where=Where(path="data/silences.yml", line=2))


def test_without_a_silence_everything_is_heard() -> None:
    assert tuple(heard((), {"one": [FAULT], "other": []})) == (FAULT,)


def test_a_silenced_problem_is_not_heard() -> None:
    assert tuple(heard([silence("one", "a.md:3")], {"one": [FAULT], "other": []})) == ()


def test_another_check_is_heard_at_the_same_place() -> None:
    told = {"one": [FAULT], "other": [FAULT]}
    assert tuple(heard([silence("one", "a.md:3")], told)) == (FAULT,)


def test_a_silence_that_matches_nothing_is_a_problem() -> None:
    found = report(heard([silence("one", "b.md")], {"one": [FAULT]}))
    assert 'data/silences.yml:2:1  at: found "b.md", expected part of a problem that one reports.' in found
    assert "a.md:3:1" in found


def test_a_silence_keeps_to_one_file() -> None:
    elsewhere = replace(FAULT, where=Where(path="b.md", line=1))
    told = report(heard([silence("one", "number")], {"one": [FAULT, elsewhere]}))
    assert 'data/silences.yml:2:1  at: found "number", expected a place in one file, not in 2.' in told
    assert "a.md, b.md" in told


def test_a_silence_of_an_unknown_check_names_the_nearest() -> None:
    assert "Did you mean one?" in report(heard([silence("ones", "a.md")], {"one": [FAULT]}))


def test_a_former_name_of_a_check_is_read_as_the_name_of_today(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    text = '- check: typed_numbers\n  at: "a.md:3"\n  why: An example.\n'
    (tmp_path / "data" / "silences.yml").write_text(text, encoding="utf-8")
    read, problems = gathered(load_suppressions(tmp_path))
    assert (read[0].check, problems) == ("hardcoded_numbers", ())
    assert tuple(heard(read, {"hardcoded_numbers": [FAULT]})) == ()


def test_no_former_name_is_one_of_today_and_each_leads_to_one() -> None:
    today = {check.__name__ for check in CHECKS}
    assert set(FORMER_NAMES).isdisjoint(today)
    assert set(FORMER_NAMES.values()) <= today


def test_a_site_lists_its_silences_with_their_reasons() -> None:
    assert not list(silences(rivers()))
    (page,) = silences(replace(rivers(), silences=(silence("value_bounds", "<b>"),)))
    assert page.path == "silences.md"
    assert "An example." in page.markdown
    assert "<b>" not in page.markdown
