"""The catalogue of all data in DCAT, as portals of data read it: JSON-LD that needs no other file to be understood.

Portals parse it as a text, without its address, so every name is a whole address where the site's is known. Where it is not,
names are relative to the file, and the catalogue says so.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from hashlib import sha256

from generators.analysis.history.releases import days, first_day, span
from generators.exports.data.file_index import by_thing
from generators.metadata.media_types import media_type
from generators.metadata.terms import account, covered, licence_address, places_of, site_account, terms
from generators.model import Asset, Catalog, Dataset, Edition, Source
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


def dcat(catalog: Catalog, made: Sequence[Asset]) -> Iterator[Asset]:
    """One file: the catalogue, all data at once as a dataset, each dataset, and each file as a distribution."""
    files = by_thing(made)
    whole = [asset for name, assets in files.items() if name == f"data/{_WHOLE}" for asset in assets]
    known = days(catalog)
    told = {
        "@context": _CONTEXT,
        **_catalogue(catalog),
        "dcat:dataset": [
            _everything(catalog, whole),
            *(_dataset(d, catalog, files[f"data/{d.id}"], known) for d in catalog.datasets.values()),
        ],
    }
    content = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    yield Asset(path=DCAT, content=f"{content}\n".encode())


def _catalogue(catalog: Catalog) -> Described:
    edition = catalog.edition
    topics = [
        {"@id": _topic(edition, t.id), "@type": "skos:Concept", "skos:prefLabel": t.title}
        for t in edition.topics.values()
    ]
    return {
        "@id": _named(edition, "catalogue"),
        "@type": "dcat:Catalog",
        **_common(edition, DOWNLOADS, (first_day(catalog), edition.date)),
        "dct:title": f"{edition.name}: data",
        "dct:description": site_account(edition),
        "foaf:homepage": _at(edition, HOME),
        "dct:license": {"@id": licence_address(edition)},
        "dct:rights": _rights(terms(edition)),
        "dcat:theme": topics,
        "dct:publisher": {**_publisher(edition), "@type": "foaf:Agent", "foaf:name": edition.publisher},
        **({} if edition.address else {"rdfs:comment": _RELATIVE}),
    }


def _named(edition: Edition, name: str) -> str:
    """The name of something that the catalogue describes: a fragment of its own address."""
    return reached(edition, DCAT, f"{DCAT}#{name}")


def _topic(edition: Edition, name: str) -> str:
    return _named(edition, f"topic-{name}")


def _publisher(edition: Edition) -> Described:
    return {"@id": _named(edition, "publisher")}


def _at(edition: Edition, target: str) -> Described:
    return {"@id": reached(edition, DCAT, target)}


def _common(edition: Edition, page: str, span: tuple[date, date]) -> Described:
    """What the catalogue and each dataset say alike; the days are those of the first edition with it and of the last change."""
    issued, modified = span
    address = contact_address(edition)
    how = {"vcard:hasEmail" if mail(edition) else "vcard:hasURL": {"@id": address}} if address else {}
    return {
        "dct:identifier": identifier(edition, page),
        "dct:issued": _day(issued.isoformat()),
        "dct:modified": _day(modified.isoformat()),
        "dcat:version": edition.version,
        "dct:language": {"@id": "http://publications.europa.eu/resource/authority/language/ENG"},
        "dct:publisher": _publisher(edition),
        "dcat:contactPoint": {"@type": "vcard:Kind", "vcard:fn": edition.publisher, **how},
    }


def _everything(catalog: Catalog, files: Sequence[Asset]) -> Described:
    edition = catalog.edition
    return {
        "@id": _named(edition, _WHOLE),
        "@type": "dcat:Dataset",
        **_common(edition, DOWNLOADS, span(catalog)),
        "dct:title": f"{edition.name}: all data at once",
        "dct:description": site_account(edition),
        "dcat:keyword": [topic.title for topic in edition.topics.values()],
        "dcat:theme": [{"@id": _topic(edition, name)} for name in edition.topics],
        "dcat:landingPage": _at(edition, DOWNLOADS),
        "dct:hasPart": [{"@id": _named(edition, name)} for name in catalog.datasets],
        "dcat:distribution": [_distribution(asset, terms(edition), edition) for asset in files],
    }


def _dataset(dataset: Dataset, catalog: Catalog, files: Sequence[Asset], known: Days) -> Described:
    """Places stand by name: not each of their codes is one of a standard."""
    edition = catalog.edition
    sources = dict.fromkeys(_document(o.source, edition) for o in dataset.observations if dataset.rows)
    time = covered(dataset)
    return {
        "@id": _named(edition, dataset.id),
        "@type": "dcat:Dataset",
        **_common(edition, of_dataset(dataset.id), known.get(dataset.id, (edition.date, edition.date))),
        "dct:title": dataset.title,
        "dct:description": account(dataset),
        "dct:creator": _publisher(edition),
        "dct:contributor": {"@type": "foaf:Agent", "foaf:name": dataset.recorder},
        "dcat:keyword": list(dict.fromkeys(i.title for i in dataset.indicators.values())),
        "dcat:theme": {"@id": _topic(edition, dataset.topic)},
        "dcat:landingPage": _at(edition, of_dataset(dataset.id)),
        **({"dct:temporal": _stretch(*map(str, time))} if time else {}),
        "dct:spatial": [{"@type": "dct:Location", "skos:prefLabel": place.name} for place in places_of(dataset)],
        "dct:source": [{"@id": name} for name in sources],
        "dcat:distribution": [_distribution(asset, dataset.licence, edition) for asset in files],
    }


def _document(source: Source, edition: Edition) -> str:
    """The document's address; of one without, that of the page which stands for it."""
    return iri(source.url) or reached(edition, DCAT, of_source(source))


def _stretch(first: str, last: str) -> Described:
    return {"@type": "dct:PeriodOfTime", "dcat:startDate": _day(first), "dcat:endDate": _day(last)}


def _distribution(asset: Asset, rights: str, edition: Edition) -> Described:
    name = asset.path.partition("/")[2]
    digest = {"@value": sha256(asset.content).hexdigest(), "@type": "xsd:hexBinary"}
    return {
        "@id": _named(edition, name),
        "@type": "dcat:Distribution",
        "dct:title": name,
        "dcat:accessURL": _at(edition, asset.path),
        "dcat:downloadURL": _at(edition, asset.path),
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
