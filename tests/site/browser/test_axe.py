"""axe-core finds nothing in what opens, light and dark, wide and on a small phone; test_every_kind.py asks it of each kind of page."""

import re
from collections import Counter
from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.site.browser.axe import SCHEMES, WIDTHS, lit, ready, violations
from tests.site.browser.loading import card_of

pytestmark = [pytest.mark.browser, pytest.mark.slow]

_FAULTS = """() => {
  document.querySelector("main article").append(new Image());
  const faint = document.createElement("p");
  faint.textContent = "A text that is hard to read.";
  faint.style.color = matchMedia("(prefers-color-scheme: dark)").matches ? "#333" : "#ddd";
  document.querySelector("main article").append(faint);
}"""
_NAME = re.compile(r'role="region" tabindex="0" aria-label="([^"]*)"')


@pytest.mark.parametrize("style", ["value", "term"])
def test_no_violation_in_an_open_card_or_a_panel(style: str, page: Page, server: str) -> None:
    page.goto(server + "briefings/casualties.html")
    ready(page)
    card = f"main button.{style} + .card-note:popover-open"
    card_of(page.locator(f"main button.{style}").first)
    page.locator(f"main button.{style}").first.press("Enter")
    page.locator(card).wait_for()
    assert list(violations(page, card, ".table-scroll:has(.strip)", f"p:has({card})")) == []
    assert page.locator(card).count() == 1


def test_no_violation_in_the_open_search(page: Page, server: str) -> None:
    page.goto(server + "about.html")
    ready(page)
    page.locator(".md-search__input").focus()
    page.locator(".md-search__input").fill("mosul")
    page.locator(".find-parts a").first.wait_for()
    assert list(violations(page, ".md-search")) == []
    assert page.locator(".find-kinds button").count() > 3


def test_a_planted_fault_is_found(page: Page, server: str) -> None:
    """A picture without a text in its place, and a text too faint for the scheme."""
    page.goto(server + "corrections.html")
    ready(page)
    found = set()
    for scheme in SCHEMES:
        lit(page, scheme)
        page.evaluate(_FAULTS)
        found |= {tuple(each.split()[:3]) for each in violations(page)}
    faint = {(str(width), scheme, "color-contrast:") for width, scheme in product(WIDTHS, SCHEMES)}
    assert found == faint | {("1280", "light", "image-alt:"), ("320", "light", "image-alt:")}


def test_no_page_calls_two_of_its_tables_by_one_name(built: Path) -> None:
    """A screen reader lists them by these names; axe sees this on the pages that it opens."""
    twice = {
        path.relative_to(built).as_posix(): [name for name, times in Counter(names).items() if times > 1]
        for path in built.rglob("*.html")
        if len(names := _NAME.findall(path.read_text(encoding="utf-8"))) > len(set(names))
    }
    assert twice == {}
