"""The built site in a real browser, under the policy it promises to work under.

What a page must never do (complain, call out, break the policy) test_every_kind.py asks of each kind.
"""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.site.browser.kinds import KINDS, page_of
from tests.site.browser.loading import arrive, drawn
from tests.site.browser.network_log import Witness

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.mark.parametrize("kind", KINDS)
def test_no_page_names_another_host_to_load_from(kind: str, built: Path) -> None:
    """What no browser happened to ask for is not there to be asked for either; links a reader follows are."""
    html = (built / page_of(kind, built)).read_text(encoding="utf-8")
    loads = re.findall(r"""(?:\bsrc(?:set)?=|<link[^>]*\bhref=|url\()["']?((?:https?:)?//[^"')\s>]+)""", html)
    links = re.findall(r'<link[^>]*\brel="(?:canonical|alternate)"[^>]*\bhref="([^"]+)"', html)
    assert sorted(set(loads) - set(links)) == []


def test_moving_between_pages_stays_quiet(instant: Page, witness: Witness) -> None:
    """Material exchanges pages without loading them anew; policy and figures must survive that."""
    for part in ("briefings", "datasets", "places"):
        instant.locator(f".md-tabs__link[href*={part}]").click()
        instant.wait_for_url(f"**/{part}/index.html")
        instant.locator("main article a[href$='.html']:not([href$='index.html']):visible").first.click()
        instant.wait_for_url(re.compile(r"(?<!/index)\.html$"))
    assert drawn(instant).evaluate("[window.isTheSame, window.violations]") == [True, []]
    assert witness.said == []


def test_a_briefing_without_javascript_shows_everything(browser: Browser, server: str, built: Path) -> None:
    with browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        page.goto(server + page_of("briefing", built))
        expect(page.locator("main figure svg:visible").first).to_be_visible()
        expect(page.locator("main table").first).to_be_attached()
        page.locator("main figure details > summary").first.click()
        expect(page.locator("main figure details[open] > :not(summary)").first).to_be_visible()
        page.locator("main button.term").first.focus()
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Tab")
        expect(page.locator("main button.term:focus + .card-note")).to_be_visible()


@pytest.mark.parametrize("width", [1280, 360])
def test_without_javascript_a_number_opens_its_note(width: int, browser: Browser, server: str, built: Path) -> None:
    with browser.new_context(java_script_enabled=False, viewport={"width": width, "height": 740}) as context:
        page = context.new_page()
        page.goto(server + page_of("briefing", built))
        number, notes = page.locator("main button.value").first, page.locator("main .notes")
        expect(page.locator("main .notes :visible")).to_have_count(0)
        number.click()
        note = notes.locator("li:visible")
        expect(note).to_contain_text(
            re.compile(rf"^{re.escape(number.inner_text())} .*Counts: .*Said by .*Source: .*Grade ")
        )
        beside, box = number.bounding_box(), note.bounding_box()
        assert beside
        assert box
        assert 0 <= box["x"] <= box["x"] + box["width"] <= width
        assert (
            width < 480
            or min(abs(box["y"] - beside["y"] - beside["height"]), abs(beside["y"] - box["y"] - box["height"])) < 2
        )
        page.mouse.move(box["x"] + 20, box["y"] + 20)
        assert note.bounding_box() == box
        page.mouse.click(2, 2)
        expect(note).to_have_count(0)


def test_a_number_whose_card_cannot_be_loaded_opens_its_note(page: Page, server: str, built: Path) -> None:
    page.route("**/assets/cards/*.js", lambda route: route.abort())
    arrive(page, server + page_of("briefing", built))
    page.locator("main button.value").first.click()
    expect(page.locator("main .notes li:popover-open")).to_contain_text("Said by ")


def test_a_note_gives_way_to_its_card(page: Page, server: str, built: Path) -> None:
    """On a slow line the note is there first; the cards are asked for once."""
    held: list[Route] = []
    page.route("**/assets/cards/*.js", lambda route: held.append(route))  # noqa: PLW0108 - playwright marks its handler, which a method of a list does not allow
    arrive(page, server + page_of("briefing", built))
    assert held == []
    numbers = page.locator("main button.value")
    numbers.first.click()
    expect(page.locator(":popover-open")).to_have_attribute("id", "note-1")
    held[0].continue_()
    expect(page.locator(":popover-open")).to_have_attribute("class", "card-note")
    expect(page.locator("main button.value + .card-note:popover-open")).to_contain_text("Cite: ")
    numbers.nth(1).click()
    expect(numbers.nth(1).locator("+ .card-note")).to_be_visible()
    assert len(held) == 1


@pytest.mark.parametrize("width", [1280, 360])
def test_every_figure_shows_one_drawing(width: int, page: Page, server: str, built: Path) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(server + page_of("briefing", built))
    figures = page.locator("main figure.chart:not(.card-chart)").all()
    assert figures
    for figure in figures:
        assert figure.locator(".chart-body > :visible").count() == 1, figure.get_attribute("id")


@pytest.mark.parametrize("kind", ["term", "value"])
class TestOpening:
    """A glossary word and a number open where they stand: by mouse, by keyboard, by finger."""

    @pytest.fixture
    def opened(self, page: Page, server: str, built: Path) -> Page:
        arrive(page, server + page_of("briefing", built))
        return page

    def test_hover(self, opened: Page, kind: str) -> None:
        word = opened.locator(f"main button.{kind}").first
        card = opened.locator(f"main button.{kind} + .card-note").first
        expect(card).to_be_hidden()
        word.hover()
        expect(card).to_be_visible()
        opened.keyboard.press("Escape")
        expect(card).to_be_hidden()
        opened.mouse.move(5, 5)
        word.hover()
        expect(card).to_be_visible()

    def test_escape_closes_a_card_that_covers_its_word(self, opened: Page, kind: str) -> None:
        word = opened.locator(f"main button.{kind}").first
        card = opened.locator(f"main button.{kind} + .card-note").first
        opened.set_viewport_size({"width": 1280, "height": 260})
        word.hover()
        expect(card).to_be_visible()
        drawn(opened).keyboard.press("Escape")
        expect(card).to_be_hidden()
        opened.wait_for_timeout(200)
        expect(card).to_be_hidden()

    def test_focus(self, opened: Page, kind: str) -> None:
        opened.locator(f"main button.{kind}").first.focus()
        opened.keyboard.press("Shift+Tab")
        opened.keyboard.press("Tab")
        expect(opened.locator(f"main button.{kind}:focus + .card-note")).to_be_visible()

    def test_tab_goes_on_and_enter_lets_it_in(self, opened: Page, kind: str) -> None:
        self.test_focus(opened, kind)
        opened.keyboard.press("Tab")
        assert opened.evaluate("document.activeElement.tagName") != "BODY"
        opened.keyboard.press("Shift+Tab")
        opened.keyboard.press("Enter")
        opened.keyboard.press("Tab")
        expect(opened.locator(f"main button.{kind} + .card-note a:focus").first).to_be_visible()

    def test_tap(self, browser: Browser, server: str, built: Path, kind: str) -> None:
        with browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True) as context:
            page = context.new_page()
            arrive(page, server + page_of("briefing", built))
            page.locator(f"main button.{kind}").first.tap()
            card = page.locator(f"main button.{kind} + .card-note").first
            expect(card).to_be_visible()
            box = card.bounding_box()
            assert box
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= 360
