"""OpenAPI 3.1 description of the data URLs: static files, requested with GET."""

import json
from collections.abc import Iterator, Mapping

from generators.charts.data.chart_data import all_chart_data
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
    (EVERYTHING, "everything", "The tables of all datasets, reference tables, and a README."),
    (PARQUET, "parquet", "All observations as one Parquet file."),
    (DATAPACKAGE, "package", "The Data Package of all tables: columns, sizes, digests."),
    (CITATION, "citation", "Citation of all data in the Citation File Format."),
    (DATACITE, "datacite", "DataCite metadata of all data, without a DOI."),
    (DCAT, "catalogue", "DCAT catalogue of all datasets and files."),
    (CRATE, "crate", "Research Object Crate of the folder: files, terms, source documents."),
    (DATABASE, "database", "All data as one SQLite database."),
    (DATASETTE, "datasette", "Metadata that Datasette shows with the database."),
    (OPENAPI, "openapi", "This description of all URLs."),
)
_TABLE = "Reference tables, disagreements, and pairs of series that must not be compared."
_DATASET = (
    ("csv", "The rows."),
    ("json", "Description and rows of the dataset; rows are null if it may not be redistributed."),
    ("datapackage.json", "The Data Package: columns, terms, sources, size and digest."),
    ("datacite.json", "DataCite metadata of the dataset, without a DOI."),
    ("zip", "CSV, JSON and a README."),
)
_ROWS = ("csv", "zip")
"""Files that exist only if rows may be redistributed."""
_CHART = (
    ("csv", "The rows that the chart shows."),
    ("json", "Description, rows and events of the chart."),
    ("svg", "The chart as SVG."),
    ("png", "The chart as PNG."),
    ("prov.json", "Provenance of the chart in PROV: files with digests, datasets, source documents."),
    ("zip", "All files of the chart and a README."),
)
_DRAWN = ("svg", "png", "prov.json")
"""Files of a chart that exist even if its rows may not be redistributed."""


def openapi(catalog: Catalog) -> Iterator[Asset]:
    """Yield one document; without an address of the site, its server URL is relative to the document."""
    config, edition = catalog.config, catalog.edition
    document = {
        "openapi": "3.1.0",
        "info": {
            "title": f"{config.name}: data",
            "summary": "Downloads at permanent URLs.",
            "description": config.summary,
            "version": edition.version,
            "contact": {"name": config.publisher, **contact_fields(config, "email", "url")},
            "license": {"name": licence_name(config), "identifier": config.licence},
        },
        "servers": [{"url": config.address or "../", "description": "The site's root."}],
        "paths": _paths(catalog),
        "components": {"schemas": {"Index": SCHEMA, "Dataset": _dataset(), "Row": _row()}},
    }
    yield Asset(path=OPENAPI, content=f"{json.dumps(document, ensure_ascii=False, indent=1)}\n".encode())


def _paths(catalog: Catalog) -> Described:
    charts = all_chart_data(catalog)
    redistributable = [d.id for d in catalog.datasets.values() if d.redistributable]
    redistributable_charts = [slug for slug, data in charts.items() if data.redistributable]
    tables = _parameter("table", [table.name for table in beside_rows(catalog)])
    return {
        f"/{DATA_INDEX}": _operation("index", "All files with size and digest.", "json", schema="Index"),
        f"/{DATA_SCHEMA}": _operation("indexSchema", "The JSON Schema of the list of files.", "json"),
        **{f"/{path}": _operation(name, about, path.rpartition(".")[2]) for path, name, about in _WHOLE},
        f"/{of_table('{table}')}": {"parameters": tables, **_operation("table", _TABLE, "csv")},
        **dict(_datasets(list(catalog.datasets), redistributable)),
        **dict(_charts(list(charts), redistributable_charts)),
    }


def _datasets(names: list[str], redistributable: list[str]) -> Iterator[tuple[str, Described]]:
    for ending, about in _DATASET:
        operation = _operation(f"dataset{_suffix(ending)}", about, ending, schema="Dataset" if ending == "json" else "")
        parameters = _parameter("dataset", redistributable if ending in _ROWS else names)
        yield f"/{of_data('{dataset}', ending)}", {"parameters": parameters, **operation}


def _suffix(ending: str) -> str:
    """Return the extension as part of an operation's name."""
    return ending.upper().replace(".", "")


def _charts(names: list[str], redistributable: list[str]) -> Iterator[tuple[str, Described]]:
    for ending, about in _CHART:
        parameters = _parameter("chart", names if ending in _DRAWN else redistributable)
        yield (
            f"/{of_chart_file('{chart}', ending)}",
            {"parameters": parameters, **_operation(f"chart{_suffix(ending)}", about, ending)},
        )


def _parameter(name: str, values: list[str]) -> list[Described]:
    """Return the path parameter with the given values."""
    return [{"name": name, "in": "path", "required": True, "schema": {"type": "string", "enum": values}}]


def _operation(name: str, about: str, ending: str, *, schema: str = "") -> Described:
    shape = {"schema": {"$ref": f"#/components/schemas/{schema}"}} if schema else {}
    response = {"description": about, "content": {media_type(ending): shape}}
    return {"get": {"operationId": name, "summary": about, "responses": {"200": response}}}


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
