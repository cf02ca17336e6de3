"""The page for missing pages, below a folder of its host and at any depth: with an address and without one."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.fixtures.commands import Run
from tests.fixtures.folders import edit
from tests.fixtures.http_server import serving
from tests.fixtures.river_site import rivers_copy
from tests.site.browser.loading import arrive
from tests.site.browser.network_log import Witness

pytestmark = [pytest.mark.browser, pytest.mark.slow]
BELOW = "/sub/dir"
HEADING = "How high the river stood, who read it, and from which zero"
ADDRESS = "address: https://vell.example/\n"
COST = (
    "The address is not set, so citations, feeds and shared links contain paths without a host, the sitemap is empty and the page for "
    "missing pages is plain. Set SITE_URL, or address in content/site.yml.\n"
)


@dataclass(frozen=True)
class Published:
    """The small site, built for an address below a folder or for none, and what publishing it printed."""

    site: Path
    address: str
    told: str


@pytest.fixture(scope="module", params=["", f"https://vell.example{BELOW}/"], ids=["without an address", "with one"])
def published(
    request: pytest.FixtureRequest, run: Run, tmp_path_factory: pytest.TempPathFactory, drawings: Path
) -> Published:
    folder = tmp_path_factory.mktemp("missing")
    root = rivers_copy(folder / "rivers", drawings)
    edit(root / "content/site.yml", ADDRESS, f"address: {request.param}\n" if request.param else "")
    run("mkdocs", "build", "--strict", "--site-dir", folder / "next", cwd=root)
    told = run("briefings", "publish", folder / "next", folder / "site").stdout
    return Published(site=folder / "site", address=request.param, told=told)


@pytest.mark.parametrize("missing", ["gone.html", "no/such/page.html", "no/such/"])
def test_it_is_whole_below_a_folder(missing: str, published: Published, fresh: Page) -> None:
    with serving(published.site, below=BELOW) as server:
        witness = Witness(host=urlsplit(server).netloc)
        witness.watch(fresh)
        failed: list[str] = []
        fresh.on("response", lambda answer: failed.append(answer.url) if answer.status >= 400 else None)
        arrive(fresh, server + missing)
        expect(fresh.locator("h1")).to_have_text("Page not found")
        assert failed == [server + missing]
        assert fresh.evaluate("window.violations") == []
        assert witness.outside == []
        fresh.set_viewport_size({"width": 320, "height": 640})
        assert fresh.evaluate("document.documentElement.scrollWidth") == 320
        leads(fresh, server, published)


def leads(page: Page, server: str, published: Published) -> None:
    """Every link of the page stays in the site's folder; where the address is known it leads to a page."""
    links = page.locator("main a[href]:not([href^=mailto])").evaluate_all("links => links.map(link => link.href)")
    assert links
    assert [link for link in links if not link.startswith(server)] == []
    if published.address:
        page.goto(links[0])
        expect(page).to_have_title("Levels of the Vell")


def test_a_missing_page_of_a_section_leads_to_the_section(published: Published, fresh: Page) -> None:
    with serving(published.site, below=BELOW) as server:
        fresh.goto(f"{server}places/gone.html")
        name = "home page" if published.address else "the index of this folder"
        fresh.get_by_role("link", name=name).click()
        expect(fresh.locator("h1").first).to_have_text(HEADING if published.address else "Places")


def test_publishing_says_what_a_missing_address_costs(published: Published) -> None:
    assert published.told == f"Built {published.site}/index.html\n{'' if published.address else COST}"
