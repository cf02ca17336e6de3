"""Research Object Crate of the folder data/: its files, their terms and source documents.

It is on the site and in the ZIP of all data, so it lists only files that both contain.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256

from generators.exports.data.zip_files import is_text
from generators.metadata.media_types import media_type
from generators.metadata.terms import account, covered, licence_address, licence_name, licence_terms, site_account
from generators.model import Asset, Catalog, Dataset, SiteConfig, Source
from generators.urls.links import contact_address, contact_fields, identifier, iri, published_at
from generators.urls.paths import CRATE, DOWNLOADS, of_csv, of_data

Entity = Mapping[str, object]

_VERSION = "https://w3id.org/ro/crate/1.3"
_PUBLISHER = "#publisher"
_ENDINGS = ("csv", "json", "datapackage.json", "datacite.json")
"""Extensions of a dataset's files."""


def ro_crate(catalog: Catalog, assets: Sequence[Asset]) -> Iterator[Asset]:
    """Yield one file: the crate, its files, their terms, the documents."""
    config = catalog.config
    datasets = {of_data(d.id, ending): d for d in catalog.datasets.values() for ending in _ENDINGS}
    files = [_file(asset, datasets.get(asset.path), config) for asset in assets if is_text(asset)]
    crate = {
        "@context": f"{_VERSION}/context",
        "@graph": [
            {
                "@id": CRATE.rpartition("/")[2],
                "@type": "CreativeWork",
                "conformsTo": {"@id": _VERSION},
                "about": {"@id": "./"},
            },
            _root(catalog, files),
            *_publisher(config),
            _licence(config),
            *files,
            *map(_terms, catalog.datasets.values()),
            *_documents(catalog.datasets.values()),
        ],
    }
    content = json.dumps(crate, ensure_ascii=False, separators=(",", ":"))
    yield Asset(path=CRATE, content=f"{content}\n".encode())


def _root(catalog: Catalog, files: Sequence[Entity]) -> Entity:
    config, edition = catalog.config, catalog.edition
    return {
        "@id": "./",
        "@type": "Dataset",
        "name": f"{config.name}: data",
        "description": site_account(config),
        "identifier": identifier(catalog, DOWNLOADS),
        "datePublished": edition.date.isoformat(),
        "version": edition.version,
        "license": {"@id": licence_address(config)},
        "publisher": {"@id": _PUBLISHER},
        "keywords": ", ".join(topic.title for topic in config.topics.values()),
        "hasPart": [{"@id": file["@id"]} for file in files],
    }


def _licence(config: SiteConfig) -> Entity:
    """Return the licence of the whole, with what it does not cover; a dataset's terms are with its files."""
    name = licence_name(config)
    return {"@id": licence_address(config), "@type": "CreativeWork", "name": name, "description": licence_terms(config)}


def _publisher(config: SiteConfig) -> Iterator[Entity]:
    contact = contact_address(config)
    point = {"contactPoint": {"@id": contact}} if contact else {}
    url = {"url": config.address} if config.address else {}
    yield {"@id": _PUBLISHER, "@type": "Organization", "name": config.publisher, **url, **point}
    if contact:
        yield {
            "@id": contact,
            "@type": "ContactPoint",
            **contact_fields(config, "email", "url"),
            "contactType": "editors",
        }


def _file(asset: Asset, dataset: Dataset | None, config: SiteConfig) -> Entity:
    """Return the file by its name in the folder, as the format requires, with its absolute URL if known."""
    name, address = asset.path.partition("/")[2], published_at(config, asset.path)
    return {
        "@id": name,
        "@type": "File",
        **({"contentUrl": address} if address else {}),
        "encodingFormat": media_type(name),
        "contentSize": str(len(asset.content)),
        "sha256": sha256(asset.content).hexdigest(),
        **(_of_dataset(dataset, name) if dataset else {"name": name}),
        **(_sources(dataset) if dataset and asset.path == of_csv(dataset) else {}),
    }


def _of_dataset(dataset: Dataset, name: str) -> Entity:
    """Return the description of a dataset's file, with the terms of the dataset."""
    time = covered(dataset)
    return {
        "name": f"{dataset.title} ({name})",
        "description": account(dataset),
        "creator": {"@id": _PUBLISHER},
        "creditText": dataset.recorder,
        "license": {"@id": f"#terms-{dataset.id}"},
        **({"temporalCoverage": f"{time[0]}/{time[1]}"} if time else {}),
    }


def _sources(dataset: Dataset) -> Entity:
    names = dict.fromkeys(_document(o.source) for o in dataset.observations)
    return {"isBasedOn": [{"@id": name} for name in names]}


def _document(source: Source) -> str:
    """Return the document's URL; a name within the crate if it has none."""
    return iri(source.url) or f"#source-{source.id}"


def _terms(dataset: Dataset) -> Entity:
    return {
        "@id": f"#terms-{dataset.id}",
        "@type": "CreativeWork",
        "name": f"Terms: {dataset.title}",
        "description": dataset.licence,
    }


def _documents(datasets: Iterable[Dataset]) -> Iterator[Entity]:
    """Yield the source documents, each once."""
    sources = {
        _document(o.source): o.source for dataset in datasets if dataset.redistributable for o in dataset.observations
    }
    for name, source in sources.items():
        when = {"datePublished": source.published.text} if source.published else {}
        yield {"@id": name, "@type": "CreativeWork", "name": source.title, "creditText": source.publisher, **when}
