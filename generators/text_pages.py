"""The text-only edition: every page without images, scripts and fonts, cut into parts that open on the poorest line."""

from collections.abc import Iterable, Iterator, Mapping
from html import escape

from generators.addresses import BRIEFINGS, DATASETS, GLOSSARY, HOME, PLACES, SOURCES, TIMELINE, html_way, of_text
from generators.model import Asset, Catalog, Edition, Page
from generators.plain_html import blocks
from generators.policy import PLAIN_HEAD
from generators.wording import on

_MOST = 25_000
"""Letters of text in a part; with the frame it stays far below 50 kB."""
_WAYS = (
    (HOME, "Home"),
    (BRIEFINGS, "Briefings"),
    (DATASETS, "Data"),
    (PLACES, "Places"),
    (TIMELINE, "Timeline"),
    (SOURCES, "Sources"),
    (GLOSSARY, "Glossary"),
)


def text_pages(catalog: Catalog, pages: Mapping[str, Page], texts: Mapping[str, str]) -> Iterator[Asset]:
    """A page's parts, from its text in plain Markdown."""
    ways = [(path, name) for path, name in _WAYS if path in pages]
    for path, page in pages.items():
        parts = tuple(_parts(blocks(texts[path])))
        for number, part in enumerate(parts, start=1):
            own = of_text(path, number)
            frame = (_ways(own, ways), _others(path, number, len(parts)), _foot(own, path, catalog.edition))
            yield Asset(path=own, content=_document(page.title, own, part, frame).encode())


def _parts(found: Iterable[str]) -> Iterator[str]:
    """As many blocks together as a part may hold."""
    part: list[str] = []
    size = 0
    for block in found:
        if part and size + len(block) > _MOST:
            yield "\n".join(part)
            part, size = [], 0
        part.append(block)
        size += len(block)
    yield "\n".join(part)


def _document(title: str, own: str, body: str, frame: tuple[str, str, str]) -> str:
    ways, others, foot = frame
    style = html_way(own, "assets/css/text.css")
    return (
        f'<!doctype html>\n<html lang="en"><head>{PLAIN_HEAD}<title>{escape(title)}</title>'
        f'<link rel="icon" href="data:,"><link rel="stylesheet" href="{style}"></head>\n'
        f"<body>\n{ways}\n<main>\n{others}{body}\n{others}</main>\n{foot}\n</body></html>\n"
    )


def _ways(own: str, ways: Iterable[tuple[str, str]]) -> str:
    links = " ".join(f'<a href="{html_way(own, of_text(path))}">{name}</a>' for path, name in ways)
    return f'<nav aria-label="Site">{links}</nav>'


def _others(path: str, number: int, parts: int) -> str:
    """The way to the parts before and after; empty if the page is whole."""
    if parts == 1:
        return ""
    own = of_text(path, number)
    told = [f"Part {number} of {parts}."]
    for other, name in ((number - 1, "Part before"), (number + 1, "Next part")):
        if 1 <= other <= parts:
            told.append(f'<a href="{html_way(own, of_text(path, other))}">{name}</a>')
    return f"<p>{' '.join(told)}</p>\n"


def _foot(own: str, path: str, edition: Edition) -> str:
    full = f'<a href="{html_way(own, path)}">The full page</a>'
    said = f"{edition.name}, edition {edition.version} of {on(edition.date)}. {edition.contact}"
    return f"<footer><p>{full}</p><p>{escape(said)}</p></footer>"
