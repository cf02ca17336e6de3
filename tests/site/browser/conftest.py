"""What the browser tests share: a page that is watched, and one with a chart to touch."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.site.browser import chart_pointer as touching
from tests.site.browser.loading import arrive, drawn
from tests.site.browser.network_log import Witness


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    opened = browser.new_context(viewport={"width": 1280, "height": 900})
    yield opened
    opened.close()


@pytest.fixture
def witness(server: str) -> Witness:
    return Witness(host=urlsplit(server).netloc)


@pytest.fixture
def page(context: BrowserContext, witness: Witness) -> Page:
    page = context.new_page()
    witness.watch(page)
    return page


@pytest.fixture
def briefing(page: Page, server: str) -> Page:
    """A page with charts to touch."""
    return arrive(page, server + touching.PAGE)


@pytest.fixture
def instant(page: Page, server: str, built: Path) -> Page:
    """The page where Material exchanges pages, as it does on a site that knows its own address."""
    names = (path.relative_to(built).as_posix() for path in sorted(built.rglob("*.html")))
    sitemap = "".join(f"<url><loc>{server}{name}</loc></url>" for name in names)
    page.route(
        "**/sitemap.xml", lambda route: route.fulfill(body=f"<urlset>{sitemap}</urlset>", content_type="text/xml")
    )
    with page.expect_response("**/sitemap.xml"):
        arrive(page, server + touching.PAGE)
    drawn(page).evaluate("window.isTheSame = true")
    return page
