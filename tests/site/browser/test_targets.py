"""What a finger must hit: 24 by 24 pixels on a phone, on every kind of page (WCAG 2.2, 2.5.8).

A link in a sentence is as high as its line and excused by the rule; the letter of a grade is not excused here.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.site.browser.kinds import KINDS, page_of
from tests.site.browser.loading import arrive

pytestmark = [pytest.mark.browser, pytest.mark.slow]

_SMALL = """() => {
  const small = [], inline = element => getComputedStyle(element).display.startsWith("inline");
  document.querySelectorAll("main details").forEach(each => each.open = true);
  for (const target of document.querySelectorAll("a[href], button, summary, input, select, textarea, label[for], [tabindex='0']")) {
    if (!target.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    const boxes = [...target.getClientRects()], whole = target.getBoundingClientRect();
    if (!whole.width || whole.right < 0 || whole.bottom < 0) continue;
    if (whole.width >= 23.9 && Math.max(...boxes.map(box => box.height)) >= 23.9) continue;
    let block = target.parentElement;
    while (block.parentElement && inline(block)) block = block.parentElement;
    const words = block.textContent.replace(target.textContent, "");
    if (inline(target) && /\\p{L}{2}/u.test(words) && !target.matches(".grade")) continue;
    small.push(`${target.outerHTML.slice(0, 80)} ${whole.width.toFixed(1)} x ${whole.height.toFixed(1)}`);
  }
  return small;
}"""
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


@pytest.mark.parametrize("kind", KINDS)
def test_no_target_is_too_small_for_a_finger(kind: str, phone: Page, server: str, built: Path) -> None:
    arrive(phone, server + page_of(kind, built))
    assert phone.evaluate(_SMALL) == []


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
    (fault,) = phone.evaluate(_SMALL)
    assert fault.startswith("<button>i</button>")
