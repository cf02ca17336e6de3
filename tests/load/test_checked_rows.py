"""When a figure was checked and how much of its document was read: a reader sees it beside the figure and in every file."""

import csv
import io
import json
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

import pytest

from generators import load
from generators.checks.plausible_values import plausible_values
from generators.components.observation_table import remarks
from generators.components.value_card import value_card
from generators.exports.catalogues.datapackage import SCHEMA
from generators.exports.data.dataset_csv import csv_files
from generators.model import Catalog, Extent, Observation
from generators.text.wording import check_in_words
from tests.fixtures.river_site import RIVERS, rivers

DAY = date(2021, 2, 26)


def checked(day: date | None = DAY, extent: Extent | None = "opening") -> Observation:
    peak = rivers().datasets["flood-peaks"].observations[1]
    return replace(peak, checked_on=day, checked_extent=extent)


def with_peak(peak: Observation) -> Catalog:
    dataset = replace(rivers().datasets["flood-peaks"], observations=(peak,))
    return replace(rivers(), datasets=MappingProxyType({**rivers().datasets, "flood-peaks": dataset}))


@pytest.mark.parametrize(
    ("day", "extent", "words"),
    [
        (DAY, "opening", "Checked against the original on 26 February 2021, opening read."),
        (DAY, "part", "Checked against the original on 26 February 2021, part read."),
        (DAY, "whole", "Checked against the original on 26 February 2021, read whole."),
        (DAY, None, "Checked against the original on 26 February 2021."),
        (None, "whole", "Checked against the original, read whole."),
        (None, None, "Read in the original."),
    ],
)
def test_a_card_and_a_table_say_when_and_how_much_was_read(day: date | None, extent: Extent | None, words: str) -> None:
    observation = checked(day, extent)
    assert check_in_words(observation) == words
    assert remarks(observation).startswith(words)
    assert words in value_card("briefings/x.md", with_peak(observation), observation, ())


def test_a_download_has_the_day_and_the_extent_in_columns_of_their_own() -> None:
    files = {asset.path: asset.content for asset in csv_files(with_peak(checked()))}
    (row,) = csv.DictReader(io.StringIO(files["data/flood-peaks.csv"].decode()))
    assert (row["checked"], row["checked_on"], row["checked_extent"]) == ("yes", "2021-02-26", "opening")
    fields = {field["name"]: field for field in json.loads(json.dumps(SCHEMA))["fields"]}
    assert fields["checked_on"]["type"] == "date"
    assert fields["checked_extent"]["constraints"]["enum"] == ["opening", "part", "whole"]


def test_a_row_keeps_its_day_and_extent(tmp_path: Path) -> None:
    root = tmp_path / "site"
    shutil.copytree(RIVERS, root)
    path = root / "data" / "levels" / "flood-peaks.csv"
    header, *rows = path.read_text(encoding="utf-8").splitlines()
    added = [f"{header},checked_on,checked_extent", f"{rows[1]},2021-02-26,part", f"{rows[2]},,"]
    path.write_text("\n".join(added) + "\n", encoding="utf-8")
    catalog = load.load_catalog(root)[0]
    assert catalog is not None
    read = [(o.checked, o.checked_on, o.checked_extent) for o in catalog.datasets["flood-peaks"].observations]
    assert read == [(True, DAY, "part"), (True, None, None)]


def test_a_check_after_the_edition_is_refused() -> None:
    late = with_peak(checked(date(2021, 3, 2)))
    assert [(p.subject, p.found) for p in plausible_values(late)] == [("checked_on", "2021-03-02")]
