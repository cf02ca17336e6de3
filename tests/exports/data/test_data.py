"""All data to take away: JSON, ZIP, Parquet, SQLite, their index; the same rows in each, and none where they must stay."""

import csv
import io
import json
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from hashlib import sha256
from types import MappingProxyType

import pytest

from generators.exports.data.readme import site_readme
from generators.exports.data.zip_files import chart_zips, dataset_zips
from generators.metadata.columns import HEADER, MEANING, NUMBERS
from generators.metadata.tables import relations
from generators.metadata.terms import SPREADSHEET
from generators.model import Asset, Catalog
from generators.pages.downloads import downloads
from tests.fixtures.archives import archive, opened
from tests.fixtures.exported_files import files_of, taken
from tests.fixtures.real_site import SLOW_OWN
from tests.fixtures.repository import ROOT
from tests.fixtures.river_site import STAYS, rivers

SITES = pytest.mark.parametrize("site", [rivers, *SLOW_OWN])


@SITES
def test_csv_and_json_hold_the_same_rows(site: Callable[[], Catalog]) -> None:
    files = files_of(site)
    for dataset in site().datasets.values():
        told = json.loads(files[f"data/{dataset.id}.json"])
        rows = list(csv.DictReader(io.StringIO(files[f"data/{dataset.id}.csv"].decode())))
        assert [
            {name: "" if cell is None else str(cell).removeprefix("'") for name, cell in row.items()}
            for row in told["rows"]
        ] == [{name: _plain(name, cell) for name, cell in row.items()} for row in rows]
        assert (told["definition"], told["not_counted"]) == (dataset.definition, dataset.excludes)


def _plain(name: str, cell: str) -> str:
    """A cell as JSON has it: 17.0 is 17 there."""
    return cell.removesuffix(".0") if name in NUMBERS else cell.removeprefix("'")


def test_a_dataset_s_zip_says_what_it_is_and_whom_it_does_not_count() -> None:
    dataset = rivers().datasets["gauge-levels"]
    files, packed = files_of(rivers), archive(files_of(rivers)["data/gauge-levels.zip"])
    assert set(packed) >= {"README.md", "gauge-levels.csv", "gauge-levels.json", "gauge-levels.datapackage.json"}
    assert packed["gauge-levels.csv"] == files["data/gauge-levels.csv"]
    readme = packed["README.md"].decode()
    for words in (dataset.title, dataset.definition, dataset.excludes, dataset.licence, dataset.breaks[0].label):
        assert words.strip() in readme
    assert all(f"- {name}: {MEANING[name]}" in readme for name in HEADER)
    assert "How to cite" in readme
    assert 'pl.read_csv("gauge-levels.csv"' in readme


def test_whoever_opens_a_csv_in_a_spreadsheet_is_told_how() -> None:
    files = files_of(rivers)
    zips = [archive(content)["README.md"].decode() for path, content in files.items() if path.endswith(".zip")]
    (page,) = downloads(rivers())
    assert len(zips) > len(rivers().datasets) > 1
    assert all(SPREADSHEET in text for text in (page.markdown, *(text for text in zips if ".csv" in text)))


def test_a_zip_takes_up_what_others_made_of_the_same_thing() -> None:
    made = [Asset(path=path, content=b"x") for path in ("data/gauge-levels.csv", "data/gauge-levels/about.json")]
    more = Asset(path="charts/levels.csv", content=b"y")
    packed = {a.path: archive(a.content) for pack in (dataset_zips, chart_zips) for a in pack(rivers(), [*made, more])}
    assert set(packed["data/gauge-levels.zip"]) == {"README.md", "gauge-levels.csv", "gauge-levels/about.json"}
    assert set(packed["charts/levels.zip"]) == {"README.md", "levels.csv"}
    assert "charts/peaks.zip" not in packed


def test_everything_holds_every_table() -> None:
    files = files_of(rivers)
    packed = archive(files["data/all.zip"])
    assert packed["README.md"].decode() == site_readme(rivers())
    for dataset in rivers().datasets:
        assert packed[f"data/{dataset}.csv"] == files[f"data/{dataset}.csv"]
    held_by_rows = {"observations", "also_in"}
    for table in relations(rivers()):
        name = f"data/tables/{table.name}.csv"
        assert (name in packed) == (name in files) == (table.name not in held_by_rows)
        if name in packed:
            rows = list(csv.reader(io.StringIO(packed[name].decode())))
            assert rows[0] == list(table.header)
            assert len(rows) == 1 + len(table.rows)


@SITES
def test_the_database_holds_together(site: Callable[[], Catalog]) -> None:
    catalog = site()
    with closing(opened(files_of(site)["data/all.sqlite"])) as base:
        assert base.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert base.execute("PRAGMA foreign_key_check").fetchall() == []
        for table in relations(catalog):
            assert base.execute(f"SELECT count(*) FROM {table.name}").fetchone() == (len(table.rows),)  # noqa: S608
            if table.searched:
                base.execute(f"INSERT INTO {table.name}_words({table.name}_words, rank) VALUES ('integrity-check', 1)")  # noqa: S608
        found = base.execute("SELECT value, qualifier, said_by, publisher, indicator FROM figures").fetchall()
        assert [row[:3] for row in found] == [
            (None if o.value is None else float(o.value), o.qualifier, o.said_by) for o in catalog.observations
        ]
        assert base.execute("PRAGMA page_size").fetchone() == (4096,)


@SITES
def test_a_value_that_refers_is_of_the_kind_of_the_key(site: Callable[[], Catalog]) -> None:
    """By the declaration and in the values: whoever joins tables without the database joins numbers with numbers."""
    with closing(opened(files_of(site)["data/all.sqlite"])) as base:
        joined = 0
        for table in relations(site()):
            kinds = {row[1]: row[2] for row in base.execute(f"PRAGMA table_info({table.name})")}
            for _, _, other, own, key, *_ in base.execute(f"PRAGMA foreign_key_list({table.name})").fetchall():
                keys = {row[1]: row[2] for row in base.execute(f"PRAGMA table_info({other})")}
                assert kinds[own] == keys[key], (table.name, own)
                found = f"SELECT DISTINCT typeof({own}) FROM {table.name} WHERE {own} IS NOT NULL"  # noqa: S608
                assert base.execute(found).fetchall() in ([], [("integer" if kinds[own] == "INTEGER" else "text",)])
                joined += 1
        assert joined > 10


def test_a_planted_reference_into_nothing_is_found_by_sqlite() -> None:
    lost = replace(rivers(), sources=MappingProxyType({}))
    with closing(opened(taken(lost)["data/all.sqlite"])) as base:
        assert {row[2] for row in base.execute("PRAGMA foreign_key_check")} == {"sources"}


def test_rows_that_must_stay_are_in_no_file() -> None:
    dataset = rivers().datasets[STAYS]
    locator = "gave the greatest stage"
    planted = replace(dataset, redistributable=False, observations=(replace(dataset.observations[0], note=locator),))
    files = taken(replace(rivers(), datasets=MappingProxyType({**rivers().datasets, STAYS: planted})))
    unpacked = {
        f"{path}/{name}": text for path in files if path.endswith(".zip") for name, text in archive(files[path]).items()
    }
    assert [path for path, content in {**files, **unpacked}.items() if locator.encode() in content] == []
    assert f"data/{STAYS}.csv" not in files
    assert f"data/{STAYS}.zip" not in files
    assert json.loads(files[f"data/{STAYS}.json"])["rows"] is None
    free = taken(
        replace(
            rivers(), datasets=MappingProxyType({**rivers().datasets, STAYS: replace(planted, redistributable=True)})
        )
    )
    assert locator.encode() in free["data/all.sqlite"]  # so the search above would have found it


def test_the_index_names_every_file_of_the_data_with_its_size_and_digest() -> None:
    files = files_of(rivers)
    listed = [form for entry in json.loads(files["data/index.json"])["entries"] for form in entry["formats"]]
    assert {form["path"]: (form.get("bytes"), form.get("sha256")) for form in listed} == {
        path: (len(content), sha256(content).hexdigest()) if path != "data/index.json" else (None, None)
        for path, content in files.items()
        if path.startswith(("data/", "charts/"))
    }


@pytest.mark.parametrize("seed", ["0", "1"])
def test_another_process_makes_the_same_bytes(seed: str) -> None:
    code = (
        "from hashlib import sha256; from tests.fixtures.river_site import rivers; from tests.fixtures.exported_files import taken\n"
        "for path, content in sorted(taken(rivers()).items()): print(path, sha256(content).hexdigest())"
    )
    command = ["env", f"PYTHONHASHSEED={seed}", "TZ=Asia/Baghdad", "PYTHONPATH=.", sys.executable, "-c", code]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    own = "".join(f"{path} {sha256(content).hexdigest()}\n" for path, content in sorted(files_of(rivers).items()))
    assert told == own
