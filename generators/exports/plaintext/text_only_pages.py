"""Text-only edition: every page without images, scripts and fonts, in parts that load on the slowest connection.

The value card of a number becomes a note at the end of its part, and a long page begins with a list of its sections.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from generators.components.csp import PLAIN_HEAD
from generators.exports.plaintext.markdown_to_html import html_blocks, inline_html
from generators.exports.plaintext.page_markdown import Noted
from generators.model import Asset, Catalog, Page
from generators.text.wording import on
from generators.urls.links import html_way
from generators.urls.paths import BRIEFINGS, DATASETS, GLOSSARY, HOME, PLACES, SOURCES, TIMELINE, of_text

_MOST = 42_000
"""Bytes of a part with its notes; with the rest of the page it stays below 50 kB."""
_MANY = 3
"""Most sections of a page without a list of them."""
_MARK = re.compile(r"\[\^(\d+)\]")
_SECTION = re.compile(r"<h2>(.*?)</h2>")
_HEADING = re.compile(r"<h[23]>")
_WAYS = (
    (HOME, "Home"),
    (BRIEFINGS, "Briefings"),
    (DATASETS, "Data"),
    (PLACES, "Places"),
    (TIMELINE, "Timeline"),
    (SOURCES, "Sources"),
    (GLOSSARY, "Glossary"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Blocks of a page as HTML."""

    blocks: tuple[str, ...]
    continues: str = ""
    """Section that began in the previous part."""

    @property
    def sections(self) -> tuple[str, ...]:
        """Return the headings of the sections that begin here."""
        return tuple(found[1] for block in self.blocks if (found := _SECTION.fullmatch(block)))


def text_pages(catalog: Catalog, pages: Mapping[str, Page], texts: Mapping[str, Noted]) -> Iterator[Asset]:
    """Yield the parts of each page, from its plain Markdown with its notes."""
    ways = [(path, name) for path, name in _WAYS if path in pages]
    for path, page in pages.items():
        whole, notes = _as_html(texts[path])
        parts = tuple(_parts(whole, notes))
        for number in range(1, len(parts) + 1):
            own = of_text(path, number)
            body = "\n".join(_body(path, page.title, parts, number))
            document = _document(page.title, own, _noted(body, notes), _ways(own, ways), _foot(own, path, catalog))
            yield Asset(path=own, content=document.encode())


def _as_html(text: Noted) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the blocks and the notes."""
    if text.blocks:
        return text.blocks, text.notes
    return tuple(html_blocks(text.text)), tuple(map(inline_html, text.notes))


def _parts(found: Sequence[str], notes: Sequence[str]) -> Iterator[Part]:
    """Yield parts of as many whole sections as fit; a section longer than a part is split between its blocks."""
    part: list[str] = []
    begun = section = ""
    for index, block in enumerate(found):
        opens = _SECTION.fullmatch(block)
        upcoming = _stretch(found, index)
        long = _weight(upcoming, notes) > _MOST
        if part and _weight((*part, *(upcoming[:1] if long else upcoming)), notes) > _MOST:
            yield Part(blocks=tuple(part), continues=begun)
            part, begun = [], "" if opens else section
        section = opens[1] if opens else section
        part.append(block)
    yield Part(blocks=tuple(part), continues=begun)


def _stretch(found: Sequence[str], index: int) -> tuple[str, ...]:
    """Return the blocks from a heading to the next; any other block alone."""
    if not _HEADING.match(found[index]):
        return (found[index],)
    end = next((n for n in range(index + 1, len(found)) if _HEADING.match(found[n])), len(found))
    return tuple(found[index:end])


def _weight(part: Sequence[str], notes: Sequence[str]) -> int:
    """Return the bytes of the blocks with their notes."""
    text = "".join(part)
    needed = {int(number) for number in _MARK.findall(text)}
    return len(text.encode()) + sum(len(notes[number - 1].encode()) for number in needed)


def _body(path: str, title: str, parts: Sequence[Part], number: int) -> Iterator[str]:
    """Yield the heading, the list of sections, the text, and links to the other parts."""
    part = parts[number - 1]
    own = list(part.blocks)
    if number > 1:
        yield f"<h1>{escape(title)}, part {number}</h1>"
    else:
        yield own.pop(0) if own[0].startswith("<h1>") else f"<h1>{escape(title)}</h1>"
    yield _listed(path, parts, number)
    if part.continues:
        yield f"<h2>{part.continues}, continued</h2>"
    first = sum(len(each.sections) for each in parts[: number - 1])
    for block in own:
        first += bool(_SECTION.fullmatch(block))
        yield _SECTION.sub(rf'<h2 id="section-{first}">\1</h2>', block)
    yield _others(path, number, len(parts))


def _listed(path: str, parts: Sequence[Part], number: int) -> str:
    """Return the parts with the sections that begin in them; empty for a short page."""
    if len(parts) == 1 and len(parts[0].sections) <= _MANY:
        return ""
    items, section = [], 0
    for other, part in enumerate(parts, start=1):
        page = "" if other == number else html_way(of_text(path, number), of_text(path, other))
        name = f"Part {other} of {len(parts)}"
        links = [f'<a href="{page}">{name}</a>' if page else f"{name}:"] if len(parts) > 1 else []
        for title in part.sections:
            section += 1
            links.append(f'<a href="{page}#section-{section}">{re.sub("<[^>]+>", "", title)}</a>')
        items.append(f"<li>{' '.join(links)}</li>")
    return f'<nav aria-label="Sections"><ul>{"".join(items)}</ul></nav>'


def _noted(body: str, notes: Sequence[str]) -> str:
    """Return the text with its marks as links, numbered from 1, followed by its notes."""
    used = list(dict.fromkeys(int(number) for number in _MARK.findall(body)))
    if not used:
        return body
    places = {number: place for place, number in enumerate(used, start=1)}
    marked = _MARK.sub(lambda mark: '<a href="#note-{0}">[{0}]</a>'.format(places[int(mark[1])]), body)
    items = "\n".join(f'<li id="note-{places[number]}">{notes[number - 1]}</li>' for number in used)
    return f'{marked}\n<h2 id="notes">Notes</h2>\n<ol>\n{items}\n</ol>'


def _document(title: str, path: str, body: str, ways: str, foot: str) -> str:
    style = html_way(path, "assets/css/text.css")
    return (
        f'<!doctype html>\n<html lang="en"><head>{PLAIN_HEAD}<title>{escape(title)}</title>'
        f'<link rel="icon" href="data:,"><link rel="stylesheet" href="{style}"></head>\n'
        f"<body>\n{ways}\n<main>\n{body}\n</main>\n{foot}\n</body></html>\n"
    )


def _ways(own: str, ways: Sequence[tuple[str, str]]) -> str:
    links = " ".join(f'<a href="{html_way(own, of_text(path))}">{name}</a>' for path, name in ways)
    return f'<nav aria-label="Site">{links}</nav>'


def _others(path: str, number: int, parts: int) -> str:
    """Return links to the parts before and after; empty if there is one part."""
    if parts == 1:
        return ""
    own = of_text(path, number)
    told = [f"Part {number} of {parts}."]
    for other, name in ((number - 1, "Previous part"), (number + 1, "Next part")):
        if 1 <= other <= parts:
            told.append(f'<a href="{html_way(own, of_text(path, other))}">{name}</a>')
    return f"<p>{' '.join(told)}</p>\n"


def _foot(own: str, path: str, catalog: Catalog) -> str:
    config, edition = catalog.config, catalog.edition
    full = f'<a href="{html_way(own, path)}">Full page</a>'
    said = f"{config.name}, edition {edition.version} of {on(edition.date)}. {config.contact}"
    return f"<footer><p>{full}</p><p>{escape(said)}</p></footer>"
