"""Metadata for libraries and repositories in DataCite JSON, kernel 4.5; without a DOI, as there is none."""

import json
from collections.abc import Iterator, Mapping
from datetime import date

from generators.analysis.history.releases import days, span_of_editions
from generators.metadata.csl_items import credited
from generators.metadata.terms import SPDX, account, covered, licence_name, places_of, site_account
from generators.model import Asset, Catalog, Dataset, SiteConfig
from generators.urls.links import identifier, iri
from generators.urls.paths import DATACITE, DOWNLOADS, of_data, of_dataset

Described = Mapping[str, object]


def datacite(catalog: Catalog) -> Iterator[Asset]:
    """Yield a file for all data and one for each dataset, with the recorder as collector and this site as compiler."""
    edition = catalog.edition
    spans = days(catalog)
    yield _record(catalog, DATACITE, {**_dates(*span_of_editions(catalog)), **_all_data(catalog)})
    for dataset in catalog.datasets.values():
        dates = _dates(*spans.get(dataset.id, (edition.date, edition.date)), *_time_covered(dataset))
        yield _record(catalog, of_data(dataset.id, "datacite.json"), {**dates, **_dataset(dataset, catalog)})


def _record(catalog: Catalog, path: str, properties: Described) -> Asset:
    config = catalog.config
    record = {
        "schemaVersion": "http://datacite.org/schema/kernel-4",
        "types": {"resourceType": "Figures with their sources", "resourceTypeGeneral": "Dataset"},
        "publisher": {"name": config.publisher},
        "language": "en",
        "version": catalog.edition.version,
        "creators": [_body(config.publisher)],
        "contributors": [_curator(config)],
        **properties,
    }
    content = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
    return Asset(path=path, content=f"{content}\n".encode())


def _all_data(catalog: Catalog) -> Described:
    config = catalog.config
    return {
        **_identifiers(catalog, DOWNLOADS),
        "titles": [{"title": _title(config)}],
        "subjects": [{"subject": topic.title} for topic in config.topics.values()],
        "descriptions": [_abstract(site_account(config))],
        "rightsList": [_compilation(config)],
        "relatedItems": [_related_item("HasPart", dataset.title) for dataset in catalog.datasets.values()],
    }


def _dataset(dataset: Dataset, catalog: Catalog) -> Described:
    config = catalog.config
    return {
        **_identifiers(catalog, of_dataset(dataset.id)),
        "titles": [{"title": credited(dataset.title, [dataset])}],
        "contributors": [_curator(config), {"name": dataset.recorder, "contributorType": "DataCollector"}],
        "subjects": [{"subject": config.topics[dataset.topic].title}],
        "geoLocations": [{"geoLocationPlace": place.name} for place in places_of(dataset)],
        "descriptions": [_abstract(account(dataset)), {"description": dataset.method, "descriptionType": "Methods"}],
        "rightsList": [{"rights": f"Figures: {dataset.licence}"}, _compilation(config)],
        "relatedItems": [_related_item("IsPartOf", _title(config))],
        "relatedIdentifiers": list(_source_links(dataset)),
    }


def _title(config: SiteConfig) -> str:
    return f"{config.name}: data"


def _identifiers(catalog: Catalog, page: str) -> Described:
    """Return the identifier in place of a DOI."""
    name = identifier(catalog, page)
    address = catalog.config.address
    kind = "URL" if address else "tag URI"
    return {
        **({"url": name} if address else {}),
        "alternateIdentifiers": [{"alternateIdentifier": name, "alternateIdentifierType": kind}],
    }


def _related_item(relation: str, title: str) -> Described:
    return {"relationType": relation, "relatedItemType": "Dataset", "titles": [{"title": title}]}


def _source_links(dataset: Dataset) -> Iterator[Described]:
    for url in dict.fromkeys(
        iri(o.source.url) for o in dataset.observations if dataset.redistributable and o.source.url
    ):
        yield {"relatedIdentifier": url, "relatedIdentifierType": "URL", "relationType": "IsDerivedFrom"}


def _curator(config: SiteConfig) -> Described:
    return _body(config.publisher, contributorType="DataCurator")


def _body(name: str, **fields: str) -> Described:
    return {"name": name, "nameType": "Organizational", **fields}


def _dates(issued: date, updated: date, *others: Described) -> Described:
    """Return the dates of the first edition with it, and of the edition in which it last changed."""
    pairs = ((issued, "Issued"), (updated, "Updated"))
    dates = [{"date": day.isoformat(), "dateType": kind} for day, kind in pairs]
    return {"publicationYear": str(issued.year), "dates": [*dates, *others]}


def _time_covered(dataset: Dataset) -> Iterator[Described]:
    time = covered(dataset)
    if time:
        yield {"date": f"{time[0]}/{time[1]}", "dateType": "Other", "dateInformation": "Time covered"}


def _abstract(text: str) -> Described:
    return {"description": text, "descriptionType": "Abstract"}


def _compilation(config: SiteConfig) -> Described:
    """Return the terms of the publisher's own work."""
    return {
        "rights": licence_name(config),
        "rightsIdentifier": config.licence,
        "rightsIdentifierScheme": "SPDX",
        "schemeUri": SPDX,
    }
