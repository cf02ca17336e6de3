"""How figures changed: one recorder's figures for one thing in the order of reporting, and what was known at a year's end."""

from datetime import date

from generators.analysis.revisions import known_by, reported, revisions, years
from generators.pages.revisions import packed_groups, revision_pages
from tests.fixtures.real_site import real
from tests.fixtures.revisions import PEAK


def test_june_2014_is_found_with_its_three_figures_in_the_order_of_reporting() -> None:
    (june,) = (r for r in revisions(real()) if r.speaker == "Iraq Body Count" and r.period.text == "2014-06")
    assert [step.observation.number for step in june.steps] == [1934, 2534, 4088]
    assert [step.observation.dataset for step in june.steps] == ["ibc-snapshots", "ibc-snapshots", "ibc-monthly"]
    assert june.steps[2].reported is None
    assert june.steps[2].not_before is not None
    assert june.unplaced == ()


def test_it_stands_on_the_page_of_its_year_and_among_the_largest() -> None:
    pages = {page.path: page.markdown for page in revision_pages(real())}
    for path in ("revisions.md", "revisions/2014-january-to-june.md"):
        table = pages[path].partition("Iraq, June 2014: Iraq Body Count")[2].partition("</table>")[0]
        places = [table.index(f">{figure}</a>") for figure in ("1,934", "2,534", "4,088")]
        assert places == sorted(places)
        assert "Not dated; not before December 2019" in table


def test_the_largest_change_comes_first() -> None:
    ratios = [one.ratio for one in revisions(real())]
    assert ratios == sorted(ratios, reverse=True)
    assert min(ratios) > 1


def test_what_was_known_at_a_year_s_end_holds_nothing_stated_later() -> None:
    for year in years(real()):
        rows = known_by(real(), year)
        assert all(o.indicator.kind in ("stock", "estimate") for o in rows)
        assert all(stated.last <= date(year, 12, 31) for o in rows if (stated := reported(o)))


def test_a_heavy_year_is_cut_into_parts_and_no_row_is_lost() -> None:
    groups = [[PEAK] * 3, [PEAK] * 2, [PEAK] * 9]
    assert [len(part) for part in packed_groups(groups, 5)] == [5, 9]
    pages = [p for p in revision_pages(real()) if p.path.startswith("known/2026")]
    assert sum(p.markdown.count("<tr><td>") for p in pages) == len(known_by(real(), 2026))
