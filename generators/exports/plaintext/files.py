"""Every page as plain Markdown and as plain HTML, and what language models read first: llms.txt, llms-full.txt."""

import re
from collections.abc import Iterable, Iterator, Mapping
from posixpath import dirname, join, normpath

from generators.analysis.history.feed_entries import feeds
from generators.exports.plaintext import authored_pages
from generators.exports.plaintext import page_markdown as generated
from generators.exports.plaintext.text_only_pages import text_pages
from generators.metadata.terms import NEVER
from generators.model import Asset, Catalog, Dataset, Edition, Page
from generators.text.wording import on
from generators.urls.links import absolute, reached
from generators.urls.paths import (
    CORRECTIONS,
    DATA_INDEX,
    DISAGREEMENTS,
    DOWNLOADS,
    GLOSSARY,
    HOME,
    JUDGEMENTS,
    LLMS,
    LLMS_FULL,
    OPENAPI,
    of_briefing,
    of_dataset,
    of_twin,
)

_RELATIVE = re.compile(r"\]\((?![a-z]+:)([^)\s]+)\)")
_REFERENCE = (DISAGREEMENTS, JUDGEMENTS, GLOSSARY, CORRECTIONS, DOWNLOADS)
_FILES = (
    (DATA_INDEX, "every file with its path, size, media type and digest"),
    (OPENAPI, "all addresses in OpenAPI 3.1"),
    (LLMS_FULL, "the briefings in one file"),
)


def plain_editions(catalog: Catalog, pages: Mapping[str, Page]) -> Iterator[Asset]:
    """A text a page, its parts as HTML, then the two lists."""
    twins = {path: (authored_pages if page.authored else generated).twin(page, pages) for path, page in pages.items()}
    marked = {path: (authored_pages if page.authored else generated).noted(page, pages) for path, page in pages.items()}
    yield from text_pages(catalog, pages, marked)
    texts = {path: f"{text}\n{_foot(catalog.edition, path)}" for path, text in twins.items()}
    for path, text in texts.items():
        yield Asset(path=of_twin(path), content=text.encode())
    yield Asset(path=LLMS, content=_list(catalog, pages).encode())
    briefings = map(of_briefing, catalog.briefings.values())
    whole = "\n".join((_head(catalog.edition), *(_at_the_root(path, texts[path]) for path in briefings)))
    yield Asset(path=LLMS_FULL, content=whole.encode())


def _foot(edition: Edition, path: str) -> str:
    """Where the text was taken from, and how it may be quoted: it travels without the rest of the site."""
    page = reached(edition, of_twin(path), path)
    return f"---\n\n[This page with its charts]({page}). {edition.name}, edition {edition.version} of {on(edition.date)}. {NEVER}\n"


def _head(edition: Edition) -> str:
    return f"# {edition.name}\n\n> {edition.summary}\n\n{NEVER}\n"


def _list(catalog: Catalog, pages: Mapping[str, Page]) -> str:
    edition = catalog.edition
    briefings = ((of_briefing(b), b.title, b.summary) for b in catalog.briefings.values())
    datasets = ((of_dataset(d.id), d.title, _about(d)) for d in catalog.datasets.values())
    standing = [(page.path, page.title, page.summary) for page in catalog.standing.values()]
    reference = [(path, pages[path].title, pages[path].description) for path in _REFERENCE if path in pages]
    sections = {
        "Briefings": _twins(edition, briefings),
        "How it was made, and how to read it": _twins(edition, (*standing, *reference)),
        "Files": (_line(edition, path, path, about) for path, about in _FILES),
        "What changes": (_line(edition, feed.path("atom"), feed.title, "") for feed in feeds(catalog)),
        "Datasets": _twins(edition, datasets),
        "Optional": _twins(edition, [(HOME, pages[HOME].title, "the front page, with the ways to all others")]),
    }
    return _head(edition) + "".join(f"\n## {name}\n\n{''.join(lines)}" for name, lines in sections.items())


def _about(dataset: Dataset) -> str:
    """Return the whole summary on one line, and whose figures they are: the list may be read without the page."""
    series = dataset.form == "series"
    whose = f"Recorded by {dataset.recorder}." if series else "Separate statements, each with its speaker."
    return f"{' '.join(dataset.summary.split())} {whose}"


def _twins(edition: Edition, listed: Iterable[tuple[str, str, str]]) -> Iterator[str]:
    return (_line(edition, of_twin(path), title, about) for path, title, about in listed)


def _line(edition: Edition, path: str, title: str, about: str) -> str:
    return f"- [{title}]({absolute(edition, path)}){f': {about}' if about else ''}\n"


def _at_the_root(path: str, text: str) -> str:
    """A page's text with its links as they lead from the site's root."""
    return _RELATIVE.sub(lambda link: f"]({normpath(join(dirname(of_twin(path)), link[1]))})", text)
