"""A CSV of every dataset, with the names a reader needs beside the codes."""

from collections.abc import Iterator

from generators.addresses import of_csv
from generators.model import Asset, Catalog
from generators.tabular import HEADER, cells_of, csv_text


def csv_files(catalog: Catalog) -> Iterator[Asset]:
    """One file a dataset whose licence lets rows leave: UTF-8, comma-separated, line feeds, rows in the dataset's order."""
    for dataset in catalog.datasets.values():
        if dataset.rows:
            content = csv_text(HEADER, map(cells_of, dataset.observations))
            yield Asset(path=of_csv(dataset), content=content.encode())
