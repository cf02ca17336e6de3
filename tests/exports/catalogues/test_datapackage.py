"""Descriptions of the data as a whole, each opened by a judge that nobody here wrote, and each with faults that it must catch."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import frictionless
import pytest
import yaml
from datacite import schema45
from jsonschema import ValidationError

from generators.metadata.columns import HEADER
from generators.urls.links import identifier
from tests.fixtures.addressed_sites import Made, awkward, by_page, by_post, homeless, laid_out, read
from tests.fixtures.exported_files import files_of
from tests.fixtures.folders import edit
from tests.fixtures.real_site import SLOW_OWN
from tests.fixtures.river_site import STAYS, rivers, staying

SITES = pytest.mark.parametrize("site", [rivers, staying, *SLOW_OWN])


def test_what_has_no_address_is_named_by_a_tag_of_the_contact_s_host() -> None:
    assert identifier(rivers(), "data/x.csv") == "https://vell.example/data/x.csv"
    assert identifier(homeless(), "data/x.csv") == "tag:vell.example,2021:data/x.csv"
    undeclared = replace(homeless().config, authority="")
    assert identifier(replace(rivers(), config=undeclared), "x") == "tag:vell.example,2021-03-01:x"
    unplaced = replace(undeclared, contact="At the mill")
    assert identifier(replace(rivers(), config=unplaced), "x") == "tag:invalid,2021-03-01:x"


def test_a_document_without_an_address_has_none() -> None:
    related = read(awkward, "data/flood-peaks.datacite.json")["relatedIdentifiers"]
    assert "https://millers.example/%7Bweir%7D%7C2.pdf" in {each["relatedIdentifier"] for each in related}
    assert all(each["relatedIdentifier"] for each in related)
    sources = read(awkward, "data/flood-peaks.datapackage.json")["resources"][0]["sources"]
    assert [each.get("path") for each in sources[:2]] == ["https://millers.example/%7Bweir%7D%7C2.pdf", None]


def contacts(site: Made) -> dict[str, dict[str, str]]:
    """How each format says whom to write to, without the publisher's name."""
    crate = {entity["@id"]: entity for entity in read(site, "data/ro-crate-metadata.json")["@graph"]}
    point = crate["#publisher"].get("contactPoint", {}).get("@id", "")
    told = {
        "package": read(site, "data/datapackage.json")["contributors"][0],
        "citation": yaml.safe_load(files_of(site)["data/CITATION.cff"])["contact"][0],
        "openapi": read(site, "data/openapi.json")["info"]["contact"],
        "crate": crate.get(point, {}),
    }
    wanted = ("email", "path", "website", "url")
    return {name: {key: entry[key] for key in wanted if key in entry} for name, entry in told.items()}


def test_an_e_mail_address_is_told_as_one_a_page_as_a_page_and_words_as_neither() -> None:
    names = ("package", "citation", "openapi", "crate")
    page = "https://vell.example/write.html"
    assert contacts(rivers) == {name: {"email": "post@vell.example"} for name in names}
    assert contacts(by_page) == {
        "package": {"path": page},
        "citation": {"website": page},
        "openapi": {"url": page},
        "crate": {"url": page},
    }
    assert contacts(by_post) == {name: {} for name in names}
    assert read(by_post, "data/index.json")["contact"] == by_post().config.contact


def wrong(package: Path) -> list[str]:
    """What the judge of Data Packages finds, by its own names."""
    report = frictionless.validate(str(package), type="package")
    found = [*report.errors, *(error for task in report.tasks for error in task.errors)]
    assert bool(found) != report.valid
    return [error.type for error in found]


@pytest.mark.parametrize("site", [homeless, awkward, by_page, by_post, staying, *SLOW_OWN])
def test_frictionless_accepts_the_whole(site: Made, tmp_path: Path) -> None:
    assert wrong(laid_out(site, tmp_path) / "datapackage.json") == []


def test_frictionless_accepts_a_dataset_on_its_own(tmp_path: Path) -> None:
    folder = laid_out(staying, tmp_path)
    assert [wrong(folder / f"{name}.datapackage.json") for name in staying().datasets] == [[]] * len(staying().datasets)


TABLES: dict[str, tuple[str, str, str]] = {
    "a figure that is no number": (",212,", ",many,", "type-error"),
    "an unknown qualifier": (",exact,", ",sure,", "constraint-error"),
    "a period of another form": (",2020-01,", ",January 2020,", "constraint-error"),
    "a digit more": (",212,", ",2120,", "hash-count"),
    "another column": ("indicator,", "measure,", "incorrect-label"),
}


@pytest.mark.parametrize(("there", "planted", "error"), TABLES.values(), ids=TABLES)
def test_frictionless_refuses_a_table_with(there: str, planted: str, error: str, tmp_path: Path) -> None:
    folder = laid_out(rivers, tmp_path)
    edit(folder / "gauge-levels.csv", there, planted)
    assert error in wrong(folder / "gauge-levels.datapackage.json")


def test_frictionless_refuses_a_row_told_twice(tmp_path: Path) -> None:
    folder = laid_out(rivers, tmp_path)
    table = folder / "gauge-levels.csv"
    table.write_text(table.read_text(encoding="utf-8") + table.read_text(encoding="utf-8").splitlines()[1] + "\n")
    assert "primary-key" in wrong(folder / "gauge-levels.datapackage.json")


REFERENCES: dict[str, tuple[str, str, str]] = {
    "a place": ("gauge-levels.csv", ",RV-A,", ",RV-Z,"),
    "a document": ("gauge-levels.csv", ",vell-almanac-2020,", ",vell-almanac-2021,"),
    "a disagreement": ("flood-peaks.csv", "disagreements/", "disagreement/"),
    "a place around it": ("tables/places.csv", ",gauge,upper-vell,", ",gauge,lower-vell,"),
    "a series": ("tables/disagreeing.csv", "flood-peaks/", "flood-peak/"),
}


@pytest.mark.parametrize(("table", "there", "planted"), REFERENCES.values(), ids=REFERENCES)
def test_frictionless_refuses_a_reference_to(table: str, there: str, planted: str, tmp_path: Path) -> None:
    folder = laid_out(homeless, tmp_path)
    edit(folder / table, there, planted)
    assert "foreign-key" in wrong(folder / "datapackage.json")


@SITES
def test_a_package_says_what_the_judge_lets_pass(site: Made) -> None:
    """Frictionless takes a package without names, kinds, terms, sources or columns: the house does not."""
    for path in ("data/datapackage.json", *(f"data/{name}.datapackage.json" for name in site().datasets)):
        package = read(site, path)
        for key in ("$schema", "name", "id", "title", "description", "version", "created", "licenses", "keywords"):
            assert package[key], (path, key)
        assert all(each["title"] and each["roles"] for each in package["contributors"])
        assert all(each["title"] for each in package["sources"])
        assert package["resources"]
        for resource in package["resources"]:
            if resource["name"].startswith("tables/"):
                assert all(field["type"] and field["name"] for field in resource["schema"]["fields"])
                continue
            dataset = site().datasets[resource["name"]]
            assert resource["licenses"][0]["title"] == dataset.licence
            assert dataset.excludes.strip() in resource["description"]
            assert all(source["title"] and source["path"] for source in resource["sources"])
            fields = resource["schema"]["fields"] if dataset.redistributable else ()
            assert resource.get("type") == ("table" if dataset.redistributable else None)
            assert [field["name"] for field in fields] == list(HEADER if dataset.redistributable else ())
            assert all(field["title"] and field["description"] and field["type"] for field in fields)


def test_a_dataset_whose_rows_stay_is_described_without_them() -> None:
    for path in ("data/datapackage.json", f"data/{STAYS}.datapackage.json"):
        resource = next(each for each in read(staying, path)["resources"] if each["name"] == STAYS)
        assert (resource["path"], resource["sources"]) == (f"{STAYS}.json", [])
        assert "schema" not in resource


def judged_citation(text: bytes, folder: Path) -> str:
    """What the schema of the Citation File Format, as check-jsonschema carries it, has against the file; empty if nothing."""
    file = folder / "CITATION.cff"
    file.write_bytes(text)
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.citation-file-format", str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout if done.returncode else ""


@pytest.mark.parametrize("site", [homeless, by_page, by_post, *SLOW_OWN])
def test_the_citation_file_format_accepts_how_to_cite(site: Made, tmp_path: Path) -> None:
    text = files_of(site)["data/CITATION.cff"]
    assert judged_citation(text, tmp_path) == ""
    told = yaml.safe_load(text)
    assert told["type"] == "dataset"
    assert len(told["references"]) == len(site().datasets)
    assert ("url" in told) == bool(site().config.address)


@pytest.mark.parametrize(
    ("there", "planted"),
    [("authors:\n- name", "authors:\n- title"), ("'2021-03-01'", "March"), ("license: CC0-1.0", "license: free")],
)
def test_the_citation_file_format_refuses(there: str, planted: str, tmp_path: Path) -> None:
    text = files_of(rivers)["data/CITATION.cff"].decode()
    assert there in text
    assert judged_citation(text.replace(there, planted, 1).encode(), tmp_path)


def of_datacite(site: Made) -> list[dict[str, Any]]:
    """The records of the whole and of each dataset."""
    return [read(site, path) for path in files_of(site) if path.endswith("datacite.json")]


@pytest.mark.parametrize("site", [homeless, awkward, staying, *SLOW_OWN])
def test_datacite_accepts_each_record(site: Made) -> None:
    records = of_datacite(site)
    assert len(records) == 1 + len(site().datasets)
    for record in records:
        schema45.validator.validate(record)
        assert "doi" not in record


def test_a_record_says_the_time_the_places_and_the_documents_of_a_dataset() -> None:
    record = read(rivers, "data/gauge-levels.datacite.json")
    dates = {each["dateType"]: each["date"] for each in record["dates"]}
    assert dates == {"Issued": "2021-03-01", "Updated": "2021-03-01", "Other": "2020-01-01/2020-09-30"}
    assert record["geoLocations"][0] == {"geoLocationPlace": "Alder Bridge"}
    assert {each["relationType"] for each in record["relatedIdentifiers"]} == {"IsDerivedFrom"}
    assert [each["relationType"] for each in record["relatedItems"]] == ["IsPartOf"]
    assert read(staying, f"data/{STAYS}.datacite.json")["relatedIdentifiers"] == []


RECORDS: dict[str, Callable[[dict[str, Any]], object]] = {
    "nobody as creator": lambda record: record.update(creators=[]),
    "no publisher": lambda record: record.pop("publisher"),
    "a year of two digits": lambda record: record.update(publicationYear="21"),
    "a kind that is none": lambda record: record["types"].update(resourceTypeGeneral="Numbers"),
    "a key of our own": lambda record: record.update(recorder="x"),
    "a document related in no way": lambda record: record["relatedIdentifiers"][0].pop("relationType"),
}


@pytest.mark.parametrize("fault", RECORDS.values(), ids=RECORDS)
def test_datacite_refuses_a_record_with(fault: Callable[[dict[str, Any]], object]) -> None:
    record = read(rivers, "data/gauge-levels.datacite.json")
    fault(record)
    with pytest.raises(ValidationError):
        schema45.validator.validate(record)
