"""Text forms of all pages, written over one tree: plain Markdown, text-only HTML, search index; llms.txt and llms-full.txt."""

import re
from collections.abc import Container, Iterator, Mapping
from posixpath import dirname, join, normpath

from lxml.html import HtmlElement

from generators.exports.plaintext.llms_txt import llms_heading, llms_list
from generators.exports.plaintext.markdown_blocks import page_markdown
from generators.exports.plaintext.noted_pages import NotedPage, noted_page
from generators.exports.plaintext.plain_links import plain_way
from generators.exports.plaintext.text_only_pages import text_pages
from generators.exports.plaintext.value_cards import fold_cards
from generators.exports.search.entries import entry
from generators.exports.search.index import of_entries
from generators.metadata.terms import NEVER
from generators.model import Asset, Catalog, Page
from generators.text.markdown.page_tree import page_tree, tree_for
from generators.text.messages import gettext, translated
from generators.text.wording import on
from generators.urls.links import reached
from generators.urls.paths import (
    LLMS,
    LLMS_FULL,
    of_briefing,
    of_twin,
)

_RELATIVE = re.compile(r"\]\((?![a-z]+:)([^)\s]+)\)")


def text_forms(catalog: Catalog, pages: Mapping[str, Page]) -> Iterator[Asset]:
    """Yield the text-only parts and the Markdown of each page, then the two lists and the index for search."""
    texts: dict[str, str] = {}
    entries = []
    for path, page in pages.items():
        root = page_tree(page.markdown)
        yield from text_pages(catalog, page, text_page(root, path, pages), pages)
        texts[path] = f"{twin(root, path, pages)}\n{_foot(catalog, path)}"
        yield Asset(path=of_twin(path), content=texts[path].encode())
        entries += [entry(page, root)] if page.searchable else []
    yield from of_entries(entries)
    yield Asset(path=LLMS, content=llms_list(catalog, pages).encode())
    briefings = map(of_briefing, catalog.briefings.values())
    text = "\n".join((llms_heading(catalog.config), *(_relative_to_root(path, texts[path]) for path in briefings)))
    yield Asset(path=LLMS_FULL, content=text.encode())


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
