"""A page that somebody wrote, in its two plain forms: Markdown without HTML, and blocks of HTML without style or script.

Both are writers over the tree of the finished page, as a PDF is: what an author typed means the same in each.
"""

import re
from collections.abc import Mapping
from functools import cache
from html import unescape

from generators.exports.plaintext import html_writer, markdown_writer
from generators.exports.plaintext.elements import Way, footnotes_of
from generators.exports.plaintext.page_markdown import (
    CARD,
    Noted,
    folded_card,
    note_of,
    way_from,
    without_media,
    without_tables,
)
from generators.model import Page
from generators.text.html_tree import Element, tree
from generators.text.markdown.extensions import html


def twin(page: Page, pages: Mapping[str, Page]) -> str:
    """Return the page's Markdown without any HTML; `pages` are those that have a twin, by path."""
    return markdown_writer.page_markdown(_folded(page), _way(page, pages)) + "\n"


def noted(page: Page, pages: Mapping[str, Page]) -> Noted:
    """Return the page as blocks of HTML, with a note for each card and each footnote, and without the ways to cite."""
    cards: dict[str, int] = {}

    def mark(card: re.Match[str]) -> str:
        number = cards.setdefault(note_of(card[2]), len(cards) + 1)
        return f'{card[1]}<a class="{html_writer.MARK}">{number}</a>'

    root = tree(html(CARD.sub(mark, without_media(without_tables(page)))))
    way = _way(page, pages)
    of_cards = (html_writer.inline_of(tree(html(note)), way) for note in cards)
    of_text = (
        f"<strong>Footnote {number}</strong>: {html_writer.inline_of(item, way)}"
        for number, item in enumerate(footnotes_of(_folded(page)), 1)
    )
    blocks = html_writer.page_blocks(root, way, len(cards))
    return Noted(text="", notes=(*of_cards, *of_text), blocks=tuple(blocks))


def _folded(page: Page) -> Element:
    """The tree of the page with each card in its sentence."""
    return tree(html(CARD.sub(folded_card, without_media(page.markdown))))


def _way(page: Page, pages: Mapping[str, Page]) -> Way:
    return cache(lambda href: way_from(page.path, unescape(href), pages))
