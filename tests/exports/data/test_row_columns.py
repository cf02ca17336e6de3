"""How sure a figure is, who disagrees and where it stands leave with it, in every form; so does what the licence covers."""

import csv
import io
import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing

import pytest
import yaml
from pyarrow import parquet

from generators.analysis.disagreements import disagreements
from generators.analysis.grades import code
from generators.exports.data.sqlite import _FIGURES
from generators.metadata.columns import HEADER
from generators.metadata.terms import licence_terms
from generators.model import Catalog
from generators.pages.disagreements import disagreement_pages
from generators.urls.paths import DISAGREEMENTS
from tests.fixtures.addressed_sites import homeless, read
from tests.fixtures.archives import archive, opened
from tests.fixtures.exported_files import files_of
from tests.fixtures.real_site import SLOW_OWN
from tests.fixtures.river_site import STAYS, rivers, staying

Made = Callable[[], Catalog]
SITES = pytest.mark.parametrize("site", [rivers, homeless, staying, *SLOW_OWN])
ADDED = ("grade", "disagreement", "page")


def found_in(site: Made) -> Iterator[tuple[str, list[tuple[object, ...]]]]:
    """Each form with what it says of every figure, in the order of the data."""
    files, leaving = files_of(site), [d.id for d in site().datasets.values() if d.redistributable]
    tables = [csv.DictReader(io.StringIO(files[f"data/{name}.csv"].decode())) for name in leaving]
    yield "CSV", [tuple(row[name] or None for name in ADDED) for table in tables for row in table]
    told = [row for name in leaving for row in read(site, f"data/{name}.json")["rows"]]
    yield "JSON", [tuple(row[name] for name in ADDED) for row in told]
    rows = parquet.read_table(io.BytesIO(files["data/all.parquet"])).to_pylist()
    yield "Parquet", [tuple(row[name] for name in ADDED) for row in rows]
    with closing(opened(files["data/all.sqlite"])) as base:
        for table in ("observations", "figures"):
            yield table, base.execute(f"SELECT {', '.join(ADDED)} FROM {table}").fetchall()  # noqa: S608


@SITES
def test_each_form_says_how_sure_a_figure_is_who_disagrees_and_where_it_stands(site: Made) -> None:
    leaving = [o for o in site().observations if site().datasets[o.dataset].redistributable]
    forms = dict(found_in(site))
    for form, rows in forms.items():
        assert rows == forms["CSV"], form
    assert [row[0] for row in forms["CSV"]] == [code(o) or None for o in leaving]
    pages = [str(row[2]) for row in forms["CSV"]]
    assert all(page.startswith(f"{site().config.address}datasets/") for page in pages)
    assert len(set(pages)) == len(leaving)
    assert any(row[0] for row in forms["CSV"])


def test_no_form_lacks_a_column_that_another_has() -> None:
    files = files_of(rivers)
    with closing(opened(files["data/all.sqlite"])) as base:
        figures = {row[1] for row in base.execute("PRAGMA table_info(figures)")}
    assert figures == set(_FIGURES) >= set(HEADER)
    assert list(read(rivers, "data/gauge-levels.json")["rows"][0]) == list(HEADER)
    assert files["charts/levels.csv"].decode().splitlines()[0] == ",".join(("dataset", *HEADER))
    row = read(rivers, "data/openapi.json")["components"]["schemas"]["Row"]
    assert set(row["required"]) == set(HEADER)


@SITES
def test_a_row_leads_to_the_panel_that_it_stands_in(site: Made) -> None:
    """And every panel is a line of the table, with all that take part in it."""
    address, catalog = site().config.address, site()
    panels = {
        f"{address}{page.path.removesuffix('.md')}.html#{part.partition('}')[0]}": part
        for page in disagreement_pages(catalog)
        if page.path != DISAGREEMENTS
        for part in page.markdown.split("{#")[2:]  # the first is that of the definitions
    }
    told, takes_part = tables_of(site)
    assert {row["page"] for row in told} == set(panels) != set()
    rows = dict(found_in(site))["CSV"]
    shown = Counter(panel for _, panel, _ in rows if panel)
    assert set(shown) <= set(panels)
    everybody = Counter(row["disagreement"] for row in takes_part)
    assert everybody == Counter({key: panels[key].partition("## ")[0].count("<tr>") - 1 for key in panels})
    assert sum(shown.values()) == sum("#" in row["page"] for row in takes_part)
    for _, panel, page in rows:
        if panel:
            assert f"../{str(page).removeprefix(address)}" in panels[str(panel)]


def tables_of(site: Made) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    """Who disagrees on what, and who takes part."""
    texts = (files_of(site)[f"data/tables/{name}.csv"].decode() for name in ("disagreements", "disagreeing"))
    told, takes_part = (list(csv.DictReader(io.StringIO(text))) for text in texts)
    return told, takes_part


def test_a_row_that_stays_takes_part_under_its_dataset_s_page() -> None:
    own = [row for row in tables_of(staying)[1] if row["indicator"].startswith(f"{STAYS}/")]
    assert len(disagreements(staying())) == len(tables_of(staying)[0])
    assert {row["page"] for row in own} <= {f"{staying().config.address}datasets/{STAYS}.html"}


def test_a_disagreement_that_nobody_tells_is_found_by_sqlite() -> None:
    with closing(opened(files_of(rivers)["data/all.sqlite"])) as base:
        base.execute("DELETE FROM disagreements")
        lost: list[sqlite3.Row] = base.execute("PRAGMA foreign_key_check").fetchall()
    assert {row[0] for row in lost} == {"observations", "disagreeing"}


@SITES
def test_every_file_that_names_the_licence_says_what_it_leaves_out(site: Made) -> None:
    files, config = files_of(site), site().config
    reserve = "the texts and the compilation; not the figures"
    named = f"{config.licence}: {reserve}"
    database, citation = read(site, "data/all.datasette.json"), yaml.safe_load(files["data/CITATION.cff"])
    crate = {each["@id"]: each for each in read(site, "data/ro-crate-metadata.json")["@graph"]}
    licence = crate[crate["./"]["license"]["@id"]]
    assert database["license"] == read(site, "data/openapi.json")["info"]["license"]["name"] == licence["name"] == named
    assert read(site, "data/datacite.json")["rightsList"][-1]["rights"] == named
    assert database["license_url"].endswith(config.licence)
    assert read(site, "data/datapackage.json")["licenses"][0]["title"].lower() == reserve
    catalogue = read(site, "data/catalogue.jsonld")
    inside = parquet.read_schema(io.BytesIO(files["data/all.parquet"])).metadata[b"terms"].decode()
    in_words = [database["description"], citation["message"], citation["abstract"], licence["description"], inside]
    in_words += [json.dumps(read(site, "data/index.json")["terms"]), catalogue["dct:rights"]["rdfs:label"]]
    in_words += [archive(files["data/all.zip"])["README.md"].decode()]
    assert all(licence_terms(config) in text for text in in_words)


@SITES
def test_each_dataset_is_cited_with_its_year_and_address(site: Made) -> None:
    config, edition = site().config, site().edition
    for name, told in zip(
        site().datasets, yaml.safe_load(files_of(site)["data/CITATION.cff"])["references"], strict=True
    ):
        assert (told["year"], told["date-released"]) == (edition.date.year, edition.date.isoformat())
        assert told.get("url", "") == (f"{config.address}datasets/{name}.html" if config.address else "")
