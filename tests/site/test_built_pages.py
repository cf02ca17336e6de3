"""Every page of the built site, whatever its kind: one title, each id once, a number that opens its own card, counts in good English."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import html as parser

from generators.charts.registry import KINDS
from tests.fixtures.real_site import real

pytestmark = pytest.mark.slow
NAME = real().config.name
UNITS = {i.unit for dataset in real().datasets.values() for i in dataset.indicators.values()}
PLURALS = (
    *(word for unit in UNITS if (word := unit.partition(" ")[0]).endswith("s")),
    "figures", "rows", "sources", "datasets", "documents", "origins", "places", "events", "minutes", "days", "pages", "judgements",
    "disagreements", "briefings", "charts", "others", "parties", "countries", "statements", "periods", "years", "editions",
)  # fmt: skip
ONE_OF_MANY = re.compile(rf"(?<![\d.,–-])\b1 (?:more |collected |further |dated )?(?:{'|'.join(PLURALS)})\b")
SHOWN = "//body//*[not(self::script or self::style)]/text() | //body//@alt | //body//@title | //body//@aria-label"


@cache
def documents(site: Path) -> dict[str, Any]:
    """Every page, parsed, by its path."""
    return {
        path.relative_to(site).as_posix(): parser.parse(path, parser.HTMLParser(encoding="utf-8")).getroot()
        for path in sorted(site.rglob("*.html"))
    }


def test_every_page_has_a_title_that_names_the_site_once_at_most(built: Path) -> None:
    for path, page in documents(built).items():
        (title,) = page.xpath("/html/head/title/text()")
        apart = path.startswith(("text/", "embed/"))
        assert title.count(NAME) == 1 or (apart and title), f"{path}: {title}"
    assert documents(built)["index.html"].xpath("/html/head/title/text()") == [NAME]
    assert documents(built)["404.html"].xpath("/html/head/title/text()") == [f"Page not found - {NAME}"]


def test_the_pages_of_a_disagreement_say_in_their_titles_which_months_they_cover(built: Path) -> None:
    pages = {path: page for path, page in documents(built).items() if path.startswith("disagreements/")}
    titles = [title for page in pages.values() for title in page.xpath("/html/head/title/text()")]
    here = [title for title in titles if ": no longer at this address" not in title]
    assert len(titles) == len(pages)
    assert len(set(here)) == len(here) > 50
    assert f"Civilians killed, January to June 2006: who disagrees - {NAME}" in titles


def test_no_page_has_an_id_twice_or_names_one_that_it_has_not(built: Path) -> None:
    wrong = []
    for path, page in documents(built).items():
        marks = Counter(page.xpath("//@id"))
        named = page.xpath("//@popovertarget | //@aria-labelledby | //@aria-describedby")
        wrong += [f"{path}: {mark} twice" for mark, times in marks.items() if times > 1]
        wrong += [f"{path}: no {name}" for names in named for name in names.split() if name not in marks]
    assert wrong == []


def openings(built: Path, page: Any) -> Iterator[tuple[str, str, str]]:
    """For each number or word that opens: which it is, its words, and the words in bold on the card that it opens."""
    (cards,) = [cards_in(built / "assets/cards" / Path(script).name) for script in page.xpath("//@data-cards")] or [{}]
    for button in page.xpath("//button[@popovertarget]"):
        (card,) = page.xpath("//*[@id=$mark]", mark=button.get("popovertarget"))
        if card.tag == "li":
            assert button.text_content().lower() in card.text_content().lower()
            card = parser.fragment_fromstring(cards[button.get("data-note")])
        kind = "value" if "value" in button.get("class").split() else "term"
        yield kind, button.text_content(), card.xpath("string(.//strong)")


def cards_in(script: Path) -> dict[str, str]:
    """The cards that a page loads when a number is touched, by note."""
    return dict(json.loads(script.read_text("utf-8").partition(" = ")[2].removesuffix(";\n")))


def test_every_number_opens_a_card_that_begins_with_it_and_every_word_its_own(built: Path) -> None:
    names = {term.title.lower() for term in real().terms.values()}
    count: Counter[str] = Counter()
    for path, page in documents(built).items():
        for kind, shown, headline in openings(built, page):
            count[kind] += 1
            words = headline.lower()
            assert (shown.lower() in words) if kind == "value" else (words in {*names, shown.lower()}), (path, shown)
    assert min(count["value"], count["term"]) > 20, count


def test_the_numbers_of_the_front_page_are_those_of_its_cards(built: Path) -> None:
    told = [(shown, headline) for _, shown, headline in openings(built, documents(built)["index.html"])]
    assert len(told) == len(real().briefings) == 3
    assert [headline.startswith(shown) for shown, headline in told] == [True] * 3
    assert len({headline for _, headline in told}) == 3


def passages(page: Any) -> Iterator[str]:
    """What a reader reads or hears, element by element."""
    for text in page.xpath(SHOWN):
        yield " ".join(text.split())


def test_no_page_counts_one_of_something_in_the_plural(built: Path) -> None:
    wrong = {
        match[0] for page in documents(built).values() for text in passages(page) if (match := ONE_OF_MANY.search(text))
    }
    assert wrong == set()


def test_the_list_of_charts_names_each_kind_by_its_plural(built: Path) -> None:
    heads = documents(built)["charts/index.html"].xpath("//main//h2/text()")
    assert heads == [
        kind.several for name, kind in KINDS.items() if any(c.kind == name for c in real().charts.values())
    ]
    assert {"Small multiples", "Calendars of places", "Column charts with an event strip"} <= set(heads)
    assert [kind.several for kind in KINDS.values() if re.search(r"(ss|ts an|strips)$", kind.several)] == []
