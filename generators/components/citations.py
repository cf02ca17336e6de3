"""Citation boxes, and bibliographies of briefings.

Formatting a reference takes time and a cache, so a page contains a placeholder, which assembly fills.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from markupsafe import Markup

from generators.components.escaping import MARKDOWN_SIGNS
from generators.components.late_values import REFERENCE, late, late_names
from generators.components.templates import render, render_macro
from generators.metadata.citation_formats import FORMS, bibtex
from generators.metadata.citation_styles import APA, BIBLIOGRAPHY, CALLED, CHICAGO, Wanted
from generators.metadata.csl_items import Item
from generators.model import Briefing, Catalog, Page, Source
from generators.urls.paths import HOME, of_bibliography, of_reference, of_source

_ADDRESS = re.compile(r"https?://[^\s<]+?(?=\.?(?:$|[\s<]))")


def citation_box(page: str, catalog: Catalog, item: Item) -> Markup:
    """Return the page's citation in each style, in a disclosure without a script; print has one style."""
    return render(
        catalog,
        page,
        "components/citation_box.html",
        styles=[(CALLED[style], _mark(style, page)) for style in (APA, CHICAGO)],
        bibtex=bibtex([item]),
        files=_files({ending: of_reference(page, ending) for ending in FORMS}),
    )


def reference_files(page: str, catalog: Catalog, label: str, paths: Mapping[str, str]) -> Markup:
    """Return a line of links to references in the formats of reference managers, by ending."""
    return render_macro(catalog, page, "references", "line", label, _files(paths))


def _files(paths: Mapping[str, str]) -> list[tuple[str, str]]:
    return [(FORMS[ending][0], path) for ending, path in paths.items()]


def _mark(style: str, path: str) -> Markup:
    return late(REFERENCE, f"{style} {path}")


def bibliography(page: str, cited: Iterable[Source], briefing: Briefing, catalog: Catalog) -> Markup:
    """Return a section with every source that the briefing's text and numbers cite, by author.

    Sources of chart rows are listed with the rows. Notes in print refer to the ids of the entries.
    """
    sources = sorted(cited, key=lambda s: ((s.author or s.publisher).casefold(), _year(s), s.title))
    return render(
        catalog,
        page,
        "components/bibliography.html",
        entries=[(source, _mark(BIBLIOGRAPHY, of_source(source))) for source in sources],
        files=_files({ending: of_bibliography(briefing, ending) for ending in FORMS}),
    )


def _year(source: Source) -> str:
    return source.published.text if source.published else ""


def marks(page: Page) -> Iterator[Wanted]:
    """Yield the references of the page, in their order."""
    for name in late_names(REFERENCE, page.markdown):
        style, path = name.split(" ")
        yield style, path


def reference_values(texts: Mapping[Wanted, str], catalog: Catalog) -> Mapping[str, str]:
    """Return the values of the placeholders for those references."""
    return {f"{REFERENCE}:{style} {path}": _linked(text, catalog) for (style, path), text in texts.items()}


def _linked(text: str, catalog: Catalog) -> str:
    """Return the reference with its URL as a link and the signs of Markdown escaped."""

    def link(address: re.Match[str]) -> str:
        shown = Markup(address[0])  # noqa: S704 - escaped below
        return render_macro(catalog, HOME, "links", "external", shown, shown)

    return _ADDRESS.sub(link, as_references(text))


def as_references(text: str) -> str:
    """Return the text with character references for the signs of Markdown.

    >>> as_references("https://example.org/~me/")
    'https://example.org/&#126;me/'
    """
    return "".join(MARKDOWN_SIGNS.get(sign, sign) for sign in text)


def wanted(pages: Iterable[Page]) -> tuple[Wanted, ...]:
    """Return the references of all pages."""
    return tuple(dict.fromkeys(mark for page in pages for mark in marks(page)))
