"""Highwire tags, from which Zotero and Google Scholar read references."""

from collections.abc import Iterator, Sequence
from datetime import date

from lxml import etree
from lxml.builder import E

from generators.analysis.history.releases import days
from generators.metadata.citation_formats import FORMS
from generators.metadata.csl_items import Item, author_names, date_of, ours
from generators.metadata.media_types import media_type
from generators.model import Author, Catalog, Site
from generators.pages.head.elements import markup
from generators.urls.links import html_way, published_at
from generators.urls.paths import of_briefing, of_dataset, of_document, of_reference


def citation_tags(catalog: Catalog, _site: Site) -> Iterator[tuple[str, str]]:
    """Yield the tags of every briefing, chart and dataset, with links to its references; sources are others' works."""
    documents = {of_briefing(each): of_document(each, "full") for each in catalog.briefings.values()}
    written = {of_briefing(each): each.authors for each in catalog.briefings.values()}
    known = days(catalog)
    first = {of_dataset(name): known[name][0] for name in catalog.datasets if name in known}
    for path, item in ours(catalog).items():
        pairs = (
            *_tags(item, first.get(path), written.get(path, ())),
            ("pdf_url", published_at(catalog.config, documents[path]) if path in documents else ""),
        )
        tags = (E.meta(name=f"citation_{name}", content=text) for name, text in pairs if text)
        yield path, markup((*tags, *_files(path)))


def _tags(item: Item, first: date | None, authors: Sequence[Author]) -> Iterator[tuple[str, str]]:
    """Yield names and values; the date is that of first publication, as there is no tag for the last change."""
    yield "title", str(item["title"])
    for author in authors or [Author(name=name) for name in author_names(item)]:
        yield "author", author.name
        yield "author_institution", author.affiliation
        yield "author_orcid", author.address
    yield "publication_date", f"{first:%Y/%m/%d}" if first else "/".join(f"{part:02}" for part in date_of(item) if part)
    yield "publisher", str(item.get("publisher", ""))
    if item["type"] == "report":
        yield "technical_report_institution", str(item.get("publisher", ""))
    yield "language", str(item.get("language", ""))
    yield "keywords", str(item.get("keyword", ""))
    yield "public_url", str(item.get("URL", ""))


def _files(path: str) -> Iterator[etree._Element]:
    """Yield links to references; not as `alternate`, which the theme reads as the page in another language."""
    for ending, (called, _) in FORMS.items():
        if ending != "json":
            target = of_reference(path, ending)
            yield E.link(rel="describedby", type=media_type(target), href=html_way(path, target), title=called)
