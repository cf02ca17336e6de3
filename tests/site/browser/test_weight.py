"""What a page costs on a poor line: everything that a browser asks for before the reader does anything, as it is sent."""

import gzip
from collections.abc import Iterable, Mapping
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from lxml import html as parser
from playwright.sync_api import Browser, expect

from tests.site.browser.kinds import KINDS, page_of
from tests.site.browser.loading import arrive

pytestmark = [pytest.mark.browser, pytest.mark.slow]

KILOBYTE = 1000
PACKED = {".woff2", ".png"}
ONE_CHART = "charts/ibc-annual.html"
LETTERS = "assets/fonts/inter-latin.woff2"
BUDGETS: Mapping[str, tuple[int, int]] = {
    "home": (420, 10), "briefing": (2500, 60), "briefings": (180, 5), "dataset": (3520, 52), "dataset-year": (920, 7),
    "datasets": (480, 8), "chart": (4200, 26), "charts": (460, 8), "chart-kind": (1660, 18), "chart-kinds": (220, 5),
    "embed": (1480, 14), "source": (780, 7), "sources": (260, 8), "place": (960, 13), "country": (540, 9), "places": (460, 6),
    "timeline": (1880, 25), "glossary": (360, 8), "grades": (300, 6), "grade": (340, 7), "judgements": (440, 9), "claims": (480, 9),
    "disagreement": (740, 8), "disagreements": (500, 8), "revision": (520, 6), "revisions": (620, 8), "known": (860, 9),
    "coverage": (660, 7), "releases": (200, 5), "downloads": (900, 12), "silences": (200, 5), "corrections": (420, 9),
    "left-out": (260, 6), "methodology": (380, 9), "about": (240, 6), "missing": (20, 1), "text": (580, 11), "text-home": (120, 3),
}  # fmt: skip
"""The most elements and kilobytes of HTML that a page of each kind has: of a briefing as decided, of others a little more than now."""
SCRIPTS, BLOCKING = 41 * KILOBYTE, KILOBYTE
"""The most that a page runs before it is touched, of which the theme's own script is 35 kB, and the most that its text waits for."""


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


def over(path: Path, most: int, kilobytes: int) -> list[str]:
    """What a page has too much of."""
    content = path.read_bytes()
    elements, sent = sum(1 for _ in parser.fromstring(content).iter("*")), len(gzip.compress(content, mtime=0))
    told = ((elements, most, "elements"), (sent, kilobytes * KILOBYTE, "bytes"))
    return [f"{path.name}: {number} {what}" for number, limit, what in told if number > limit]


def test_the_heaviest_page_of_each_kind_stays_within_its_budget(built: Path) -> None:
    assert BUDGETS.keys() == KINDS.keys()
    pages = {kind: [built / page_of(kind, built)] for kind in KINDS} | {
        "briefing": [*(built / "briefings").glob("*.html")]
    }
    assert [fault for kind, paths in pages.items() for path in paths for fault in over(path, *BUDGETS[kind])] == []


def test_a_page_over_its_budget_is_found(tmp_path: Path) -> None:
    page = tmp_path / "x.html"
    page.write_text(f"<p>{'<b>x</b>' * 20}</p>{''.join(map(chr, range(0x4E00, 0x5E00)))}", "utf-8")
    assert [fault.rpartition(" ")[2] for fault in over(page, 20, 1)] == ["elements", "bytes"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_runs_little_before_it_is_touched(kind: str, built: Path) -> None:
    """What counts for blocking time: a script that is waited for delays the text, any other the first touch."""
    page = built / page_of(kind, built)
    scripts = parser.parse(page, parser.HTMLParser(encoding="utf-8")).xpath("//script[@src]")
    sizes = {script: weight(page.parent, [script.get("src")]) for script in scripts}
    assert all(sizes.values())
    assert sum(sizes.values()) <= SCRIPTS
    head = [script for script in scripts if script.getparent().tag == "head" and "defer" not in script.attrib]
    assert sum(sizes[script] for script in head) <= BLOCKING


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
