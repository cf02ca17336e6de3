"""Highwire tags: what Zotero and Google Scholar take a reference from."""

from collections.abc import Iterator
from html import escape

from generators.addresses import html_way, of_reference
from generators.model import Catalog, Site
from generators.reference_files import FORMS, date_of, names
from generators.references import Item, ours

_MEDIA = {"bib": "application/x-bibtex", "ris": "application/x-research-info-systems"}


def citation_tags(catalog: Catalog, _site: Site) -> Iterator[tuple[str, str]]:
    """For every briefing, chart and dataset, with its files for reference managers; sources are others' works."""
    for path, item in ours(catalog).items():
        tags = (f'<meta name="citation_{name}" content="{escape(text)}">' for name, text in _tags(item) if text)
        yield path, "".join((*tags, *_files(path)))


def _tags(item: Item) -> Iterator[tuple[str, str]]:
    yield "title", str(item["title"])
    for name in names(item):
        yield "author", name
    yield "publication_date", "/".join(f"{part:02}" for part in date_of(item) if part)
    yield "publisher", str(item.get("publisher", ""))
    if item["type"] == "report":
        yield "technical_report_institution", str(item.get("publisher", ""))
    yield "language", str(item.get("language", ""))
    yield "public_url", str(item.get("URL", ""))


def _files(path: str) -> Iterator[str]:
    """Not as `alternate`: the theme takes those for the page in other languages, and asks for a sitemap beside each."""
    for ending, (called, _) in FORMS.items():
        if media := _MEDIA.get(ending):
            where = html_way(path, of_reference(path, ending))
            yield f'<link rel="describedby" type="{media}" href="{where}" title="{called}">'
