"""What the data is for libraries and repositories: DataCite's JSON, kernel 4.5. It has no DOI, since none was given."""

import json
from collections.abc import Iterator, Mapping
from datetime import date

from generators.analysis.history.releases import days, span
from generators.metadata.csl_items import credited
from generators.metadata.terms import SPDX, account, covered, licence_name, places_of, site_account
from generators.model import Asset, Catalog, Dataset, Edition
from generators.urls.links import identifier, iri
from generators.urls.paths import DATACITE, DOWNLOADS, of_data, of_dataset

Described = Mapping[str, object]


def datacite(catalog: Catalog) -> Iterator[Asset]:
    """One file of the whole and one of each dataset, whose figures its recorder collected and this site put together."""
    edition = catalog.edition
    known = days(catalog)
    yield _record(edition, DATACITE, {**_dated(span(catalog)), **_whole(catalog)})
    for dataset in catalog.datasets.values():
        dated = _dated(known.get(dataset.id, (edition.date, edition.date)), *_covered(dataset))
        yield _record(edition, of_data(dataset.id, "datacite.json"), {**dated, **_of(dataset, catalog)})


def _record(edition: Edition, path: str, told: Described) -> Asset:
    record = {
        "schemaVersion": "http://datacite.org/schema/kernel-4",
        "types": {"resourceType": "Figures with their sources", "resourceTypeGeneral": "Dataset"},
        "publisher": {"name": edition.publisher},
        "language": "en",
        "version": edition.version,
        "creators": [_body(edition.publisher)],
        "contributors": [_curator(edition)],
        **told,
    }
    content = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
    return Asset(path=path, content=f"{content}\n".encode())


def _whole(catalog: Catalog) -> Described:
    edition = catalog.edition
    return {
        **_named(edition, DOWNLOADS),
        "titles": [{"title": _title(edition)}],
        "subjects": [{"subject": topic.title} for topic in edition.topics.values()],
        "descriptions": [_abstract(site_account(edition))],
        "rightsList": [_compilation(edition)],
        "relatedItems": [_related("HasPart", dataset.title) for dataset in catalog.datasets.values()],
    }


def _of(dataset: Dataset, catalog: Catalog) -> Described:
    edition = catalog.edition
    return {
        **_named(edition, of_dataset(dataset.id)),
        "titles": [{"title": credited(dataset.title, [dataset])}],
        "contributors": [_curator(edition), {"name": dataset.recorder, "contributorType": "DataCollector"}],
        "subjects": [{"subject": edition.topics[dataset.topic].title}],
        "geoLocations": [{"geoLocationPlace": place.name} for place in places_of(dataset)],
        "descriptions": [_abstract(account(dataset)), {"description": dataset.method, "descriptionType": "Methods"}],
        "rightsList": [{"rights": f"Figures: {dataset.licence}"}, _compilation(edition)],
        "relatedItems": [_related("IsPartOf", _title(edition))],
        "relatedIdentifiers": list(_read_in(dataset)),
    }


def _title(edition: Edition) -> str:
    return f"{edition.name}: data"


def _named(edition: Edition, page: str) -> Described:
    """What stands for the DOI that there is none of."""
    name = identifier(edition, page)
    kind = "URL" if edition.address else "tag URI"
    return {
        **({"url": name} if edition.address else {}),
        "alternateIdentifiers": [{"alternateIdentifier": name, "alternateIdentifierType": kind}],
    }


def _related(how: str, title: str) -> Described:
    return {"relationType": how, "relatedItemType": "Dataset", "titles": [{"title": title}]}


def _read_in(dataset: Dataset) -> Iterator[Described]:
    for url in dict.fromkeys(iri(o.source.url) for o in dataset.observations if dataset.rows and o.source.url):
        yield {"relatedIdentifier": url, "relatedIdentifierType": "URL", "relationType": "IsDerivedFrom"}


def _curator(edition: Edition) -> Described:
    return _body(edition.publisher, contributorType="DataCurator")


def _body(name: str, **more: str) -> Described:
    return {"name": name, "nameType": "Organizational", **more}


def _dated(stretch: tuple[date, date], *more: Described) -> Described:
    """The day of the first edition with it, and of the edition in which it last changed."""
    issued, updated = stretch
    told = ((issued, "Issued"), (updated, "Updated"))
    dates = [{"date": day.isoformat(), "dateType": kind} for day, kind in told]
    return {"publicationYear": str(issued.year), "dates": [*dates, *more]}


def _covered(dataset: Dataset) -> Iterator[Described]:
    time = covered(dataset)
    if time:
        yield {"date": f"{time[0]}/{time[1]}", "dateType": "Other", "dateInformation": "Time covered"}


def _abstract(text: str) -> Described:
    return {"description": text, "descriptionType": "Abstract"}


def _compilation(edition: Edition) -> Described:
    """The terms of what is the publisher's own."""
    return {
        "rights": licence_name(edition),
        "rightsIdentifier": edition.licence,
        "rightsIdentifierScheme": "SPDX",
        "schemeUri": SPDX,
    }
