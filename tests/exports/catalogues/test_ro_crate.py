"""The RO-Crate: read by the library that its users have, in the words of the format's own context, and held to its demands.

The validator of the format cannot be installed beside import-linter, which wants another version of rich; so what
RO-Crate 1.3 demands is asked here, and each demand has a fault that it must catch.
"""

import io
import json
import zipfile
from collections.abc import Callable, Iterator
from copy import deepcopy
from hashlib import sha256
from importlib.resources import files as carried
from pathlib import Path
from typing import Any

import pytest
from rocrate.rocrate import ROCrate

from generators.model import Catalog
from tests.fixtures.addressed_sites import awkward, by_page, by_post, homeless, laid_out, read
from tests.fixtures.exported_files import files_of
from tests.fixtures.real_site import SLOW_OWN
from tests.fixtures.river_site import STAYS, rivers, staying

Made = Callable[[], Catalog]
PATH = "data/ro-crate-metadata.json"
WORDS = json.loads(carried("rocrate").joinpath("data/ro-crate.jsonld").read_text(encoding="utf-8"))["@context"]
ROOT = ("name", "description", "datePublished", "license", "publisher")


def wrong(crate: dict[str, Any], content: Callable[[str], bytes]) -> Iterator[str]:
    """What the crate lacks of what the format demands; `content` gives a file's bytes by its path in the crate."""
    graph = {each["@id"]: each for each in crate["@graph"]}
    descriptor, root = graph.get("ro-crate-metadata.json", {}), graph.get("./", {})
    if len(graph) != len(crate["@graph"]):
        yield "an entity told twice"
    if crate["@context"] != f"{descriptor.get('conformsTo', {}).get('@id')}/context":
        yield "a context of another version"
    if descriptor.get("about") != {"@id": "./"} or root.get("@type") != "Dataset":
        yield "no root"
    yield from (f"no {key}" for key in ROOT if not root.get(key))
    for entity in crate["@graph"]:
        yield from (f"unknown word {key}" for key in entity if key[0] != "@" and key not in WORDS)
        yield from (f"unknown type {kind}" for kind in [entity["@type"]] if kind not in WORDS)
        yield from (f"undescribed {name}" for name in pointed_at(entity) if name not in graph and "w3id" not in name)
    for file in (each for each in crate["@graph"] if each["@type"] == "File"):
        told = content(file["@id"])
        if (file["contentSize"], file["sha256"]) != (str(len(told)), sha256(told).hexdigest()):
            yield f"another {file['@id']}"
        if {"@id": file["@id"]} not in root.get("hasPart", []):
            yield f"no part {file['@id']}"


def pointed_at(entity: dict[str, Any]) -> Iterator[str]:
    """The ids that an entity refers to."""
    for value in entity.values():
        yield from (each["@id"] for each in (value if isinstance(value, list) else [value]) if isinstance(each, dict))


@pytest.mark.parametrize("site", [homeless, awkward, by_page, by_post, staying, *SLOW_OWN])
def test_a_crate_says_all_that_the_format_demands(site: Made) -> None:
    assert list(wrong(read(site, PATH), lambda name: files_of(site)[f"data/{name}"])) == []


def test_a_file_is_found_at_its_whole_address_where_that_is_known() -> None:
    found = {each["@id"]: each.get("contentUrl") for each in read(rivers, PATH)["@graph"] if each["@type"] == "File"}
    assert found == {name: f"https://vell.example/data/{name}" for name in found}
    assert "contentUrl" not in files_of(homeless)[PATH].decode()


@pytest.mark.parametrize("site", [staying, *SLOW_OWN])
def test_the_zip_of_all_data_is_the_same_crate(site: Made) -> None:
    packed = zipfile.ZipFile(io.BytesIO(files_of(site)["data/all.zip"]))
    assert packed.read(PATH) == files_of(site)[PATH]
    assert list(wrong(read(site, PATH), lambda name: packed.read(f"data/{name}"))) == []
    described = {f"data/{name}" for name in ids(read(site, PATH), "File")} | {PATH}
    assert described == {name for name in packed.namelist() if name.startswith("data/")}


def ids(crate: dict[str, Any], kind: str) -> set[str]:
    return {each["@id"] for each in crate["@graph"] if each["@type"] == kind}


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_library_reads_the_crate(tmp_path: Path) -> None:
    crate = ROCrate(laid_out(staying, tmp_path))
    table = crate.get("gauge-levels.csv")
    assert (crate.name, crate.license.id) == ("Levels of the Vell: data", "https://spdx.org/licenses/CC0-1.0")
    assert table["license"]["description"] == staying().datasets["gauge-levels"].licence
    assert {each["creditText"] for each in table["isBasedOn"]} == {
        o.source.publisher for o in staying().datasets["gauge-levels"].observations
    }
    assert crate.get(f"{STAYS}.csv") is None
    assert "isBasedOn" not in crate.get(f"{STAYS}.json")


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_library_refuses_a_crate_without_a_root(tmp_path: Path) -> None:
    folder = laid_out(rivers, tmp_path)
    file = folder / "ro-crate-metadata.json"
    file.write_text(
        file.read_text(encoding="utf-8").replace('"@id":"./","@type"', '"@id":"#root","@type"'), encoding="utf-8"
    )
    with pytest.raises((ValueError, KeyError)):
        ROCrate(folder)


FAULTS: dict[str, tuple[Callable[[dict[str, dict[str, Any]]], object], str]] = {
    **{f"no {key}": (lambda graph, key=key: graph["./"].pop(key), f"no {key}") for key in ROOT},  # type: ignore[misc]
    "an older version": (lambda graph: graph["ro-crate-metadata.json"].update(conformsTo={"@id": "x"}), "a context of"),
    "a file that is no part": (lambda graph: graph["./"]["hasPart"].pop(), "no part"),
    "another digest": (lambda graph: graph["gauge-levels.csv"].update(sha256="0"), "another gauge-levels.csv"),
    "terms that nobody tells": (lambda graph: graph["gauge-levels.csv"].update(license={"@id": "#x"}), "undescribed"),
    "a misspelt word": (lambda graph: graph["./"].update(descripton="x"), "unknown word"),
    "a type that is none": (lambda graph: graph["#publisher"].update({"@type": "Organisation"}), "unknown type"),
}


@pytest.mark.parametrize(("fault", "found"), FAULTS.values(), ids=FAULTS)
def test_a_crate_is_refused_with(fault: Callable[[dict[str, dict[str, Any]]], object], found: str) -> None:
    crate = deepcopy(read(rivers, PATH))
    fault({each["@id"]: each for each in crate["@graph"]})
    told = list(wrong(crate, lambda name: files_of(rivers)[f"data/{name}"]))
    assert any(each.startswith(found) for each in told)
