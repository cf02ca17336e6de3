"""From files to the catalog: what is kept of the small site, and how each form of file is read."""

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from unicodedata import normalize

import pytest

from generators import load
from generators.load import place_names
from generators.model import Grain
from generators.model.problems import Where
from tests.fixtures.folders import edit
from tests.fixtures.invalid_sites import overlaid
from tests.fixtures.river_site import RIVERS, rivers


def test_a_row_becomes_an_observation_with_its_source_its_place_and_its_line() -> None:
    found = rivers().datasets["flood-peaks"].observations[1]
    assert (found.lower, found.value, found.upper) == (Decimal(500), Decimal(510), Decimal(520))
    assert (found.qualifier, found.status, found.checked) == ("about", None, True)
    assert found.period is not None
    assert found.period.grain is Grain.DAY
    assert found.place is rivers().places["RV-C"]
    assert found.source is rivers().sources["ferry-post-2019"]
    assert found.also_in == (rivers().sources["weir-report-2021"],)
    assert found.where == Where(path="data/levels/flood-peaks.csv", line=3)
    assert found.where.part("value").column == 22


def test_blanks_stay_blank_and_a_series_is_said_by_its_recorder() -> None:
    words = rivers().datasets["flood-peaks"].observations[3]
    assert (words.value, words.lower, words.upper, words.as_of) == (None, None, None, None)
    assert words.wording == "over the sills"
    assert {o.said_by for o in rivers().datasets["gauge-levels"].observations} == {"Vell River Board"}


def test_quoted_cells_keep_their_commas_and_quotation_marks() -> None:
    moved = next(o for o in rivers().observations if o.collected == "levels:level-b-06")
    assert moved.note == 'Measured from the new datum, "zero of 2020".'
    assert rivers().sources["ferry-post-2019"].title == "River at the sills, says lock keeper"


def test_a_sidecar_becomes_a_dataset() -> None:
    dataset = rivers().datasets["gauge-levels"]
    assert (dataset.topic, dataset.form, dataset.rhythm) == ("levels", "series", "monthly")
    assert list(dataset.indicators) == ["level", "low-days"]
    assert dataset.ended is not None
    assert dataset.ended.text == "2020-08"
    assert [each.label for each in dataset.breaks] == ["Datum moved at Birch Weir"]
    assert dataset.indicators["level"].concept in rivers().concepts


def test_places_keep_their_spellings_and_tiles() -> None:
    place = rivers().places["RV-A"]
    assert place.spellings == ("Alder Brigg", "Alderbridge")
    assert place.tile == (0, 1)
    assert (place.latitude, place.longitude) == (Decimal("10.50"), Decimal("20.25"))


def test_events_keep_the_file_s_order_and_all_their_sources() -> None:
    assert [event.collected for event in rivers().events] == ["levels:event-1", "levels:event-2", "levels:event-3"]
    assert [source.id for source in rivers().events[0].sources] == ["ferry-post-2019", "weir-report-2021"]


def test_a_briefing_knows_where_its_texts_begin() -> None:
    briefing = rivers().briefings["river-levels"]
    lines = (RIVERS / briefing.where.path).read_text(encoding="utf-8").split("\n")
    body, number = briefing.body, briefing.card_number
    assert body.markdown.split("\n") == lines[body.where.line - 1 :]
    assert lines[number.where.line - 1][number.where.column - 1 :].startswith(number.markdown)
    assert [each.change for each in briefing.revisions] == ["Corrected the level of Cress Lock in January."]


def test_a_text_below_its_key_begins_on_the_next_line(tmp_path: Path) -> None:
    path = "content/briefings/river-levels.md"
    site = edited(tmp_path, path, "card_number: '", "card_number: >-\n  '")
    catalog, _ = load.load_catalog(site)
    assert catalog is not None
    number = catalog.briefings["river-levels"].card_number
    assert number.where == Where(path=path, line=7)


def test_the_rest_of_content_is_read() -> None:
    catalog = rivers()
    assert list(catalog.standing) == ["about.md", "methodology.md"]
    assert list(catalog.charts) == ["levels", "peaks"]
    assert catalog.charts["levels"].series == (("gauge-levels", "level"),)
    assert catalog.charts["levels"].places == ("RV-A", "RV-B", "RV-C")
    assert catalog.terms["datum"].also == ("gauge zero",)
    assert catalog.corrections[0].pages == ("briefings/river-levels.md",)
    assert catalog.left_out[0].kept_as == "levels:level-a-01"
    assert catalog.config.takedown_days == 5
    assert catalog.geometry is None


def test_nothing_read_can_be_changed() -> None:
    catalog = rivers()
    for mapping in (
        catalog.sources, catalog.places, catalog.concepts, catalog.datasets, catalog.charts, catalog.briefings,
        catalog.standing, catalog.terms, catalog.config.topics, catalog.datasets["flood-peaks"].indicators,
    ):  # fmt: skip
        assert isinstance(mapping, MappingProxyType)


@pytest.mark.parametrize(
    "path",
    [
        "data/LEFT_OUT.csv", "data/corrections.yml", "data/events.csv", "content/glossary.yml", "content/charts",
        "content/briefings", "data/levels",
    ],
)  # fmt: skip
def test_a_site_can_do_without(path: str, tmp_path: Path) -> None:
    site = whole(tmp_path)
    (site / path).rename(tmp_path / "aside")
    catalog, problems = load.load_catalog(site)
    assert not problems
    assert catalog is not None


def test_a_file_of_comments_is_an_empty_list(tmp_path: Path) -> None:
    site = whole(tmp_path)
    (site / "data/corrections.yml").write_text("# None so far.\n", encoding="utf-8")
    catalog, problems = load.load_catalog(site)
    assert not problems
    assert catalog is not None
    assert catalog.corrections == ()


def test_one_place_of_a_chart_needs_no_list(tmp_path: Path) -> None:
    catalog, _ = load.load_catalog(edited(tmp_path, "content/charts/levels.yml", "[RV-A, RV-B, RV-C]", "each"))
    assert catalog is not None
    assert catalog.charts["levels"].places == ("each",)


def test_hidden_files_what_editors_leave_and_assets_are_let_be(tmp_path: Path) -> None:
    site = whole(tmp_path)
    for path in (
        "data/.DS_Store", "data/levels/gauge-levels.csv~", "data/levels/.#flood-peaks.csv", "content/#about.md#",
        "content/.drafts/idea.md", "content/assets/maps/weir.png", "data/COLLECTED.csv",
    ):  # fmt: skip
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(b"")
    assert load.load_catalog(site)[1] == ()


@pytest.mark.parametrize(
    "path", ["data/LEFT_OUT.csv", "content/about.md", "content/charts/levels.yml", "data/places.csv"]
)
def test_a_folder_where_a_file_belongs_is_a_problem(path: str, tmp_path: Path) -> None:
    site = whole(tmp_path)
    (site / path).unlink()
    (site / path).mkdir()
    assert [problem.where.path for problem in load.load_catalog(site)[1]] == [path]


def test_no_indicator_is_one_problem_not_one_a_row(tmp_path: Path) -> None:
    path = "data/levels/flood-peaks.yml"
    site = whole(tmp_path)
    head = (site / path).read_text(encoding="utf-8").partition("indicators:")[0]
    for blank in ("", " {}", " []", " ~"):
        (site / path).write_text(f"{head}indicators:{blank}\n", encoding="utf-8")
        assert [problem.subject for problem in load.load_catalog(site)[1]] == ["indicators"]


def test_a_broken_file_does_not_make_every_name_on_it_unknown(tmp_path: Path) -> None:
    _, problems = load.load_catalog(edited(tmp_path, "data/sources.csv", "id,publisher", "id;publisher"))
    assert {problem.where.path for problem in problems} == {"data/sources.csv"}


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Alder-Brigg", "alder brigg"),
        ("ALDER BRIGG", "alder brigg"),
        ("Al-Ālder", "alder"),
        ("Ta'mim", "tamim"),
        ("At-Ta'mim Governorate", "tamim"),
        ("محافظة الأنهار", "الانهار"),
        ("کەنار", "كەنار"),
        ("al-", "al"),
        ("", ""),
    ],
)
def test_spellings_of_one_name_have_one_key(name: str, key: str) -> None:
    assert place_names.spelling_key(name) == key


def test_every_spelling_leads_to_its_code() -> None:
    codes = place_names.codes(rivers().places.values())
    assert {codes[place_names.spelling_key(n)] for n in ("rv-a", "Elderbrygge", "alder bridge", "ALDERBRIDGE")} == {
        "RV-A"
    }


def whole(folder: Path) -> Path:
    """A copy of the small site."""
    return overlaid(folder / "no-changes", folder / "site")


def edited(folder: Path, path: str, old: str, new: str) -> Path:
    """A copy of the small site with one passage of one file replaced."""
    site = whole(folder)
    edit(site / path, old, new)
    return site


def test_a_copy_reads_like_the_original(tmp_path: Path) -> None:
    catalog, problems = load.load_catalog(whole(tmp_path))
    assert not problems
    assert catalog is not None
    assert isinstance(catalog.sources, Mapping)
    assert list(catalog.observations) == list(rivers().observations)


def test_letters_are_composed_on_reading(tmp_path: Path) -> None:
    site = whole(tmp_path)
    path = site / "data/places.csv"
    path.write_text(
        normalize("NFD", path.read_text(encoding="utf-8").replace("Alder Bridge", "Nīnawá")), encoding="utf-8"
    )
    catalog, problems = load.load_catalog(site)
    assert not problems
    assert catalog is not None
    assert catalog.places["RV-A"].name == "Nīnawá"


def test_a_published_file_has_a_name_in_composed_letters(tmp_path: Path) -> None:
    site = whole(tmp_path)
    (site / "content/assets").mkdir(exist_ok=True)
    (site / "content/assets" / normalize("NFD", "é.png")).write_bytes(b"")
    (told,) = load.load_catalog(site)[1]
    assert (told.expected, told.advice) == (
        "a name in composed characters (NFC)",
        "Rename it to é.png, retyped: its accents are separate characters.",
    )
