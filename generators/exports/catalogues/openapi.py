"""The addresses of the data, described for programs in OpenAPI 3.1: files that lie still, asked for with GET."""

import json
from collections.abc import Iterator, Mapping

from generators.analysis.chart_selection import expanded
from generators.charts.descriptions.chart_description import rows_leave
from generators.exports.data.file_index import SCHEMA
from generators.metadata.columns import HEADER, MEANING, NUMBERS
from generators.metadata.media_types import media_type
from generators.metadata.tables import beside_rows
from generators.metadata.terms import licence_name
from generators.model import Asset, Catalog
from generators.urls.links import contact_fields
from generators.urls.paths import (
    CITATION,
    CRATE,
    DATA_INDEX,
    DATA_SCHEMA,
    DATABASE,
    DATACITE,
    DATAPACKAGE,
    DATASETTE,
    DCAT,
    EVERYTHING,
    OPENAPI,
    PARQUET,
    of_chart_file,
    of_data,
    of_table,
)

Described = Mapping[str, object]

_WHOLE = (
    (EVERYTHING, "everything", "The tables of all datasets, what they refer to, and a README."),
    (PARQUET, "parquet", "All observations as one Parquet file."),
    (DATAPACKAGE, "package", "The Data Package of all tables: columns, sizes, digests."),
    (CITATION, "citation", "How to cite all data, in the Citation File Format."),
    (DATACITE, "datacite", "What all data is, in the words of DataCite; no DOI was given."),
    (DCAT, "catalogue", "All datasets and files as a catalogue in DCAT."),
    (CRATE, "crate", "The folder as a Research Object Crate: files, terms, documents."),
    (DATABASE, "database", "All data as one SQLite database."),
    (DATASETTE, "datasette", "What Datasette shows beside the database."),
    (OPENAPI, "openapi", "This description of all addresses."),
)
_TABLE = "What the rows of all datasets refer to, who disagrees with whom, and what must not be compared."
_DATASET = (
    ("csv", "The rows."),
    ("json", "What the dataset is, and its rows; null for those where the licence lets no rows leave."),
    ("datapackage.json", "The Data Package: columns, terms, sources, size and digest."),
    ("datacite.json", "What the dataset is, in the words of DataCite; no DOI was given."),
    ("zip", "CSV, JSON and a README."),
)
_ROWS = ("csv", "zip")
"""What there is only where rows may leave."""
_CHART = (
    ("csv", "The rows that the chart shows."),
    ("json", "What the chart shows, its rows, and its events where it shows events."),
    ("svg", "The chart as a drawing."),
    ("png", "The chart as a picture."),
    ("prov.json", "How the chart was made, in PROV: files with digests, datasets, documents."),
    ("zip", "All of it and a README."),
)
_DRAWN = ("svg", "png", "prov.json")
"""What there is of a chart whether or not its rows may leave."""


def openapi(catalog: Catalog) -> Iterator[Asset]:
    """One document. Without an address of the site, its server is named relative to the document itself."""
    config, edition = catalog.config, catalog.edition
    told = {
        "openapi": "3.1.0",
        "info": {
            "title": f"{config.name}: data",
            "summary": "Files that can be taken away, each at an address that never changes.",
            "description": config.summary,
            "version": edition.version,
            "contact": {"name": config.publisher, **contact_fields(config, "email", "url")},
            "license": {"name": licence_name(config), "identifier": config.licence},
        },
        "servers": [{"url": config.address or "../", "description": "The site's root."}],
        "paths": _paths(catalog),
        "components": {"schemas": {"Index": SCHEMA, "Dataset": _dataset(), "Row": _row()}},
    }
    yield Asset(path=OPENAPI, content=f"{json.dumps(told, ensure_ascii=False, indent=1)}\n".encode())


def _paths(catalog: Catalog) -> Described:
    charts = expanded(catalog)
    leaving = [d.id for d in catalog.datasets.values() if d.redistributable]
    charts_leaving = [slug for slug, spec in charts.items() if rows_leave(spec, catalog)]
    tables = _parameter("table", [table.name for table in beside_rows(catalog)])
    return {
        f"/{DATA_INDEX}": _got("index", "All files with their size and digest.", "json", schema="Index"),
        f"/{DATA_SCHEMA}": _got("indexSchema", "The JSON Schema of the list of files.", "json"),
        **{f"/{path}": _got(name, about, path.rpartition(".")[2]) for path, name, about in _WHOLE},
        f"/{of_table('{table}')}": {"parameters": tables, **_got("table", _TABLE, "csv")},
        **dict(_datasets(list(catalog.datasets), leaving)),
        **dict(_charts(list(charts), charts_leaving)),
    }


def _datasets(every: list[str], leaving: list[str]) -> Iterator[tuple[str, Described]]:
    for ending, about in _DATASET:
        one = _got(f"dataset{_named(ending)}", about, ending, schema="Dataset" if ending == "json" else "")
        named = _parameter("dataset", leaving if ending in _ROWS else every)
        yield f"/{of_data('{dataset}', ending)}", {"parameters": named, **one}


def _named(ending: str) -> str:
    """The ending as part of an operation's name."""
    return ending.upper().replace(".", "")


def _charts(every: list[str], leaving: list[str]) -> Iterator[tuple[str, Described]]:
    for ending, about in _CHART:
        named = _parameter("chart", every if ending in _DRAWN else leaving)
        yield (
            f"/{of_chart_file('{chart}', ending)}",
            {"parameters": named, **_got(f"chart{_named(ending)}", about, ending)},
        )


def _parameter(name: str, values: list[str]) -> list[Described]:
    """The part of the address that is one of the values."""
    return [{"name": name, "in": "path", "required": True, "schema": {"type": "string", "enum": values}}]


def _got(name: str, about: str, ending: str, *, schema: str = "") -> Described:
    shape = {"schema": {"$ref": f"#/components/schemas/{schema}"}} if schema else {}
    done = {"description": about, "content": {media_type(ending): shape}}
    return {"get": {"operationId": name, "summary": about, "responses": {"200": done}}}


def _row() -> Described:
    kinds: Mapping[str, list[str]] = {name: ["number" if name in NUMBERS else "string", "null"] for name in HEADER}
    properties = {name: {"type": kind, "description": MEANING[name]} for name, kind in kinds.items()}
    return {"type": "object", "required": list(HEADER), "properties": properties}


def _dataset() -> Described:
    texts = (
        "id",
        "title",
        "recorder",
        "definition",
        "not_counted",
        "method",
        "credibility",
        "credibility_reason",
        "licence",
        "citation",
        "edition",
        "version",
    )
    rows = {"type": ["array", "null"], "items": {"$ref": "#/components/schemas/Row"}}
    properties: Described = {**{name: {"type": "string"} for name in texts}, "rows": rows}
    return {"type": "object", "required": list(properties), "properties": properties}
