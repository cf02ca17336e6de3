"""Charts at the edges: figures below 0, of 0 alone, a single one, a range between figures without. Nothing leaves the plot."""

import json
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generators.analysis.chart_selection import which
from generators.charts.data.chart_data import chart_data
from generators.charts.data.scales import ticks
from generators.charts.descriptions.chart_description import long_description
from generators.charts.elements.axes import number_axis
from generators.charts.elements.text_layout import domain
from generators.charts.frames import CARD, FRAMES, WIDE, Frame
from generators.charts.render.draw import draw
from generators.charts.render.specification import vega_lite
from generators.checks.chart_values import chart_values
from generators.components.disagreement_panel import disagreement_panel
from generators.model import Catalog, Observation
from generators.model.dataset import ends
from generators.model.problems import report
from tests.fixtures.chart_catalog import CHARTS, FLOODED, chart, dataset, gauges, observation
from tests.fixtures.chart_marks import Mark, marks_of, texts_of
from tests.fixtures.river_site import rivers

AXES = ("line", "columns", "bars", "range", "strip", "multiples", "disagreement", "revision", "slope")
CLASSES = ("share", "tiles", "calendar")
Changed = Callable[[Decimal], Decimal]


def with_numbers(change: Changed) -> Catalog:
    """The gauges with every number changed."""
    tables = {
        name: replace(table, observations=tuple(_changed(o, change) for o in table.observations))
        for name, table in gauges().datasets.items()
    }
    return replace(gauges(), datasets=tables)


def _changed(o: Observation, change: Changed) -> Observation:
    value, lower, upper = (None if n is None else change(n) for n in (o.value, o.lower, o.upper))
    return replace(o, value=value, lower=lower, upper=upper)


EDGES: dict[str, Changed] = {
    "some below 0": lambda n: n - 15,
    "ranges that hold 0": lambda n: n - 26,
    "all below 0": lambda n: n - 1000,
    "0 alone": lambda _: Decimal(0),
    "one far below": lambda n: Decimal(-90_000) if n == 30 else n,
}


@pytest.mark.parametrize("frame", [*FRAMES, CARD], ids=lambda frame: frame.name)
@pytest.mark.parametrize("edge", EDGES)
@pytest.mark.parametrize("kind", AXES)
def test_every_figure_is_seen_within_the_plot(kind: str, edge: str, frame: Frame) -> None:
    catalog = with_numbers(EDGES[edge])
    if kind == "revision" and edge == "0 alone":
        pytest.skip("a figure that never changed has no history")
    specification = vega_lite(chart_data(CHARTS[kind], catalog), frame)
    seen = [mark for mark in marks_of(specification) if mark.seen]
    assert {mark.of for mark in seen} == {which(o) for o in chart_data(CHARTS[kind], catalog).rows} | {
        which(event) for event in catalog.events if any(mark.of == which(event) for mark in seen)
    }
    assert [mark for mark in seen if not is_within(mark, specification) and kind != "strip"] == []
    padding = specification["padding"]
    for text, px, py in texts_of(specification):
        assert -padding["left"] <= px <= specification["width"] + padding["right"], text
        assert -padding["top"] <= py <= specification["height"] + padding["bottom"], text


def is_within(mark: Mark, specification: dict[str, Any], spare: float = 7) -> bool:
    """True if no more than half a dot is outside the plot, or an arrow's point at its right."""
    across = -spare <= mark.left and mark.right <= specification["width"] + max(
        spare, specification["padding"]["right"]
    )
    return across and -spare <= mark.top and mark.bottom <= specification["height"] + spare


@pytest.mark.parametrize("edge", ["some below 0", "all below 0"])
@pytest.mark.parametrize("kind", AXES)
def test_the_line_of_0_is_drawn_and_named(kind: str, edge: str) -> None:
    written = str(specification := vega_lite(chart_data(CHARTS[kind], with_numbers(EDGES[edge])), WIDE))
    if kind in ("multiples", "slope", "revision"):
        numbers = {text for text, _, _ in texts_of(specification)}
        assert "0" in numbers or ("domain': [0.0" in written or "datum.value === 0" in written)
    else:
        assert "datum.value === 0" in written
        axis = next(a for layer in specification["layer"] for a in _axes(layer) if "gridColor" in a)
        assert 0 in axis["values"]
    assert "runs upwards from 0" not in long_description(chart_data(CHARTS[kind], with_numbers(EDGES[edge])))


def _axes(layer: dict[str, Any]) -> list[dict[str, Any]]:
    return [axis for name in ("x", "y") if (axis := layer["encoding"].get(name, {}).get("axis"))]


@pytest.mark.parametrize("kind", ["columns", "strip", "bars", "multiples"])
def test_a_bar_below_0_hangs_from_0_with_its_number_at_its_end(kind: str) -> None:
    catalog = with_numbers(EDGES["all below 0"])
    specification = vega_lite(chart_data(CHARTS[kind], catalog), WIDE)
    bars = [mark for mark in marks_of(specification) if mark.type == "rect"]
    assert len(bars) == len(chart_data(CHARTS[kind], catalog).rows)
    if kind == "bars":
        assert len({round(bar.right, 3) for bar in bars}) == 1
        assert len({round(bar.left, 3) for bar in bars}) > 1
        numbers = [px for text, px, _ in texts_of(specification) if text.startswith(("−", "at least −"))]
        assert all(px < bar.left for px, bar in zip(numbers, bars, strict=True))
    elif kind == "multiples":
        assert len({bar.top % 1 for bar in bars}) <= 2
    else:
        assert len({round(bar.top, 3) for bar in bars}) == 1
        lowest = [py for text, _, py in texts_of(specification) if text.startswith("−")]
        assert all(py > min(bar.bottom for bar in bars) for py in lowest)


@pytest.mark.parametrize("kind", CLASSES)
def test_a_kind_whose_parts_or_classes_begin_at_0_refuses_figures_below(kind: str) -> None:
    catalog = replace(with_numbers(lambda n: n - 7 if n == 7 else n), charts={kind: CHARTS[kind]})
    assert report(chart_values(replace(gauges(), charts={kind: CHARTS[kind]}))) == ""
    assert report(chart_values(catalog)) == ""
    below = replace(with_numbers(lambda n: -n if n in (7, 12, 21) else n), charts={kind: CHARTS[kind]})
    assert f"expected figures of 0 or more for kind: {kind}." in report(chart_values(below))


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: frame.name)
def test_a_single_figure_of_a_single_day_is_seen_and_dated(frame: Frame) -> None:
    day = _figure("2020-02-11", "-3")
    catalog = replace(gauges(), datasets={"board": dataset("board", "River Board", (day,))})
    for kind in ("line", "columns"):
        specification = vega_lite(chart_data(chart(kind, "board/flooded"), catalog), frame)
        (figure,) = {mark.of for mark in marks_of(specification) if mark.seen}
        assert figure == which(day)
        ticks_across = next(
            layer["encoding"]["x"]["axis"]["values"]
            for layer in specification["layer"]
            if layer["encoding"]["x"].get("axis")
        )
        assert len(ticks_across) == 1


LONE = {
    "first": ("3..9", "5", "4"),
    "between": ("3", "5..40", "4"),
    "last": ("3", "5", "4..9"),
    "below": ("3", "-9..4", "2"),
}


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: frame.name)
@pytest.mark.parametrize("which_one", LONE)
def test_a_range_whose_neighbours_have_none_is_a_stroke_from_end_to_end(which_one: str, frame: Frame) -> None:
    rows = tuple(_figure(f"2020-0{month}", value) for month, value in enumerate(LONE[which_one], 1))
    catalog = replace(gauges(), datasets={"board": dataset("board", "River Board", rows)})
    specification = vega_lite(chart_data(chart("line", "board/flooded"), catalog), frame)
    (ranged,) = (o for o in rows if o.lower is not None)
    (stroke,) = (m for m in marks_of(specification) if m.type == "rule" and m.of == which(ranged))
    values = number_axis([float(end) for o in rows for end in ends(o)], specification["height"])
    low, high = map(float, ends(ranged))
    assert (stroke.top, stroke.bottom) == pytest.approx((values.at(high), values.at(low)))
    assert stroke.right - stroke.left >= 4


def _figure(when: str, value: str) -> Observation:
    low, dots, high = value.partition("..")
    found = observation(FLOODED, "RV", when, "1")
    if not dots:
        return replace(found, value=Decimal(low))
    return replace(found, value=None, lower=Decimal(low), upper=Decimal(high))


def test_a_band_does_not_bridge_a_figure_without_a_range() -> None:
    values = ("1..2", "3..5", "4", "6..8", "5..9", "7")
    rows = tuple(_figure(f"2020-0{month}", value) for month, value in enumerate(values, 1))
    catalog = replace(gauges(), datasets={"board": dataset("board", "River Board", rows)})
    areas = [
        m for m in marks_of(vega_lite(chart_data(chart("line", "board/flooded"), catalog), WIDE)) if m.type == "area"
    ]
    assert [mark.of for mark in areas] == [which(rows[n]) for n in (0, 1, 3, 4)]


@given(
    st.lists(st.floats(-1e6, 1e6).map(lambda number: round(number, 6)), min_size=1, max_size=9),
    st.integers(100, 400),
)
@settings(max_examples=200)
def test_an_axis_holds_0_every_number_and_room_for_their_labels(numbers: list[float], height: int) -> None:
    axis = number_axis(numbers, height)
    spare = 1e-6
    assert axis.low <= 0 < axis.top or axis.low < 0 <= axis.top
    assert 28 - spare <= min(axis.at(number) for number in (*numbers, 0)) + (28 if max(numbers) <= 0 else 0) + spare
    assert max(axis.at(number) for number in (*numbers, 0)) <= height - (28 if axis.low else 0) + spare
    assert 0 in axis.ticks()
    assert all(axis.low - spare <= tick <= axis.top + spare for tick in axis.ticks())
    assert len(axis.ticks()) <= 7


def test_round_numbers_below_0() -> None:
    assert ticks(7, 5, -5) == [-5, 0, 5]
    assert ticks(0, 5, -96) == [-80, -60, -40, -20, 0]
    assert domain([(-10, 20)], [(30, 50)], 200)[0] < -10


def test_a_live_view_knows_how_far_below_0_it_reaches(drawings: Path) -> None:
    catalog = with_numbers(EDGES["some below 0"])
    view = json.loads(draw(chart_data(CHARTS["columns"], catalog), drawings).lives["wide"])
    signals = {signal["name"]: signal.get("value") for signal in view["vega"]["signals"]}
    assert signals["low"] < min(view["lows"]) < 0 < max(view["highs"]) < signals["top"]
    scale = next(scale for scale in view["vega"]["scales"] if scale["name"] == "y")
    assert scale["domain"] == [{"signal": "low"}, {"signal": "top"}]
    assert "lows" not in json.loads(draw(chart_data(CHARTS["columns"], gauges()), drawings).lives["wide"])


def test_a_disagreement_s_strip_reaches_below_0() -> None:
    rows = rivers().datasets["flood-peaks"].observations[:2]
    lower = [
        replace(o, value=Decimal(n), lower=None, upper=None, wording="") for o, n in zip(rows, (-5, 7), strict=True)
    ]
    told = disagreement_panel("index.md", rivers(), "Rise", lower)
    assert "Figure, from -5 to 7" in told
    assert 'class="zero" x1="38.7%"' in told
    assert ['cx="2.0%"' in told, 'cx="90.0%"' in told] == [True, True]
