"""What readers take away: a table of every dataset that opens safely and says what each row is."""

import csv
import io
from dataclasses import replace
from types import MappingProxyType

import pytest

from generators.exports.csv_files import csv_files
from generators.model import Catalog
from generators.tabular import HEADER
from tests.rivers import rivers


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


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_no_cell_runs_as_a_formula(start: str) -> None:
    dataset = rivers().datasets["flood-peaks"]
    planted = replace(dataset.observations[0], note=f"{start}cmd()")
    changed = replace(dataset, observations=(planted,))
    found = tables(replace(rivers(), datasets=MappingProxyType({dataset.id: changed})))
    assert found["data/flood-peaks.csv"][0]["note"] == f"'{start}cmd()"
