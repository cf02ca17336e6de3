"""What a page costs on a poor line: everything that a browser asks for before the reader does anything, as it is sent."""

import gzip
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect

from tests.site.browser.loading import arrive

pytestmark = [pytest.mark.browser, pytest.mark.slow]

KILOBYTE = 1000
PACKED = {".woff2", ".png"}
ONE_CHART = "charts/ibc-annual.html"
LETTERS = "assets/fonts/inter-latin.woff2"


def asked(browser: Browser, address: str) -> list[str]:
    """The paths that a page asks for until the line is still."""
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        found: list[str] = []
        context.on("request", lambda request: found.append(urlsplit(request.url).path.lstrip("/")))
        arrive(page, address)
        page.mouse.wheel(0, 600)
        page.wait_for_timeout(500)
        return list(dict.fromkeys(found))


def weight(site: Path, paths: Iterable[str]) -> int:
    """Bytes over the wire: gzip, but for what is packed already."""
    files = [site / path for path in paths if (site / path).is_file()]
    return sum(
        len(file.read_bytes() if file.suffix in PACKED else gzip.compress(file.read_bytes(), mtime=0)) for file in files
    )


def test_a_page_with_one_chart_weighs_at_most_100_kb(browser: Browser, server: str, built: Path) -> None:
    paths = asked(browser, server + ONE_CHART)
    assert ONE_CHART in paths
    assert weight(built, paths) <= 100 * KILOBYTE, {path: weight(built, [path]) for path in paths}


def test_an_embedded_chart_weighs_at_most_30_kb(browser: Browser, server: str, built: Path) -> None:
    heaviest = max((built / "embed").glob("*.html"), key=lambda path: len(gzip.compress(path.read_bytes(), mtime=0)))
    paths = asked(browser, f"{server}embed/{heaviest.name}")
    assert {path for path in paths if path.endswith((".js", ".woff2"))} == {"assets/js/charts.js", LETTERS}
    assert weight(built, paths) <= 30 * KILOBYTE


def test_that_chart_is_there_without_javascript(browser: Browser, server: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(server + ONE_CHART)
        expect(page.locator("main figure svg:visible")).to_have_count(1)
        for ending in ("csv", "json", "svg", "png"):
            assert page.request.get(f"{server}{ONE_CHART.removesuffix('html')}{ending}").ok
        page.locator(".chart-take summary", has_text="Embed").click()
        expect(page.locator(".chart-take textarea")).to_be_visible()
