"""Who counted the same thing: found by concept, place and period; set side by side; never averaged."""

import re
from dataclasses import replace
from decimal import Decimal

from generators.agreement import alike, by_subject, disagreements, origins, side_by_side, subject
from generators.pages.datasets import datasets
from generators.pages.disagreements import disagreement_pages
from generators.panels import mark, panel
from generators.passports import passport
from tests.real import real
from tests.rivers import rivers

PEAKS = rivers().datasets["flood-peaks"].observations


def test_the_same_thing_is_one_concept_place_and_period() -> None:
    found = by_subject(rivers())
    for rows in found.values():
        assert len({subject(o) for o in rows}) == 1
    assert sum(map(len, found.values())) == sum(1 for o in rivers().observations if o.period)
    assert alike(PEAKS[0], found) == found[subject(PEAKS[0])]  # type: ignore[index]
    undated = replace(PEAKS[0], period=None)
    assert alike(undated, found) == (undated,)


def test_two_documents_of_one_origin_are_one_witness() -> None:
    twice = next(o for o in rivers().observations if o.also_in)
    assert origins(twice) == {"Cress Lock office", "Society of Millers"}
    wire = tuple(replace(source, origin="Cress Lock office") for source in twice.also_in)
    assert origins(replace(twice, also_in=wire)) == {"Cress Lock office"}


def test_two_speakers_with_different_figures_disagree() -> None:
    (found,) = (one for one in disagreements(rivers()) if one.place.code == "RV-C" and one.period.text == "2019-11-09")
    assert {o.said_by for o in found.observations} == {"Lock keeper of Cress Lock", "Vell River Board"}
    assert (found.low, found.high) == (Decimal(450), Decimal(520))


def test_one_speaker_alone_does_not_disagree_with_himself() -> None:
    assert all(len({(o.dataset, o.said_by) for o in one.observations}) > 1 for one in disagreements(real()))


def test_known_disagreements_of_the_evidence_are_found() -> None:
    found = {(one.concept, one.place.code, one.period.text): one for one in disagreements(real())}
    year = found[("civilians-killed", "IQ", "2014")]
    assert (year.low, year.high) == (Decimal(12282), Decimal(20218))
    assert len(side_by_side(real(), "civilians-killed", ["IQ"], "2014")) == len(year.observations)


def test_a_panel_names_the_places_only_where_they_differ() -> None:
    lock, weir = (replace(PEAKS[0], place=rivers().places[code]) for code in ("RV-C", "RV-B"))
    assert "<td>Birch Weir: " in panel("x.md", rivers(), "Peaks", [lock, weir])
    assert "Birch Weir: " not in panel("x.md", rivers(), "Peaks", [weir, weir])


def test_a_mark_stands_in_the_cell_of_its_figure() -> None:
    shown = panel("x.md", rivers(), "Peaks", PEAKS)
    assert shown.count("</a><svg") == shown.count("<svg") > 1


def test_the_list_leads_to_every_disagreement_once() -> None:
    pages = {page.path: page for page in disagreement_pages(real())}
    panels = sum(page.markdown.count('<table class="data">') for page in pages.values())
    assert panels == len(disagreements(real()))
    index = pages["disagreements/index.md"].markdown
    for path in pages:
        assert (
            path == "disagreements/index.md"
            or path.removeprefix("disagreements/").removesuffix(".md") + ".html" in index
        )


def test_a_range_is_a_bar_a_floor_has_an_open_end_and_nothing_is_averaged() -> None:
    ranged = next(o for o in PEAKS if o.lower == 450)
    drawn = mark(ranged, Decimal(500))
    assert 'x1="81.2%"' in drawn
    assert 'x2="86.5%"' in drawn
    assert "circle" not in drawn
    floor = replace(ranged, lower=None, upper=None, value=Decimal(250), qualifier="at_least")
    assert mark(floor, Decimal(500)) == (
        '<svg class="strip" aria-hidden="true"><line class="open" x1="46.0%" x2="100%" y1="8" y2="8"/>'
        '<circle cx="46.0%" cy="8" r="4"/></svg>'
    )


def test_every_row_on_which_others_differ_leads_to_the_panel_and_no_other_does() -> None:
    told = {page.path: page.markdown for page in datasets(real())}
    leading = sum(text.count(">Others differ</a>") for text in told.values())
    on_pages = {o for one in disagreements(real()) for o in one.observations if real().datasets[o.dataset].rows}
    assert leading == len(on_pages) > 500
    (row,) = re.findall(r'<tr id="killed\.iq\.2018-02">.*?</tr>', told["datasets/unami-monthly/killed-2018.md"])
    assert re.search(r'href="\.\./\.\./disagreements/[\w-]+-2018[\w-]*\.html#iq\.2018-02">Others differ</a>', row)
    assert "Counts: " in told["datasets/unami-monthly/killed-2018.md"]


def test_a_card_leads_to_the_panel_if_there_is_one() -> None:
    (found,) = (one for one in disagreements(rivers()) if one.place.code == "RV-C" and one.period.text == "2019-11-09")
    first, *others = found.observations
    assert "All, side by side</a>" in passport("briefings/x.md", rivers(), first, others)
    same = [replace(first, said_by="Another")]
    assert "All, side by side" not in passport("briefings/x.md", rivers(), first, same)
