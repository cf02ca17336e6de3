"""Reference tables as CSV files: datasets, places, documents, disagreements, series that must not be compared."""

from collections.abc import Iterator

from generators.metadata.tables import beside_rows
from generators.model import Asset, Catalog
from generators.text.csv_text import csv_text
from generators.urls.paths import of_table


def tables(catalog: Catalog) -> Iterator[Asset]:
    """Yield a file for each table; figures are in the files of the datasets."""
    for table in beside_rows(catalog):
        rows = (["" if cell is None else str(cell) for cell in row] for row in table.rows)
        yield Asset(path=of_table(table.name), content=csv_text(table.header, rows).encode())
