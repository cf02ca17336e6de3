"""A page of each kind, opened at a desk and on a phone: quiet, as wide as its window, its cards its own, and nothing for axe to find.

Each is loaded twice, whatever is asked of it, over a line where fonts come late: nothing moves when they do.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.fixtures.http_server import serving
from tests.fixtures.real_site import real
from tests.site.browser.axe import ready, violations
from tests.site.browser.kinds import KINDS, page_of
from tests.site.browser.layout_shift import STILL, shift_of, watch
from tests.site.browser.loading import arrive, drawn, emptied
from tests.site.browser.network_log import Witness
from tests.site.browser.small_targets import small_targets

pytestmark = [pytest.mark.browser, pytest.mark.slow]

_PRESS_ALL = """async () => {
  const buttons = [...document.querySelectorAll("button.opening[popovertarget]")];
  const has = button => button.nextElementSibling?.matches(".card-note");
  for (const button of buttons) {
    button.dispatchEvent(new PointerEvent("pointerover", { bubbles: true }));
    for (let times = 0; times < 100 && !has(button); times += 1) await new Promise(done => setTimeout(done, 20));
  }
  return buttons.map(button => {
    button.closest("details")?.setAttribute("open", "");
    button.click();
    const cards = [...document.querySelectorAll(".card-note:popover-open")];
    return [button.innerText.trim(), cards.length, cards[0]?.querySelector("strong").innerText ?? "",
            button.classList.contains("value"), button.nextElementSibling === cards[0]];
  });
}"""
_TOO_WIDE = """() => document.documentElement.scrollWidth <= innerWidth ? [] :
  [...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > innerWidth + 1)
    .map(e => `${e.tagName.toLowerCase()}.${e.className.baseVal ?? e.className} ${e.textContent.trim().slice(0, 40)}`)
    .slice(0, 5)"""
_CLOSE = "document.querySelectorAll(':popover-open').forEach(card => card.hidePopover())"


@pytest.fixture(scope="module")
def late(built: Path) -> Iterator[str]:
    """The address of the site where each font takes 0.3 seconds; a page waits 0.15 for them."""
    with serving(built, fonts_after=0.3) as address:
        yield address


@pytest.fixture(scope="module")
def desk(browser: Browser, late: str) -> Iterator[tuple[Page, Witness]]:
    """One page for all, and what is seen of it."""
    with browser.new_context() as context:
        page, witness = context.new_page(), Witness(host=urlsplit(late).netloc)
        witness.watch(page)
        watch(page)
        yield page, witness


@pytest.mark.parametrize("kind", KINDS)
def test_at_a_desk(kind: str, desk: tuple[Page, Witness], late: str, built: Path) -> None:
    """In this order: axe is asked again of a shortened page."""
    page, witness = desk
    arrive(emptied(page, witness, late), late + page_of(kind, built))
    assert shift_of(page, after=100) <= STILL
    page.mouse.wheel(0, 100_000)
    page.evaluate("document.querySelectorAll('main details').forEach(each => each.open = true)")
    drawn(page)
    assert page.evaluate("window.violations") == []
    assert witness.outside == []
    assert witness.said == []
    _each_opens_its_own_card(kind, page)
    page.evaluate(_CLOSE)
    assert list(violations(ready(page))) == []


def _each_opens_its_own_card(kind: str, page: Page) -> None:
    """Each number and word that opens: what a reader is shown is the card of what was pressed."""
    terms = {term.title.lower() for term in real().terms.values()}
    opened: list[list[Any]] = page.evaluate(_PRESS_ALL)
    for shown, cards, headline, is_number, is_its_own in opened:
        assert (cards, is_its_own) == (1, True), shown
        if is_number:
            assert shown.lower() in headline.lower()
        else:
            assert headline.lower() in {*terms, shown.lower()}
    assert opened or kind not in {"home", "briefing"}


def test_each_number_of_the_front_page_is_pressed_and_opens_its_own_card(page: Page, server: str) -> None:
    arrive(page, server)
    numbers = page.locator(".card-number button.opening")
    expect(numbers).to_have_count(len(real().briefings))
    for number in numbers.all():
        number.click()
        card = page.locator(".card-note:popover-open")
        expect(card).to_have_count(1)
        assert card.locator("strong").first.inner_text().startswith(number.inner_text())
        page.keyboard.press("Escape")


@pytest.fixture(scope="module")
def phone(browser: Browser) -> Iterator[Page]:
    """One page for all, which keeps what pages share."""
    with browser.new_context(viewport={"width": 320, "height": 640}, has_touch=True) as context:
        page = context.new_page()
        watch(page)
        yield page


@pytest.mark.parametrize("kind", KINDS)
def test_on_a_phone(kind: str, phone: Page, late: str, built: Path) -> None:
    """Nothing moves or scrolls sideways, and no target is too small for a finger."""
    phone.goto("about:blank")
    phone.set_viewport_size({"width": 360, "height": 900})
    arrive(phone, late + page_of(kind, built))
    assert shift_of(phone, after=100) <= STILL
    phone.set_viewport_size({"width": 320, "height": 640})
    assert drawn(phone).evaluate(_TOO_WIDE) == []
    phone.set_viewport_size({"width": 360, "height": 740})
    assert small_targets(drawn(phone)) == []
