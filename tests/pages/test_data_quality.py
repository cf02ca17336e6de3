"""The coverage numbers: counted by hand on the small site, and the same on the page and in the terminal."""

from dataclasses import replace
from html import unescape

import pytest

from generators.analysis.data_quality import coverage_tables, coverage_text, meanings
from generators.build.assemble import run_checks
from generators.cli import main
from generators.pages.data_quality import coverage_page
from tests.fixtures.river_site import RIVERS, rivers
from tests.fixtures.ungraded_site import ungraded


def test_the_rivers_counted_by_hand() -> None:
    topics, briefings, years, gaps, interests = coverage_tables(rivers())
    shares = (
        "0 of 31 (0 %)",
        "28 of 31 (90 %)",
        "30 of 31 (96 %)",
        "30 of 31 (96 %)",
        "31 of 31 (100 %)",
        "31 of 31 (100 %)",
        "29 of 31 (93 %)",
    )
    assert topics.rows == (("All", "31", *shares), ("River levels", "31", *shares))
    assert [row[:3] for row in years.rows] == [("2019", "4", "0 of 4 (0 %)"), ("2020", "27", "0 of 27 (0 %)")]
    assert gaps.rows == (("River levels", "2021"),)
    (briefing,) = rivers().briefings.values()
    assert [row[:3] for row in briefings.rows] == [(briefing.title, "2", "0 of 2 (0 %)")]
    names = ("recorder", "government", "NGO", "press")
    assert interests.rows == tuple(zip(names, ("28 of 31 (90 %)", *["1 of 31 (3 %)"] * 3), strict=True))


@pytest.mark.parametrize("measure", [name for name, _ in meanings()])
def test_no_measure_is_held_at_all_by_a_rule(measure: str) -> None:
    """For each there is a site that every check accepts and in which some figure falls short of it."""
    short = []
    for catalog in (rivers(), ungraded()):
        assert not run_checks(catalog)
        for table in coverage_tables(catalog):
            short += [row[table.head.index(measure)] for row in table.rows if measure in table.head]
    assert [cell for cell in short if "(100 %)" not in cell]


def test_a_share_of_speakers_is_of_all_figures() -> None:
    interests = coverage_tables(rivers())[-1]
    assert len(interests.rows) > 1
    assert not [row for row in interests.rows if "(100 %)" in row[1]]


def test_a_number_that_is_worked_out_is_founded_on_its_rows() -> None:
    (slug, briefing), *_ = rivers().briefings.items()
    more = '{{ change("gauge-levels/level", "2020-01", "2020-03", place="RV-A") }}'
    body = replace(briefing.body, markdown=f"{briefing.body.markdown}\n{more}\n")
    catalog = replace(rivers(), briefings={slug: replace(briefing, body=body)})
    before, after = (coverage_tables(site)[1].rows[0][1] for site in (rivers(), catalog))
    assert (before, after) == ("2", "3")


def test_the_command_prints_what_the_page_shows(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["coverage", "--root", str(RIVERS)]) == 0
    printed = capsys.readouterr().out
    assert printed == coverage_text(rivers()) + "\n"
    (page,) = coverage_page(rivers())
    for table in coverage_tables(rivers()):
        for row in (table.head, *table.rows):
            assert any(line.split() == " ".join(row).split() for line in printed.splitlines())
            assert all(f">{cell}</t" in unescape(page.markdown) for cell in row)
