"""Highwire tags, from which Zotero and Google Scholar read references."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from lxml import etree
from lxml.builder import E

from generators.analysis.history.releases import days
from generators.metadata.citation_formats import FORMS
from generators.metadata.csl_items import Item, author_names, date_of, ours
from generators.metadata.media_types import media_type
from generators.model import Author, Catalog, Page, Site
from generators.model.memo import per_catalog
from generators.pages.head.elements import markup
from generators.urls.links import html_way, published_at
from generators.urls.paths import briefings_by_page, of_dataset, of_document, of_reference


def citation_tags(catalog: Catalog, _site: Site, page: Page) -> Iterator[str]:
    """Yield the tags of a briefing, chart or dataset, with links to its references; sources are others' works."""
    item = ours(catalog).get(page.path)
    if item is None:
        return
    briefing = briefings_by_page(catalog).get(page.path)
    pairs = (
        *_tags(item, _first_days(catalog).get(page.path), briefing.authors if briefing else ()),
        ("pdf_url", published_at(catalog.config, of_document(briefing, "full")) if briefing else ""),
    )
    tags = (E.meta(name=f"citation_{name}", content=text) for name, text in pairs if text)
    yield markup((*tags, *_files(page.path)))


@per_catalog
def _first_days(catalog: Catalog) -> Mapping[str, date]:
    """Return the date of the first edition of each dataset, by the path of its page."""
    return {of_dataset(name): first for name, (first, _) in days(catalog).items() if name in catalog.datasets}


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
