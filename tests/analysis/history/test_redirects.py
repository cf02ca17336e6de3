"""What became of pages that released editions had: the notice at each old address, and the check that asks for it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generators.analysis.history.feed_entries import feeds
from generators.analysis.history.redirects import now_at, page_list_csv, promised
from generators.build.assemble import titles
from generators.checks.permanent_urls import permanent_urls
from generators.components.notices import with_notices
from generators.exports.charts.embed_notices import moved_embeds
from generators.exports.pdf.manuscripts import manuscripts
from generators.load.formats.reading import gathered
from generators.load.redirects import released
from generators.model import Catalog, Moved, Page, ReleasedPage
from generators.model.problems import Where, report
from generators.model.redirects import page_list_path
from generators.pages.corrections import corrections
from tests.fixtures.real_site import SLOW_OWN
from tests.fixtures.released_sites import LEVELS
from tests.fixtures.released_sites import after as released_before
from tests.fixtures.river_site import rivers

HERE = Where(path="data/moved.yml")
DAY = date(2021, 3, 1)
GONE = {
    "briefings/high-water.md": "High water",
    "charts/flood.md": "The flood",
    "datasets/tides.md": "Tides",
    "known/2018.md": "As known at the end of 2018",
}


def moved(page: str, to: str = "") -> Moved:
    return Moved(page=page, to=to, date=DAY, why="Because of <b>.", where=HERE)


def after(pages: Mapping[str, str], *entries: Moved) -> Catalog:
    """The small site, after an edition that had those pages too."""
    had = {
        path: ReleasedPage(path=path, title=title, version="0.9.0", released=DAY, where=HERE)
        for path, title in {**titles(rivers()), **pages}.items()
    }
    return replace(rivers(), released_pages=had, moved={each.page: each for each in entries})


def standing() -> Mapping[str, Page]:
    return {path: Page(path=path, title=title, markdown="") for path, title in titles(rivers()).items()}


@pytest.mark.parametrize("catalog", [rivers, *SLOW_OWN])
def test_the_list_of_pages_is_read_as_it_was_written(catalog: Callable[[], Catalog], tmp_path: Path) -> None:
    (tmp_path / page_list_path("1.0.0")).parent.mkdir(parents=True)
    (tmp_path / page_list_path("1.0.0")).write_text(page_list_csv(titles(catalog()), DAY), encoding="utf-8")
    (tmp_path / page_list_path("0.9.0")).write_text(
        "page,title,released\nindex.md,Older,2020-01-01\n", encoding="utf-8"
    )
    found, problems = gathered(released(tmp_path))
    assert problems == ()
    assert {path: page.title for path, page in found.items()} == titles(catalog())
    assert {(page.version, page.released) for page in found.values()} == {("1.0.0", DAY)}


def test_a_page_may_move_often_and_a_circle_ends() -> None:
    way = {
        each.page: each for each in (moved("a.md", "b.md"), moved("b.md", "c.md"), moved("d.md"), moved("e.md", "d.md"))
    }
    assert [now_at(page, way) for page in ("a.md", "b.md", "d.md", "e.md")] == ["c.md", "c.md", "", "d.md"]
    circle = {each.page: each for each in (moved("a.md", "b.md"), moved("b.md", "a.md"))}
    assert now_at("a.md", circle) == "a.md"


@pytest.mark.parametrize(
    ("html", "latest"),
    [
        ("datasets/tides.html", "datasets/tides.html"),
        ("text/datasets/tides.html", "text/datasets/tides.html"),
        ("text/datasets/tides.part-12.html", "text/datasets/tides.html"),
        ("embed/flood.html", "embed/flood.html"),
        ("datasets/of-nobody.html", ""),
        ("embed/tides.html", ""),
    ],
)
def test_what_later_editions_answer_for(html: str, latest: str) -> None:
    assert promised(html, after(GONE)) == latest


def test_each_page_that_is_gone_leaves_a_notice() -> None:
    entries = (moved("briefings/high-water.md", "briefings/river-levels.md"), moved("charts/flood.md"))
    pages = with_notices(after(GONE, *entries), standing())
    assert set(pages) == {*standing(), *GONE}
    assert not any(pages[path].searchable for path in GONE)
    assert pages["briefings/high-water.md"].markdown == (
        '# High water: no longer at this address\n\n<p class="notice"><strong>Moved on 1 March 2021.</strong> '
        'Because of &lt;b&gt;. New address: <a href="river-levels.html">What the gauges of the Vell recorded in 2020</a></p>\n\n'
        '<p>Last published, with its files, in <a data-kept="v/0.9.0/briefings/high-water.html">edition 0.9.0 of 1 March 2021</a>.</p>'
    )
    assert "Removed on 1 March 2021" in pages["charts/flood.md"].markdown
    assert 'See instead: <a href="index.html">Charts</a>' in pages["charts/flood.md"].markdown
    assert "have changed, and the page no longer exists" in pages["known/2018.md"].markdown
    assert 'See instead: <a href="../index.html">' in pages["known/2018.md"].markdown


def test_a_notice_stands_above_those_of_the_rows() -> None:
    rows = Page(path="datasets/tides.md", title="Tides", markdown="# Tides\n\nRows that are gone.")
    pages = with_notices(after(GONE, moved("datasets/tides.md")), {**standing(), rows.path: rows})
    heading, notice, *_, last = pages[rows.path].markdown.split("\n\n")
    assert (heading, last) == ("# Tides: no longer at this address", "Rows that are gone.")
    assert "Removed on 1 March 2021" in notice


def test_frame_and_documents_have_the_notice_too() -> None:
    catalog = after(GONE, moved("charts/flood.md", "charts/levels.md"), moved("briefings/high-water.md"))
    pages = with_notices(catalog, standing())
    (frame,) = moved_embeds(catalog, pages)
    assert frame.path == "embed/flood.html"
    assert b'<a target="_blank" rel="noopener" href="../charts/levels.html">' in frame.content
    assert b"<script" not in frame.content
    only = replace(catalog, briefings={})
    assert {each.path: each.markdown for each in manuscripts(only, pages, {})} == {
        "briefings/high-water.pdf": pages["briefings/high-water.md"].markdown,
        "briefings/high-water-brief.pdf": pages["briefings/high-water.md"].markdown,
    }


def test_a_briefing_keeps_the_file_that_was_once_another_s() -> None:
    (briefing,) = rivers().briefings.values()
    catalog = after({"briefings/river.md": "R"}, moved("briefings/river.md"))
    catalog = replace(catalog, briefings={"river-brief": replace(briefing, slug="river-brief")})
    pages = {**standing(), "briefings/river-brief.md": Page(path="briefings/river-brief.md", title="", markdown="Own.")}
    figures = dict.fromkeys(("figures/levels.wide.svg", "figures/levels.narrow.svg"), "<svg></svg>")
    told = {each.path: each.markdown for each in manuscripts(catalog, with_notices(catalog, pages), figures)}
    assert told["briefings/river-brief.pdf"] == "Own."
    assert "no longer at this address" in told["briefings/river.pdf"]


def test_the_page_of_a_dataset_that_is_gone_is_promised_by_the_edition_that_had_it_alone() -> None:
    left = {name: dataset for name, dataset in rivers().datasets.items() if name != LEVELS}
    assert "datasets/gauge-levels.md" in titles(rivers())
    assert "datasets/gauge-levels.md" not in titles(released_before(replace(rivers(), datasets=left)))


@pytest.mark.parametrize("catalog", [rivers, *SLOW_OWN])
def test_no_page_that_the_site_makes_by_itself_is_taken_for_one_that_people_curate(
    catalog: Callable[[], Catalog],
) -> None:
    """A new kind of page at the root must be named in the check, or the next edition is refused while it stands."""
    now = catalog()
    had = {path: ReleasedPage(path=path, title="", version="1", released=DAY, where=HERE) for path in titles(now)}
    assert report(permanent_urls(replace(now, released_pages=had, moved={}))) == ""


def test_the_ledger_and_its_feed_tell_of_it() -> None:
    catalog = after(GONE, moved("charts/flood.md"))
    (page,) = corrections(catalog)
    assert '<a href="charts/flood.html">The flood</a>' in page.markdown
    (feed,) = (feed for feed in feeds(catalog) if feed.name == "corrections")
    (told,) = (entry for entry in feed.entries if entry.kind == "moved")
    assert (told.title, told.page, told.text) == ("Removed: The flood", "charts/flood.md", "Because of <b>.")


def test_a_page_that_stands_and_one_that_the_site_makes_of_many_things_need_no_entry() -> None:
    made = {"known/2018.md": "2018", "sources/by-x.md": "X", "timeline.md": "T", "datasets/tides/level-2020.md": "L"}
    assert report(permanent_urls(after(made))) == ""
