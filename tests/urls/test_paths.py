"""Paths and anchors."""

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from generators.model import Dataset, parse
from generators.urls import paths
from tests.fixtures.river_site import rivers


def long(dataset: Dataset) -> Dataset:
    """The dataset with more rows than a page shows."""
    first = dataset.observations[0]
    return replace(dataset, observations=(first,) * (paths.ROWS_ON_A_PAGE + 1))


def test_a_short_table_is_one_page_and_a_long_one_a_page_an_indicator_and_year() -> None:
    dataset = rivers().datasets["gauge-levels"]
    row = dataset.observations[0]
    assert paths.rows_page(dataset, row) == "datasets/gauge-levels.md"
    assert paths.rows_page(long(dataset), row) == "datasets/gauge-levels/level-2020.md"
    assert paths.rows_page(long(dataset), replace(row, period=None)) == "datasets/gauge-levels/level-undated.md"


def test_a_row_has_an_address_that_stays() -> None:
    dataset = rivers().datasets["flood-peaks"]
    assert paths.of_row(dataset, dataset.observations[1]) == (
        "datasets/flood-peaks.md#peak.rv-c.2019-11-09.lock-keeper-of-cress-lock"
    )


def test_no_two_rows_share_an_anchor() -> None:
    for dataset in rivers().datasets.values():
        anchors = [paths.row_anchor(dataset, observation) for observation in dataset.observations]
        assert len(set(anchors)) == len(anchors)


def test_everything_has_a_page() -> None:
    catalog = rivers()
    assert paths.of_briefing(catalog.briefings["river-levels"]) == "briefings/river-levels.md"
    assert paths.of_source(catalog.sources["ferry-post-2019"]) == "sources/ferry-post-2019.md"
    assert paths.of_place(catalog.places["RV-A"]) == "places/rv-a.md"
    assert paths.of_csv(catalog.datasets["flood-peaks"]) == "data/flood-peaks.csv"
    assert paths.chart_anchor(catalog.charts["levels"]) == "chart-levels"


@given(st.text())
def test_an_anchor_needs_no_quoting_in_html(text: str) -> None:
    assert not re.search(r"[\s\"'<>&#]", paths.anchor(text))
    assert paths.anchor(paths.anchor(text)) == paths.anchor(text)


def test_a_period_in_an_address_is_the_one_in_the_file() -> None:
    dataset = rivers().datasets["gauge-levels"]
    row = replace(dataset.observations[0], period=parse.period("2014-01/2014-10"))
    assert paths.row_anchor(dataset, row) == "level.rv-a.2014-01-2014-10"
