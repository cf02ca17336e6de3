"""Search entries of pages: titles, sections with their sentences, figures of rows.

Without charts, other tables, and elements that say `data-skip="search"`.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from lxml.html import HtmlElement

from generators.model import Page
from generators.text.markdown.page_tree import HEADINGS, is_skipped, words_of
from generators.text.sentences import END
from generators.urls.links import html_way
from generators.urls.paths import HOME

_BLOCKS = frozenset((
    *HEADINGS, "p", "li", "dt", "dd", "ul", "ol", "dl", "div", "section", "article", "blockquote", "details", "summary", "header",
    "footer", "main",
))  # fmt: skip
_LEFT_OUT = frozenset(("figure", "table", "svg", "textarea", "aside"))
_WHOLE = re.compile(r"[.!?][\"'”’)]*$")
_FEWEST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Part of a page under one heading."""

    anchor: str
    """Empty for the text before the first heading."""
    heading: str
    sentences: tuple[str, ...]
    """Full sentences, which results can quote."""
    rest: tuple[str, ...]
    """Other texts, which are searched but not quoted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Page in the index."""

    path: str
    title: str
    names: tuple[str, ...]
    """Other titles: its heading, spellings of its place, the terms it explains."""
    sections: tuple[Section, ...]
    figures: tuple[str, ...] = ()
    """Numbers and periods of the rows with addresses, which are searched but not quoted."""


def entry(page: Page, root: HtmlElement) -> Entry:
    """Return the entry of the page with that tree."""
    names = dict.fromkeys((*_headings(root), *page.names))
    return Entry(
        path=html_way(HOME, page.path),
        title=page.title,
        names=tuple(name for name in names if name and name != page.title),
        sections=tuple(_sections(root)),
        figures=tuple(_figures(root)),
    )


def _headings(root: HtmlElement) -> Iterator[str]:
    """Yield the page's heading, then each of its parts in another language."""
    for heading in root.iter("h1"):
        yield _normalise_spaces("".join(text for _, text in _texts(heading, heading)))
        yield from (_normalise_spaces(words_of(part)) for part in heading.iter() if part.get("lang"))


def _figures(root: HtmlElement) -> Iterator[str]:
    for row in root.iterfind(".//tr[@id]"):
        for cell in row:
            if cell.get("data-part") == "number" or "data-sort" in cell.attrib:
                yield _normalise_spaces("".join(text for _, text in _texts(cell, cell)))


def _sections(root: HtmlElement) -> Iterator[Section]:
    """Yield the sections that are not empty; the page's main heading belongs to none."""
    anchor, heading, texts = "", "", list[str]()
    for block, text in _lines(root):
        if block.tag in HEADINGS[1:]:
            yield from _section(anchor, heading, texts)
            anchor, heading, texts = block.get("id", ""), text, []
        elif block.tag != "h1":
            texts.append(text)
    yield from _section(anchor, heading, texts)


def _section(anchor: str, heading: str, texts: Iterable[str]) -> Iterator[Section]:
    pieces = [piece for text in texts for piece in _pieces(text)]
    sentences = tuple(piece for piece in pieces if _is_sentence(piece))
    if heading or pieces:
        rest = tuple(piece for piece in pieces if not _is_sentence(piece))
        yield Section(anchor=anchor, heading=heading, sentences=sentences, rest=rest)


def _pieces(text: str) -> Iterator[str]:
    cuts = [0, *(match.end() for match in END.finditer(text)), len(text)]
    for start, end in pairwise(cuts):
        if piece := text[start:end].strip():
            yield piece


def _is_sentence(piece: str) -> bool:
    return bool(_WHOLE.search(piece)) and piece.count(" ") >= _FEWEST


def _lines(root: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """Yield the root's texts with the blocks they are in."""
    for block, parts in groupby(_texts(root, root), key=lambda part: part[0]):
        if text := _normalise_spaces("".join(text for _, text in parts)):
            yield block, text


def _texts(element: HtmlElement, block: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    if element.text:
        yield block, element.text
    for child in element:
        if child.tag == "br":
            yield block, " "
        elif not _is_left_out(child):
            yield from _texts(child, child if child.tag in _BLOCKS else block)
        if child.tail:
            yield block, child.tail


def _is_left_out(element: HtmlElement) -> bool:
    return element.tag in _LEFT_OUT or is_skipped(element, "search")


def _normalise_spaces(text: str) -> str:
    return " ".join(text.split())
