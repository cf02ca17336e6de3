"""Who is named as what: whoever put figures together has made the compilation, and those who counted stand in every form of it."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
import rispy
import yaml
from bibtexparser.entrypoint import parse_string

from generators.analysis.chart_selection import expanded
from generators.components.citations import BOX, box
from generators.components.download_links import dataset_downloads, downloads
from generators.metadata.citation_styles import APA, styled
from generators.metadata.csl_items import (
    Item,
    credited,
    in_a_line,
    numbers,
    of_a_chart,
    of_a_dataset,
    of_all_data,
    ours,
)
from generators.pages.head.highwire import citation_tags
from generators.pages.head.json_ld import linked_data
from tests.fixtures.assembled_site import made
from tests.fixtures.exported_files import files_of
from tests.fixtures.real_site import real
from tests.fixtures.river_site import rivers

DATASET = rivers().datasets["gauge-levels"]
EDITION = rivers().edition
PUBLISHER = EDITION.publisher
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
    head = dict(citation_tags(rivers(), made()))[f"datasets/{DATASET.id}.md"]
    told = dict(re.findall(r'<meta name="citation_(\w+)" content="([^"]*)">', head))
    return told["author"], told["title"]


def json_ld() -> tuple[str, object]:
    heads = [head for path, head in linked_data(rivers(), made()) if path == f"datasets/{DATASET.id}.md"]
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


def test_no_work_of_a_recorder_gets_our_year_or_version() -> None:
    for item in ours(real()).values():
        assert item["author"] == [{"literal": real().edition.publisher}]
    for dataset in real().datasets.values():
        assert dataset.recorder in str(of_a_dataset(dataset, real())["title"])


def test_a_title_credits_each_recorder_once_unless_it_names_them_itself() -> None:
    other = replace(DATASET, recorder="Lock keepers")
    assert credited("Levels", [DATASET, other, DATASET]) == "Levels. Figures: Vell River Board; Lock keepers"
    assert credited("Levels, by the Vell River Board", [DATASET]) == "Levels, by the Vell River Board"
    assert credited("How high?", [DATASET]) == "How high? Figures: Vell River Board"
    assert credited("The gauges", []) == "The gauges"


def plain(reference: str) -> str:
    return unescape(re.sub(r"<[^>]+>", "", reference))


def test_the_plain_line_is_what_the_processor_makes_in_apa(tmp_path: Path) -> None:
    items: dict[str, Item] = {"all": of_all_data(EDITION), **ours(rivers())}
    items |= dict(list(ours(real()).items())[::9])
    items["elsewhere"] = {**items["all"], "container-title": "An almanac", "publisher": "A press"}
    told = {path: item for path, item in items.items() if item["type"] != "report"}
    told |= {str(item["id"]): item for item in list(numbers(DATASET, rivers()))[::3]}
    told |= {str(item["id"]): item for item in numbers(real().datasets["hashimi-kidnap-murder"], real())}
    texts = styled([(APA, path) for path in told], told, tmp_path / "references.json")
    assert {path: in_a_line(item) for path, item in told.items()} == {path: plain(t) for (_, path), t in texts.items()}


def test_a_page_words_its_own_reference_once() -> None:
    page = f"datasets/{DATASET.id}.md"
    spec = next(spec for spec in expanded(rivers()).values() if spec.series)
    line = in_a_line(of_a_chart(spec, rivers()))
    own, elsewhere = (unescape(downloads(path, spec, rivers())) for path in (f"charts/{spec.slug}.md", page))
    for row in (own, dataset_downloads(page, DATASET, rivers())):
        assert f'<a href="#{BOX}">Cite</a>' in row
        assert "<summary>Cite</summary>" not in row
    assert line not in own
    assert line in elsewhere
    assert f'id="{BOX}"' in box(page, of_a_dataset(DATASET, rivers()))
