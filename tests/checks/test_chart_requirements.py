"""What a declaration of a chart must have: each kind's needs, and the whole sentence that a maintainer is told."""

from dataclasses import replace

import pytest

from generators.checks.chart_requirements import chart_requirements
from generators.checks.known_kinds import known_kinds
from generators.model import ChartSpec
from generators.model.problems import report
from tests.fixtures.chart_catalog import CHARTS, FLOODED, chart, gauges, observation, provisional


def _wrong(spec: ChartSpec) -> str:
    catalog = replace(gauges(), charts={spec.slug: spec})
    return report((*known_kinds(catalog), *chart_requirements(catalog)))


@pytest.mark.parametrize("spec", CHARTS.values(), ids=CHARTS)
def test_the_examples_pass(spec: ChartSpec) -> None:
    assert _wrong(spec) == ""


@pytest.mark.parametrize(
    ("spec", "message"),
    [
        (chart("lines"), 'kind: found "lines", expected the name of a chart kind. Did you mean line?'),
        (chart("line"), "series: found nothing, expected a list of dataset/indicator."),
        (
            chart("line", "guesses/depth"),
            'series: found "guesses", expected datasets of one recorder. Separate statements are not a series and are never '
            "joined by a line: use kind: range.",
        ),
        (
            chart("line", "board/flooded", "guesses/depth"),
            'series: found "guesses", expected datasets of one recorder.',
        ),
        (
            chart("columns", "board/flooded", "union/flooded", places=("RV",)),
            'series: found "2 series", expected one series.',
        ),
        (chart("bars", "board/flooded", when="1999"), 'series: found "board/flooded", expected a selection with'),
        (chart("tiles", "board/flooded", places=("RV-N",)), "period: found nothing, expected one figure per place."),
        (chart("tiles", "union/flooded"), "places: found nothing, expected figures of places that have a tile."),
        (chart("locator"), "places: found nothing, expected the codes of the places to mark."),
        (
            chart("columns", "union/flooded", places=("each",)),
            "places: found nothing, expected a place with at least three figures.",
        ),
        (replace(chart("timeline"), topic="flood"), 'topic: found "flood", expected a topic that has events. Did you'),
    ],
)
def test_a_declaration_must_have_what_its_kind_needs(spec: ChartSpec, message: str) -> None:
    told = _wrong(spec)
    assert told.startswith("content/charts/example.yml:1:1  " + message), told


def test_two_concepts_do_not_share_a_line() -> None:
    union = gauges().datasets["union"]
    other = replace(union, indicators={"flooded": replace(union.indicators["flooded"], concept="barns")})
    catalog = replace(gauges(), datasets={**gauges().datasets, "union": other}, charts={"line": CHARTS["line"]})
    assert 'found "flooded, barns", expected one concept in one chart' in report(chart_requirements(catalog))


def test_two_units_do_not_share_an_axis() -> None:
    board = gauges().datasets["board"]
    barns = observation(replace(FLOODED, id="barns", unit="barns"), "RV", "2020-03", "4")
    both = replace(
        board, indicators={**board.indicators, "barns": barns.indicator}, observations=(*board.observations, barns)
    )
    spec = chart("bars", "board/flooded", "board/barns")
    catalog = replace(gauges(), datasets={**gauges().datasets, "board": both}, charts={"bars": spec})
    assert 'found "houses, barns", expected one unit on one axis. Make a chart for each unit: two axes' in report(
        chart_requirements(catalog)
    )


@pytest.mark.parametrize("kind", ["tiles", "calendar", "share"])
def test_a_kind_that_cannot_hatch_refuses_provisional_figures(kind: str) -> None:
    catalog = replace(provisional("board", "owners"), charts={kind: CHARTS[kind]})
    assert "expected figures that are not provisional. This kind cannot mark them" in report(
        chart_requirements(catalog)
    )


def test_a_map_needs_outlines() -> None:
    catalog = replace(gauges(), charts={"locator": CHARTS["locator"]}, geometry=None)
    assert "Use kind: tiles, which needs no outlines." in report(chart_requirements(catalog))


def test_too_many_marks_are_refused() -> None:
    board = gauges().datasets["board"]
    many = replace(board, observations=tuple(replace(board.observations[0], said_by=str(n)) for n in range(5_001)))
    spec = chart("bars", "board/flooded")
    catalog = replace(gauges(), datasets={**gauges().datasets, "board": many}, charts={"bars": spec})
    assert 'found "5,001 marks", expected at most 5,000 marks.' in report(chart_requirements(catalog))
