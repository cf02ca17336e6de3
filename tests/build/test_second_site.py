"""Another organisation's site, on a subject that has nothing to do with this one, from the same generators."""

import re
from pathlib import Path

import pytest
from lxml import etree

from tests.fixtures.commands import Run
from tests.fixtures.repository import TESTS
from tests.fixtures.river_site import rivers_copy

pytestmark = pytest.mark.slow
ADDRESS = "https://vell.example/"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
RULES = etree.RelaxNG(etree.parse(TESTS / "fixtures/schemas" / "sitemap.rng"))


@pytest.fixture
def folder(tmp_path: Path, drawings: Path) -> Path:
    """A copy of the small site."""
    return rivers_copy(tmp_path / "rivers", drawings)


def test_it_builds_strictly_and_says_nothing_of_the_first_site(run: Run, folder: Path) -> None:
    run("mkdocs", "build", "--strict", cwd=folder)
    pages = {path.relative_to(folder / "site").as_posix(): path.read_text("utf-8") for path in folder.rglob("*.html")}
    assert {"index.html", "briefings/river-levels.html", "datasets/gauge-levels.html", "places/rv-a.html"} <= set(pages)
    assert [path for path, html in pages.items() if re.search(r"iraq|unami|isis", html, re.I)] == []
    assert re.search(r'<svg[^>]*class="chart-wide"', pages["briefings/river-levels.html"])
    assert "Levels of the Vell" in pages["index.html"]
    assert dates(folder / "site" / "sitemap.xml", set(pages)) == {
        path: "2021-03-01" if path.startswith("briefings/r") else None
        for path in ("briefings/river-levels.html", "about.html")
    }


def dates(sitemap: Path, pages: set[str]) -> dict[str, str | None]:
    """Two pages' days of change in a list that names every page once, each in whole, and no day that is none."""
    RULES.assertValid(etree.parse(sitemap))
    listed = etree.parse(sitemap).getroot()
    found = {str(one.findtext(f"{SITEMAP}loc")): one.findtext(f"{SITEMAP}lastmod") for one in listed}
    assert len(found) == len(listed)
    assert {address.removeprefix(ADDRESS) or "index.html" for address in found} <= pages
    return {path: found[ADDRESS + path] for path in ("briefings/river-levels.html", "about.html")}


@pytest.mark.parametrize(
    "entry",
    [
        "<loc>about.html</loc>",
        f"<loc>{ADDRESS}</loc><lastmod>2021-02-30</lastmod>",
        f"<loc>{ADDRESS}</loc><lastmod>1 March 2021</lastmod>",
        "<lastmod>2021-03-01</lastmod>",
    ],
    ids=["half an address", "no such day", "no date", "no address"],
)
def test_a_faulty_sitemap_is_found(entry: str) -> None:
    assert not RULES.validate(etree.fromstring(f'<urlset xmlns="{SITEMAP[1:-1]}"><url>{entry}</url></urlset>'))
