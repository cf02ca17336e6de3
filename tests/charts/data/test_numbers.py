"""The number of a figure: one definition, by which it is drawn, sorted, ranked and described."""

from dataclasses import replace
from decimal import Decimal

import pytest

from generators.charts.data.chart_data import chart_data
from generators.charts.descriptions.chart_description import long_description
from generators.charts.frames import FRAMES
from generators.charts.render.specification import vega_lite
from tests.fixtures.chart_catalog import CHARTS, gauges


@pytest.mark.parametrize("kind", ["line", "columns", "multiples", "slope"])
def test_the_highest_that_is_described_is_the_highest_that_is_drawn(kind: str) -> None:
    """A range from 1 to 900 is not the highest of a kind that draws it at 1; where bars run from end to end the farthest is."""
    wide = {
        name: replace(
            table,
            observations=tuple(
                replace(o, value=None, lower=Decimal(1), upper=Decimal(900)) if o.key[1:3] == ("RV", "2020-02") else o
                for o in table.observations
            ),
        )
        for name, table in gauges().datasets.items()
        if name in ("board", "union")
    }
    catalog = replace(gauges(), datasets={**gauges().datasets, **wide})
    told = long_description(chart_data(CHARTS[kind], catalog))
    assert "900" not in told.partition("ighest")[2].partition("owest")[0], told
    assert vega_lite(chart_data(CHARTS[kind], catalog), FRAMES[0])
