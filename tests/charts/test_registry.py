"""The registry of charts: what is selected, where a line breaks, what is said in words, what a declaration must have."""

import json
import subprocess
import sys
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.analysis.chart_selection import expanded, selected
from generators.charts.data.chart_data import chart_data
from generators.charts.data.scales import ticks
from generators.charts.data.series import breaks_of, names_of
from generators.charts.data.tile_values import class_of, limits
from generators.charts.data.topojson import arcs, outlines
from generators.charts.descriptions.chart_description import alternative, long_description, reading_help, source_line
from generators.charts.elements.axes import TimeAxis
from generators.charts.elements.patterns import strokes
from generators.charts.elements.text_layout import apart, lanes, width_of, wrapped
from generators.charts.elements.theme import LIGHT, colour
from generators.charts.frames import FRAMES, NARROW, WIDE
from generators.charts.registry import KINDS
from generators.charts.render.specification import vega_lite
from generators.model import Grain
from tests.fixtures.chart_catalog import CHARTS, GOLDEN, REGION, chart, gauges, golden, observation, provisional, span
from tests.fixtures.repository import ROOT


def test_every_kind_has_an_example() -> None:
    assert set(CHARTS) == set(KINDS)


def test_golden(drawings: Path) -> None:
    """To renew: python -m tests.fixtures.chart_catalog; then look at every drawing that changed."""
    made = dict(golden(drawings))
    kept = {path.name: path.read_text(encoding="utf-8") for path in sorted(GOLDEN.iterdir())}
    assert sorted(made) == sorted(kept)
    assert [name for name in made if made[name] != kept[name]] == []


def test_the_list_of_kinds_imports_no_altair() -> None:
    rooms = "generators.charts.registry, generators.charts.descriptions.chart_description, generators.checks.chart_requirements, generators.charts.render.draw"
    code = f"import sys, {rooms}; sys.exit('altair' in sys.modules or 'vl_convert' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_a_line_is_cut_at_a_gap_at_a_method_break_and_between_places() -> None:
    board, stand_in, union = chart_data(CHARTS["line"], gauges()).series
    cut = [[o.key[2] for o in segment] for segment in board.segments]
    assert cut == [["2020-01", "2020-02"], ["2020-04", "2020-05"], ["2020-07", "2020-08"]]
    assert (board.stands_in, stand_in.stands_in, union.stands_in) == (False, True, False)
    assert board.colour == stand_in.colour != union.colour
    assert [b.label for b in breaks_of([board, stand_in, union])] == ["RBR: Northwater not counted"]
    assert names_of([board, union]) == ["RBR", "Householders' Union"]


def test_the_latest_version_of_a_figure_is_drawn_once() -> None:
    board = gauges().datasets["board"]
    restated = replace(board.observations[0], value=board.observations[1].value, as_of=span("2021"))
    versions = replace(board, observations=(*board.observations, restated))
    catalog = replace(gauges(), datasets={**gauges().datasets, "board": versions})
    rows = chart_data(chart("line", "board/flooded", places=("RV",)), catalog).series[0].observations
    assert [o.as_of for o in rows if o.key[2] == "2020-01"] == [span("2021")]


def test_a_declaration_chooses_a_length_of_time_and_the_description_counts_the_rest() -> None:
    board = gauges().datasets["board"]
    year = observation(board.indicators["flooded"], "RV", "2020", "90")
    longer = replace(board, observations=(*board.observations, year))
    catalog = replace(gauges(), datasets={**gauges().datasets, "board": longer})
    spec = replace(chart("line", "board/flooded", places=("RV",)), grain=Grain.MONTH)
    assert "2020" not in {o.key[2] for o in chart_data(spec, catalog).series[0].observations}
    assert long_description(chart_data(spec, catalog)).endswith("1 figure of another length of time not drawn.")


@pytest.mark.parametrize("kind", ["line", "columns", "bars", "range", "strip", "multiples", "disagreement"])
def test_provisional_figures_are_hatched_named_and_told(kind: str) -> None:
    plain, loose = gauges(), provisional("board", "guesses", "union")
    for frame in FRAMES:
        before, after = (vega_lite(chart_data(CHARTS[kind], c), frame)["layer"] for c in (plain, loose))
        assert ("Provisional" in json.dumps(before), "Provisional" in json.dumps(after)) == (False, True)
        strokes_of_paper = {"type": "rule", "color": colour("bg"), "strokeWidth": 2}
        marks = [[layer["mark"] for layer in layers] for layers in (before, after)]
        assert [strokes_of_paper in one for one in marks] == [False, True]
    assert "provisional figure" in long_description(chart_data(CHARTS[kind], loose))
    assert "provisional" not in long_description(chart_data(CHARTS[kind], plain))


def test_hatching_stays_in_its_box() -> None:
    rows = list(strokes((10, 20, 31, 64)))
    assert len(rows) == 10
    assert all(10 <= row["px"] <= row["px2"] <= 31 and 20 <= row["py2"] <= row["py"] <= 64 for row in rows)
    assert all(row["px2"] - row["px"] == row["py"] - row["py2"] for row in rows)


def test_a_column_of_nothing_is_not_a_missing_column() -> None:
    board = gauges().datasets["board"]
    rows = tuple(replace(o, value=Decimal(0)) if o.key[2] == "2020-04" else o for o in board.observations)
    nothing = replace(gauges(), datasets={**gauges().datasets, "board": replace(board, observations=rows)})
    spec, wide = CHARTS["columns"], FRAMES[0]
    before, after = (vega_lite(chart_data(spec, c), wide)["layer"] for c in (gauges(), nothing))
    assert len(after) == len(before) + 1


def test_recorders_keep_their_order_and_never_take_anothers_colour() -> None:
    turned = chart("line", "union/flooded", "board/flooded", places=REGION)
    assert [s.dataset.id for s in chart_data(turned, gauges()).series] == ["board", "board", "union"]
    twice = chart("line", "board/flooded", places=("RV", "RV-N"))
    assert [s.colour for s in chart_data(twice, gauges()).series] == [1, 3]


def test_words_without_a_number_are_not_drawn_but_told() -> None:
    spec = CHARTS["range"]
    assert "deep" not in {o.wording for o in selected(spec, gauges())}
    assert long_description(chart_data(spec, gauges())).endswith("1 statement without a number not drawn.")


def test_each_is_a_chart_for_every_place_with_enough_figures() -> None:
    each = replace(chart("columns", "board/flooded", places=("each",)), slug="in", title="In {place}")
    found = expanded(replace(gauges(), charts={"in": each}))
    assert {slug: (spec.places, spec.title) for slug, spec in found.items()} == {
        "in-rv-n": (("RV-N",), "In Northwater")
    }


def test_a_place_without_a_figure_is_not_a_place_with_none() -> None:
    spec = CHARTS["tiles"]
    assert [o.value for o in selected(spec, gauges()) if o.place.code == "RV-S"] == [0]
    assert [place.name for place in chart_data(spec, gauges()).empty_tiles] == ["Westerlingen"]


@pytest.mark.parametrize(("highest", "expected"), [(0, 0.2), (4, 1), (5, 1), (49, 10), (566, 200), (1775, 500)])
def test_class_limits_are_round_and_reach_the_highest(highest: float, expected: float) -> None:
    found = limits([highest, 0])
    assert found[-1] >= highest
    assert len(found) == 5
    assert found[0] == (expected if highest else 1)
    assert [class_of(0, found), class_of(found[0], found), class_of(found[-1], found)] == [1, 1, 5]


LINE = (
    "Line chart. Houses & <floods> as a line. Time runs across, from January 2020 to August 2020; Houses flooded (houses a "
    "month) runs upwards from 0. RBR, Riverland: 6 figures, the first 12 (January 2020), the last 6 (August 2020). RBR, Riverland, highest: "
    "at least 30 (February 2020); lowest: 4 (July 2020). 1 figure given as a floor. RBR, Riverland without Northwater: 1 figure, the first 5 (June "
    "2020), the last 5 (June 2020). RBR, Riverland without Northwater, highest: 5 (June 2020); lowest: 5 (June 2020). Householders' Union, Riverland: 3 "
    "figures, the first 10 to 20 (January 2020), the last 22 to 30 (March 2020). Householders' Union, Riverland, highest: 25 to 45 (February 2020); lowest: "
    "10 to 20 (January 2020). 3 figures given as a range. No figure for March 2020. Marked as a difference in method, RBR: "
    "Northwater not counted: June 2020. Recorded by River Board of Riverland (RBR); Householders' Union."
)


def test_a_description_states_figures_gaps_ranges_and_method() -> None:
    assert long_description(chart_data(CHARTS["line"], gauges())) == LINE


@pytest.mark.parametrize("kind", KINDS)
def test_a_description_never_states_a_trend(kind: str) -> None:
    words = set(long_description(chart_data(CHARTS[kind], gauges())).lower().replace(".", " ").split())
    assert not words & {"rose", "fell", "rising", "falling", "increase", "increased", "decrease", "trend", "doubled"}


@pytest.mark.parametrize(
    ("kind", "short"),
    [
        (
            "columns",
            "Column chart: Houses & <floods> as a columns. Riverland: 6 figures according to RBR: the first 12 "
            "(January 2020), the last 6 (August 2020). Riverland, highest according to RBR: at least 30 (February 2020); lowest: 4 (July 2020).",
        ),
        (
            "tiles",
            "Tile map: Houses & <floods> as a tiles. Highest according to RBR: Northwater, 21; lowest: Southbank and Eastmarches, 0. No figure for "
            "Westerlingen.",
        ),
        (
            "locator",
            "Locator map: Houses & <floods> as a locator. Outline map with Northwater and Westerlingen marked.",
        ),
    ],
)
def test_a_short_alternative(kind: str, short: str) -> None:
    assert alternative(chart_data(CHARTS[kind], gauges())) == short


@pytest.mark.parametrize("kind", sorted(set(KINDS) - {"line", "columns", "bars", "locator"}))
def test_an_unusual_kind_says_how_to_read_it(kind: str) -> None:
    own = replace(CHARTS[kind], reading="Its own words.")
    assert reading_help(chart_data(CHARTS[kind], gauges())) == KINDS[kind].reading
    assert (
        reading_help(chart_data(own, gauges())) == f"{reading_help(chart_data(CHARTS[kind], gauges()))} Its own words."
    )
    assert reading_help(chart_data(CHARTS["columns"], gauges())) == ""


def test_the_source_line_says_who_is_not_counted() -> None:
    assert source_line(chart_data(CHARTS["columns"], gauges())) == (
        "Source: River Board of Riverland (RBR). Not counted: barns and boats."
    )
    board = replace(gauges().datasets["board"], excludes="RBR's own boats.")
    shortened = replace(gauges(), datasets={**gauges().datasets, "board": board})
    assert source_line(chart_data(CHARTS["columns"], shortened)).endswith("Not counted: RBR's own boats.")
    assert source_line(chart_data(CHARTS["range"], gauges())).startswith(
        "Source: each figure is attributed in the chart."
    )
    assert source_line(chart_data(CHARTS["locator"], gauges())) == "Outlines are made up."


def test_colours_are_those_of_the_theme() -> None:
    css = (ROOT / "generators/theme/assets/css/charts.css").read_text(encoding="utf-8")
    light = css[: css.index("}")].replace("#fff;", "#ffffff;")
    assert [name for name, shade in LIGHT.items() if f"--chart-{name}: {shade};" not in light] == []


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: str(frame.name))
@pytest.mark.parametrize("kind", KINDS)
def test_a_specification_names_only_themed_colours_and_legible_text(kind: str, frame: object) -> None:
    name = getattr(frame, "name", "")
    text = (GOLDEN / f"{kind}.{name}.json").read_text(encoding="utf-8")
    assert '"scheme"' not in text
    assert text.replace("var(--chart-", "").count('"#') == 0
    assert not [size for size in range(1, 12) if f'ontSize": {size},' in text]


@given(st.lists(st.tuples(st.floats(0, 900), st.floats(1, 300)), max_size=40))
def test_no_two_spans_of_a_lane_touch(pairs: list[tuple[float, float]]) -> None:
    spans = [(first, first + length) for first, length in pairs]
    chosen = lanes(spans)
    for n, (first, last) in enumerate(spans):
        others = (spans[m] for m in range(n) if chosen[m] == chosen[n])
        assert all(last <= a or first >= b for a, b in others)


@given(st.lists(st.floats(0, 300), min_size=1, max_size=8))
def test_labels_stand_apart(wanted: list[float]) -> None:
    placed = sorted(apart(wanted, 20, 300))
    assert all(b - a >= 20 - 1e-6 for a, b in pairwise(placed))


@given(st.text(alphabet="abc de", min_size=1, max_size=80), st.integers(40, 300))
def test_wrapping_loses_no_word(text: str, width: int) -> None:
    lines = wrapped(text, width)
    assert " ".join(lines).split() == text.split()
    assert all(width_of(line) <= width or " " not in line for line in lines)


@pytest.mark.parametrize(("top", "expected"), [(0.9, [0]), (91, [0, 20, 40, 60, 80]), (1952, [0, 500, 1000, 1500])])
def test_ticks_are_few_and_round(top: float, expected: list[float]) -> None:
    assert ticks(top, 5) == expected


@pytest.mark.parametrize(
    ("first", "last", "frame", "expected"),
    [
        ((2012, 11, 1), (2019, 1, 1), WIDE, [2013, 2014, 2015, 2016, 2017, 2018]),
        ((2012, 11, 1), (2019, 1, 1), NARROW, [2014, 2016, 2018]),
        ((2018, 1, 1), (2019, 1, 1), NARROW, [1, 4, 7, 10]),
    ],
)
def test_time_has_as_many_labels_as_fit(
    first: tuple[int, int, int], last: tuple[int, int, int], frame: object, expected: list[int]
) -> None:
    axis = TimeAxis(first=date(*first), last=date(*last), width=getattr(frame, "width", 0))
    assert [day.month if axis.in_months else day.year for day in axis.ticks()] == expected


def test_outlines_know_what_they_cover() -> None:
    shapes = outlines(gauges().geometry or b"")
    assert (shapes.west, shapes.south, shapes.east, shapes.north) == (0, 50, 2, 52)
    assert shapes.meridian == 1
    assert arcs({"transform": {"scale": [2, 3], "translate": [1, 1]}, "arcs": [[[0, 0], [1, 1], [1, -1]]]}) == [
        [(1, 1), (3, 4), (5, 1)]
    ]
