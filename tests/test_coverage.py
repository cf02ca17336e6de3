"""The coverage numbers: counted by hand on the small site, and the same on the page and in the terminal."""

from dataclasses import replace
from html import unescape

import pytest

from generators.cli import main
from generators.coverage import bound, plain, tables
from generators.pages.coverage import coverage
from generators.prose import expand
from tests.real import real
from tests.rivers import ROOT, rivers


def test_the_rivers_counted_by_hand() -> None:
    topics, years, gaps, numbers, interests = tables(rivers())
    shares = (
        "1 of 31 (3 %)",
        "28 of 31 (90 %)",
        "30 of 31 (96 %)",
        "30 of 31 (96 %)",
        "31 of 31 (100 %)",
        "31 of 31 (100 %)",
        "29 of 31 (93 %)",
    )
    assert topics.rows == (("All", "31", *shares), ("River levels", "31", *shares))
    assert [row[:3] for row in years.rows] == [("2019", "4", "1 of 4 (25 %)"), ("2020", "27", "0 of 27 (0 %)")]
    assert gaps.rows == (("River levels", "2021"),)
    assert numbers.rows[0][1] == "3 of 3 (100 %)"
    names = ("recorder", "government", "NGO", "press")
    assert interests.rows == tuple(zip(names, ("28 of 31 (90 %)", *["1 of 31 (3 %)"] * 3), strict=True))


def test_a_figure_over_several_years_fills_none_of_them() -> None:
    names = [row[0] for row in tables(real())[1].rows]
    assert "over several years" in names
    assert sum(int(row[1].replace(",", "")) for row in tables(real())[1].rows) == len(list(real().observations))


def test_every_number_that_is_counted_as_bound_leads_to_a_row() -> None:
    made = 0
    for briefing in real().briefings.values():
        for text in (briefing.body, briefing.card_number):
            made += expand(text, real(), f"briefings/{briefing.slug}.md").markdown.count('class="opening value')
    assert bound(real()) <= made


def test_a_number_that_is_worked_out_is_bound_to_its_rows() -> None:
    (slug, briefing), *_ = rivers().briefings.items()
    more = '{{ change("gauge-levels/level", "2020-01", "2020-03", place="RV-A") }}'
    body = replace(briefing.body, markdown=f"{briefing.body.markdown}\n{more}\n")
    catalog = replace(rivers(), briefings={slug: replace(briefing, body=body)})
    assert bound(catalog) == bound(rivers()) + 1


def test_the_command_prints_what_the_page_shows(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["coverage", "--root", str(ROOT)]) == 0
    printed = capsys.readouterr().out
    assert printed == plain(rivers()) + "\n"
    (page,) = coverage(rivers())
    for table in tables(rivers()):
        for row in (table.head, *table.rows):
            assert any(line.split() == " ".join(row).split() for line in printed.splitlines())
            assert all(f">{cell}</t" in unescape(page.markdown) for cell in row)
