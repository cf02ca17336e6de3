"""Index of all downloads for programs: subject, format, size and digest of each file.

Made once the files exist. Its JSON Schema is beside it, and `openapi` includes it.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256

from generators.analysis.chart_selection import expanded
from generators.metadata.media_types import media_type
from generators.metadata.terms import OURS, taken_from
from generators.model import Asset, Catalog
from generators.urls.links import html_way
from generators.urls.paths import DATA_INDEX, DATA_SCHEMA, DOWNLOADS, HOME, of_chart, of_dataset


def _object(**properties: object) -> dict[str, object]:
    return {"type": "object", "required": list(properties), "properties": properties, "additionalProperties": False}


def _text(about: str, **limits: object) -> dict[str, object]:
    return {"type": "string", "description": about, **limits}


_WEIGHED = {"if": {"properties": {"path": {"const": DATA_INDEX}}}, "else": {"required": ["bytes", "sha256"]}}
"""A list cannot contain its own size and digest."""
_FILE = {
    **_object(
        format=_text("Extension of the file's name."),
        path=_text("Path from the site's root; permanent.", pattern="^(data|charts)/[^ ]+$"),
        bytes={"type": "integer", "minimum": 1},
        sha256=_text("SHA-256 digest of the file.", pattern="^[0-9a-f]{64}$"),
        media_type=_text("Media type to serve the file with.", pattern="^[a-z]+/[a-z0-9.+-]+$"),
    ),
    "required": ["format", "path", "media_type"],
    **_WEIGHED,
}
_ENTRY = _object(
    kind={"enum": ["site", "dataset", "chart"]},
    id=_text("ID of the dataset or chart; permanent."),
    title=_text("Title of the page.", minLength=1),
    page=_text("Path of the page from the site's root."),
    formats={"type": "array", "items": _FILE, "minItems": 1},
)
SCHEMA = _object(
    site=_text("The site's name."),
    address=_text("URL of the site's root, to which every path is relative; empty if it is not declared."),
    publisher=_text("Publisher of the site."),
    contact=_text("Contact address."),
    edition=_text("Date of the edition.", format="date"),
    version=_text("Version of the edition: three numbers.", pattern=r"^\d+\.\d+\.\d+$"),
    terms=_text("What the licence covers, and what it does not."),
    licence=_text(f"SPDX identifier. {OURS}."),
    entries={"type": "array", "items": _ENTRY},
)
"""JSON Schema (2020-12) of the index."""


def data_index(catalog: Catalog, assets: Sequence[Asset]) -> Iterator[Asset]:
    """Yield the index and its schema; the index lists both."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Downloads", **SCHEMA}
    schema_file = _asset(DATA_SCHEMA, schema)
    entries = _entries(catalog, (*assets, schema_file, Asset(path=DATA_INDEX, content=b"")))
    config = catalog.config
    index = {**taken_from(catalog), "address": config.address, "licence": config.licence, "entries": entries}
    yield _asset(DATA_INDEX, index)
    yield schema_file


def _asset(path: str, value: Mapping[str, object]) -> Asset:
    return Asset(path=path, content=f"{json.dumps(value, ensure_ascii=False, indent=1)}\n".encode())


def by_thing(assets: Sequence[Asset]) -> Mapping[str, Sequence[Asset]]:
    """Group the files in data/ and charts/ by subject: data/levels.csv and data/levels/x.json belong to "data/levels"."""
    groups: dict[str, list[Asset]] = defaultdict(list)
    for asset in assets:
        folder, _, rest = asset.path.partition("/")
        if folder in {"data", "charts"}:
            groups[f"{folder}/{rest.partition('/')[0].partition('.')[0]}"].append(asset)
    return groups


def _entries(catalog: Catalog, assets: Sequence[Asset]) -> list[dict[str, object]]:
    """Return the entries of the site, of all datasets and of all charts in the catalog's order, with their files."""
    files = by_thing(assets)
    datasets = {f"data/{d.id}": d for d in catalog.datasets.values()}
    charts = {f"charts/{c.slug}": c for c in expanded(catalog).values()}
    site_files = [asset for thing, group in files.items() if thing not in {*datasets, *charts} for asset in group]
    return [
        _entry("site", "all", catalog.config.name, DOWNLOADS, site_files),
        *(_entry("dataset", d.id, d.title, of_dataset(d.id), files[path]) for path, d in datasets.items()),
        *(_entry("chart", c.slug, c.title, of_chart(c.slug), files[path]) for path, c in charts.items()),
    ]


def _entry(kind: str, name: str, title: str, page: str, files: Sequence[Asset]) -> dict[str, object]:
    formats = [_format(asset) for asset in sorted(files, key=lambda asset: asset.path)]
    return {"kind": kind, "id": name, "title": title, "page": html_way(HOME, page), "formats": formats}


def _format(asset: Asset) -> dict[str, object]:
    content = asset.content
    size = {"bytes": len(content), "sha256": sha256(content).hexdigest()} if asset.path != DATA_INDEX else {}
    return {
        "format": asset.path.rpartition(".")[2],
        "path": asset.path,
        **size,
        "media_type": media_type(asset.path),
    }
