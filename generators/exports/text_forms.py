"""What is read from the tree of each page: plain Markdown, text-only HTML, search index, links; llms.txt and llms-full.txt."""

import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from posixpath import dirname, join, normpath

from lxml.html import HtmlElement

from generators.exports.plaintext.llms_txt import llms_heading, llms_list
from generators.exports.plaintext.markdown_blocks import page_markdown
from generators.exports.plaintext.noted_pages import NotedPage, noted_page
from generators.exports.plaintext.plain_links import plain_way
from generators.exports.plaintext.text_only_pages import text_pages
from generators.exports.plaintext.value_cards import fold_cards
from generators.exports.search.entries import Entry, entry
from generators.exports.search.index import Terms, of_entries, terms_of
from generators.metadata.terms import NEVER
from generators.model import Asset, Catalog, Page
from generators.processes import mapped
from generators.text.markdown.page_tree import page_tree, tree_for
from generators.text.messages import gettext, translated
from generators.text.wording import on
from generators.urls.links import has_scheme, reached, target_of
from generators.urls.paths import (
    LLMS,
    LLMS_FULL,
    of_briefing,
    of_twin,
)

_RELATIVE = re.compile(r"\]\((?![a-z]+:)([^)\s]+)\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageForms:
    """The text forms of one page, and what it links to."""

    parts: tuple[Asset, ...]
    """Its text-only pages."""
    markdown: str
    entry: Entry | None
    """What search knows of it; None for a page that is not searched."""
    terms: Terms
    """The words of the entry, by field."""
    links: tuple[tuple[str, str], ...]
    """Pages and files of the site that it links to, each with an id or nothing."""
    ids: frozenset[str]


def page_forms(catalog: Catalog, page: Page, pages: Container[str]) -> PageForms:
    """Return the forms of the page; `pages` are the paths of all. Of the catalog they show the site's name and edition."""
    root = page_tree(page.markdown)
    found = entry(page, root) if page.searchable else None
    return PageForms(
        parts=tuple(text_pages(catalog, page, text_page(root, page.path, pages), pages)),
        markdown=f"{twin(root, page.path, pages)}\n{_foot(catalog, page.path)}",
        entry=found,
        terms=terms_of(found) if found else (),
        links=_links(root, page.path),
        ids=frozenset(root.xpath("//@id")),
    )


def _links(root: HtmlElement, path: str) -> tuple[tuple[str, str], ...]:
    addresses = {address for address in root.xpath("//@href | //@src") if address and not has_scheme(address)}
    return tuple(sorted({target_of(path, address) for address in addresses if not address.startswith("/")}))


def all_forms(catalog: Catalog, pages: Mapping[str, Page]) -> Mapping[str, PageForms]:
    """Return the forms of all pages, by path."""
    forms = mapped(lambda page: page_forms(catalog, page, pages), (*pages.values(),))
    return dict(zip(pages, forms, strict=True))


def text_forms(catalog: Catalog, pages: Mapping[str, Page], forms: Mapping[str, PageForms]) -> Iterator[Asset]:
    """Yield the text-only parts and the Markdown of each page, then the two lists and the index for search."""
    for path, form in forms.items():
        yield from form.parts
        yield Asset(path=of_twin(path), content=form.markdown.encode())
    yield from of_entries((form.entry, form.terms) for form in forms.values() if form.entry)
    yield Asset(path=LLMS, content=llms_list(catalog, pages).encode())
    briefings = map(of_briefing, catalog.briefings.values())
    texts = (_relative_to_root(path, forms[path].markdown) for path in briefings)
    yield Asset(path=LLMS_FULL, content="\n".join((llms_heading(catalog.config), *texts)).encode())


def twin(root: HtmlElement, path: str, pages: Container[str]) -> str:
    """Return the Markdown of the page with that tree; `pages` are the paths of all."""
    tree = tree_for(root, "plain")
    fold_cards(tree)
    return page_markdown(tree, plain_way(path, pages, ".md.txt")) + "\n"


def text_page(root: HtmlElement, path: str, pages: Container[str]) -> NotedPage:
    """Return the blocks and notes of the page with that tree; `pages` are the paths of all."""
    return noted_page(tree_for(root, "plain"), plain_way(path, pages, ".html"))


def _foot(catalog: Catalog, path: str) -> str:
    """Return the origin of the text and how to quote it, as the text may be read without the site."""
    config, edition = catalog.config, catalog.edition
    page = reached(config, of_twin(path), path)
    origin = gettext(
        "%(site)s, edition %(version)s of %(day)s.", site=config.name, version=edition.version, day=on(edition.date)
    )
    return f"---\n\n[{gettext('Full page with charts')}]({page}). {origin} {translated(NEVER)}\n"


def _relative_to_root(path: str, text: str) -> str:
    """Return a page's text with its links relative to the site's root."""
    return _RELATIVE.sub(lambda link: f"]({normpath(join(dirname(of_twin(path)), link[1]))})", text)
