"""Each number and word that opens, on every kind of page: what a reader is shown is the card of what was pressed."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.fixtures.real_site import real
from tests.site.browser.kinds import KINDS, page_of
from tests.site.browser.loading import arrive

pytestmark = [pytest.mark.browser, pytest.mark.slow]

_PRESS_ALL = """() => [...document.querySelectorAll("button.opening[popovertarget]")].map(button => {
  button.closest("details")?.setAttribute("open", "");
  button.click();
  const cards = [...document.querySelectorAll(".card-note:popover-open")];
  return [button.innerText.trim(), cards.length, cards[0]?.querySelector("strong").innerText ?? "",
          button.classList.contains("value"), button.nextElementSibling === cards[0]];
})"""


@pytest.mark.parametrize("kind", KINDS)
def test_each_opens_its_own_card(kind: str, page: Page, server: str, built: Path) -> None:
    arrive(page, server + page_of(kind, built))
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
