"""Files that belong together as one ZIP: those of a dataset, of a chart, of the whole site, each with a README.

The time of every file in them is the edition's date, so that the same files give the same bytes.
"""

from collections.abc import Iterable, Iterator, Sequence

from generators.analysis.chart_selection import expanded
from generators.exports.data.file_index import by_thing
from generators.exports.data.readme import chart_readme, dataset_readme, site_readme
from generators.exports.data.zip_writer import zip_archive
from generators.model import Asset, Catalog, Edition
from generators.urls.paths import DATASETTE, EVERYTHING, of_chart_file, of_data

_CONTAINERS = ("zip", "sqlite", "parquet")
_README = "README.md"


def dataset_zips(catalog: Catalog, made: Sequence[Asset]) -> Iterator[Asset]:
    """One file a dataset whose licence lets rows leave: all that was made of it, and a README."""
    files = by_thing(made)
    for dataset in catalog.datasets.values():
        if dataset.redistributable:
            own = [(_name(asset), asset.content) for asset in files[f"data/{dataset.id}"]]
            readme = dataset_readme(dataset, catalog)
            yield Asset(path=of_data(dataset.id, "zip"), content=_packed(own, readme, catalog.edition))


def chart_zips(catalog: Catalog, made: Sequence[Asset]) -> Iterator[Asset]:
    """One file a chart whose rows may leave: rows, pictures, and a README."""
    files = by_thing(made)
    for spec in expanded(catalog).values():
        own = files[f"charts/{spec.slug}"]
        if any(asset.path == of_chart_file(spec.slug, "csv") for asset in own):
            named = [(_name(asset), asset.content) for asset in own]
            content = _packed(named, chart_readme(spec, catalog), catalog.edition)
            yield Asset(path=of_chart_file(spec.slug, "zip"), content=content)


def site_zip(catalog: Catalog, made: Sequence[Asset]) -> Iterator[Asset]:
    """One file with the tables of all datasets, what describes them, and the tables that they refer to."""
    texts = ((asset.path, asset.content) for asset in made if is_text(asset))
    yield Asset(path=EVERYTHING, content=_packed(texts, site_readme(catalog), catalog.edition))


def is_text(asset: Asset) -> bool:
    """True for what belongs with the tables: not what is packed itself, and not what describes that alone."""
    return asset.path.startswith("data/") and not asset.path.endswith(_CONTAINERS) and asset.path != DATASETTE


def _name(asset: Asset) -> str:
    """The path within the ZIP of one thing: without the folder that all things share."""
    return asset.path.partition("/")[2]


def _packed(files: Iterable[tuple[str, bytes]], readme: str, edition: Edition) -> bytes:
    return zip_archive(sorted([(_README, readme.encode()), *files]), edition.date)
