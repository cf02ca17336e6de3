"""Text-only edition: every page without images, scripts and fonts, in parts that load on the slowest connection.

The value card of a number becomes a note at the end of its part, and a long page begins with a list of its sections.
"""

from collections.abc import Container, Iterator, Sequence
from html import escape

from generators.components.csp import PLAIN_HEAD
from generators.exports.plaintext.html_writer import MARK, markup_of
from generators.exports.plaintext.noted_pages import NotedPage
from generators.exports.plaintext.parts import Part, parts_of
from generators.model import Asset, Catalog, Page
from generators.text.markdown.page_tree import words_of
from generators.text.wording import on
from generators.urls.links import html_way
from generators.urls.paths import BRIEFINGS, DATASETS, GLOSSARY, HOME, PLACES, SOURCES, TIMELINE, of_text

_MANY = 3
"""Most sections of a page without a list of them."""
_WAYS = (
    (HOME, "Home"),
    (BRIEFINGS, "Briefings"),
    (DATASETS, "Data"),
    (PLACES, "Places"),
    (TIMELINE, "Timeline"),
    (SOURCES, "Sources"),
    (GLOSSARY, "Glossary"),
)


def text_pages(catalog: Catalog, page: Page, noted: NotedPage, pages: Container[str]) -> Iterator[Asset]:
    """Yield the parts of the page."""
    ways = [(path, name) for path, name in _WAYS if path in pages]
    parts = tuple(parts_of(noted))
    for number, part in enumerate(parts, 1):
        own = of_text(page.path, number)
        notes = _numbered(part, noted.notes)
        body = "\n".join((*_body(page.path, page.title, parts, number), notes))
        document = _document(page.title, own, body, _ways(own, ways), _foot(own, page.path, catalog))
        yield Asset(path=own, content=document.encode())


def _body(path: str, title: str, parts: Sequence[Part], number: int) -> Iterator[str]:
    """Yield the heading, the list of sections, the text, and links to the other parts."""
    part = parts[number - 1]
    blocks = [*part.blocks]
    if number > 1:
        yield f"<h1>{escape(title)}, part {number}</h1>"
    else:
        yield markup_of(blocks.pop(0).element) if blocks[0].element.tag == "h1" else f"<h1>{escape(title)}</h1>"
    yield _listed(path, parts, number)
    if part.continues:
        yield f"<h2>{part.continues}, continued</h2>"
    first = sum(len(other.sections) for other in parts[: number - 1])
    for place, section in enumerate(part.sections, first + 1):
        section.element.set("id", f"section-{place}")
    yield from (markup_of(block.element) for block in blocks)
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
            links.append(f'<a href="{page}#section-{section}">{escape(words_of(title.element), quote=False)}</a>')
        items.append(f"<li>{' '.join(links)}</li>")
    return f'<nav aria-label="Sections"><ul>{"".join(items)}</ul></nav>'


def _numbered(part: Part, notes: Sequence[str]) -> str:
    """Number the marks of the part from 1, and return its notes."""
    places: dict[int, int] = {}
    for mark in (mark for block in part.blocks for mark in block.marks):
        place = places.setdefault(int(mark.attrib.pop(MARK)), len(places) + 1)
        mark.set("href", f"#note-{place}")
        mark.text = f"[{place}]"
    items = "\n".join(f'<li id="note-{place}">{notes[number - 1]}</li>' for number, place in places.items())
    return f'<h2 id="notes">Notes</h2>\n<ol>\n{items}\n</ol>' if items else ""


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
