"""Charts in a real browser: which drawing is shown, how large its letters are, what moves, who can use the table beside it."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.site.browser.kinds import page_of
from tests.site.browser.layout_shift import STILL, shifts
from tests.site.browser.loading import arrive, drawn, opened_rows

pytestmark = [pytest.mark.browser, pytest.mark.slow]

WITH_CHARTS = ("home", "briefing", "dataset", "place", "timeline")
_LETTERS = """() => [...document.querySelectorAll("main .chart-body > svg")].filter(svg => svg.checkVisibility()).map(svg => {
  const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
  return Math.min(...[...svg.querySelectorAll("text")].map(text => parseFloat(getComputedStyle(text).fontSize) * scale));
})"""
_TABLE_LETTERS = """() => [...document.querySelectorAll("main figure.chart :is(figcaption, .chart-title, .chart-subtitle, summary, td, th, a)")]
  .map(e => parseFloat(getComputedStyle(e).fontSize))"""
_PAINT = """() => {
  const svg = [...document.querySelectorAll("main .chart-body > svg")].find(svg => svg.checkVisibility());
  const seen = e => [getComputedStyle(e).fill, getComputedStyle(e).stroke];
  return [svg.outerHTML, JSON.stringify([...svg.querySelectorAll("path, text, rect, line")].map(seen))];
}"""
_MOVING = """data:text/html,<p>A text.</p><script>
  setTimeout(() => document.body.prepend(Object.assign(document.createElement("div"), { style: "height: 600px" })), 100);
</script>"""


@pytest.mark.parametrize("kind", WITH_CHARTS)
def test_no_letter_is_smaller_than_twelve_pixels(kind: str, page: Page, server: str, built: Path) -> None:
    page.goto(server + page_of(kind, built))
    for width in (320, 360, 412, 640, 768, 960, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        letters = drawn(page).evaluate(_LETTERS)
        assert letters
        assert min(letters + page.evaluate(_TABLE_LETTERS)) >= 12, width


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_moves_while_a_page_loads(width: int, browser: Browser, server: str, built: Path) -> None:
    addresses = [server + page_of(kind, built) for kind in WITH_CHARTS]
    moved = dict(zip(WITH_CHARTS, shifts(browser, addresses, width, after=200), strict=True))
    assert {kind: shift for kind, shift in moved.items() if shift} == {}


def test_a_page_that_moves_is_found(browser: Browser) -> None:
    (moved,) = shifts(browser, [_MOVING], 360, after=500)
    assert moved > STILL


def test_the_figure_chooses_its_drawing_not_the_window(page: Page, server: str, built: Path) -> None:
    page.goto(server + page_of("briefing", built))
    figure = page.locator("main figure.chart:not(.card-chart)").first
    expect(figure.locator("svg.chart-wide")).to_be_visible()
    page.evaluate("document.querySelector('main figure.chart').parentElement.classList.add('tight')")
    page.evaluate(
        "const s = new CSSStyleSheet(); s.replaceSync('.tight { width: 400px }'); document.adoptedStyleSheets.push(s)"
    )
    expect(figure.locator("svg.chart-wide")).to_be_hidden()
    expect(figure.locator("svg.chart-narrow")).to_be_visible()


def test_the_palette_recolours_a_drawing_without_touching_it(page: Page, server: str, built: Path) -> None:
    page.goto(server + page_of("briefing", built))
    light, light_paint = page.evaluate(_PAINT)
    page.evaluate("document.body.dataset.mdColorScheme = 'slate'")
    dark, dark_paint = page.evaluate(_PAINT)
    assert light == dark
    assert light_paint != dark_paint


def test_twice_as_large_everything_is_still_there(browser: Browser, server: str, built: Path) -> None:
    """A zoom of 200 % on a small screen: 320 CSS pixels, each of them two across."""
    with browser.new_context(viewport={"width": 320, "height": 450}, device_scale_factor=2) as context:
        page = context.new_page()
        for kind in WITH_CHARTS:
            page.goto(server + page_of(kind, built))
            page.evaluate("document.querySelectorAll('main details').forEach(each => each.open = true)")
            assert page.evaluate("document.documentElement.scrollWidth") <= 320, kind
            assert min(page.evaluate(_LETTERS)) >= 12


def test_marks_and_focus_are_seen_in_forced_colours(browser: Browser, server: str, built: Path) -> None:
    with browser.new_context(forced_colors="active", color_scheme="dark") as context:
        page = context.new_page()
        page.goto(server + page_of("briefing", built))
        drawing = page.locator("main .chart-body > svg:visible").first
        ground = drawing.evaluate("svg => getComputedStyle(svg).backgroundColor")
        ink = drawing.locator("text").first.evaluate("text => getComputedStyle(text).fill")
        assert ground != "rgba(0, 0, 0, 0)"
        assert ground != ink
        summary = page.locator("main figure.chart summary").first
        summary.focus()
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Tab")
        assert summary.evaluate("e => getComputedStyle(e).outlineStyle") == "solid"


def test_nothing_is_set_in_motion_where_less_is_asked_for(browser: Browser, server: str, built: Path) -> None:
    with browser.new_context(reduced_motion="reduce") as context:
        page = context.new_page()
        page.goto(server + page_of("briefing", built))
        moving = "[...document.querySelectorAll('main *')].filter(e => parseFloat(getComputedStyle(e).transitionDuration) > 0)"
        assert page.evaluate(f"{moving}.length") == 0
        assert page.evaluate("document.getAnimations().length") == 0


class TestTable:
    """The table beside a chart."""

    @pytest.fixture
    def table(self, page: Page, server: str, built: Path) -> Locator:
        arrive(page, server + page_of("briefing", built))
        for figure in page.locator("main figure.chart[id]").all():
            opened_rows(figure)
        return page.locator("main .chart-data table.sortable").first

    def _column(self, table: Locator, number: int) -> list[str]:
        return [cell.strip() for cell in table.locator(f"tbody td:nth-child({number})").all_text_contents()]

    def test_a_head_sorts_by_time_and_turns_round(self, table: Locator) -> None:
        days = table.locator("tbody td:first-child").evaluate_all("cells => cells.map(cell => cell.dataset.sort)")
        head = table.locator("thead th").first
        assert head.get_attribute("aria-sort") is None
        for direction in ("ascending", "descending"):
            head.get_by_role("button").click()
            expect(head).to_have_attribute("aria-sort", direction)
            found = table.locator("tbody td:first-child").evaluate_all("cells => cells.map(cell => cell.dataset.sort)")
            assert found == sorted(days, reverse=direction == "descending")

    def test_numbers_are_sorted_as_numbers_by_keyboard(self, table: Locator) -> None:
        head = table.locator("thead th.num")
        place = head.evaluate("head => head.cellIndex") + 1
        head.get_by_role("button").focus()
        table.page.keyboard.press("Enter")
        expect(head).to_have_attribute("aria-sort", "ascending")
        numbers = [
            float(found[0].replace(",", ""))
            for text in self._column(table, place)
            if (found := re.findall(r"[\d.,]+", text))
        ]
        assert len(numbers) > 1
        assert numbers == sorted(numbers)
        expect(head.get_by_role("button")).to_be_focused()

    def test_only_one_head_says_that_it_sorts(self, table: Locator) -> None:
        for button in table.locator("thead button").all():
            button.click()
        expect(table.locator("thead th[aria-sort]")).to_have_count(1)

    def test_buttons_are_large_enough_and_come_once(self, table: Locator) -> None:
        for button in table.locator("thead button").all():
            box = button.bounding_box()
            assert box
            assert box["height"] >= 24
        assert table.locator("thead button").count() == table.locator("thead th:not(:has(a))").count() > 2

    def test_tables_of_a_page_moved_to_are_alive(self, table: Locator) -> None:
        """Material exchanges the page and says so; heads that have a button get no second one."""
        table.evaluate("table => table.tHead.innerHTML = '<tr><th>When</th></tr>'")
        others = table.page.locator("main table.sortable thead button").count()
        table.page.evaluate("document$.next(document)")
        expect(table.get_by_role("button", name="When")).to_have_count(1)
        expect(table.page.locator("main table.sortable thead button")).to_have_count(others + 1)

    def test_without_scripts_it_is_a_plain_table(self, browser: Browser, server: str, built: Path) -> None:
        with browser.new_context(java_script_enabled=False) as context:
            page = context.new_page()
            page.goto(server + page_of("briefing", built))
            title = page.locator("main .chart-title").first.inner_text()
            page.locator("main .chart-data > a").first.click()
            page.wait_for_url("**/charts/*.html#chart-*-data")
            expect(page.locator("main h1")).to_contain_text(title)
            expect(page.locator("main .chart-data:target[open] table tbody tr").first).to_be_visible()
            expect(page.locator("main .chart-data table button")).to_have_count(0)

    def test_links_in_rows_lead_where_they_lead_on_the_chart_s_page(self, table: Locator) -> None:
        here = table.locator("a").evaluate_all("links => links.map(link => link.href)")
        title = table.locator("caption").inner_text()
        table.locator("xpath=ancestor::figure").locator(".permalink").click()
        expect(table.page.locator("main figure.chart[id]")).to_have_count(1)
        links = table.page.get_by_role("table", name=title).locator("a")
        expect(links).to_have_count(len(here))
        assert here == links.evaluate_all("links => links.map(link => link.href)") != []

    def test_a_link_to_rows_that_cannot_be_fetched_is_followed(self, page: Page, server: str, built: Path) -> None:
        arrive(page, server + page_of("briefing", built))
        page.route(
            "**/charts/*.html",
            lambda route: route.abort() if route.request.resource_type == "fetch" else route.continue_(),
        )
        page.locator("main .chart-data > a").first.click()
        page.wait_for_url("**/charts/*.html#chart-*-data")
        expect(page.locator("main .chart-data:target table").first).to_be_visible()
