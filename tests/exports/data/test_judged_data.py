"""Outside judges open what readers take away: polars, Datasette, an OpenAPI validator, JSON Schema; each catches a fault."""

import io
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from jsonschema import Draft202012Validator, FormatChecker, ValidationError
from openapi_spec_validator import validate
from openapi_spec_validator.validation.exceptions import OpenAPIValidationError
from polars.testing import assert_frame_equal

from generators.metadata.code_snippets import snippets
from generators.metadata.columns import HEADER, NUMBERS
from generators.model import Catalog
from tests.fixtures.addressed_sites import by_page, by_post, homeless
from tests.fixtures.data_judges import Made, asked, lay_out
from tests.fixtures.exported_files import files_of
from tests.fixtures.real_site import SLOW_OWN
from tests.fixtures.repository import ROOT
from tests.fixtures.river_site import rivers, staying

SITES = pytest.mark.parametrize("site", [rivers, *SLOW_OWN])


def placed() -> Catalog:
    """The small site at an address."""
    return replace(rivers(), config=replace(rivers().config, address="https://rivers.example/b/"))


TEXTS = [name for name in HEADER if name not in NUMBERS]


def typed(frame: pl.DataFrame) -> pl.DataFrame:
    """Texts without the apostrophe that spreadsheets need, numbers as numbers."""
    return frame.with_columns(pl.col(TEXTS).str.strip_prefix("'"), pl.col(NUMBERS).cast(pl.Float64))


@SITES
def test_polars_reads_the_same_rows_from_csv_json_and_parquet(site: Made) -> None:
    catalog, files = site(), files_of(site)
    parquet = pl.read_parquet(io.BytesIO(files["data/all.parquet"]))
    assert parquet.columns == ["dataset", *HEADER]
    assert parquet.height == sum(1 for _ in catalog.observations)
    for name in catalog.datasets:
        own = typed(parquet.filter(pl.col("dataset") == name).drop("dataset"))
        from_csv = typed(pl.read_csv(io.BytesIO(files[f"data/{name}.csv"]), infer_schema=False))
        shape = {column: pl.Float64 if column in NUMBERS else pl.String for column in HEADER}
        from_json = typed(pl.DataFrame(json.loads(files[f"data/{name}.json"])["rows"], schema=shape))
        assert_frame_equal(own, from_csv)
        assert_frame_equal(own, from_json)


def test_polars_tells_a_table_with_a_changed_cell_from_the_others() -> None:
    files = files_of(rivers)
    one = typed(pl.read_csv(io.BytesIO(files["data/gauge-levels.csv"]), infer_schema=False))
    with pytest.raises(AssertionError):
        assert_frame_equal(
            one, one.with_columns(pl.when(pl.col("value") == 212).then(213.0).otherwise(pl.col("value")))
        )


@SITES
@pytest.mark.parametrize(("language", "library"), [("Python, polars", "polars"), ("Python, pandas", "pandas")])
def test_the_lines_for_python_load_every_dataset(
    site: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str, library: str
) -> None:
    pytest.importorskip(library)
    lay_out(site, tmp_path)
    monkeypatch.chdir(tmp_path)
    for name, dataset in site().datasets.items():
        found: dict[str, Any] = {}
        exec(snippets(f"data/{name}.csv")[language], found)  # noqa: S102 - the lines that readers copy
        rows = found["rows"]
        assert len(rows) == len(dataset.observations)
        assert [name for name in HEADER if name in rows.columns] == list(HEADER)
        stated = [float(o.value) for o in dataset.observations if o.value is not None]
        column = rows["value"].drop_nulls() if library == "polars" else rows["value"].dropna()
        assert list(column) == stated
        assert list(rows["period"].fill_null("") if library == "polars" else rows["period"].fillna("")) == [
            o.period.text if o.period else "" for o in dataset.observations
        ]


@SITES
def test_the_lines_for_r_load_every_dataset(site: Made, tmp_path: Path) -> None:
    if not shutil.which("Rscript"):
        pytest.skip("No Rscript on this machine.")
    lay_out(site, tmp_path)
    shown = 'cat(sprintf("%.15g %s\\n", rows$value, rows$period), sep = "")\n'
    code = "".join(snippets(f"data/{name}.csv")["R"] + shown for name in site().datasets)
    (tmp_path / "load.R").write_text(code, encoding="utf-8")
    told = subprocess.run(["Rscript", "load.R"], cwd=tmp_path, capture_output=True, text=True, check=True).stdout
    rows = [o for dataset in site().datasets.values() for o in dataset.observations]
    assert [line.split() for line in told.splitlines()] == [
        ["NA" if o.value is None else f"{float(o.value):.15g}", o.period.text if o.period else "NA"] for o in rows
    ]


@SITES
def test_json_schema_accepts_the_index(site: Made) -> None:
    files = files_of(site)
    schema = json.loads(files["data/index.schema.json"])
    Draft202012Validator.check_schema(schema)
    judge = Draft202012Validator(schema, format_checker=FormatChecker())
    judge.validate(json.loads(files["data/index.json"]))


FAULTS: dict[str, Callable[[dict[str, Any]], object]] = {
    "a digest of another kind": lambda file: file.update(sha256="abc"),
    "a size as text": lambda file: file.update(bytes="12"),
    "an empty file": lambda file: file.update(bytes=0),
    "a path from the host's root": lambda file: file.update(path="/data/x.csv"),
    "no digest": lambda file: file.pop("sha256"),
    "no media type": lambda file: file.pop("media_type"),
    "a key that is not described": lambda file: file.update(url="x"),
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_json_schema_refuses_an_index_with(fault: Callable[[dict[str, Any]], object]) -> None:
    files = files_of(rivers)
    index = json.loads(files["data/index.json"])
    fault(index["entries"][1]["formats"][0])
    with pytest.raises(ValidationError):
        Draft202012Validator(json.loads(files["data/index.schema.json"])).validate(index)


def test_the_index_says_where_its_paths_begin() -> None:
    assert json.loads(files_of(rivers)["data/index.json"])["address"] == "https://vell.example/"
    assert json.loads(files_of(homeless)["data/index.json"])["address"] == ""


@pytest.mark.parametrize("site", [rivers, placed, by_page, by_post, staying, *SLOW_OWN])
def test_the_openapi_document_is_valid_and_tells_the_truth(site: Made) -> None:
    files = files_of(site)
    document = json.loads(files["data/openapi.json"])
    validate(document)
    assert document["servers"][0]["url"] == (site().config.address or "../")
    offered = {path for path in files if path.startswith(("data/", "charts/"))}
    described = {address for address in addresses(document) if not address.endswith((".svg", ".png"))}
    listed = {form["path"] for entry in json.loads(files["data/index.json"])["entries"] for form in entry["formats"]}
    assert described == listed == offered


def addresses(document: dict[str, Any]) -> set[str]:
    """Every address that the document's templates stand for."""
    found = set()
    for path, item in document["paths"].items():
        named = [(each["name"], each["schema"]["enum"]) for each in item.get("parameters", ())]
        filled = [path.replace(f"{{{name}}}", value) for name, values in named for value in values] or [path]
        found |= {address.removeprefix("/") for address in filled}
        assert "application/octet-stream" not in item["get"]["responses"]["200"]["content"]
    return found


def test_the_openapi_judge_refuses_a_parameter_that_nobody_declares() -> None:
    document = json.loads(files_of(rivers)["data/openapi.json"])
    del document["paths"]["/data/{dataset}.csv"]["parameters"]
    with pytest.raises(OpenAPIValidationError):
        validate(document)


@pytest.mark.parametrize("site", [rivers, staying, *SLOW_OWN])
def test_a_dataset_s_json_is_as_the_openapi_document_says(site: Made) -> None:
    judge = judge_of_datasets(site)
    for name in site().datasets:
        judge.validate(json.loads(files_of(site)[f"data/{name}.json"]))


def test_a_row_without_its_qualifier_is_refused() -> None:
    wrong = json.loads(files_of(rivers)["data/gauge-levels.json"])
    del wrong["rows"][0]["qualifier"]
    with pytest.raises(ValidationError, match="'qualifier' is a required property"):
        judge_of_datasets(rivers).validate(wrong)


def judge_of_datasets(site: Made) -> Draft202012Validator:
    """What the OpenAPI document says of a dataset's JSON, as a judge of it."""
    schemas = json.loads(files_of(site)["data/openapi.json"])["components"]
    return Draft202012Validator({"$ref": "#/components/schemas/Dataset", "components": schemas})


def test_datasette_opens_the_database_and_answers(tmp_path: Path) -> None:
    lay_out(rivers, tmp_path)
    tables = {table["name"]: table for table in asked(tmp_path, "/all.json")["tables"]}
    assert tables["observations"]["count"] == sum(1 for _ in rivers().observations)
    assert {key["other_table"] for key in tables["observations"]["foreign_keys"]["outgoing"]} == {
        "datasets", "indicators", "places", "sources", "disagreements",
    }  # fmt: skip
    assert tables["sources"]["fts_table"] == "sources_words"
    found = asked(tmp_path, "/all/sources.json?_search=ferry&_shape=array")
    assert {row["publisher"] for row in found} == {"The Ferry Post"}
    assert rivers().config.name in asked(tmp_path, "/")
    page = asked(tmp_path, "/all/observations")
    assert "always quote it with qualifier" in page
    assert rivers().datasets["gauge-levels"].title in page  # a reference shows the name of what it leads to


def test_a_build_imports_pyarrow_only_for_the_parquet_file() -> None:
    code = "import sys, generators.build.assemble, generators.exports; sys.exit('pyarrow' in sys.modules or 'altair' in sys.modules)"
    command = ["env", "PYTHONPATH=.", sys.executable, "-c", code]
    assert subprocess.run(command, cwd=ROOT, check=False).returncode == 0
