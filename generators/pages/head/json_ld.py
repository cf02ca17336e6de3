"""JSON-LD (schema.org) of briefings, datasets and breadcrumbs, with nothing that the site does not show."""

import json
from collections.abc import Iterator, Mapping
from hashlib import sha256

from lxml.builder import E

from generators.analysis.history.change_words import correction_in_words
from generators.analysis.history.releases import days
from generators.components.expressions import expanded_briefing
from generators.components.file_sizes import size_in_words
from generators.metadata.csl_items import changed
from generators.metadata.media_types import media_type
from generators.metadata.terms import covered, licence_address, places_of
from generators.model import Asset, Author, Briefing, Catalog, Correction, Dataset, Page, Site, Source
from generators.model.memo import per_catalog
from generators.pages.datasets import rows_shown
from generators.pages.head.elements import markup
from generators.text.messages import in_latin_digits
from generators.text.wording import document_in_words
from generators.urls.links import published_at, reached
from generators.urls.paths import briefings_by_page, of_briefing, of_data, of_dataset, of_source

Thing = dict[str, object]
_FORMS = ("csv", "json", "zip")
_SHORT = 50
"""Fewest characters of a description that dataset search engines accept."""


def linked_data(catalog: Catalog, site: Site, page: Page) -> Iterator[str]:
    """Yield a BreadcrumbList for a page under a tab, a Report for a briefing, a Dataset for a dataset."""
    if page.section in site.pages and page.section != page.path:
        yield _script(_trail(page, site.pages[page.section], catalog))
    subject = _subjects(catalog).get(page.path)
    if isinstance(subject, Briefing):
        yield _script(_report(subject, catalog))
    elif subject:
        yield _script({**_dataset(subject, catalog), **_origin(subject, catalog), **_dated(subject, catalog, site)})


@per_catalog
def _subjects(catalog: Catalog) -> Mapping[str, Briefing | Dataset]:
    """Return the briefings and datasets by the paths of their pages."""
    datasets = {of_dataset(dataset.id): dataset for dataset in catalog.datasets.values()}
    return {**datasets, **briefings_by_page(catalog)}


def _dated(dataset: Dataset, catalog: Catalog, site: Site) -> Thing:
    issued, modified = days(catalog).get(dataset.id, (catalog.edition.date, catalog.edition.date))
    return {
        "datePublished": issued.isoformat(),
        "dateModified": modified.isoformat(),
        "distribution": list(_files(dataset, catalog, site.assets)),
    }


def _script(thing: Thing) -> str:
    whole = {"@context": "https://schema.org", **_filled(thing)}
    text = json.dumps(whole, ensure_ascii=False, separators=(",", ":")).replace("<", r"\u003c")
    return markup([E.script(text, type="application/ld+json")])


def _filled(thing: Thing) -> Thing:
    return {name: value for name, value in thing.items() if value or value is False}


def _trail(page: Page, tab: Page, catalog: Catalog) -> Thing:
    steps = [
        {
            "@type": "ListItem",
            "position": number,
            "name": step.title,
            "item": reached(catalog.config, page.path, step.path),
        }
        for number, step in enumerate((tab, page), 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": steps}


def _publisher(catalog: Catalog) -> Thing:
    return {"@type": "Organization", "name": catalog.config.publisher}


def _person(author: Author) -> Thing:
    affiliation = {"@type": "Organization", "name": author.affiliation} if author.affiliation else ""
    return _filled({"@type": "Person", "name": author.name, "identifier": author.address, "affiliation": affiliation})


def _report(briefing: Briefing, catalog: Catalog) -> Thing:
    path, config, edition = of_briefing(briefing), catalog.config, catalog.edition
    text = expanded_briefing(catalog, briefing)
    return {
        "@type": "Report",
        "headline": briefing.title,
        "url": reached(catalog.config, path, path),
        "author": [_person(author) for author in briefing.authors] or _publisher(catalog),
        "publisher": _publisher(catalog),
        "keywords": list(briefing.tags),
        "datePublished": briefing.published.isoformat(),
        "dateModified": changed(briefing).isoformat(),
        "inLanguage": briefing.language,
        "about": catalog.config.topics[briefing.topic].title,
        "version": edition.version,
        "license": f"{licence_address(config)}.html",
        "citation": [_citation(source) for source in text.sources],
        "isBasedOn": [reached(config, path, of_dataset(name)) for name in sorted(text.datasets)],
        "correction": [_correction(each) for each in catalog.corrections if path in each.pages],
    }


def _correction(correction: Correction) -> Thing:
    with in_latin_digits():
        text = f"{correction_in_words(correction)} {correction.why}"
    return {"@type": "CorrectionComment", "text": text, "datePublished": correction.date.isoformat()}


def _citation(source: Source) -> Thing:
    return _filled({"@type": "CreativeWork", "name": source.title, "url": source.url})


def _dataset(dataset: Dataset, catalog: Catalog) -> Thing:
    path, config, edition = of_dataset(dataset.id), catalog.config, catalog.edition
    return {
        "@type": "Dataset",
        "name": dataset.title,
        "description": _description(dataset),
        "url": reached(catalog.config, path, path),
        "identifier": published_at(config, path),
        "keywords": [i.title for i in dataset.indicators.values()],
        "creator": _publisher(catalog),
        "creditText": dataset.recorder,
        "publisher": _publisher(catalog),
        "version": edition.version,
        "inLanguage": catalog.config.language,
        "license": {"@type": "CreativeWork", "name": dataset.licence},
        "temporalCoverage": "/".join(map(str, covered(dataset) or ())),
        "measurementTechnique": dataset.method,
        "variableMeasured": [
            {"@type": "PropertyValue", "name": i.title, "unitText": i.unit, "description": i.population}
            for i in dataset.indicators.values()
        ],
        "isAccessibleForFree": True,
        "includedInDataCatalog": {"@type": "DataCatalog", "name": config.name},
    }


def _origin(dataset: Dataset, catalog: Catalog) -> Thing:
    """Return the dataset's places, and its documents that the page names: those of other rows are on pages of their own."""
    path, rows = of_dataset(dataset.id), rows_shown(dataset, catalog)
    documents = dict.fromkeys(source for o in rows for source in (o.source, *o.also_in))
    with in_latin_digits():
        citations = [document_in_words(source) for source in documents]
    return {
        "spatialCoverage": [{"@type": "Place", "name": place.name} for place in places_of(dataset)],
        "citation": citations,
        "isBasedOn": [reached(catalog.config, path, of_source(source)) for source in documents],
    }


def _description(dataset: Dataset) -> str:
    summary = " ".join(dataset.summary.split())
    return summary if len(summary) >= _SHORT else f"{summary} {' '.join(dataset.definition.split())}"


def _files(dataset: Dataset, catalog: Catalog, assets: Mapping[str, Asset]) -> Iterator[Thing]:
    for ending in _FORMS:
        path = of_data(dataset.id, ending)
        if path in assets:
            with in_latin_digits():
                size = size_in_words(len(assets[path].content))
            yield {
                "@type": "DataDownload",
                "contentUrl": reached(catalog.config, of_dataset(dataset.id), path),
                "encodingFormat": media_type(path),
                "contentSize": size,
                "sha256": sha256(assets[path].content).hexdigest(),
            }
