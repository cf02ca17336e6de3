"""What the rows of all datasets refer to as CSV files: datasets, places, documents, who disagrees, what must not be compared."""

from collections.abc import Iterator

from generators.metadata.tables import beside_rows
from generators.model import Asset, Catalog
from generators.text.csv_text import csv_text
from generators.urls.paths import of_table


def tables(catalog: Catalog) -> Iterator[Asset]:
    """One file a table; figures stand in the datasets' own."""
    for table in beside_rows(catalog):
        rows = (["" if cell is None else str(cell) for cell in row] for row in table.rows)
        yield Asset(path=of_table(table.name), content=csv_text(table.header, rows).encode())
