"""Notices: corrections on a page, rows and pages that are gone."""

from dataclasses import replace
from datetime import date

from generators.analysis.history.releases import gone
from generators.components.notices import by_page, corrected, noticed
from generators.model import Catalog, Correction, Page
from generators.model.problems import Where
from generators.pages.withdrawn_rows import withdrawn_pages
from tests.fixtures.released_sites import LEVELS, after, released
from tests.fixtures.river_site import rivers


def test_a_dataset_that_is_gone_leaves_a_page_with_its_notices() -> None:
    left = {name: dataset for name, dataset in rivers().datasets.items() if name != LEVELS}
    catalog = after(replace(rivers(), datasets=left))
    (page,) = withdrawn_pages(catalog)
    whole = noticed(page, catalog, by_page(gone(catalog)))
    assert page.path == "datasets/gauge-levels.md"
    assert whole.markdown.count('<p class="notice" id="') == len(rivers().datasets[LEVELS].observations)


def test_a_row_that_moved_is_pointed_to() -> None:
    release = released(rivers())
    records = {
        key: replace(record, address=record.address.replace("gauge-levels.md", "gauge-levels/level-2020.md"))
        for key, record in release.records.items()
    }
    catalog = after(rivers(), replace(release, records=records))
    (page,) = withdrawn_pages(catalog)
    whole = noticed(page, catalog, by_page(gone(catalog)))
    link = '<a href="../gauge-levels.html#level.rv-c.2020-07">new address</a>'
    assert f"Moved in edition 1.1.0: {link}." in whole.markdown
    assert "Withdrawn" not in whole.markdown


PAGE = Page(path="datasets/gauge-levels.md", title="Levels", markdown="# Levels\n\nThe level of the river.")
SWAPPED = Correction(
    date=date(2021, 2, 3),
    was="It was 12 & more.",
    now="It is 21.",
    why="The digits were swapped.",
    pages=(PAGE.path,),
    where=Where(path="data/corrections.yml"),
)


def with_corrections(*corrections: Correction) -> Catalog:
    return replace(rivers(), corrections=corrections)


def test_a_corrected_page_has_a_notice_under_its_heading() -> None:
    heading, notice, text = corrected(PAGE, with_corrections(SWAPPED)).markdown.split("\n\n")
    assert (heading, text) == ("# Levels", "The level of the river.")
    assert "<strong>Corrected on 3 February 2021.</strong> Before: It was 12 &amp; more. Now: It is 21." in notice
    assert 'The digits were swapped. <a href="../corrections.html">All corrections</a>' in notice


def test_several_corrections_open_from_one_line_the_latest_first() -> None:
    later = replace(SWAPPED, date=date(2021, 3, 4), was="It is 21.", now="It is 22.")
    notice = corrected(PAGE, with_corrections(SWAPPED, later)).markdown.split("\n\n")[1]
    assert "<summary>Corrected on 4 March 2021: 2 corrections</summary>" in notice
    assert notice.index("It is 22.") < notice.index("It was 12")


def test_a_page_that_no_correction_names_stays_as_it_is() -> None:
    other = replace(PAGE, path="datasets/flood-peaks.md")
    assert corrected(other, with_corrections(SWAPPED)) is other
