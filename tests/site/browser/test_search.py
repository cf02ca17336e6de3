"""Search as a reader uses it: questions and their answers, titles, keys, kinds of pages, a phone, a page reached from a result."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from string import ascii_lowercase, digits
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from tests.fixtures.repository import TESTS
from tests.site.browser.loading import arrive
from tests.site.browser.network_log import Witness

pytestmark = [pytest.mark.browser, pytest.mark.slow]

QUESTIONS: list[dict[str, Any]] = yaml.safe_load((TESTS / "site/search.yml").read_text("utf-8"))
WORDS: list[dict[str, Any]] = yaml.safe_load((TESTS / "fixtures/words.yml").read_text("utf-8"))
FIELD = "[data-md-component=search-query]"
META = ".md-search-result__meta"
RESULT = ".md-search-result__item > a"
_PATHS = f"[...document.querySelectorAll('{RESULT}')].map(link => link.pathname.slice(1))"
_ANSWERS = """async all => {
  const answers = [];
  for (const text of all) answers.push(await Promise.all((await finder.find(text)).slice(0, 10).map(async page => (await finder.texts(page)).path)));
  return answers;
}"""
_STILL = "Promise.all(document.querySelector('.md-search__inner').getAnimations().map(slide => slide.finished))"
_WIDEST = """() => {
  window.widest = 0;
  const look = () => { widest = Math.max(widest, document.documentElement.scrollWidth); requestAnimationFrame(look); };
  look();
}"""
_WORDS = """all => all.map(text => ({ words: finder.words(text), terms: [...finder.terms(text)].sort(), key: finder.key(text) }))"""


@pytest.fixture
def searching(page: Page, server: str) -> Page:
    """A page with the search open."""
    arrive(page, server + "about.html")
    page.locator(FIELD).click()
    expect(page.locator(META)).to_have_text(re.compile("^Type to search"))
    return page


def ask(page: Page, query: str) -> list[str]:
    """The addresses of the pages that are shown for the query."""
    before = page.locator(META).text_content()
    page.locator(FIELD).fill(query)
    page.wait_for_function(
        "([selector, before]) => document.querySelector(selector).textContent !== before", arg=[META, before]
    )
    found: list[str] = page.evaluate(_PATHS)
    return found


def test_every_question_is_answered(searching: Page, witness: Witness) -> None:
    answers = searching.evaluate(_ANSWERS, [question["ask"] for question in QUESTIONS])
    wrong = {
        question["ask"]: found[:3]
        for question, found in zip(QUESTIONS, answers, strict=True)
        if not _is_answered(question, found)
    }
    assert wrong == {}
    assert searching.evaluate("window.violations") == []
    assert witness.said == []


def _is_answered(question: dict[str, Any], found: list[str]) -> bool:
    if question.get("nothing"):
        return not found
    return bool(set(found[: question.get("within", 1)]) & set(question["want"]))


def test_every_title_finds_its_page_first(searching: Page, built: Path) -> None:
    """Each page whose title no other page has."""
    titles = dict(_titles(built))
    keys = dict(zip(titles, searching.evaluate("all => all.map(finder.key)", list(titles.values())), strict=True))
    many = Counter(keys.values())
    alone = [path for path in titles if many[keys[path]] == 1]
    assert len(alone) > 900
    answers = searching.evaluate(_ANSWERS, [titles[path] for path in alone])
    wrong = {titles[path]: found[:2] for path, found in zip(alone, answers, strict=True) if found[:1] != [path]}
    assert wrong == {}


def _titles(built: Path) -> Iterator[tuple[str, str]]:
    """The title of each page that search finds, by its path."""
    for file in sorted(built.glob("search/*/texts-*.js")):
        for path, title, *_ in yaml.safe_load(file.read_text("utf-8").partition(",")[2].rstrip(")\n")):
            yield path, title


def test_words_are_the_same_in_the_browser(searching: Page) -> None:
    made = searching.evaluate(_WORDS, [case["text"] for case in WORDS])
    for case, found in zip(WORDS, made, strict=True):
        assert {name: found[name] for name in found if name in case} == {k: case[k] for k in case if k != "text"}


def test_no_letter_breaks_search(searching: Page, witness: Witness) -> None:
    for letter in ascii_lowercase + digits + "ابتجدرسعفقكلمنهوي%'-. ":
        searching.locator(FIELD).fill(letter)
        searching.wait_for_timeout(140)
    assert witness.said == []


def test_nothing_is_fetched_until_search_is_used(page: Page, server: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    arrive(page, server + "about.html")
    page.mouse.wheel(0, 600)
    page.wait_for_timeout(500)
    later = re.compile(r"/search/|find\.js|results\.js|search_index|workers/")
    assert [path for path in asked if later.search(path)] == []
    page.locator(FIELD).focus()
    expect(page.locator(META)).to_have_text(re.compile("^Type to search"))
    assert sorted(path for path in asked if later.search(path)) == [
        "/assets/js/find.js",
        "/assets/js/results.js",
        "/search/index.js",
    ]


def test_results_quote_sentences_and_name_headings(searching: Page) -> None:
    ask(searching, "June 2014")
    briefing = searching.locator(
        ".md-search-result__item", has=searching.locator("a[href*='briefings/casualties']")
    ).first
    expect(briefing.locator("mark").first).to_be_visible()
    expect(briefing.locator(".find-parts a").first).to_have_text("The peak of June 2014")
    for quote in searching.locator(".find-quote").all_text_contents():
        assert re.search(r"[.!?][\"'”’)]*$", quote), quote
        assert "Counts:" not in quote.partition(" ")[2], quote


def test_kinds_of_pages_are_counted_and_chosen(searching: Page) -> None:
    shown = ask(searching, "mosul")
    kinds = searching.get_by_role("group", name="Kind of page")
    counts = {
        text.rpartition(" ")[0]: int(text.rpartition(" ")[2]) for text in kinds.locator("button").all_text_contents()
    }
    assert counts.pop("All") == sum(counts.values()) > 10
    kinds.get_by_role("button", name=f"Places {counts['Places']}").press("Enter")
    expect(searching.locator(META)).to_have_text(f"{counts['Places']} matching pages")
    expect(kinds.locator("[aria-pressed=true]")).to_be_focused()
    expect(searching.locator(RESULT)).to_have_count(counts["Places"])
    assert {path.partition("/")[0] for path in searching.evaluate(_PATHS)} == {"places"}
    kinds.get_by_role("button", name="All").click()
    expect(searching.locator(RESULT)).to_have_count(10)
    searching.get_by_role("button", name="More results").click()
    expect(searching.locator(RESULT)).to_have_count(20)
    assert searching.evaluate(_PATHS)[: len(shown)] == shown


def test_keys_alone_lead_to_a_page_with_the_words_marked(page: Page, server: str, witness: Witness) -> None:
    arrive(page, server + "about.html")
    page.keyboard.press("/")
    expect(page.locator(FIELD)).to_be_focused()
    page.keyboard.type("method break")
    expect(page.locator(f"{RESULT} mark").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(page.locator(RESULT).first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator(FIELD)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(RESULT).first).to_be_hidden()
    page.keyboard.press("/")
    page.keyboard.press("Enter")
    page.wait_for_url("**/*h=method%20break*")
    expect(page.locator("article mark").first).to_be_visible()
    assert page.evaluate("window.violations") == []
    assert witness.said == []


def test_search_fills_a_phone_and_the_arrow_closes_it(browser: Browser, server: str) -> None:
    with browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True) as context:
        page = context.new_page()
        arrive(page, server + "about.html")
        page.evaluate(_WIDEST)
        page.locator("label.md-header__button[for=__search]").tap()
        expect(page.locator(FIELD)).to_be_focused()
        page.locator(FIELD).fill("Nineveh")
        expect(page.locator(RESULT).first).to_be_visible()
        page.evaluate(_STILL)
        box = page.locator(".md-search__inner").bounding_box()
        assert box
        assert (round(box["x"]), round(box["width"])) == (0, 360)
        page.locator("label.md-search__icon[for=__search]").tap()
        expect(page.locator(RESULT).first).to_be_hidden()
        page.wait_for_timeout(600)  # the longest that the theme takes to close it
        assert page.evaluate("widest") <= 360, (
            "while the search opens, a page wider than the phone is shrunk by its browser"
        )


def test_a_part_that_does_not_load_is_reported(searching: Page) -> None:
    searching.route("**/search/*/words-*.js", lambda route: route.abort())
    searching.locator(FIELD).fill("zebra")
    expect(searching.locator(META)).to_have_text(re.compile("could not be loaded"))
    searching.unroute("**/search/*/words-*.js")
    searching.locator(FIELD).fill("Nineveh")
    expect(searching.locator(RESULT).first).to_have_attribute("href", re.compile(r"places/iq-ni\.html"))
