"""Every page as plain Markdown and text-only HTML; llms.txt and llms-full.txt."""

import re
from collections.abc import Iterator, Mapping
from posixpath import dirname, join, normpath

from generators.exports.plaintext import authored_pages
from generators.exports.plaintext.llms_txt import _head, _list
from generators.exports.plaintext.page_markdown import generated_notes, generated_twin
from generators.exports.plaintext.text_only_pages import text_pages
from generators.metadata.terms import NEVER
from generators.model import Asset, Catalog, Page
from generators.text.wording import on
from generators.urls.links import reached
from generators.urls.paths import (
    LLMS,
    LLMS_FULL,
    of_briefing,
    of_twin,
)

_RELATIVE = re.compile(r"\]\((?![a-z]+:)([^)\s]+)\)")


def plain_editions(catalog: Catalog, pages: Mapping[str, Page]) -> Iterator[Asset]:
    """Yield the text-only parts of each page, its Markdown, then the two lists."""
    twins = {
        path: (authored_pages.twin if page.authored else generated_twin)(page, pages) for path, page in pages.items()
    }
    marked = {
        path: (authored_pages.noted if page.authored else generated_notes)(page, pages) for path, page in pages.items()
    }
    yield from text_pages(catalog, pages, marked)
    texts = {path: f"{text}\n{_foot(catalog, path)}" for path, text in twins.items()}
    for path, text in texts.items():
        yield Asset(path=of_twin(path), content=text.encode())
    yield Asset(path=LLMS, content=_list(catalog, pages).encode())
    briefings = map(of_briefing, catalog.briefings.values())
    whole = "\n".join((_head(catalog.config), *(_at_the_root(path, texts[path]) for path in briefings)))
    yield Asset(path=LLMS_FULL, content=whole.encode())


def _foot(catalog: Catalog, path: str) -> str:
    """Return the origin of the text and how to quote it, as the text may be read without the site."""
    config, edition = catalog.config, catalog.edition
    page = reached(config, of_twin(path), path)
    return f"---\n\n[Full page with charts]({page}). {config.name}, edition {edition.version} of {on(edition.date)}. {NEVER}\n"


def _at_the_root(path: str, text: str) -> str:
    """Return a page's text with its links relative to the site's root."""
    return _RELATIVE.sub(lambda link: f"]({normpath(join(dirname(of_twin(path)), link[1]))})", text)
