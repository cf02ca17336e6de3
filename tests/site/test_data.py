"""All data to take away: JSON, ZIP, Parquet, SQLite, their index; the same rows in each, and none where they must stay."""

import csv
import io

from generators.metadata.columns import NUMBERS
from tests.fixtures.exported_files import files_of
from tests.fixtures.real_site import real


def test_every_figure_of_the_real_tables_can_be_read_as_a_number() -> None:
    files = files_of(real)
    for dataset in real().datasets.values():
        rows = csv.DictReader(io.StringIO(files[f"data/{dataset.id}.csv"].decode()))
        for row, observation in zip(rows, dataset.observations, strict=True):
            for name in NUMBERS:
                published = getattr(observation, name)
                assert (float(row[name]) if row[name] else None) == (None if published is None else float(published))
