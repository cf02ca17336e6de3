"""DCAT catalogue of all data for data portals, as self-contained JSON-LD.

Portals parse it without its address, so every IRI is absolute if the site's address is known. If not, IRIs are relative
to the file, with a comment in the catalogue.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from hashlib import sha256

from generators.analysis.history.releases import days, first_day, span_of_editions
from generators.exports.data.file_index import by_thing
from generators.metadata.media_types import media_type
from generators.metadata.terms import account, covered, licence_address, licence_terms, places_of, site_account
from generators.model import Asset, Catalog, Dataset, SiteConfig, Source
from generators.urls.links import contact_address, identifier, iri, mail, reached
from generators.urls.paths import DCAT, DOWNLOADS, HOME, of_dataset, of_source

Described = Mapping[str, object]
Days = Mapping[str, tuple[date, date]]

_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_MEDIA_TYPES = "http://www.iana.org/assignments/media-types/"
_WHOLE = "all"
_RELATIVE = (
    "The address of this site was not known when this file was made: addresses of the site are relative to this file. "
    "Parse it with the address it was fetched from as the base."
)


def dcat(catalog: Catalog, assets: Sequence[Asset]) -> Iterator[Asset]:
    """Yield one file: the catalogue, all data as one dataset, each dataset, and each file as a distribution."""
    files = by_thing(assets)
    all_files = [asset for name, group in files.items() if name == f"data/{_WHOLE}" for asset in group]
    spans = days(catalog)
    record = {
        "@context": _CONTEXT,
        **_catalogue(catalog),
        "dcat:dataset": [
            _all_data(catalog, all_files),
            *(_dataset(d, catalog, files[f"data/{d.id}"], spans) for d in catalog.datasets.values()),
        ],
    }
    content = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
    yield Asset(path=DCAT, content=f"{content}\n".encode())


def _catalogue(catalog: Catalog) -> Described:
    config, edition = catalog.config, catalog.edition
    topics = [
        {"@id": _topic(config, t.id), "@type": "skos:Concept", "skos:prefLabel": t.title}
        for t in config.topics.values()
    ]
    return {
        "@id": _iri_of(config, "catalogue"),
        "@type": "dcat:Catalog",
        **_common(catalog, DOWNLOADS, first_day(catalog), edition.date),
        "dct:title": f"{config.name}: data",
        "dct:description": site_account(config),
        "foaf:homepage": _at(config, HOME),
        "dct:license": {"@id": licence_address(config)},
        "dct:rights": _rights(licence_terms(config)),
        "dcat:theme": topics,
        "dct:publisher": {**_publisher(config), "@type": "foaf:Agent", "foaf:name": config.publisher},
        **({} if config.address else {"rdfs:comment": _RELATIVE}),
    }


def _iri_of(config: SiteConfig, name: str) -> str:
    """Return the IRI of a resource: a fragment of the catalogue's address."""
    return reached(config, DCAT, f"{DCAT}#{name}")


def _topic(config: SiteConfig, name: str) -> str:
    return _iri_of(config, f"topic-{name}")


def _publisher(config: SiteConfig) -> Described:
    return {"@id": _iri_of(config, "publisher")}


def _at(config: SiteConfig, target: str) -> Described:
    return {"@id": reached(config, DCAT, target)}


def _common(catalog: Catalog, page: str, issued: date, modified: date) -> Described:
    """Return the properties common to the catalogue and the datasets, with the dates of first edition and last change."""
    config = catalog.config
    address = contact_address(config)
    contact = {"vcard:hasEmail" if mail(config) else "vcard:hasURL": {"@id": address}} if address else {}
    return {
        "dct:identifier": identifier(catalog, page),
        "dct:issued": _day(issued.isoformat()),
        "dct:modified": _day(modified.isoformat()),
        "dcat:version": catalog.edition.version,
        "dct:language": {"@id": "http://publications.europa.eu/resource/authority/language/ENG"},
        "dct:publisher": _publisher(config),
        "dcat:contactPoint": {"@type": "vcard:Kind", "vcard:fn": config.publisher, **contact},
    }


def _all_data(catalog: Catalog, files: Sequence[Asset]) -> Described:
    config = catalog.config
    return {
        "@id": _iri_of(config, _WHOLE),
        "@type": "dcat:Dataset",
        **_common(catalog, DOWNLOADS, *span_of_editions(catalog)),
        "dct:title": f"{config.name}: all data at once",
        "dct:description": site_account(config),
        "dcat:keyword": [topic.title for topic in config.topics.values()],
        "dcat:theme": [{"@id": _topic(config, name)} for name in config.topics],
        "dcat:landingPage": _at(config, DOWNLOADS),
        "dct:hasPart": [{"@id": _iri_of(config, name)} for name in catalog.datasets],
        "dcat:distribution": [_distribution(asset, licence_terms(config), config) for asset in files],
    }


def _dataset(dataset: Dataset, catalog: Catalog, files: Sequence[Asset], spans: Days) -> Described:
    """Return the record of a dataset; places are given by name, as some of their codes are not standard."""
    config, edition = catalog.config, catalog.edition
    sources = dict.fromkeys(_document(o.source, config) for o in dataset.observations if dataset.redistributable)
    time = covered(dataset)
    return {
        "@id": _iri_of(config, dataset.id),
        "@type": "dcat:Dataset",
        **_common(catalog, of_dataset(dataset.id), *spans.get(dataset.id, (edition.date, edition.date))),
        "dct:title": dataset.title,
        "dct:description": account(dataset),
        "dct:creator": _publisher(config),
        "dct:contributor": {"@type": "foaf:Agent", "foaf:name": dataset.recorder},
        "dcat:keyword": list(dict.fromkeys(i.title for i in dataset.indicators.values())),
        "dcat:theme": {"@id": _topic(config, dataset.topic)},
        "dcat:landingPage": _at(config, of_dataset(dataset.id)),
        **({"dct:temporal": _stretch(*map(str, time))} if time else {}),
        "dct:spatial": [{"@type": "dct:Location", "skos:prefLabel": place.name} for place in places_of(dataset)],
        "dct:source": [{"@id": name} for name in sources],
        "dcat:distribution": [_distribution(asset, dataset.licence, config) for asset in files],
    }


def _document(source: Source, config: SiteConfig) -> str:
    """Return the document's URL, or that of its source page if it has none."""
    return iri(source.url) or reached(config, DCAT, of_source(source))


def _stretch(first: str, last: str) -> Described:
    return {"@type": "dct:PeriodOfTime", "dcat:startDate": _day(first), "dcat:endDate": _day(last)}


def _distribution(asset: Asset, rights: str, config: SiteConfig) -> Described:
    name = asset.path.partition("/")[2]
    digest = {"@value": sha256(asset.content).hexdigest(), "@type": "xsd:hexBinary"}
    return {
        "@id": _iri_of(config, name),
        "@type": "dcat:Distribution",
        "dct:title": name,
        "dcat:accessURL": _at(config, asset.path),
        "dcat:downloadURL": _at(config, asset.path),
        "dcat:mediaType": {"@id": f"{_MEDIA_TYPES}{media_type(name)}"},
        "dcat:byteSize": {"@value": str(len(asset.content)), "@type": "xsd:nonNegativeInteger"},
        "dct:rights": _rights(rights),
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
            "spdx:checksumValue": digest,
        },
    }


def _rights(text: str) -> Described:
    return {"@type": "dct:RightsStatement", "rdfs:label": text}


def _day(text: str) -> Described:
    return {"@value": text, "@type": "xsd:date"}
