"""The offline edition, unpacked and opened from its folder: search finds a briefing, a chart is drawn, nothing is blocked or fetched."""

from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, Page

from generators.cli import main

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def unpacked(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("unpacked")
    with ZipFile(built / "offline.zip") as archive:
        archive.extractall(folder)
    return folder / "offline"


@pytest.fixture
def page(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """A page, and whatever went wrong or was fetched from elsewhere while it was open."""
    with browser.new_context() as context:
        opened = context.new_page()
        wrong: list[str] = []
        opened.on("console", lambda said: wrong.append(said.text) if said.type in {"error", "warning"} else None)
        opened.on("pageerror", lambda error: wrong.append(str(error)))
        opened.on("requestfailed", lambda r: wrong.append(r.url))
        opened.on("request", lambda r: None if r.url.startswith(("file:", "data:")) else wrong.append(r.url))
        yield opened, wrong


def test_search_finds_a_briefing_from_a_folder(unpacked: Path, page: tuple[Page, list[str]]) -> None:
    opened, wrong = page
    opened.goto((unpacked / "places" / "iq.html").as_uri())
    opened.locator(".md-search__input").click()
    opened.locator(".md-search__input").press_sequentially("civilian casualties")
    first = opened.locator(".md-search-result__link").first
    first.wait_for(state="visible")
    found = opened.locator(".md-search-result__link").evaluate_all("all => all.map(each => each.href)")
    assert any("briefings/casualties.html" in address for address in found)
    address = first.evaluate("link => link.href")
    first.click()
    opened.wait_for_url(address)
    assert wrong == []


def test_a_chart_is_drawn_and_links_lead_to_files(unpacked: Path, page: tuple[Page, list[str]]) -> None:
    opened, wrong = page
    opened.goto((unpacked / "index.html").as_uri())
    opened.get_by_role("link", name="Civilian casualties in Iraq").first.click()
    opened.wait_for_url("**/briefings/casualties.html")
    chart = opened.locator("svg.chart-wide").first
    chart.scroll_into_view_if_needed()
    box = chart.bounding_box()
    assert box is not None
    assert box["width"] > 300
    assert wrong == []


@pytest.mark.parametrize("path", ["index.html", "briefings/casualties.html", "datasets/unami-annual.html"])
def test_the_console_is_silent(unpacked: Path, page: tuple[Page, list[str]], path: str) -> None:
    opened, wrong = page
    opened.goto((unpacked / path).as_uri(), wait_until="load")
    opened.wait_for_timeout(5_000)  # a font that was loaded ahead for nothing is told of some seconds later
    assert wrong == []


def test_the_copy_verifies_as_a_zip_and_as_a_folder(
    built: Path, unpacked: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["verify", str(built / "offline.zip")]) == 0
    assert main(["verify", str(unpacked)]) == 0
    told = [text for text in capsys.readouterr().out.splitlines() if "files: all match" in text]
    assert len(set(told)) == 1


def test_the_page_that_offers_it_says_its_size(built: Path) -> None:
    size = (built / "offline.zip").stat().st_size
    assert f'<span data-late="archive:offline.zip"> {size / 1e6:.1f} MB</span>' in (built / "downloads.html").read_text(
        "utf-8"
    )
