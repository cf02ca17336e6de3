"""A page for the text-only edition: plain blocks, with a note for each card and each footnote."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from lxml.html import HtmlElement

from generators.exports.plaintext.html_writer import MARK, content_of, markup_of, markup_within, plain_blocks
from generators.exports.plaintext.plain_links import Way
from generators.exports.plaintext.value_cards import mark_for, take_cards
from generators.text.markdown.page_tree import is_footnotes, is_reference, words_of
from generators.text.messages import gettext


@dataclass(frozen=True, kw_only=True)
class Block:
    """Paragraph, heading, list, table or other block."""

    element: HtmlElement

    @cached_property
    def size(self) -> int:
        """Return its bytes as HTML."""
        return len(markup_of(self.element).encode())

    @cached_property
    def marks(self) -> list[HtmlElement]:
        """Return the links to notes in it."""
        return list(self.element.xpath(f".//a[@{MARK}]"))

    @cached_property
    def notes(self) -> set[int]:
        """Return the numbers of the notes that it links to."""
        return {int(mark.get(MARK)) for mark in self.marks}

    @property
    def is_heading(self) -> bool:
        """Return True for the heading of a section or subsection."""
        return self.element.tag in {"h2", "h3"}

    @property
    def opens_section(self) -> bool:
        """Return True for the heading of a section."""
        return str(self.element.tag) == "h2"


@dataclass(frozen=True, slots=True, kw_only=True)
class NotedPage:
    """The blocks of a page and its notes; the first note is number 1."""

    blocks: tuple[Block, ...]
    notes: tuple[str, ...]
    """As HTML."""

    def size_of(self, blocks: Iterable[Block]) -> int:
        """Return the bytes of the blocks with their notes."""
        blocks = [*blocks]
        needed = set[int]().union(*(block.notes for block in blocks))
        return sum(block.size for block in blocks) + sum(len(self.notes[number - 1].encode()) for number in needed)


def noted_page(root: HtmlElement, link_to: Way) -> NotedPage:
    """Return the page of a tree, which is changed."""
    _link_tables(root)
    notes = dict[str, int]()
    for mark, card in take_cards(root):
        plain_blocks(card, link_to)
        number = notes.setdefault(markup_within(card), len(notes) + 1)
        mark.set(MARK, str(number))
    footnotes = _take_footnotes(root, len(notes))
    for footnote in footnotes:
        plain_blocks(footnote, link_to)
    texts = (_named(number, footnote) for number, footnote in enumerate(footnotes, 1))
    blocks = tuple(Block(element=block) for block in plain_blocks(root, link_to))
    return NotedPage(blocks=blocks, notes=(*notes, *texts))


def _named(number: int, footnote: HtmlElement) -> str:
    """Return the footnote as HTML, after its name."""
    content, name = content_of(footnote), footnote.makeelement("strong")
    name.text, name.tail = gettext("Footnote %(number)s", number=number), f": {(content.text or '').lstrip()}"
    content.text = None
    content.insert(0, name)
    return markup_within(footnote)


def _link_tables(root: HtmlElement) -> None:
    """Replace tables that are on another page of this edition by links."""
    for rows in root.xpath(".//*[@data-elsewhere]"):
        link = rows.makeelement("a", {"href": rows.get("data-elsewhere")})
        link.text = gettext("Table of this chart")
        words = [*rows.iterchildren("p")]
        rows[:] = [*words, link]


def _take_footnotes(root: HtmlElement, before: int) -> list[HtmlElement]:
    """Number the references after the notes before them, and remove the footnotes from the tree."""
    for reference in [element for element in root.iter("a") if is_reference(element)]:
        number = before + int(words_of(reference))
        mark_for(reference.getparent()).set(MARK, str(number))
    sections = [element for element in root.iter("section") if is_footnotes(element)]
    for section in sections:
        section.drop_tree()
    return [item for section in sections for item in section.iterfind("ol/li")]
