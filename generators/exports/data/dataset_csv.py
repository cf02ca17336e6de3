"""CSV of each dataset, with names beside the codes."""

from collections.abc import Iterator

from generators.metadata.columns import HEADER, row_of
from generators.model import Asset, Catalog
from generators.text.csv_text import csv_text
from generators.urls.paths import of_csv


def csv_files(catalog: Catalog) -> Iterator[Asset]:
    """Yield a file for each redistributable dataset: UTF-8, comma-separated, line feeds, rows in the dataset's order."""
    row = row_of(catalog)
    for dataset in catalog.datasets.values():
        if dataset.redistributable:
            content = csv_text(HEADER, map(row, dataset.observations))
            yield Asset(path=of_csv(dataset), content=content.encode())
