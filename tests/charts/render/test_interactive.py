"""What makes a drawing live: which figure each mark shows, what is said of it, what can be put aside; the script behind it."""

import gzip
import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, cast

import pytest

from generators.analysis.chart_selection import chosen_events, selected, which
from generators.analysis.grades import grade_in_words
from generators.charts.data.chart_data import chart_data
from generators.charts.descriptions.tooltips import tips
from generators.charts.registry import KINDS
from generators.charts.render.draw import draw
from generators.charts.render.interactive import TRANSFORMS, live
from generators.charts.render.vega_runtime import engine
from generators.model import ItemGrade, Observation
from generators.text.wording import amount
from tests.fixtures.chart_catalog import CHARTS, gauges, provisional, span
from tests.fixtures.repository import ROOT

LIVE = [kind for kind in KINDS if KINDS[kind].offers]


def made(kind: str, cache: Path, form: str = "wide") -> dict[str, Any]:
    view: dict[str, Any] = json.loads(draw(chart_data(CHARTS[kind], gauges()), cache).lives[form])
    return view


def marks(vega: dict[str, Any]) -> list[dict[str, Any]]:
    return [each for mark in vega["marks"] for each in mark.get("marks", [mark])]


def rows(vega: dict[str, Any]) -> list[dict[str, Any]]:
    return [row for table in vega["data"] for row in table.get("values", [])]


@pytest.mark.parametrize("form", ["wide", "narrow"])
@pytest.mark.parametrize("kind", LIVE)
def test_every_figure_that_is_drawn_can_be_touched(kind: str, form: str, drawings: Path) -> None:
    view = made(kind, drawings, form)
    touched = {row["of"] for row in rows(view["vega"]) if row.get("of") is not None}
    assert touched == set(range(len(view["tips"])))
    assert len(view["inks"]) == len(view["tips"]) > 1


def test_a_kind_that_offers_nothing_stays_a_drawing(drawings: Path) -> None:
    assert draw(chart_data(CHARTS["locator"], gauges()), drawings).lives == {}


@pytest.mark.parametrize("kind", LIVE)
def test_nothing_is_computed_that_the_script_cannot_do(kind: str, drawings: Path) -> None:
    vega = made(kind, drawings)["vega"]
    used = {each["type"] for table in vega["data"] for each in table.get("transform", ())}
    assert used <= TRANSFORMS
    assert not [mark for mark in marks(vega) if mark["aria"] or "description" in mark["encode"]["update"]]
    assert not [axis for axis in vega["axes"] if axis["aria"]]
    assert "datetime(" not in json.dumps(vega)
    assert not [scale for scale in vega["scales"] if len(scale["domain"]) != 2]


def test_a_drawing_that_needs_more_is_refused() -> None:
    table = {"name": "a", "values": [], "transform": [{"type": "voronoi"}]}
    with pytest.raises(ValueError, match="voronoi"):
        live({}, {"data": [table], "marks": [], "width": 1, "height": 1}, zooms=False)


@pytest.mark.parametrize("kind", LIVE)
def test_a_tip_says_what_the_page_says(kind: str, drawings: Path) -> None:
    spec = CHARTS[kind]
    worded = {amount(o) for o in selected(spec, gauges())} | {event.title for event in chosen_events(spec, gauges())}
    told = made(kind, drawings)["tips"]
    assert {next(iter(tip.values())) for tip in told} <= worded
    assert all(tip["Source"].startswith("River Board") for tip in told)


def test_a_tip_carries_qualifier_speaker_and_whether_it_was_read(drawings: Path) -> None:
    told = made("range", drawings)["tips"]
    keeper = next(tip for tip in told if tip["Said by"] == "The lock keeper")
    assert keeper == {
        "Figure": "at least 4",
        "What": "Greatest depth",
        "Unit": "metres",
        "Period": "February 2020",
        "Place": "Riverland",
        "Said by": "The lock keeper",
        "Source": "River Board, undated",
        "Checked": "Read in the original.",
    }


def test_a_tip_carries_grade_and_note_where_the_row_has_them() -> None:
    (plain, *_) = selected(CHARTS["range"], gauges())
    grade = ItemGrade(digit="2", reason="Seen by two.", graded=date(2020, 5, 1), where=plain.where)
    board = gauges().datasets["guesses"]
    noted = replace(plain, note="Before the storm.", grade=grade)
    others = tuple(o for o in board.observations if which(o) != which(plain))
    catalog = replace(gauges(), datasets={"guesses": replace(board, observations=(noted, *others))})
    for source, expected in ((gauges(), {}), (catalog, {"Grade": grade_in_words(noted), "Note": "Before the storm."})):
        (tip,) = cast("list[dict[str, str]]", tips(chart_data(CHARTS["range"], source), [which(plain)])["tips"])
        assert {head: tip[head] for head in ("Grade", "Note") if head in tip} == expected


def test_better_words_redraw_nothing_but_are_told(line_cache: Path) -> None:
    draw(chart_data(CHARTS["line"], gauges()), line_cache)
    (entry,) = line_cache.glob("*.json")
    before = entry.stat().st_ino
    board = gauges().datasets["board"]
    noted = replace(board, observations=tuple(replace(o, locator="page 9") for o in board.observations))
    catalog = replace(gauges(), datasets={**gauges().datasets, "board": noted})
    assert "(page 9)" in draw(chart_data(CHARTS["line"], catalog), line_cache).lives["wide"]
    assert entry.stat().st_ino == before


def test_only_what_tells_groups_apart_can_be_chosen(drawings: Path) -> None:
    offered = {kind: [each["id"] for each in made(kind, drawings)["filters"]] for kind in LIVE}
    assert offered["line"] == ["speaker", "place"]
    assert offered["columns"] == ["place"]
    assert offered["range"] == ["place"]  # each figure is somebody else's
    assert offered["timeline"] == ["topic"]


@pytest.mark.parametrize("kind", ["line", "columns"])
def test_time_starts_as_it_is_drawn(kind: str, drawings: Path) -> None:
    view = made(kind, drawings)
    signals = {each["name"]: each.get("value") for each in view["vega"]["signals"]}
    first, *_, last = view["periods"]
    assert [first[0], last[0]] == ["2020-01", "2020-08"]
    assert signals["span"][0] == 1577836800000
    assert view["vega"]["scales"][0]["domain"] == [{"signal": "span[0]"}, {"signal": "span[1]"}]
    assert [view["periods"][at][0] for at in view["at"]] == _periods(view)
    assert (view["columns"], view["halves"]) == (kind == "columns", [15, 0])


def _periods(view: dict[str, Any]) -> list[str]:
    words = {name: text for text, name, *_ in view["periods"]}
    return [words[tip["Period"]] for tip in view["tips"]]


@pytest.mark.parametrize(("kind", "labels"), [("columns", {"at least", "30", "4"}), ("line", set())])
def test_a_label_keeps_its_distance_from_what_it_names(kind: str, labels: set[str], drawings: Path) -> None:
    """Where nothing is narrowed, time and number with the offset are the very pixels of the drawing."""
    vega = made(kind, drawings)["vega"]
    signals = {each["name"]: each.get("value") for each in vega["signals"]}
    first, last = signals["span"]
    anchored = [row for row in rows(vega) if "when" in row]
    assert labels <= {row.get("text") for row in anchored if "level" in row}
    assert anchored
    for row in anchored:
        assert vega["width"] * (row["when"] - first) / (last - first) + row["ox"] == pytest.approx(row["px"], abs=0.01)
        if {"level", "py"} <= row.keys():
            assert vega["height"] * (1 - row["level"] / signals["top"]) + row["oy"] == pytest.approx(
                row["py"], abs=0.01
            )


def test_hatching_stretches_with_its_mark(drawings: Path) -> None:
    """Where nothing is narrowed it stands at the very pixels of the drawing; narrowed, it goes with time and numbers."""
    drawn: dict[str, Any] = json.loads(
        draw(chart_data(CHARTS["columns"], provisional("board")), drawings).lives["wide"]
    )
    signals = {each["name"]: each.get("value") for each in drawn["vega"]["signals"]}
    (first, last), vega = signals["span"], drawn["vega"]
    strokes = [row for row in rows(vega) if "level2" in row]
    assert len(strokes) > 20
    for row in strokes:
        for time, number, px, py in (("when", "level", "px", "py"), ("when2", "level2", "px2", "py2")):
            assert vega["width"] * (row[time] - first) / (last - first) == pytest.approx(row[px], abs=0.01)
            assert vega["height"] * (1 - row[number] / signals["top"]) == pytest.approx(row[py], abs=0.01)
    update = next(mark["encode"]["update"] for mark in vega["marks"] if "when2" in str(mark["encode"]))
    assert [update[side]["scale"] for side in ("x", "x2", "y", "y2")] == ["x", "x", "y", "y"]
    assert "off[datum.of]" in update["opacity"]["signal"]


def test_names_are_one_a_figure() -> None:
    drawn = [o for dataset in gauges().datasets.values() for o in dataset.observations]
    events = gauges().events
    assert len({*map(which, drawn), *map(which, events)}) == len(drawn) + len(events)
    again: Observation = replace(drawn[0], as_of=span("2021"))
    assert which(again) != which(drawn[0])


def test_tips_follow_the_names_they_are_given() -> None:
    names = [which(o) for o in reversed(selected(CHARTS["range"], gauges()))]
    told = tips(chart_data(CHARTS["range"], gauges()), names)["tips"]
    assert isinstance(told, list)
    assert [tip["Said by"] for tip in told] == [name.split("|")[4] for name in names]


def test_the_script_is_small_and_always_the_same(tmp_path: Path) -> None:
    script = engine(tmp_path / "one")
    assert len(gzip.compress(script.encode(), 9, mtime=0)) <= 175_000
    assert engine(tmp_path / "two") == script
    assert engine(tmp_path / "one") == script  # this time from the cache


def test_the_script_carries_its_licences(tmp_path: Path) -> None:
    licences = (ROOT / "LICENSES" / "Vega-and-D3.txt").read_text(encoding="utf-8")
    assert engine(tmp_path).startswith(f"/*!\n{licences}*/")
