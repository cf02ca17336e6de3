"""Who counted the same thing: found by concept, place and period; set side by side; never averaged."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from generators.analysis.disagreements import (
    alike,
    by_subject,
    disagreement_among,
    disagreements,
    subject,
    witnesses,
)
from generators.components.disagreement_panel import axis_mark, disagreement_panel
from generators.components.templates import render_macro
from generators.components.value_card import value_card
from generators.model import Incomparable
from tests.fixtures.river_site import rivers

PEAKS = rivers().datasets["flood-peaks"].observations


def test_the_same_thing_is_one_concept_place_and_period() -> None:
    found = by_subject(rivers())
    for rows in found.values():
        assert len({subject(o) for o in rows}) == 1
    assert sum(map(len, found.values())) == sum(1 for o in rivers().observations if o.period)
    assert alike(PEAKS[0], found) == found[subject(PEAKS[0])]  # type: ignore[index]
    undated = replace(PEAKS[0], period=None)
    assert alike(undated, found) == (undated,)


def test_two_documents_with_one_statement_are_one_witness() -> None:
    twice = next(o for o in rivers().observations if o.also_in)
    assert witnesses(twice, [twice]) == {"Lock keeper of Cress Lock"}
    assert "(2 documents, 1 origin)" in render_macro(rivers(), "x.md", "links", "sources", twice)


def test_two_bodies_with_one_figure_are_two_witnesses_and_no_disagreement() -> None:
    keeper = PEAKS[1]
    miller = replace(keeper, said_by="Edda Quill", origin="Society of Millers", also_in=())
    assert witnesses(keeper, [keeper, miller]) == {"Lock keeper of Cress Lock", "Society of Millers"}
    assert disagreement_among(rivers(), [keeper, miller]) is None
    assert "Society of Millers gives the same figure." in value_card("briefings/x.md", rivers(), keeper, [miller])


def test_a_newspaper_confirms_nobody() -> None:
    keeper, press = PEAKS[1], PEAKS[3].speaker
    paper = replace(keeper, said_by="The Ferry Post", origin="The Ferry Post", speaker=press, also_in=())
    assert witnesses(keeper, [keeper, paper]) == {"Lock keeper of Cress Lock"}
    assert witnesses(paper, [paper]) == {"The Ferry Post"}


@pytest.mark.parametrize(
    ("change", "meet"),
    [
        pytest.param({}, True, id="two bodies"),
        pytest.param({"origin": "Lock keeper of Cress Lock"}, False, id="one origin"),
        pytest.param({"indicator": replace(PEAKS[2].indicator, unit="metres")}, False, id="another unit"),
        pytest.param({"value": None, "lower": None, "upper": None}, False, id="no number"),
    ],
)
def test_figures_meet_only_if_two_bodies_state_them_in_one_unit(change: dict[str, Any], *, meet: bool) -> None:
    rows = [PEAKS[1], replace(PEAKS[2], **change)]
    assert (disagreement_among(rivers(), rows) is not None) == meet


def test_a_part_and_its_whole_never_meet() -> None:
    part = replace(PEAKS[2], indicator=replace(PEAKS[2].indicator, id="part"))
    apart = Incomparable(a=("flood-peaks", "peak"), b=("flood-peaks", "part"), why="A part.", where=part.where)
    assert disagreement_among(rivers(), [PEAKS[1], part]) is not None
    assert disagreement_among(replace(rivers(), incomparable=(apart,)), [PEAKS[1], part]) is None


def test_a_panel_says_whom_each_counts_before_its_figure_where_they_differ() -> None:
    other = replace(PEAKS[2], indicator=replace(PEAKS[2].indicator, population="marks on walls"))
    assert "counts marks on walls</span></td><td>" in disagreement_panel("x.md", rivers(), "Peaks", [PEAKS[1], other])
    assert "counts " not in disagreement_panel("x.md", rivers(), "Peaks", PEAKS)


def test_two_speakers_with_different_figures_disagree() -> None:
    (found,) = (one for one in disagreements(rivers()) if one.place.code == "RV-C" and one.period.text == "2019-11-09")
    assert {o.said_by for o in found.observations} == {"Lock keeper of Cress Lock", "Vell River Board"}
    assert (found.low, found.high) == (Decimal(450), Decimal(520))


def test_a_panel_names_the_places_only_where_they_differ() -> None:
    lock, weir = (replace(PEAKS[0], place=rivers().places[code]) for code in ("RV-C", "RV-B"))
    assert "<td>Birch Weir: " in disagreement_panel("x.md", rivers(), "Peaks", [lock, weir])
    assert "Birch Weir: " not in disagreement_panel("x.md", rivers(), "Peaks", [weir, weir])


def test_a_mark_stands_in_the_cell_of_its_figure() -> None:
    shown = disagreement_panel("x.md", rivers(), "Peaks", PEAKS)
    assert shown.count("</a><svg") == shown.count("<svg") > 1


def test_a_range_is_a_bar_a_floor_has_an_open_end_and_nothing_is_averaged() -> None:
    ranged = next(o for o in PEAKS if o.lower == 450)
    drawn = axis_mark(ranged, Decimal(500))
    assert 'x1="81.2%"' in drawn
    assert 'x2="86.5%"' in drawn
    assert "circle" not in drawn
    floor = replace(ranged, lower=None, upper=None, value=Decimal(250), qualifier="at_least")
    assert axis_mark(floor, Decimal(500)) == (
        '<svg class="strip" aria-hidden="true" data-skip="plain"><line class="open" x1="46.0%" x2="100%" y1="8" y2="8"/>'
        '<circle cx="46.0%" cy="8" r="4"/></svg>'
    )


def test_a_card_leads_to_the_panel_if_there_is_one() -> None:
    (found,) = (one for one in disagreements(rivers()) if one.place.code == "RV-C" and one.period.text == "2019-11-09")
    first, *others = found.observations
    assert "Compare all figures</a>" in value_card("briefings/x.md", rivers(), first, others)
    same = [replace(first, said_by="Another", origin="Another")]
    assert "Compare all figures" not in value_card("briefings/x.md", rivers(), first, same)
