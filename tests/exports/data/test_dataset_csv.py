"""What readers take away: a table of every dataset that opens safely and says what each row is."""

import csv
import io

import pytest

from generators.exports.data.dataset_csv import csv_files
from generators.metadata.columns import HEADER
from generators.model import Catalog
from generators.text.csv_text import csv_text
from tests.fixtures.river_site import rivers

FORMULAS = ("=1+1", "+1+1", "-1+1", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1", "-", "-1.2.3")


def tables(catalog: Catalog) -> dict[str, list[dict[str, str]]]:
    return {a.path: list(csv.DictReader(io.StringIO(a.content.decode()))) for a in csv_files(catalog)}


def test_every_dataset_has_a_table_with_every_row() -> None:
    found = tables(rivers())
    for dataset in rivers().datasets.values():
        rows = found[f"data/{dataset.id}.csv"]
        assert len(rows) == len(dataset.observations)
        assert tuple(rows[0]) == HEADER


def test_a_blank_stays_a_blank_and_a_range_a_range() -> None:
    row = next(
        r for r in tables(rivers())["data/gauge-levels.csv"] if r["place"] == "RV-B" and r["period"] == "2020-03"
    )
    assert (row["value"], row["lower"], row["upper"]) == ("", "139", "146")


@pytest.mark.parametrize("column", range(len(HEADER)), ids=HEADER)
def test_no_cell_of_a_column_runs_in_a_spreadsheet(column: int) -> None:
    for cell in FORMULAS:
        row = ["x"] * len(HEADER)
        row[column] = cell
        assert f"'{cell}" in csv_text(HEADER, [row])


@pytest.mark.parametrize("cell", ["-68", "-1.5", "0", "12"])
def test_a_number_below_zero_stays_a_number(cell: str) -> None:
    assert csv_text(["value"], [[cell]]) == f"value\n{cell}\n"
