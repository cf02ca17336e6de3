"""The list of all files that can be taken away, for programs: what each is of, its form, its size, its digest.

Made when the files are there. Its own schema stands beside it, and `openapi` describes it with the addresses.
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
"""No list can say its own size and digest."""
_FILE = {
    **_object(
        format=_text("The ending of the file's name."),
        path=_text("From the site's root; it never changes.", pattern="^(data|charts)/[^ ]+$"),
        bytes={"type": "integer", "minimum": 1},
        sha256=_text("Digest of the file's bytes.", pattern="^[0-9a-f]{64}$"),
        media_type=_text("As the file is to be served.", pattern="^[a-z]+/[a-z0-9.+-]+$"),
    ),
    "required": ["format", "path", "media_type"],
    **_WEIGHED,
}
_ENTRY = _object(
    kind={"enum": ["site", "dataset", "chart"]},
    id=_text("Of the dataset or chart; it never changes."),
    title=_text("As the page has it.", minLength=1),
    page=_text("From the site's root."),
    formats={"type": "array", "items": _FILE, "minItems": 1},
)
SCHEMA = _object(
    site=_text("The site's name."),
    address=_text("The site's root, where every path begins; empty where nobody has said where the site is."),
    publisher=_text("Who answers for it."),
    contact=_text("Where to write to."),
    edition=_text("The day of the edition.", format="date"),
    version=_text("Of the edition: three numbers.", pattern=r"^\d+\.\d+\.\d+$"),
    terms=_text("What the licence covers, and what it does not."),
    licence=_text(f"SPDX identifier. {OURS}."),
    entries={"type": "array", "items": _ENTRY},
)
"""What the list looks like, in the words of JSON Schema 2020-12."""


def data_index(catalog: Catalog, made: Sequence[Asset]) -> Iterator[Asset]:
    """The list, and its schema; both stand in the list."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Files to take away", **SCHEMA}
    described = _asset(DATA_SCHEMA, schema)
    entries = _entries(catalog, (*made, described, Asset(path=DATA_INDEX, content=b"")))
    config = catalog.config
    told = {**taken_from(catalog), "address": config.address, "licence": config.licence, "entries": entries}
    yield _asset(DATA_INDEX, told)
    yield described


def _asset(path: str, told: Mapping[str, object]) -> Asset:
    return Asset(path=path, content=f"{json.dumps(told, ensure_ascii=False, indent=1)}\n".encode())


def by_thing(made: Sequence[Asset]) -> Mapping[str, Sequence[Asset]]:
    """The files in data/ and charts/ by what they are of: data/levels.csv and data/levels/x.json are of "data/levels"."""
    found: dict[str, list[Asset]] = defaultdict(list)
    for asset in made:
        folder, _, rest = asset.path.partition("/")
        if folder in {"data", "charts"}:
            found[f"{folder}/{rest.partition('/')[0].partition('.')[0]}"].append(asset)
    return found


def _entries(catalog: Catalog, made: Sequence[Asset]) -> list[dict[str, object]]:
    """The site itself, then every dataset and every chart in the catalog's order, each with its files."""
    files = by_thing(made)
    datasets = {f"data/{d.id}": d for d in catalog.datasets.values()}
    charts = {f"charts/{c.slug}": c for c in expanded(catalog).values()}
    whole = [asset for thing, assets in files.items() if thing not in {*datasets, *charts} for asset in assets]
    return [
        _entry("site", "all", catalog.config.name, DOWNLOADS, whole),
        *(_entry("dataset", d.id, d.title, of_dataset(d.id), files[path]) for path, d in datasets.items()),
        *(_entry("chart", c.slug, c.title, of_chart(c.slug), files[path]) for path, c in charts.items()),
    ]


def _entry(kind: str, name: str, title: str, page: str, files: Sequence[Asset]) -> dict[str, object]:
    formats = [_format(asset) for asset in sorted(files, key=lambda asset: asset.path)]
    return {"kind": kind, "id": name, "title": title, "page": html_way(HOME, page), "formats": formats}


def _format(asset: Asset) -> dict[str, object]:
    content = asset.content
    weighed = {"bytes": len(content), "sha256": sha256(content).hexdigest()} if asset.path != DATA_INDEX else {}
    return {
        "format": asset.path.rpartition(".")[2],
        "path": asset.path,
        **weighed,
        "media_type": media_type(asset.path),
    }
