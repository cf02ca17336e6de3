"""References: what other people's readers of BibTeX, RIS and CSL-JSON find in the files, and what a page shows of them."""

import json
from dataclasses import replace

import pytest
import rispy

from generators.metadata.citation_formats import bibtex, csl_json, ris
from generators.metadata.csl_items import numbers, of_a_source, ours, references
from generators.model import Catalog
from tests.fixtures.citations import PLACED, RIS, SOURCE, read, year
from tests.fixtures.real_site import real
from tests.fixtures.river_site import rivers

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("catalog", [PLACED, real()], ids=["rivers", "real"])
def test_a_parser_finds_every_reference_with_its_year_title_and_authors(catalog: Catalog) -> None:
    items = list(references(catalog).values())
    entries = read(bibtex(items))
    records = rispy.loads(ris(items))
    assert len({entry["key"] for entry in entries}) == len(items) == len(records)
    for item, entry, record in zip(items, entries, records, strict=True):
        assert entry["key"] == record["id"] == item["id"]
        assert entry.get("year", "") == record.get("year", "") == year(item)
        assert record["title"] == item["title"]
        assert record["authors"]


def test_a_grade_is_told_to_programs_and_printed_in_no_bibliography() -> None:
    graded = next(source for source in real().sources.values() if source.party and source.party.grade)
    item = of_a_source(graded)
    assert item["custom"] == {"grade": graded.party and graded.party.grade}
    assert json.loads(csl_json([item])) == [item]
    for form in (bibtex, ris):
        assert form([item]) == form([{name: value for name, value in item.items() if name != "custom"}])
    assert "grade" not in bibtex([item]) + ris([item])


def test_no_name_is_taken_apart_by_readers_of_ris() -> None:
    """Pandoc, Zotero and others take what is before the first comma for the family name: here that is the whole name."""
    author = "Board of Locks (BL), Vell , North; Example Body Count; AFP,"
    (record,) = rispy.loads(ris([of_a_source(replace(SOURCE, author=author))]))
    assert record["authors"] == ["Board of Locks (BL) Vell North,", "Example Body Count,", "AFP,"]
    every = [item for dataset in real().datasets.values() for item in numbers(dataset, real())]
    found = rispy.loads(ris([*references(real()).values(), *every]))
    assert {name.partition(",")[1:] for record in found for name in record["authors"]} == {(",", "")}


@pytest.mark.parametrize("catalog", [PLACED, real()], ids=["rivers", "real"])
def test_every_line_of_ris_is_a_field_of_a_whole_record(catalog: Catalog) -> None:
    assert RIS.fullmatch(ris(references(catalog).values()))


def test_a_date_is_as_precise_as_it_is_known() -> None:
    found = {of_a_source(s)["id"]: of_a_source(s).get("issued") for s in real().sources.values()}
    assert found["964-2025-05-13"] == {"date-parts": [[2025, 5, 13]]}
    assert found["964-2025-late"] == {"date-parts": [[2025]]}
    undated = {s.id for s in real().sources.values() if s.published is None}
    assert undated == {name for name, issued in found.items() if issued is None}


def test_no_identifier_is_invented_and_no_address_where_none_is_known() -> None:
    told = json.dumps([list(references(rivers()).values()), list(references(real()).values())])
    assert '"DOI"' not in told
    homeless = replace(PLACED, config=replace(PLACED.config, address=""))
    assert all("URL" not in item for item in ours(homeless).values())
    assert all(str(item["URL"]).startswith("https://rivers.example/b/") for item in ours(PLACED).values())


def test_files_of_several_datasets_can_be_put_together() -> None:
    """Reference managers take two items of one id for the same."""
    catalog = real()
    every = [item for dataset in catalog.datasets.values() for item in numbers(dataset, catalog)]
    ids = [str(item["id"]) for item in (*references(catalog).values(), *every)]
    assert len(ids) == len(set(ids)) > len(every) > 2000
    entries = read(bibtex(every))
    records = rispy.loads(ris(every))
    assert [e["key"] for e in entries] == [r["id"] for r in records] == [item["id"] for item in every]
    assert RIS.fullmatch(ris(every))
