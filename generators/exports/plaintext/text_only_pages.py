"""Text-only edition: every page without images, scripts and fonts, in parts that load on the slowest connection.

The value card of a number becomes a note at the end of its part, and a long page begins with a list of its sections.
"""

from collections.abc import Container, Iterator, Sequence
from itertools import count

from markupsafe import Markup

from generators.components.templates import render_document
from generators.exports.plaintext.html_writer import MARK, markup_of
from generators.exports.plaintext.noted_pages import NotedPage
from generators.exports.plaintext.parts import Part, parts_of
from generators.model import Asset, Catalog, Page
from generators.model.languages import translatable
from generators.text.markdown.page_tree import words_of
from generators.text.messages import translated
from generators.text.wording import numeral
from generators.urls.paths import BRIEFINGS, DATASETS, GLOSSARY, HOME, PLACES, SOURCES, TIMELINE, of_text

_MANY = 3
"""Most sections of a page without a list of them."""
_WAYS = (
    (HOME, translatable("Home")),
    (BRIEFINGS, translatable("Briefings")),
    (DATASETS, translatable("Data")),
    (PLACES, translatable("Places")),
    (TIMELINE, translatable("Timeline")),
    (SOURCES, translatable("Sources")),
    (GLOSSARY, translatable("Glossary")),
)


def text_pages(catalog: Catalog, page: Page, noted: NotedPage, pages: Container[str]) -> Iterator[Asset]:
    """Yield the parts of the page."""
    links = [(path, translated(name)) for path, name in _WAYS if path in pages]
    parts = tuple(parts_of(noted))
    sections = _sections(parts)
    for number, part in enumerate(parts, 1):
        path = of_text(page.path, number)
        notes = _number_notes(part, noted.notes)
        blocks = [Markup(markup_of(block.element)) for block in part.blocks]  # noqa: S704 - written from a tree
        has_heading = number == 1 and part.blocks[0].element.tag == "h1"
        content = render_document(
            catalog,
            path,
            "text_page",
            whole=page.path,
            title=page.title,
            ways=links,
            number=number,
            parts=[*enumerate(sections, 1)],
            listed=len(parts) > 1 or len(sections[0]) > _MANY,
            heading=blocks.pop(0) if has_heading else "",
            continues=Markup(part.continues),  # noqa: S704 - written from a tree
            blocks=blocks,
            notes=notes,
        )
        yield Asset(path=path, content=content)


def _sections(parts: Sequence[Part]) -> list[list[tuple[int, str]]]:
    """Return the sections of each part, numbered through the page, and give each heading its id."""
    numbers = count(1)
    sections: list[list[tuple[int, str]]] = []
    for part in parts:
        sections.append([])
        for block in part.sections:
            sections[-1].append((next(numbers), words_of(block.element)))
            block.element.set("id", f"section-{sections[-1][-1][0]}")
    return sections


def _number_notes(part: Part, notes: Sequence[str]) -> list[Markup]:
    """Number the marks of the part from 1; return its notes."""
    places: dict[int, int] = {}
    for mark in (mark for block in part.blocks for mark in block.marks):
        place = places.setdefault(int(mark.attrib.pop(MARK)), len(places) + 1)
        mark.set("href", f"#note-{place}")
        mark.text = f"[{numeral(place)}]"
    return [Markup(notes[number - 1]) for number in places]  # noqa: S704 - written from a tree
