"""ZIPs of the files of a dataset, of a chart and of all data, each with a README.

Every file in them has the edition's date, so that the same files give the same bytes.
"""

from collections.abc import Iterable, Iterator, Sequence

from generators.charts.data.chart_data import all_chart_data
from generators.exports.data.file_index import by_thing
from generators.exports.data.readme import chart_readme, dataset_readme, site_readme
from generators.exports.data.zip_writer import zip_archive
from generators.model import Asset, Catalog, Edition
from generators.urls.paths import DATASETTE, EVERYTHING, of_chart_file, of_data

_CONTAINERS = ("zip", "sqlite", "parquet")
_README = "README.md"


def dataset_zips(catalog: Catalog, assets: Sequence[Asset]) -> Iterator[Asset]:
    """Yield a file for each redistributable dataset: all its files and a README."""
    files = by_thing(assets)
    for dataset in catalog.datasets.values():
        if dataset.redistributable:
            entries = [(_name(asset), asset.content) for asset in files[f"data/{dataset.id}"]]
            readme = dataset_readme(dataset, catalog)
            yield Asset(path=of_data(dataset.id, "zip"), content=_zip(entries, readme, catalog.edition))


def chart_zips(catalog: Catalog, assets: Sequence[Asset]) -> Iterator[Asset]:
    """Yield a file for each chart whose rows may be redistributed: rows, pictures and a README."""
    files = by_thing(assets)
    for slug, data in all_chart_data(catalog).items():
        members = files[f"charts/{slug}"]
        if any(asset.path == of_chart_file(slug, "csv") for asset in members):
            entries = [(_name(asset), asset.content) for asset in members]
            content = _zip(entries, chart_readme(data), catalog.edition)
            yield Asset(path=of_chart_file(slug, "zip"), content=content)


def site_zip(catalog: Catalog, assets: Sequence[Asset]) -> Iterator[Asset]:
    """Yield one file with the tables of all datasets, their descriptions and the reference tables."""
    texts = ((asset.path, asset.content) for asset in assets if is_text(asset))
    yield Asset(path=EVERYTHING, content=_zip(texts, site_readme(catalog), catalog.edition))


def is_text(asset: Asset) -> bool:
    """Return whether the file is part of the ZIP of all data: not a container, nor the metadata of one."""
    return asset.path.startswith("data/") and not asset.path.endswith(_CONTAINERS) and asset.path != DATASETTE


def _name(asset: Asset) -> str:
    """Return the path within the ZIP of a dataset or chart, without the top folder."""
    return asset.path.partition("/")[2]


def _zip(files: Iterable[tuple[str, bytes]], readme: str, edition: Edition) -> bytes:
    return zip_archive(sorted([(_README, readme.encode()), *files]), edition.date)
