"""What is written last: the whole site as one ZIP."""

from pathlib import Path
from zipfile import ZipFile

from generators.build.finalize import finish
from generators.cli import main
from tests.fixtures.folders import files
from tests.fixtures.published_site import PUBLISHED


def test_the_whole_site_is_packed_and_the_page_says_how_large(offering: Path) -> None:
    assert main(["verify", str(offering)]) == 0
    assert main(["verify", str(offering / "offline.zip")]) == 0
    assert (offering / "downloads.html").read_text("utf-8").endswith("> 1 kB</span>")
    with ZipFile(offering / "offline.zip") as archive:
        assert {info.date_time[:3] for info in archive.infolist()} == {(2021, 3, 1)}
        assert {f"offline/{path}" for path in PUBLISHED} < set(archive.namelist())
        assert "offline/offline.zip" not in archive.namelist()


def test_no_page_in_the_zip_links_to_what_is_not_in_it(offering: Path) -> None:
    pages = {
        "downloads.html": '<a href="offline.zip"><code>offline.zip</code></a> <a href="offline.sha256">its list</a>',
        "text/downloads.html": '<p><a class="x" href="../offline.zip">All</a> and <a href="../index.html">Home</a></p>',
        "markdown/downloads.md.txt": "[`offline.zip`](../offline.zip) and [Home](index.md.txt)",
    }
    for path, text in pages.items():
        (offering / path).parent.mkdir(exist_ok=True)
        (offering / path).write_text(text, "utf-8")
    finish(offering)
    with ZipFile(offering / "offline.zip") as archive:
        within = {path: archive.read(f"offline/{path}").decode() for path in pages}
    assert within == {
        "downloads.html": "<code>offline.zip</code> its list",
        "text/downloads.html": '<p>All and <a href="../index.html">Home</a></p>',
        "markdown/downloads.md.txt": "`offline.zip` and [Home](index.md.txt)",
    }
    assert {path: (offering / path).read_text("utf-8") for path in pages} == pages
    assert main(["verify", str(offering / "offline.zip")]) == 0


def test_the_engine_s_own_search_is_removed_and_nothing_else(offering: Path) -> None:
    kept = ("search/index.js", "search/notes.html", "search/mine.js", "assets/javascripts/bundle.js")
    removed = (
        "search/search_index.json",
        "assets/javascripts/workers/search.1.min.js",
        "assets/javascripts/lunr/min/lunr.ar.js",
    )
    for path in (*kept, *removed):
        (offering / path).parent.mkdir(parents=True, exist_ok=True)
        (offering / path).write_text("x", "utf-8")
    finish(offering)
    assert files(offering).keys() >= {*kept}
    assert files(offering).keys().isdisjoint(removed)


def test_finishing_twice_changes_nothing(offering: Path) -> None:
    once = files(offering)
    finish(offering)
    assert files(offering) == once


def test_the_size_of_the_zip_has_the_digits_of_the_site(offering: Path) -> None:
    page = offering / "downloads.html"
    page.write_text('<a>All</a><span data-late="archive:offline.zip:ar:arab"></span>', "utf-8")
    finish(offering)
    assert page.read_text("utf-8") == '<a>All</a><span data-late="archive:offline.zip:ar:arab"> ١ kB</span>'
    finish(offering)
    assert page.read_text("utf-8").endswith("> ١ kB</span>")
