"""A live chart among pages: the policy, addresses, many pages, a folder without a server, and when something fails."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, CDPSession, Page, expect

from tests.site.browser.chart_pointer import (
    COUNT_VIEWS,
    FIGURE,
    PAGE,
    choose,
    explored,
    figure_of,
    is_static,
    point_at_a_mark,
)
from tests.site.browser.loading import arrive, drawn
from tests.site.browser.network_log import Witness

pytestmark = [pytest.mark.browser, pytest.mark.slow]

_HIDDEN = """
const drawn = requestAnimationFrame;
const asked = [];
let isHidden = true;
Object.defineProperty(document, "hidden", { get: () => isHidden });
Object.defineProperty(document, "visibilityState", { get: () => isHidden ? "hidden" : "visible" });
window.requestAnimationFrame = frame => isHidden ? asked.push(frame) : drawn(frame);
window.comeBack = () => {
  isHidden = false;
  document.dispatchEvent(new Event("visibilitychange"));
  asked.forEach(frame => drawn(frame));
};
"""


def test_everything_a_reader_does_breaks_no_policy(instant: Page, witness: Witness) -> None:
    figure = explored(instant)
    point_at_a_mark(instant, figure)
    choose(figure, "IBC")
    instant.locator("[data-md-component=palette] label:visible").first.click()
    instant.emulate_media(media="print")
    instant.emulate_media(media="screen")
    instant.locator("[data-md-component=search-query]").fill("Nineveh")
    instant.keyboard.press("End")
    instant.locator(".md-search-result__link").first.wait_for(state="attached")
    instant.keyboard.press("Escape")
    instant.locator(".md-tabs__link").first.click()
    instant.wait_for_url("**/index.html")
    drawn(instant)
    assert instant.evaluate("window.isTheSame")
    assert instant.evaluate("window.violations") == []
    assert witness.outside == []
    assert witness.said == []


def test_nothing_is_loaded_before_a_drawing_is_touched(briefing: Page, server: str) -> None:
    asked: list[str] = []
    briefing.on("request", lambda request: asked.append(urlsplit(request.url).path))
    arrive(briefing, server + PAGE)
    assert not [path for path in asked if any(part in path for part in ("vega", "/live.", "awake.js", "/figures/"))]


def test_an_address_brings_back_what_was_shown(briefing: Page, context: BrowserContext) -> None:
    choose(explored(briefing), "IBC")
    expect(briefing.locator(FIGURE).locator(".chart-status")).to_contain_text("shown")
    told = briefing.locator(FIGURE).locator(".chart-status").inner_text()
    other = context.new_page()
    arrive(other, briefing.url)
    figure = other.locator(FIGURE)
    expect(figure.locator(".chart-status")).to_have_text(told)
    expect(figure.locator("button[aria-pressed=true]")).to_contain_text("IBC")
    assert figure.get_by_label("From", exact=True).locator("option:checked").inner_text() == "2013"
    expect(figure).to_be_in_viewport()


@pytest.mark.parametrize("way", ["briefing", "instant"])
def test_going_back_brings_back_what_was_shown(way: str, request: pytest.FixtureRequest) -> None:
    page: Page = request.getfixturevalue(way)
    choose(explored(page), "IBC")
    expect(page.locator(FIGURE).locator(".chart-status")).to_contain_text("shown")
    page.locator(".md-tabs__link").first.click()
    page.wait_for_url("**/index.html")
    page.go_back()
    expect(page.locator(FIGURE).locator("button[aria-pressed=true]")).to_contain_text("IBC")


def test_what_cannot_be_loaded_leaves_the_drawing(briefing: Page) -> None:
    briefing.route("**/vega.*.js", lambda route: route.abort())
    figure = figure_of(briefing)
    figure.locator(".chart-explore").click()
    expect(figure.locator(".chart-status")).to_contain_text("could not be loaded")
    is_static(figure)
    briefing.unroute("**/vega.*.js")
    figure.locator(".chart-explore").click()
    expect(figure.locator(".chart-view")).to_be_visible()
    expect(figure.locator(".chart-status")).to_have_text("")


def test_half_a_picture_is_none(briefing: Page) -> None:
    """What Vega only reports as an error is one: the static drawing stays."""
    briefing.route(
        "**/figures/*.js",
        lambda route: route.fulfill(body=route.fetch().text().replace("off[datum.of]", "off.no.such[datum.of]")),
    )
    figure = figure_of(briefing)
    figure.locator(".chart-explore").click()
    expect(figure.locator(".chart-status")).to_contain_text("could not be loaded")
    is_static(figure)


def _walk(page: Page, times: int, *, explore: bool) -> None:
    """To the list of briefings and back to the chart: two pages each time."""
    for _ in range(times):
        page.locator(".md-tabs__link[href*=briefings]").evaluate("link => link.click()")
        page.locator("h1", has_text="Briefings").wait_for()
        page.locator(f"main a[href*='{Path(PAGE).name}']").first.evaluate("link => link.click()")
        page.locator(FIGURE).wait_for(state="attached")
        if explore:
            page.locator(FIGURE).locator(".chart-explore").click()
            page.locator(FIGURE).locator(".chart-controls").wait_for()


def _measure(session: CDPSession) -> tuple[float, float]:
    session.send("HeapProfiler.collectGarbage")
    found = {each["name"]: each["value"] for each in session.send("Performance.getMetrics")["metrics"]}
    return found["JSEventListeners"], found["Nodes"]


def test_fifty_pages_leave_nothing_behind(instant: Page, context: BrowserContext) -> None:
    """Material itself keeps something of every page that it exchanges; a live chart adds nothing to that."""
    explored(instant)
    instant.evaluate(COUNT_VIEWS)
    session = context.new_cdp_session(instant)
    session.send("Performance.enable")
    _walk(instant, 2, explore=True)
    start = _measure(session)
    _walk(instant, 8, explore=False)
    untouched = _measure(session)
    _walk(instant, 25, explore=True)
    touched = _measure(session)
    assert instant.evaluate("[made, ended, document.querySelectorAll('.chart-view').length]") == [27, 26, 1]
    for before, without, after in zip(start, untouched, touched, strict=True):
        assert (after - without) / 25 <= 1.05 * (without - before) / 8 + 1


def test_after_a_jump_pages_are_still_exchanged(instant: Page) -> None:
    title = instant.locator("h1")
    words = title.inner_text()
    instant.goto(instant.url + "#bottom-line")
    instant.locator(".md-tabs__link").last.click()
    expect(title).not_to_have_text(words)
    instant.go_back()
    expect(title).to_have_text(words)
    assert instant.evaluate("window.isTheSame")


def test_it_wakes_from_a_folder_too(context: BrowserContext, built: Path) -> None:
    page = context.new_page()
    page.goto((built / PAGE).as_uri())
    choose(explored(page), "IBC")
    expect(page.locator(FIGURE).locator(".chart-status")).to_contain_text("shown")


def test_without_scripts_there_is_no_button_and_a_chart(browser: Browser, server: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(server + PAGE)
        expect(page.locator(".chart-explore").first).to_be_attached()
        expect(page.locator(".chart-explore:visible")).to_have_count(0)
        expect(page.locator(FIGURE).locator(".chart-body > svg:visible")).to_have_count(1)


def test_an_embedded_chart_comes_alive(page: Page, witness: Witness, server: str, built: Path) -> None:
    path = next((built / "embed").glob("*-computed.html"))
    page.goto(f"{server}embed/{path.name}")
    figure = page.locator("figure.chart")
    figure.locator(".chart-explore").click()
    expect(figure.locator(".chart-view")).to_be_focused()
    page.keyboard.press("End")
    expect(figure.locator(".chart-tip")).to_be_visible()
    assert page.evaluate("window.violations") == []
    assert (witness.outside, witness.said) == ([], [])


def test_it_wakes_in_a_hidden_tab_and_is_there_when_the_reader_comes_back(fresh: Page, server: str) -> None:
    """No frame is drawn in a hidden tab: nothing may wait for one."""
    fresh.add_init_script(_HIDDEN)
    fresh.goto(f"{server}{PAGE}?chart={FIGURE.removeprefix('#')}&from=2013")
    figure = fresh.locator(FIGURE)
    expect(figure.locator(".chart-controls")).to_be_attached()
    expect(figure.locator(".chart-stage svg")).to_be_attached()
    fresh.evaluate("comeBack()")
    figure.locator(".chart-view").press("End")
    expect(figure.locator(".chart-tip")).to_be_visible()
    expect(figure.locator(".chart-status")).to_contain_text("shown")


def test_every_chart_of_a_page_comes_alive(page: Page, witness: Witness, server: str) -> None:
    arrive(page, server + "briefings/prisons.html")
    figures = page.locator("figure:has(.chart-explore)")
    assert figures.count() > 1
    for figure in figures.all():
        figure.locator(".chart-explore").click()
        expect(figure.locator(".chart-view")).to_be_focused()
    expect(page.locator(".chart-view")).to_have_count(figures.count())
    assert page.evaluate("window.violations") == []
    assert witness.said == []
