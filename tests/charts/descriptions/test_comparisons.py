"""The charts that compare: who is set beside whom, what is a gap, what is a part, and what is said in words."""

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.charts.data.chart_data import chart_data
from generators.charts.data.recorders import recorders_of
from generators.charts.data.tile_values import class_of, widening
from generators.charts.data.two_dates import breaks_between
from generators.charts.descriptions.chart_description import long_description
from generators.charts.elements.patterns import dotted
from generators.checks.chart_requirements import chart_requirements
from generators.model import ChartSpec, MethodBreak
from generators.model.problems import report
from tests.fixtures.chart_catalog import CHARTS, PLACES, chart, gauges, span


def test_parts_beyond_the_whole_of_nothing_are_refused() -> None:
    assert [(whole.told, whole.holds) for whole in chart_data(CHARTS["share"], gauges()).wholes] == [
        (0.6, True),
        (26 / 31, True),
        (1.0, True),
    ]
    (nothing, *_) = chart_data(chart("share", "owners/mills", "owners/all"), gauges()).wholes
    assert not nothing.holds


def test_recorders_have_one_order_and_one_colour() -> None:
    names = [dataset.recorder for dataset in gauges().datasets.values() if dataset.form == "series"]
    assert [recorders_of(gauges()).rank(name) for name in names] == [0, 1, 2]
    assert [recorders_of(gauges()).colour(name) for name in (*names, "A stranger")] == [1, 2, 4, 3]
    turned = chart("line", "union/flooded", "board/flooded", places=("RV",))
    assert [s.dataset.id for s in chart_data(turned, gauges()).series] == ["board", "union"]


def test_only_what_two_counted_is_a_disagreement() -> None:
    every = chart_data(CHARTS["disagreement"], gauges()).shared_periods
    assert [(one.period.text, list(one.figures)) for one in every] == [
        ("2020-01", ["board", "union"]),
        ("2020-02", ["board", "union"]),
    ]


def test_a_place_knows_where_it_has_no_figure() -> None:
    spec = CHARTS["calendar"]
    whole = chart_data(spec, gauges()).time
    assert whole == (date(2020, 1, 1), date(2020, 9, 1))
    north, south, west, land = chart_data(spec, gauges()).placed
    assert north.gaps(whole) == ((date(2020, 4, 1), date(2020, 9, 1)),)
    assert south.gaps(whole) == ((date(2020, 1, 1), date(2020, 2, 1)), (date(2020, 3, 1), date(2020, 9, 1)))
    assert west.gaps(whole) == (whole,)
    assert land.gaps(whole) == ((date(2020, 3, 1), date(2020, 4, 1)), (date(2020, 6, 1), date(2020, 7, 1)))


def test_a_slope_marks_a_method_that_holds_at_one_end_only() -> None:
    board = gauges().datasets["board"]
    catalog = replace(
        gauges(),
        datasets={
            **gauges().datasets,
            "board": replace(board, breaks=(MethodBreak(period=span("2020-02"), label="New"),)),
        },
    )
    first = chart_data(CHARTS["slope"], catalog).pairs[0]
    assert [b.label for b in breaks_between(first, catalog.datasets)] == ["New"]
    assert breaks_between(first, gauges().datasets) == ()
    assert (
        long_description(chart_data(CHARTS["slope"], catalog)).count(
            "Marked as a difference in method between the dates: New."
        )
        == 1
    )


def test_a_strip_has_only_events_of_its_time_and_places() -> None:
    assert [e.title[:12] for e in chart_data(CHARTS["strip"], gauges()).events] == [
        "Water stands",
        "The lock at ",
        "A title so l",
    ]
    assert chart_data(replace(CHARTS["strip"], places=("RV-N",)), gauges()).events == ()
    north = replace(gauges(), events=tuple(replace(e, place=PLACES["RV-N"]) for e in gauges().events))
    assert len(chart_data(CHARTS["strip"], north).events) == 3


def test_dots_stay_in_their_box() -> None:
    paths = "".join(shown.to_dict()["mark"]["shape"] for shown in dotted([(10, 20, 40, 32)]))
    numbers = re.findall(r"[ML]([\d.]+),([\d.]+)", paths)
    assert len(numbers) > 4
    assert all(10 <= float(x) <= 40 and 20 <= float(y) <= 32 for x, y in numbers)
    assert list(dotted([])) == []


@given(st.floats(0, 1e6))
def test_widening_classes_hold_every_figure(highest: float) -> None:
    found = widening([highest, 0])
    assert len(found) == 5
    assert all(a < b for a, b in pairwise(found))
    assert class_of(highest, found) in range(1, 6)


@pytest.mark.parametrize("kind", ["strip", "multiples", "calendar", "disagreement", "revision", "slope", "share"])
def test_a_description_has_every_figure_that_is_extreme(kind: str) -> None:
    text = long_description(chart_data(CHARTS[kind], gauges()))
    assert "ighest" in text
    assert "owest" in text
    assert text == " ".join(text.split())


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("multiples", "Westerlingen: no figure."),
        ("revision", "1 provisional figure according to The River Board: 20 (February 2020)."),
        (
            "calendar",
            "Southbank and Eastmarches, 1 figure according to RBR: the highest 0 (February 2020), the latest 0 (February 2020).",
        ),
        ("disagreement", "January 2020: RBR 12; Householders' Union 10 to 20."),
        ("revision", "20 (10 March 2020), 24 to 28 (June 2020) and at least 30 (not dated, not before December 2020)."),
        ("slope", "RBR, Southbank and Eastmarches: no figure, then 0;"),
        ("share", "January 2020, 20 according to Mill Owners: Cottages 12 and Mills 0; the rest has no figure."),
        ("share", "March 2020, 16 according to Mill Owners: Cottages 10 and Mills 6. "),
        ("strip", "Below, 3 events: February 2020, Water stands in the lower town; 11 February 2020,"),
    ],
)
def test_a_description_says_what_is_drawn(kind: str, told: str) -> None:
    assert told in long_description(chart_data(CHARTS[kind], gauges()))


@pytest.mark.parametrize(
    ("spec", "message"),
    [
        (
            chart("multiples", "board/flooded", "union/flooded"),
            'series: found "board/flooded, union/flooded", expected one series.',
        ),
        (chart("calendar", "union/flooded"), 'places: found "RV", expected at least two places with a figure.'),
        (
            chart("disagreement", "board/flooded", "union/flooded"),
            'places: found "RV, RV-N, RV-S, riverland-without-northwater", expected figures of one place.',
        ),
        (
            chart("disagreement", "board/flooded", "owners/all", places=("RV",)),
            'series: found "flooded, all", expected one concept.',
        ),
        (
            chart("disagreement", "board/flooded", places=("RV",)),
            'series: found "board/flooded", expected a period with figures from two recorders.',
        ),
        (
            chart("revision", "board/flooded", places=("RV",), when="2020-02"),
            'series: found "board/flooded", expected figures of one speaker for one concept, place and period that differ',
        ),
        (
            chart("slope", "board/flooded", places=("RV-N", "RV-S"), when="2020-02"),
            'period: found "2020-02", expected a series with a figure for both the first and the last period.',
        ),
        (
            chart("share", "owners/all"),
            'series: found "owners/all", expected a whole, then its parts, from the same speaker.',
        ),
        (
            chart("share", "owners/mills", "owners/all"),
            'series: found "0 and its parts, January 2020", expected single figures above 0, with parts that add',
        ),
        (
            replace(chart("strip", "board/flooded", places=("RV-N",)), topic="repairs"),
            'topic: found "repairs", expected an event in the period and places of the figures.',
        ),
    ],
)
def test_a_declaration_must_have_what_its_kind_needs(spec: ChartSpec, message: str) -> None:
    told = report(chart_requirements(replace(gauges(), charts={spec.slug: spec})))
    assert told.startswith("content/charts/example.yml:1:1  " + message), told
