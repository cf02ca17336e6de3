"""A chart to touch, and how it is touched."""

import re

from playwright.sync_api import Locator, Page, expect

PAGE, FIGURE = "briefings/casualties.html", "#chart-unami-and-ibc"
COUNT_VIEWS = """() => {
  const View = vega.View;
  window.made = window.ended = 0;
  vega.View = class extends View {
    constructor(...given) { super(...given); made += 1; }
    finalize() { ended += 1; return super.finalize(); }
  };
}"""
"""From now on `made` and `ended` count the views that are made and ended."""


def figure_of(page: Page) -> Locator:
    """The chart, in view."""
    figure = page.locator(FIGURE)
    figure.scroll_into_view_if_needed()
    return figure


def explored(page: Page) -> Locator:
    """The chart, alive, with what can be chosen."""
    figure = figure_of(page)
    figure.locator(".chart-explore").click()
    expect(figure.locator(".chart-controls")).to_be_visible()
    return figure


def is_static(figure: Locator) -> None:
    """Nothing but the drawing is there."""
    expect(figure.locator(".chart-view, .chart-controls")).to_have_count(0)
    expect(figure.locator(".chart-body > svg:visible")).to_have_count(1)
    expect(figure.locator(".chart-explore")).to_have_text(re.compile("^Explore"))


def point_at_a_mark(page: Page, figure: Locator) -> None:
    """Move the pointer onto a dot."""
    mark = figure.locator(".chart-stage .mark-symbol path").nth(3).bounding_box()
    assert mark
    page.mouse.move(mark["x"] + 2, mark["y"] + 2)
    page.mouse.move(mark["x"] + 3, mark["y"] + 3)


def choose(figure: Locator, speaker: str) -> None:
    """Look at the years from 2013 on, and at one speaker."""
    figure.get_by_label("From", exact=True).select_option(label="2013")
    figure.locator(".chart-choice button", has_text=speaker).click()
