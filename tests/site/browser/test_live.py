"""A chart that is touched by pointer, finger and keyboard: what it shows, what moves, how it goes back."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

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
from tests.site.browser.loading import arrive, opened_rows

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_a_resting_pointer_wakes_it_and_nothing_moves(briefing: Page) -> None:
    figure = figure_of(briefing)
    drawing, whole = figure.locator(".chart-body > svg:visible").bounding_box(), figure.bounding_box()
    figure.locator(".chart-body").hover()
    expect(figure.locator(".chart-view")).to_be_visible()
    assert figure.locator(".chart-stage svg").bounding_box() == pytest.approx(drawing, abs=0.6)
    assert figure.bounding_box() == whole
    point_at_a_mark(briefing, figure)
    expect(figure.locator(".chart-tip")).to_be_visible()
    briefing.keyboard.press("Escape")
    is_static(figure)


def test_a_tap_shows_a_figure(browser: Browser, server: str) -> None:
    with browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True) as context:
        page = context.new_page()
        arrive(page, server + PAGE)
        figure = figure_of(page)
        figure.locator(".chart-body").tap(position={"x": 160, "y": 240})
        tip = figure.locator(".chart-tip")
        expect(tip).to_be_visible()
        first = tip.inner_text()
        figure.locator(".chart-body").tap(position={"x": 280, "y": 240})
        expect(tip).not_to_have_text(first)
        box = tip.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 360


def test_keys_walk_through_the_figures_and_say_them(briefing: Page) -> None:
    figure = figure_of(briefing)
    opened_rows(figure)
    figure.locator(".chart-explore").focus()
    briefing.keyboard.press("Enter")
    expect(figure.locator(".chart-view")).to_be_focused()
    briefing.keyboard.press("End")
    tip, voice = figure.locator(".chart-tip"), figure.locator(".chart-view [role=status]")
    expect(tip).to_be_visible()
    for _ in range(2):
        number = tip.locator("dd").first.inner_text()
        expect(voice).to_contain_text(f"Figure: {number}")
        expect(figure.locator(".chart-data td", has_text=number).first).to_be_attached()
        briefing.keyboard.press("ArrowLeft")
        expect(voice).not_to_contain_text(f"Figure: {number}.")
    briefing.keyboard.press("Escape")
    is_static(figure)
    expect(figure.locator(".chart-explore")).to_be_focused()
    assert "chart=" not in briefing.url


def test_a_stretch_of_time_can_be_dragged(briefing: Page) -> None:
    figure = explored(briefing)
    area = figure.locator(".chart-view").bounding_box()
    assert area
    across = area["y"] + area["height"] / 2
    briefing.mouse.move(area["x"] + 0.3 * area["width"], across)
    briefing.mouse.down()
    briefing.mouse.move(area["x"] + 0.45 * area["width"], across)
    briefing.mouse.move(area["x"] + 0.6 * area["width"], across)
    expect(figure.locator(".chart-band")).to_be_visible()
    briefing.mouse.up()
    expect(figure.locator(".chart-status")).to_contain_text("shown")
    assert {"from", "to"} <= parse_qs(urlsplit(briefing.url).query).keys()
    figure.get_by_role("button", name="Show all").click()
    expect(figure.locator(".chart-status")).to_have_text("")


def test_another_palette_recolours_the_same_view(briefing: Page) -> None:
    figure = explored(briefing)
    briefing.evaluate(COUNT_VIEWS)
    mark = figure.locator(".chart-stage .mark-symbol path").first
    colours = {mark.evaluate("mark => getComputedStyle(mark).fill")}
    for _ in range(3):
        briefing.locator("[data-md-component=palette] label:visible").first.click()
        briefing.wait_for_timeout(100)
        colours.add(mark.evaluate("mark => getComputedStyle(mark).fill"))
    assert len(colours) == 2
    assert briefing.evaluate("made") == 0


def test_print_shows_the_drawing(briefing: Page) -> None:
    figure = explored(briefing)
    briefing.emulate_media(media="print")
    expect(figure.locator(".chart-view, .chart-controls, .chart-live").first).to_be_hidden()
    expect(figure.locator(".chart-body > .chart-wide")).to_be_visible()


def test_a_narrower_window_gets_the_narrow_chart(briefing: Page) -> None:
    figure = explored(briefing)
    choose(figure, "IBC")
    briefing.set_viewport_size({"width": 360, "height": 740})
    expect(figure.locator(".chart-stage svg")).to_have_attribute("viewBox", re.compile("^0 0 284 "))
    expect(figure.locator("button[aria-pressed=true]")).to_contain_text("IBC")


@pytest.mark.parametrize("width", [360, 560, 700, 1280])
def test_it_lies_on_the_drawing_at_every_width(briefing: Page, width: int) -> None:
    briefing.set_viewport_size({"width": width, "height": 900})
    drawing = figure_of(briefing).locator(".chart-body > svg:visible").bounding_box()
    figure = explored(briefing)
    assert drawing
    found = figure.locator(".chart-stage svg").bounding_box()
    assert found
    assert (found["width"], found["height"]) == pytest.approx((drawing["width"], drawing["height"]), abs=1)
    figure.locator(".chart-choice button").first.click()
    expect(figure.locator("button[aria-pressed=true]")).to_have_count(1)


def test_an_address_may_ask_for_anything(browser: Browser, server: str) -> None:
    """Ends the wrong way round are turned, and what no figure has is left aside."""
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{server}{PAGE}?chart={FIGURE.removeprefix('#')}&from=2018&to=2014&speaker=Nobody")
        figure = figure_of(page)
        expect(figure.get_by_label("From", exact=True).locator("option:checked")).to_have_text("2014")
        expect(figure.locator(".chart-status")).to_contain_text("shown")
        expect(figure.locator(".chart-status")).not_to_contain_text("0 of")
