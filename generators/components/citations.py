"""Citation boxes, and bibliographies of briefings.

Formatting a reference takes time and a cache, so a page contains a placeholder, which assembly fills.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from html import escape

from generators.analysis.grades import letter_in_words
from generators.components.file_sizes import size_of
from generators.components.late_values import REFERENCE, late, late_names
from generators.components.markup import facts, inline, letter
from generators.metadata.citation_formats import FORMS, bibtex
from generators.metadata.citation_styles import APA, BIBLIOGRAPHY, CALLED, CHICAGO, Wanted
from generators.metadata.csl_items import Item
from generators.model import Briefing, Catalog, Page, Source
from generators.urls.links import html_way
from generators.urls.paths import of_bibliography, of_reference, of_source

BOX = "cite"
"""The id of the box."""
_FIGURE = re.compile(r'<figure class="chart".*?</figure>', re.DOTALL)
_SOURCE = re.compile(r'href="\.\./sources/([^"/]+)\.html"')
_ADDRESS = re.compile(r"https?://[^\s<]+?(?=\.?(?:$|[\s<]))")

CITED = "print-only cite-as"
"""Classes of the line in print on how to cite the page."""


def box(page: str, item: Item) -> str:
    """Return the page's citation in each style, in a disclosure without a script; print has one style."""
    told = [(CALLED[style], _mark(style, page)) for style in (APA, CHICAGO)]
    code = escape(bibtex([item]).rstrip()).replace("\n", "&#10;")
    told.append(("BibTeX", f'<pre data-skip="plain">{code}</pre>'))
    told.append(("For reference managers", _files(page, {end: of_reference(page, end) for end in FORMS})))
    ways = f"<summary>Cite this page</summary>{facts(told)}"
    paper = f'<p class="{CITED}" data-part="cite-as" data-skip="plain search">Cite as: {_mark(APA, page)}</p>'
    return f'<details id="{BOX}" class="cite-box screen-only" data-skip="pdf search">{ways}</details>{paper}'


def files(called: str, page: str, paths: Mapping[str, str]) -> str:
    """Return a line of links to references in the formats of reference managers, by ending."""
    return f'<p class="files screen-only" data-skip="pdf search">{inline(called)}: {_files(page, paths)}</p>'


def _files(page: str, paths: Mapping[str, str]) -> str:
    return " ".join(
        f'<a class="file" href="{html_way(page, path)}" download>{FORMS[end][0]}{size_of(path)}</a>'
        for end, path in paths.items()
    )


def _mark(style: str, path: str) -> str:
    return late(REFERENCE, f"{style} {path}")


def bibliography(page: str, body: str, briefing: Briefing, catalog: Catalog) -> str:
    """Return a section with every source that the briefing's text and numbers cite, by author.

    Sources of chart rows are listed with the rows. Notes in print refer to the ids of the entries.
    """
    sources = sorted(_cited(body, catalog), key=lambda s: ((s.author or s.publisher).casefold(), _year(s), s.title))
    taken = files("Download this list", page, {end: of_bibliography(briefing, end) for end in FORMS})
    entries = "".join(f'<li id="source-{source.id}">{_entry(page, source)}</li>' for source in sources)
    listed = f'## Sources\n\n<ul class="bibliography">{entries}</ul>\n\n{taken}'
    return f'<section class="sources" data-part="sources" markdown="1">\n\n{listed}\n\n</section>'


def _cited(body: str, catalog: Catalog) -> Iterator[Source]:
    for name in dict.fromkeys(_SOURCE.findall(_FIGURE.sub("", body))):
        yield catalog.sources[name]


def _year(source: Source) -> str:
    return source.published.text if source.published else ""


def _entry(page: str, source: Source) -> str:
    """Return the reference, how far the document was read, its letter (in print with the meaning), and a link to its page."""
    target = of_source(source)
    read = "Read in full." if source.checked else "Not read in full."
    way = f'class="more screen-only" data-skip="pdf" href="{html_way(page, target)}" aria-label="Source page: {inline(source.title)}"'
    _, _, meaning = letter_in_words(source).partition(": ")
    graded = (
        f'{letter(page, source, " Grade")}<span class="print-only" data-skip="search"> ({meaning}).</span>'
        if meaning
        else ""
    )
    return f"{_mark(BIBLIOGRAPHY, target)} {read}{graded} <a {way}>Source page</a>"


def marks(page: Page) -> Iterator[Wanted]:
    """Yield the references of the page, in their order."""
    for name in late_names(REFERENCE, page.markdown):
        style, path = name.split(" ")
        yield style, path


def reference_values(texts: Mapping[Wanted, str]) -> Mapping[str, str]:
    """Return the values of the placeholders for those references."""
    return {f"{REFERENCE}:{style} {path}": _linked(text) for (style, path), text in texts.items()}


def _linked(text: str) -> str:
    """Return the reference with its URL as a link and all other markup escaped."""
    return _ADDRESS.sub(
        lambda found: f'<a rel="noreferrer external" href="{found[0]}">{found[0]}</a>', as_references(text)
    )


def as_references(text: str) -> str:
    """Return the text with character references for the signs of Markdown.

    >>> as_references("https://example.org/~me/")
    'https://example.org/&#126;me/'
    """
    return re.sub(r"[`*_{}\[\]|~\\]", lambda sign: f"&#{ord(sign[0])};", text)


def wanted(pages: Iterable[Page]) -> tuple[Wanted, ...]:
    """Return the references of all pages."""
    return tuple(dict.fromkeys(mark for page in pages for mark in marks(page)))
