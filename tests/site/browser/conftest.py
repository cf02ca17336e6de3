"""What the browser tests share: a page that is watched, and one with a chart to touch."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.site.browser import chart_pointer as touching
from tests.site.browser.loading import arrive, drawn, emptied
from tests.site.browser.network_log import Witness


@pytest.fixture(scope="session")
def tab(browser: Browser, server: str) -> Iterator[tuple[Page, Witness]]:
    """One page for all tests, since a new one costs a second, and what is seen of it."""
    with browser.new_context() as context:
        page, witness = context.new_page(), Witness(host=urlsplit(server).netloc)
        witness.watch(page)
        yield page, witness


@pytest.fixture
def page(tab: tuple[Page, Witness], server: str) -> Page:
    """That page, empty and as it was at the start; what a test adds for every page to come needs `fresh`."""
    page, witness = tab
    for other in page.context.pages:
        if other is not page:
            other.close()
    page.unroute_all()
    return emptied(page, witness, server)


@pytest.fixture
def witness(tab: tuple[Page, Witness], page: Page) -> Witness:
    return tab[1]


@pytest.fixture
def context(page: Page) -> BrowserContext:
    return page.context


@pytest.fixture
def fresh(browser: Browser) -> Iterator[Page]:
    """A page of its own."""
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        yield context.new_page()


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
