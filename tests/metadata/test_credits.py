"""Who is named as what: whoever put figures together has made the compilation, and those who counted stand in every form of it."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from html import unescape

import pytest
import rispy
import yaml
from bibtexparser.entrypoint import parse_string

from generators.analysis.chart_selection import expanded
from generators.charts.data.chart_data import chart_data
from generators.components.citations import citation_box
from generators.components.download_links import chart_downloads, dataset_downloads
from generators.metadata.csl_items import (
    citation_line,
    credited,
    of_a_chart,
    of_a_dataset,
)
from generators.pages.head.highwire import citation_tags
from generators.pages.head.json_ld import linked_data
from tests.fixtures.assembled_site import made
from tests.fixtures.credits import DATASET
from tests.fixtures.exported_files import files_of
from tests.fixtures.river_site import rivers

PUBLISHER = rivers().config.publisher
NAME = f"cite/datasets/{DATASET.id}"


def text(name: str) -> str:
    return files_of(rivers)[name].decode()


def cff() -> tuple[str, object]:
    references = yaml.safe_load(text("data/CITATION.cff"))["references"]
    (own,) = (each for each in references if each["title"].startswith(DATASET.title))
    return own["authors"][0]["name"], own["title"]


def datacite() -> tuple[str, object]:
    told = json.loads(text(f"data/{DATASET.id}.datacite.json"))
    (collector,) = (each for each in told["contributors"] if each["contributorType"] == "DataCollector")
    return told["creators"][0]["name"], collector["name"]


def dcat() -> tuple[str, object]:
    told = json.loads(text("data/catalogue.jsonld"))
    (own,) = (each for each in told["dcat:dataset"] if each["@id"].endswith(f"#{DATASET.id}"))
    assert told["dct:publisher"]["@id"] == own["dct:creator"]["@id"]
    return told["dct:publisher"]["foaf:name"], own["dct:contributor"]["foaf:name"]


def crate() -> tuple[str, object]:
    told = {each["@id"]: each for each in json.loads(text("data/ro-crate-metadata.json"))["@graph"]}
    own = told[f"{DATASET.id}.csv"]
    return told[own["creator"]["@id"]]["name"], own["creditText"]


def bibtex() -> tuple[str, object]:
    (entry,) = parse_string(text(f"{NAME}.bib")).entries
    fields = {field.key: field.value for field in entry.fields}
    return fields["author"].strip("{}"), fields["title"]


def ris() -> tuple[str, object]:
    (found,) = rispy.loads(text(f"{NAME}.ris"))
    return found["authors"][0].removesuffix(","), found["title"]  # the comma says that the whole is one name


def csl() -> tuple[str, object]:
    (item,) = json.loads(text(f"{NAME}.json"))
    return item["author"][0]["literal"], item["title"]


def highwire() -> tuple[str, object]:
    (head,) = citation_tags(rivers(), made(), made().pages[f"datasets/{DATASET.id}.md"])
    told = dict(re.findall(r'<meta name="citation_(\w+)" content="([^"]*)">', head))
    return told["author"], told["title"]


def json_ld() -> tuple[str, object]:
    heads = [*linked_data(rivers(), made(), made().pages[f"datasets/{DATASET.id}.md"])]
    told = json.loads(re.sub(r"<[^>]+>", "", heads[-1]))
    return told["creator"]["name"], told["creditText"]


FORMATS: tuple[Callable[[], tuple[str, object]], ...] = (
    cff, datacite, dcat, crate, bibtex, ris, csl, highwire, json_ld
)  # fmt: skip


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: str(form.__name__))
def test_each_format_names_the_publisher_as_author_and_the_recorder_beside(
    form: Callable[[], tuple[str, object]],
) -> None:
    author, credit = form()
    assert author == PUBLISHER != DATASET.recorder
    assert DATASET.recorder in str(credit)


def test_a_title_credits_each_recorder_once_unless_it_names_them_itself() -> None:
    other = replace(DATASET, recorder="Lock keepers")
    assert credited("Levels", [DATASET, other, DATASET]) == "Levels. Figures: Vell River Board; Lock keepers"
    assert credited("Levels, by the Vell River Board", [DATASET]) == "Levels, by the Vell River Board"
    assert credited("How high?", [DATASET]) == "How high? Figures: Vell River Board"
    assert credited("The gauges", []) == "The gauges"


def test_a_page_words_its_own_reference_once() -> None:
    page = f"datasets/{DATASET.id}.md"
    spec = next(spec for spec in expanded(rivers()).values() if spec.series)
    line = citation_line(of_a_chart(chart_data(spec, rivers())))
    own, elsewhere = (
        unescape(chart_downloads(path, rivers(), chart_data(spec, rivers())))
        for path in (f"charts/{spec.slug}.md", page)
    )
    for row in (own, dataset_downloads(page, DATASET, rivers())):
        assert '<a href="#cite">Cite</a>' in row
        assert "<summary>Cite</summary>" not in row
    assert line not in own
    assert line in elsewhere
    assert 'id="cite"' in citation_box(page, rivers(), of_a_dataset(DATASET, rivers()))
