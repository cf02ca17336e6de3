"""Text in the site's fonts: inside its drawing, over no other text, and nothing moves when a font arrives.

Charts are looked at on a machine with DejaVu alone, and where no font of ours can be loaded with Liberation too.
"""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from time import sleep
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.fixtures.browser_launch import Launch
from tests.fixtures.http_server import serving
from tests.site.browser.kinds import KINDS, page_of
from tests.site.browser.layout_shift import STILL, shifts
from tests.site.browser.loading import arrive, drawn

pytestmark = [pytest.mark.browser, pytest.mark.slow]

FONTS = "**/*.woff2"
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
_COME = """() => document.fonts.load('13px "Inter Charts"').then(faces => faces.length)"""
"""On a busy machine the font may come after the page; it is the drawing in the font that is looked at here."""
_FREE = """() => document.querySelectorAll("svg [textLength]").forEach(text => text.removeAttribute("textLength"))"""
"""Texts are held to the width that they were laid out for; freed, they show how wide their font makes them."""
_GATHER = """async paths => {
  const texts = await Promise.all(paths.map(path => fetch(path).then(answer => answer.text())));
  document.querySelector("main article").replaceChildren(...texts.map(text => {
    const figure = new DOMParser().parseFromString(text, "text/html").querySelector("main figure.chart");
    figure.replaceChildren(figure.querySelector(".chart-body"));
    return figure;
  }));
}"""
_HANG = """texts => document.body.append(...Object.entries(texts).map(([name, text]) => {
  const figure = document.createElement("figure");
  figure.id = name;
  figure.append(new DOMParser().parseFromString(text, "image/svg+xml").documentElement);
  return figure;
}))"""
_FAULTS = """() => [...document.querySelectorAll(".chart-body > svg, .chart-stage svg, body > figure > svg")].filter(svg => svg.checkVisibility()).flatMap(svg => {
  const frame = svg.getBoundingClientRect(), round = n => Math.round(10 * n) / 10;
  const texts = [...svg.querySelectorAll("text")].filter(text => text.textContent.trim() && text.checkVisibility());
  const boxes = texts.map(text => {
    const { left, right, top, bottom, height } = text.getBoundingClientRect(); // ascenders and descenders, not the whole line
    return { said: text.textContent, left, right, top: top + .17 * height, bottom: bottom - .03 * height };
  });
  const beyond = box => Math.max(frame.left - box.left, box.right - frame.right, frame.top - box.top, box.bottom - frame.bottom);
  const across = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const down = (a, b) => Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  const isHalo = (a, b) => a.said === b.said && Math.abs(a.left - b.left) < 1 && Math.abs(a.top - b.top) < 1;
  const chart = svg.closest("figure").id;
  return [
    ...boxes.filter(box => beyond(box) > 1).map(box => `${chart}: ${box.said} is cut by ${round(beyond(box))} px`),
    ...boxes.flatMap((a, n) => boxes.slice(n + 1).filter(b => across(a, b) > 1 && down(a, b) > 1 && !isHalo(a, b))
      .map(b => `${chart}: ${a.said} and ${b.said} share ${round(across(a, b))} x ${round(down(a, b))} px`)),
  ];
})"""


@pytest.fixture(scope="module")
def liberation(launch: Launch) -> Iterator[Browser]:
    started = launch("Liberation")
    yield started
    started.close()


def late(seconds: float) -> Callable[[Route], None]:
    """Return what lets a request wait so long."""

    def answered(route: Route) -> None:
        sleep(seconds)
        route.continue_()

    return answered


def charts(built: Path) -> list[str]:
    return [path.name for path in sorted((built / "charts").glob("*.html")) if path.name != "index.html"]


def gallery(page: Page, server: str, built: Path) -> Page:
    """The page of the first chart, with the drawings of all charts in place of its text."""
    paths = charts(built)
    arrive(page, f"{server}charts/{paths[0]}")
    page.evaluate(_GATHER, paths)
    expect(page.locator("main .chart-body > svg:visible")).to_have_count(len(paths))
    return page


def faults(page: Page) -> Iterator[str]:
    """What is wrong with the texts of the page's drawings, wide and narrow, light and dark."""
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            drawn(page)  # another drawing may ask for other letters, another scheme for all of them again
            yield from (f"{width} px, {scheme}: {fault}" for fault in page.evaluate(_FAULTS))


def test_every_text_of_every_chart_is_whole_in_the_site_s_font(browser: Browser, server: str, built: Path) -> None:
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        page = gallery(context.new_page(), server, built)
        page.evaluate(_COME)
        page.evaluate(_FREE)
        assert list(faults(page)) == []
        assert page.evaluate("""document.fonts.check('13px "Inter Charts"')""")


@pytest.mark.parametrize("machine", ["browser", "liberation"])
def test_without_the_font_it_is_whole_too(
    machine: str, request: pytest.FixtureRequest, server: str, built: Path
) -> None:
    opened: Browser = request.getfixturevalue(machine)
    with opened.new_context(viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        page.route(FONTS, lambda route: route.abort())
        assert list(faults(gallery(page, server, built))) == []


def test_a_picture_that_was_taken_away_is_whole_too(browser: Browser, built: Path) -> None:
    texts = {path.name: path.read_text(encoding="utf-8") for path in sorted((built / "charts").glob("*.svg"))}
    with browser.new_context() as context:
        page = context.new_page()
        page.set_content("<!doctype html>")
        page.evaluate(_HANG, texts)
        expect(page.locator("body > figure > svg text:visible").first).to_be_visible()
        assert page.evaluate(_FAULTS) == []


def test_a_text_that_is_cut_or_covered_is_found(browser: Browser) -> None:
    """Two texts over each other, of which one reaches beyond the drawing."""
    svg = """<svg xmlns="http://www.w3.org/2000/svg" width="100" height="40" font-size="13px">
      <text x="70" y="20">Far too long</text><text x="72" y="22">Over</text></svg>"""
    with browser.new_context() as context:
        page = context.new_page()
        page.set_content("<!doctype html>")
        page.evaluate(_HANG, {"planted": svg})
        (cut, *others) = page.evaluate(_FAULTS)
        assert cut.startswith("planted: Far too long is cut by ")
        assert any(fault.startswith("planted: Far too long and Over share ") for fault in others)


def test_a_live_chart_is_drawn_in_the_font_even_if_it_is_late(browser: Browser, server: str) -> None:
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        page.route(FONTS, late(0.5))
        page.goto(f"{server}charts/ibc-annual.html")
        page.locator(".chart-explore").first.click()
        page.locator(".chart-stage svg").wait_for()
        drawn(page).evaluate(_FREE)
        widths = page.evaluate(_WIDTHS)
        assert len(widths["still"]) > 5
        assert widths["live"] == pytest.approx(widths["still"], abs=0.5)


_WIDTHS: str = """() => Object.fromEntries(Object.entries({ still: ".chart-body > .chart-wide", live: ".chart-stage svg" }).map(
  ([name, part]) => [name, Object.fromEntries([...document.querySelectorAll(`${part} text`)].filter(text => text.textContent.trim())
    .map(text => [text.textContent, text.getBBox().width]))]))"""

WIDTHS: Mapping[str, int] = {"on a phone": 360, "on a desk": 1280}
CLOSE: Mapping[str, float] = {"on a poor line": 2, "just in time": 0.08, "just too late": 0.15}
"""How many seconds each font takes; the page waits 0.15 for them."""


@pytest.mark.parametrize("load", WIDTHS)
def test_nothing_moves_when_fonts_arrive(load: str, liberation: Browser, built: Path) -> None:
    """On a machine with DejaVu, test_every_kind.py looks at this."""
    with serving(built, fonts_after=0.3) as server:
        addresses = {kind: server + page_of(kind, built) for kind in KINDS}
        found = _least_shifts(liberation, addresses, WIDTHS[load])
    assert {kind: shift for kind, shift in found.items() if shift > STILL} == {}


@pytest.mark.parametrize("machine", ["browser", "liberation"])
@pytest.mark.parametrize("load", CLOSE)
def test_nothing_moves_on_a_phone_whenever_they_arrive(
    load: str, machine: str, request: pytest.FixtureRequest, built: Path
) -> None:
    opened: Browser = request.getfixturevalue(machine)
    with serving(built, fonts_after=CLOSE[load]) as server:
        addresses = {kind: server + page_of(kind, built) for kind in ("home", "briefing", "place")}
        found = _least_shifts(opened, addresses, 360)
    assert {kind: shift for kind, shift in found.items() if shift > STILL} == {}


def _least_shifts(opened: Browser, addresses: Mapping[str, str], width: int) -> dict[str, float]:
    """How far the pages move in a browser that has just been opened, as a reader's may be.

    Where a tenth of a second counts, a busy machine makes a font late that was in time: the least of three loads is the page's.
    """
    least = dict.fromkeys(addresses, 1.0)
    for _ in range(3):
        if again := [kind for kind, shift in least.items() if shift > STILL]:
            found = shifts(opened, [addresses[kind] for kind in again], width, after=100)
            least |= {kind: min(shift, least[kind]) for kind, shift in zip(again, found, strict=True)}
    return least
