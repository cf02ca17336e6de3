"""Search entries of finished pages: titles, sections with their sentences, figures of rows.

Reads the HTML of any engine, without charts, other tables, navigation and elements that say `data-skip="search"`. Pages with
`noindex` or `<meta name="search" content="exclude">` are skipped.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from lxml import html

from generators.text.sentences import END

_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_BLOCKS = frozenset((
    "h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "dt", "dd", "ul", "ol", "dl", "div", "section", "article", "blockquote",
    "details", "summary", "header", "footer", "main",
))  # fmt: skip
_LEFT_OUT = frozenset((
    "figure", "table", "svg", "math", "script", "style", "nav", "form", "template", "noscript", "textarea", "select", "aside",
))  # fmt: skip
_OF_THE_ENGINE = "headerlink"
_SILENT = re.compile(r"\b(?:noindex|exclude)\b")
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


def entry(path: str, page: bytes) -> Entry | None:
    """Return the entry of the page at that path; None if it is excluded from search."""
    tree = html.document_fromstring(page, parser=html.HTMLParser(encoding="utf-8"))
    article = tree.find(".//article")
    if article is None or _is_silent(tree):
        return None
    brand = " ".join("".join(name.itertext()).strip() for name in tree.iterfind(".//a[@class='brand']"))
    title = _spaced(tree.findtext(".//title", "")).removesuffix(f" - {brand}")
    names = dict.fromkeys((*_headed(article), *_keywords(tree)))
    return Entry(
        path=path,
        title=title,
        names=tuple(name for name in names if name and name != title),
        sections=tuple(_sections(article)),
        figures=tuple(_figures(article)),
    )


def _is_silent(tree: html.HtmlElement) -> bool:
    metas = (meta for meta in tree.iterfind(".//meta") if meta.get("name") in ("robots", "search"))
    return any(_SILENT.search(meta.get("content", "")) for meta in metas)


def _keywords(tree: html.HtmlElement) -> Iterator[str]:
    for meta in tree.iterfind(".//meta[@name='keywords']"):
        yield from (_spaced(name) for name in meta.get("content", "").split(","))


def _headed(article: html.HtmlElement) -> Iterator[str]:
    """Yield the page's heading, and apart from it each of its parts in another language."""
    for heading in article.iter("h1"):
        yield _spaced("".join(text for _, text in _texts(heading, heading)))
        yield from (_spaced("".join(part.itertext())) for part in heading.iter() if part.get("lang"))


def _figures(article: html.HtmlElement) -> Iterator[str]:
    for row in article.iterfind(".//tr[@id]"):
        for cell in row:
            if "num" in cell.get("class", "").split() or "data-sort" in cell.attrib:
                yield _spaced("".join(text for _, text in _texts(cell, cell)))


def _sections(article: html.HtmlElement) -> Iterator[Section]:
    """Yield the sections that are not empty; the page's main heading belongs to none."""
    anchor, heading, texts = "", "", list[str]()
    for block, text in _lines(article):
        if block.tag in _HEADINGS:
            yield from _section(anchor, heading, texts)
            anchor, heading, texts = block.get("id", ""), text, []
        elif block.tag != "h1":
            texts.append(text)
    yield from _section(anchor, heading, texts)


def _section(anchor: str, heading: str, texts: Iterable[str]) -> Iterator[Section]:
    pieces = [piece for text in texts for piece in _pieces(text)]
    whole = tuple(piece for piece in pieces if _is_sentence(piece))
    if heading or pieces:
        rest = tuple(piece for piece in pieces if not _is_sentence(piece))
        yield Section(anchor=anchor, heading=heading, sentences=whole, rest=rest)


def _pieces(text: str) -> Iterator[str]:
    cuts = [0, *(match.end() for match in END.finditer(text)), len(text)]
    for start, end in pairwise(cuts):
        if piece := text[start:end].strip():
            yield piece


def _is_sentence(piece: str) -> bool:
    return bool(_WHOLE.search(piece)) and piece.count(" ") >= _FEWEST


def _lines(article: html.HtmlElement) -> Iterator[tuple[html.HtmlElement, str]]:
    """Yield the article's texts with the blocks they are in."""
    for block, parts in groupby(_texts(article, article), key=lambda part: part[0]):
        if text := _spaced("".join(text for _, text in parts)):
            yield block, text


def _texts(element: html.HtmlElement, block: html.HtmlElement) -> Iterator[tuple[html.HtmlElement, str]]:
    if element.text:
        yield block, element.text
    for child in element:
        if child.tag == "br":
            yield block, " "
        elif not _is_left_out(child):
            yield from _texts(child, child if child.tag in _BLOCKS else block)
        if child.tail:
            yield block, child.tail


def _is_left_out(element: html.HtmlElement) -> bool:
    return (
        not isinstance(element.tag, str)
        or element.tag in _LEFT_OUT
        or "search" in element.get("data-skip", "").split()
        or "data-late" in element.attrib  # the size of a file that is made after the index
        or element.get("class") == _OF_THE_ENGINE
    )


def _spaced(text: str) -> str:
    return " ".join(text.split())
