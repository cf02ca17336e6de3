"""Data Packages (Frictionless, version 2): descriptions of tables and columns, with digests.

One for all data and one for each dataset, beside the tables on the site and in the ZIPs.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from hashlib import sha256
from typing import get_args

from generators.analysis.history.releases import days, first_day
from generators.metadata.columns import HEADER, MEANING, NUMBERS
from generators.metadata.media_types import media_type
from generators.metadata.tables import REFERS, Relation, beside_rows
from generators.metadata.terms import OURS, account, site_account
from generators.model import Asset, Catalog, Dataset, Extent, Qualifier, Source, Status
from generators.urls.links import contact_fields, identifier, iri, published_at
from generators.urls.paths import DATAPACKAGE, of_data, of_dataset, of_table

Described = Mapping[str, object]

_TABLES = "tables/"
"""Prefix of the names of reference tables, to distinguish them from datasets."""
_TYPES = {"TEXT": "string", "INTEGER": "integer", "NUMERIC": "number"}
_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
_DAY = r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?|-Q[1-4])?"
_PERIOD = f"^{_DAY}(/{_DAY})?$"
_ALWAYS = (
    "indicator",
    "population",
    "unit",
    "place",
    "place_name",
    "qualifier",
    "said_by",
    "origin",
    "source",
    "publisher",
)
_KINDS: Mapping[str, Described] = {
    **{name: {"type": "number"} for name in NUMBERS},
    **{name: {"type": "string", "constraints": {"pattern": _PERIOD}} for name in ("period", "published", "as_of")},
    **{name: {"type": "string", "constraints": {"required": True}} for name in _ALWAYS},
    "url": {"type": "string", "format": "uri"},
    "qualifier": {"type": "string", "constraints": {"required": True, "enum": list(get_args(Qualifier))}},
    "status": {"type": "string", "constraints": {"enum": list(get_args(Status))}},
    "place_official": {"type": "string", "constraints": {"required": True, "enum": ["yes", "unofficial", "own"]}},
    "grade": {"type": "string", "constraints": {"pattern": "^[A-F]?[1-6]?$"}},
    "page": {"type": "string", "constraints": {"required": True, "unique": True}},
    "checked_on": {"type": "date"},
    "checked_extent": {"type": "string", "constraints": {"enum": list(get_args(Extent))}},
    "checked": {"type": "boolean", "trueValues": ["yes"], "falseValues": ["no"], "constraints": {"required": True}},
}
_KEY = ("indicator", "place", "period", "said_by", "as_of")
SCHEMA: Described = {
    "fields": [
        {
            "name": name,
            "title": "URL" if name == "url" else name.replace("_", " ").capitalize(),
            "description": MEANING[name],
            **_KINDS.get(name, {"type": "string"}),
        }
        for name in HEADER
    ],
    "missingValues": [""],
    "uniqueKeys": [list(_KEY)],
}
"""Columns of every dataset's CSV as a Table Schema.

Without `fieldsMatch`, for which the specification and its profile require different forms.
"""


def datapackages(catalog: Catalog, assets: Sequence[Asset]) -> Iterator[Asset]:
    """Yield the descriptor of all data, then one for each dataset; without redistribution the resource is the JSON description.

    The descriptor of all data includes the reference tables, with foreign keys.
    """
    files = {asset.path: asset for asset in assets}
    config, edition = catalog.config, catalog.edition
    resources = {
        d.id: _resource(d, catalog, files[of_data(d.id, "csv" if d.redistributable else "json")])
        for d in catalog.datasets.values()
    }
    spans = days(catalog)
    properties = {"name": "all-data", "title": f"{config.name}: data", "description": site_account(config)}
    properties |= _creation(first_day(catalog))
    tables = beside_rows(catalog)
    keys = {table.name: table.header[0] for table in tables}
    reference_tables = [_reference_table(table, files[of_table(table.name)], keys) for table in tables]
    all_resources = [
        *({**resources[d.id], **_with_foreign_keys(d, keys)} for d in catalog.datasets.values()),
        *reference_tables,
    ]
    yield _package(catalog, DATAPACKAGE, {**properties, **_recorders(catalog.datasets.values())}, all_resources)
    for dataset in catalog.datasets.values():
        properties = {"name": dataset.id, "title": dataset.title, "description": account(dataset)}
        properties |= _creation(spans.get(dataset.id, (edition.date,))[0])
        path = of_data(dataset.id, "datapackage.json")
        yield _package(catalog, path, {**properties, **_recorders([dataset])}, [resources[dataset.id]])


def _creation(day: date) -> dict[str, str]:
    """Return the date of the first edition with it; the format has no property for the last change."""
    return {"created": f"{day.isoformat()}T00:00:00Z"}


def _recorders(datasets: Iterable[Dataset]) -> Described:
    """Return the recorders of the figures."""
    recorders = dict.fromkeys(dataset.recorder for dataset in datasets)
    return {"sources": [{"title": recorder} for recorder in recorders]}


def _package(catalog: Catalog, path: str, properties: Described, resources: Sequence[Described]) -> Asset:
    config = catalog.config
    package = {
        "$schema": _PROFILE,
        **properties,
        "id": identifier(catalog, path),
        "version": catalog.edition.version,
        **({"homepage": config.address} if config.address else {}),
        "keywords": [topic.title for topic in config.topics.values()],
        "licenses": [{"name": config.licence, "title": OURS}],
        "contributors": [
            {
                "title": config.publisher,
                **contact_fields(config, "email", "path"),
                "roles": ["compiler", "publisher"],
            }
        ],
        "resources": resources,
    }
    content = json.dumps(package, ensure_ascii=False, separators=(",", ":"))
    return Asset(path=path, content=f"{content}\n".encode())


def _resource(dataset: Dataset, catalog: Catalog, asset: Asset) -> Described:
    """Return the resource of a dataset, with its own terms."""
    page = published_at(catalog.config, of_dataset(dataset.id))
    return {
        "name": dataset.id,
        "title": dataset.title,
        "description": account(dataset),
        **_file(asset),
        "licenses": [
            {"name": "LicenseRef-terms-of-the-recorder", "title": dataset.licence, **({"path": page} if page else {})}
        ],
        "sources": [_source(source) for source in _sources(dataset)],
        **({"type": "table", "schema": {**SCHEMA, **_primary_key(dataset)}} if dataset.redistributable else {}),
    }


def _file(asset: Asset) -> Described:
    return {
        "path": asset.path.partition("/")[2],
        "format": asset.path.rpartition(".")[2],
        "mediatype": media_type(asset.path),
        "encoding": "utf-8",
        "bytes": len(asset.content),
        "hash": f"sha256:{sha256(asset.content).hexdigest()}",
    }


def _with_foreign_keys(dataset: Dataset, keys: Mapping[str, str]) -> Described:
    """Return the columns of the dataset's table, with foreign keys."""
    references = [_foreign_key(name, table, keys[table]) for name, table in REFERS.items()]
    return {"schema": {**SCHEMA, **_primary_key(dataset), "foreignKeys": references}} if dataset.redistributable else {}


def _foreign_key(name: str, table: str, key: str) -> Described:
    """Return the foreign key of the column; a table that refers to itself is not named."""
    resource = {"resource": f"{_TABLES}{table}"} if table else {}
    return {"fields": [name], "reference": {**resource, "fields": [key]}}


def _reference_table(table: Relation, asset: Asset, keys: Mapping[str, str]) -> Described:
    """Return the resource of a reference table; this site compiled it, so the terms of the whole apply."""
    references = [
        _foreign_key(c.name, c.refers if c.refers != table.name else "", keys[c.refers])
        for c in table.columns
        if c.refers
    ]
    schema = {
        "fields": [
            {"name": c.name, "type": _TYPES[c.kind], **({"description": c.about} if c.about else {})}
            for c in table.columns
        ],
        "missingValues": [""],
        **({"primaryKey": [table.header[0]]} if table.keyed else {}),
        **({"foreignKeys": references} if references else {}),
    }
    properties = {"name": f"{_TABLES}{table.name}", "title": table.name.replace("_", " ").capitalize()}
    return {**properties, "description": table.about, **_file(asset), "type": "table", "schema": schema}


def _primary_key(dataset: Dataset) -> Described:
    """Return the key columns that are never blank as the primary key, if they are unique; a primary key has no blanks."""
    keys = [o.key for o in dataset.observations]
    filled = [n for n in range(len(_KEY)) if all(key[n] for key in keys)]
    values = {tuple(key[n] for n in filled) for key in keys}
    return {"primaryKey": [_KEY[n] for n in filled]} if len(values) == len(keys) else {}


def _sources(dataset: Dataset) -> Iterator[Source]:
    """Yield each source document once; none for a dataset that may not be redistributed."""
    if dataset.redistributable:
        yield from {o.source.id: o.source for o in dataset.observations}.values()


def _source(source: Source) -> Described:
    return {"title": f"{source.publisher}: {source.title}", **({"path": iri(source.url)} if source.url else {})}
