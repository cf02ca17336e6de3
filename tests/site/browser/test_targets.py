"""What a finger must hit on a phone; test_every_kind.py asks it of each kind of page."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.site.browser.kinds import page_of
from tests.site.browser.loading import arrive
from tests.site.browser.small_targets import small_targets

pytestmark = [pytest.mark.browser, pytest.mark.slow]

_FAULT = """() => {
  const line = document.createElement("p"), button = document.createElement("button");
  button.textContent = "i";
  line.append(button);
  document.querySelector("main article").append(line);
}"""
_LINES = """() => [...document.querySelectorAll("main p:has(a.grade)")].flatMap(paragraph => {
  const before = paragraph.offsetHeight, letters = [...paragraph.querySelectorAll("a.grade")];
  letters.forEach(letter => letter.style.paddingBlock = "0");
  const after = paragraph.offsetHeight;
  letters.forEach(letter => letter.style.paddingBlock = "");
  return before === after ? [] : [paragraph.textContent.slice(0, 60)];
})"""


@pytest.fixture(scope="module")
def phone(browser: Browser) -> Iterator[Page]:
    """One page for all, which keeps what pages share."""
    with browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True) as context:
        yield context.new_page()


def test_the_letter_of_a_grade_is_hit_where_it_is_and_leaves_the_line_as_high_as_it_was(
    phone: Page, server: str, built: Path
) -> None:
    arrive(phone, server + page_of("briefing", built))
    assert phone.evaluate(_LINES) == []
    letter = phone.locator("main p a.grade").first
    letter.scroll_into_view_if_needed()
    box = letter.bounding_box()
    assert box
    corners = [(box["x"] + dx, box["y"] + dy) for dx in (2, box["width"] - 2) for dy in (2, box["height"] - 2)]
    hits = [
        phone.evaluate("([x, y]) => document.elementFromPoint(x, y).className", [x, y])
        for x, y in (*corners, (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2))
    ]
    assert hits == ["grade"] * 5


def test_a_planted_fault_is_found(phone: Page, server: str) -> None:
    arrive(phone, f"{server}corrections.html")
    phone.evaluate(_FAULT)
    (fault,) = small_targets(phone)
    assert fault.startswith("<button>i</button>")
