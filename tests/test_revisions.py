"""How figures changed: one recorder's figures for one thing in the order of reporting, and what was known at a year's end."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from generators.analysis.revisions import known_by, reported, revisions, years
from generators.model import Catalog, Observation, parse
from generators.pages.revisions import packed, revision_pages
from tests.fixtures.real_site import real
from tests.fixtures.river_site import rivers

PEAK = next(o for o in rivers().datasets["flood-peaks"].observations if o.said_by == "Vell River Board")


def with_peaks(*rows: Observation) -> Catalog:
    """The rivers with these rows and no others."""
    dataset = replace(rivers().datasets["flood-peaks"], observations=rows)
    return replace(rivers(), datasets=MappingProxyType({dataset.id: dataset}))


def at(as_of: str, height: int, said_by: str = "Vell River Board") -> Observation:
    return replace(PEAK, value=Decimal(height), lower=None, upper=None, as_of=parse.period(as_of), said_by=said_by)


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


def test_an_abbreviation_in_brackets_does_not_make_another_recorder() -> None:
    (found,) = revisions(with_peaks(at("2020-05", 480), at("2019-12", 450, "Vell River Board (VRB)")))
    assert [step.observation.number for step in found.steps] == [450, 480]


def test_same_date_same_figure_or_another_population_is_no_revision() -> None:
    other = replace(PEAK.indicator, population="another flood")
    elsewhere = replace(at("2020-05", 480), indicator=other)
    for rows in (
        (at("2020-05", 450), at("2020-05", 480)),
        (at("2019-12", 450), at("2020-05", 450)),
        (at("2019-12", 450), elsewhere),
        (at("2019-12", 450), at("2020-05", 480, "Lock keeper")),
    ):
        assert revisions(with_peaks(*rows)) == ()


def test_a_figure_without_a_date_is_not_put_in_an_order_that_nobody_knows() -> None:
    undated = replace(PEAK, as_of=None, source=replace(PEAK.source, id="undated", published=None), upper=Decimal(999))
    (found,) = revisions(with_peaks(at("2019-12", 450), at("2020-05", 480), undated))
    assert [step.observation.number for step in found.steps] == [450, 480]
    assert [step.observation for step in found.unplaced] == [undated]
    page = next(p for p in revision_pages(with_peaks(at("2019-12", 450), at("2020-05", 480), undated)))
    assert "Not dated; its place in the order is not known" in page.markdown


def test_what_was_known_at_a_year_s_end_holds_nothing_stated_later() -> None:
    for year in years(real()):
        rows = known_by(real(), year)
        assert all(o.indicator.kind in ("stock", "estimate") for o in rows)
        assert all(stated.last <= date(year, 12, 31) for o in rows if (stated := reported(o)))


def test_the_latest_statement_of_a_speaker_takes_the_place_of_the_earlier() -> None:
    catalog = with_peaks(at("2020-05", 480), at("2019-12", 450))
    assert [o.number for o in known_by(catalog, 2019)] == [450]
    assert [o.number for o in known_by(catalog, 2020)] == [480]
    assert known_by(catalog, 2018) == ()


def test_a_heavy_year_is_cut_into_parts_and_no_row_is_lost() -> None:
    groups = [[PEAK] * 3, [PEAK] * 2, [PEAK] * 9]
    assert [len(part) for part in packed(groups, 5)] == [5, 9]
    pages = [p for p in revision_pages(real()) if p.path.startswith("known/2026")]
    assert sum(p.markdown.count("<tr><td>") for p in pages) == len(known_by(real(), 2026))


def test_a_site_without_such_figures_has_no_such_page() -> None:
    assert list(revision_pages(with_peaks())) == []
