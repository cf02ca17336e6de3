"""The catalogue in DCAT: read as a graph by rdflib, judged by pyshacl, each demand with a fault that it must catch."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from hashlib import sha256
from typing import Any

import pyshacl
import pytest
from rdflib import DCAT, DCTERMS, RDFS, Graph, Namespace, URIRef

from generators.model import Catalog
from tests.fixtures.addressed_sites import awkward, by_page, by_post, homeless
from tests.fixtures.exported_files import files_of
from tests.fixtures.real_site import OWN, SLOW_OWN, real
from tests.fixtures.repository import TESTS
from tests.fixtures.river_site import STAYS, rivers, staying

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib warns of its own parser

Made = Callable[[], Catalog]
PLACE = "https://example.org/data/catalogue.jsonld"
ROOT = "https://vell.example/"
HERE = f"{ROOT}data/catalogue.jsonld"
SHAPES = TESTS / "fixtures/schemas" / "dcat.ttl"
VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
SPDX = "http://spdx.org/rdf/terms#"


@cache
def shapes() -> Graph:
    """The demands."""
    return Graph().parse(SHAPES)


def graph_of(document: bytes | str, place: str | None = None) -> Graph:
    """The document as a graph: as harvesters parse it, a text without its address, or as fetched from a place."""
    return Graph().parse(data=document, format="json-ld", publicID=place)


def real_at_an_address() -> Catalog:
    """The real site as a build server publishes it."""
    return replace(real(), config=replace(real().config, address="https://evidence.example/iraq/"))


def addresses_of(graph: Graph) -> set[str]:
    """Every name in the graph that is an address."""
    return {str(node) for triple in graph for node in triple if isinstance(node, URIRef)}


def complaints(graph: Graph) -> str:
    """What the judge has against the graph; empty if nothing."""
    fine, _, told = pyshacl.validate(graph, shacl_graph=shapes())
    return "" if fine else str(told)


AT_AN_ADDRESS = tuple(pytest.param(real_at_an_address, marks=pytest.mark.slow) for _ in OWN)


@pytest.mark.parametrize("site", [homeless, awkward, staying, *SLOW_OWN, by_page, by_post])
def test_the_shapes_accept_the_catalogue(site: Made) -> None:
    assert complaints(graph_of(files_of(site)["data/catalogue.jsonld"])) == ""


@pytest.mark.parametrize("site", [rivers, awkward, staying, *AT_AN_ADDRESS])
def test_a_harvester_that_parses_a_text_gets_whole_addresses(site: Made) -> None:
    """Which lead to what is published, at the site's own address."""
    root = site().config.address
    graph = graph_of(files_of(site)["data/catalogue.jsonld"])
    assert {name for name in addresses_of(graph) if not re.match("https?://|mailto:", name)} == set()
    for predicate in (DCAT.downloadURL, DCAT.accessURL):
        found = {str(name).removeprefix(root) for name in graph.objects(predicate=predicate)}
        assert found
        assert found <= files_of(site).keys()
    pages = {str(name) for name in graph.objects(predicate=DCAT.landingPage)}
    assert pages == {f"{root}downloads.html", *(f"{root}datasets/{name}.html" for name in site().datasets)}


@pytest.mark.parametrize("site", [homeless, *SLOW_OWN])
def test_a_catalogue_of_a_site_without_an_address_says_so_and_is_read_from_its_place(site: Made) -> None:
    graph = graph_of(files_of(site)["data/catalogue.jsonld"], PLACE)
    (comment,) = graph.objects(predicate=RDFS.comment)
    assert "addresses of the site are relative to this file" in str(comment)
    name = next(iter(site().datasets))
    assert f"{PLACE}#{name}" in addresses_of(graph)
    assert {str(page) for page in graph.objects(URIRef(f"{PLACE}#{name}"), DCAT.landingPage)} == {
        f"https://example.org/datasets/{name}.html"
    }
    assert not list(graph_of(files_of(rivers)["data/catalogue.jsonld"]).objects(predicate=RDFS.comment))


CONTACTS = {
    rivers: (VCARD.hasEmail, "mailto:post@vell.example"),
    by_page: (VCARD.hasURL, "https://vell.example/write.html"),
}


@pytest.mark.parametrize(("site", "contact"), CONTACTS.items())
def test_who_answers_is_reached_by_mail_or_on_a_page(site: Made, contact: tuple[URIRef, str]) -> None:
    graph = graph_of(files_of(site)["data/catalogue.jsonld"])
    ways = {(p, str(o)) for p in (VCARD.hasEmail, VCARD.hasURL) for o in graph.objects(predicate=p)}
    assert ways == {contact}


@pytest.mark.parametrize("site", [staying, *SLOW_OWN])
def test_the_catalogue_has_every_file_with_its_size_and_digest(site: Made) -> None:
    graph = graph_of(files_of(site)["data/catalogue.jsonld"], PLACE)
    found = set()
    for one in graph.subjects(predicate=DCAT.downloadURL):
        address = str(graph.value(one, DCAT.downloadURL)).removeprefix(site().config.address or "https://example.org/")
        content = files_of(site)[address]
        checksum = graph.value(one, URIRef(f"{SPDX}checksum"))
        assert str(graph.value(checksum, URIRef(f"{SPDX}checksumValue"))) == sha256(content).hexdigest()
        assert str(graph.value(one, DCAT.byteSize)) == str(len(content))
        found.add(address)
    own = (f"data/{name}." for name in ("all", *site().datasets))
    assert found == {path for start in own for path in files_of(site) if path.startswith(start)}
    assert len(set(graph.objects(predicate=DCAT.dataset))) == 1 + len(site().datasets)


def test_a_dataset_whose_rows_stay_names_no_document() -> None:
    told = {each["@id"]: each for each in json.loads(files_of(staying)["data/catalogue.jsonld"])["dcat:dataset"]}
    assert told[f"{HERE}#{STAYS}"]["dct:source"] == []
    assert all(not each["@id"].endswith(".csv") for each in told[f"{HERE}#{STAYS}"]["dcat:distribution"])


def test_a_document_is_named_by_its_address_or_by_the_page_that_stands_for_it() -> None:
    graph = graph_of(files_of(awkward)["data/catalogue.jsonld"])
    assert {str(one) for one in graph.objects(URIRef(f"{HERE}#flood-peaks"), DCTERMS.source)} == {
        f"{ROOT}sources/ferry-post-2019.html",
        "https://vell-board.example/almanac-2020",
        "https://millers.example/%7Bweir%7D%7C2.pdf",
    }
    assert graph.serialize(format="nt")


FAULTS: dict[str, Callable[[dict[str, Any], dict[str, Any]], object]] = {
    "no publisher": lambda catalogue, _: catalogue.pop("dct:publisher"),
    "no licence": lambda catalogue, _: catalogue.pop("dct:license"),
    "a dataset without a title": lambda _, dataset: dataset.pop("dct:title"),
    "a dataset of an unknown theme": lambda _, dataset: dataset.update({"dcat:theme": {"@id": "#topic-x"}}),
    "a time that ends before it begins": lambda _, dataset: dataset["dct:temporal"].update(
        {"dcat:endDate": {"@value": "1999-01-01", "@type": "xsd:date"}}
    ),
    "a day of change before that of issue": lambda _, dataset: dataset["dct:modified"].update({"@value": "1999-01-01"}),
    "a source in words": lambda _, dataset: dataset.update({"dct:source": "an almanac"}),
    "a file without an address": lambda _, dataset: dataset["dcat:distribution"][0].pop("dcat:accessURL"),
    "a file without terms": lambda _, dataset: dataset["dcat:distribution"][0].pop("dct:rights"),
    "a short digest": lambda _, dataset: dataset["dcat:distribution"][0]["spdx:checksum"].update(
        {"spdx:checksumValue": {"@value": "abcd", "@type": "xsd:hexBinary"}}
    ),
    "a recorder without a name": lambda _, dataset: dataset["dct:contributor"].pop("foaf:name"),
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_the_shapes_refuse(fault: Callable[[dict[str, Any], dict[str, Any]], object]) -> None:
    document = json.loads(files_of(rivers)["data/catalogue.jsonld"])
    fault(document, document["dcat:dataset"][1])
    assert complaints(graph_of(json.dumps(document)))
