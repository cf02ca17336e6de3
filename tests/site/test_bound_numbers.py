"""Read as a reader reads them, the briefings hold no number that is not bound to a row, but those allowed for a reason.

The check `hardcoded_numbers` reads what an author typed; this reads the finished pages, by rules of its own.
"""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from generators.model import Catalog
from generators.pages.briefings import briefings
from generators.text.sentences import written_sentences
from tests.fixtures.real_site import real

pytestmark = pytest.mark.slow

_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DATE = rf"\b(?:\d{{1,2}} )?{_MONTH}(?: (?:19|20)\d\d)?\b|\b(?:19|20)\d\d\b"
_NUMBER = (
    r"\d[\d.,]*|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundreds?|"
    r"thousands?|millions?|dozens?|half|halves|thirds|quarters|(?:a|one) (?:third|quarter)|twice)\b"
)
_VOID = {"br", "hr", "img", "input", "line", "circle", "meta", "link", "wbr"}
_BOUND = {"card-note", "chart", "table-scroll", "facts", "cite", "value", "byline", "notes"}
"""What is made from rows: a value card or a definition, a figure, a table, definitions, a citation, a number,
the notes for paper; and the line under the title, with the date and the time to read."""


class _Prose(HTMLParser):
    """Collects the text outside of what is made from rows."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self._open: list[bool] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        styles = (dict(attributes).get("class") or "").split()
        if tag not in _VOID:
            self._open.append(not _BOUND.isdisjoint(styles))

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        self.text += "\n" if any(self._open) else data


def prose(markdown: str) -> str:
    """What a briefing's page says in our own words, on one line."""
    reader = _Prose()
    reader.feed(markdown)
    reader.close()
    return " ".join(re.sub(r"\{[#:.][^}]*\}|^#+ ", "", reader.text, flags=re.MULTILINE).split())


def phrases(catalog: Catalog) -> dict[str, re.Pattern[str]]:
    """The allowed phrases as patterns."""
    digits = {each.word: re.escape(each.word).replace(r"\#", r"\d[\d.]*") for each in catalog.words.allowed}
    return {word: re.compile(rf"\b{pattern}", re.IGNORECASE) for word, pattern in digits.items()}


def unbound(catalog: Catalog) -> list[str]:
    """Every number that is neither bound nor a date nor allowed, with the words around it."""
    found = []
    for page in briefings(catalog):
        if page.authored:
            text = re.sub(_DATE, lambda date: " " * len(date[0]), prose(page.markdown))
            for pattern in phrases(catalog).values():
                text = pattern.sub(lambda phrase: " " * len(phrase[0]), text)
            found += [
                f"{page.path}: {text[max(0, number.start() - 30) : number.end() + 30].strip()}"
                for number in re.finditer(_NUMBER, text, re.IGNORECASE)
            ]
    return found


def test_every_number_of_the_three_briefings_is_bound_or_allowed() -> None:
    assert sum(bool(page.authored) for page in briefings(real())) == len(real().briefings) >= 3
    assert unbound(real()) == []


def test_the_reader_of_pages_leaves_out_no_more_than_it_should() -> None:
    """Most of each briefing is read: its headings, and the beginnings of its sentences."""
    for page in briefings(real()):
        if page.authored:
            assert "Key judgements These judgements are ours" in prose(page.markdown)
            assert len(prose(page.markdown).split()) > 800


@pytest.mark.parametrize(
    "planted", ["They counted 91 people.", "**17** left.", "[1,934 of them](a.html)", "Dozens left."]
)
def test_a_number_that_is_planted_is_found(planted: str) -> None:
    grown = {
        slug: replace(each, body=replace(each.body, markdown=f"{each.body.markdown}\n\n{planted}\n"))
        for slug, each in real().briefings.items()
    }
    assert len(unbound(replace(real(), briefings=grown))) == len(real().briefings)


def test_every_allowance_is_used() -> None:
    """A phrase that no text has any more would let a number slip in later."""
    said = " ".join(" ".join(sentence.source.split()) for group in written_sentences(real()) for sentence in group)
    assert [word for word, pattern in phrases(real()).items() if not pattern.search(said)] == []
