"""The rows of a chart: those that are drawn are those of its table, its files, its tips and its PROV, in every chart."""

import json

import pytest

from generators.analysis.chart_selection import expanded, selected
from generators.charts.data.chart_data import all_chart_data, chart_data
from tests.fixtures.exported_files import files_of
from tests.fixtures.real_site import real

pytestmark = pytest.mark.slow


def test_a_slope_names_the_documents_of_its_two_dates() -> None:
    spec = expanded(real())["unami-governorates-2015-2017"]
    told = json.loads(files_of(real)["charts/unami-governorates-2015-2017.prov.json"])
    documents = [name for name in told["entity"] if name.startswith("site:sources/")]
    assert len(documents) == len({o.source.id for o in chart_data(spec, real()).rows}) == 2
    assert len({o.source.id for o in selected(spec, real())}) == 29


@pytest.mark.parametrize(
    ("slug", "rest"),
    [
        ("iraqi-government-annual", ["2 figures restated later not drawn"]),
        ("wing-incidents", ["3 figures restated later not drawn"]),
        (
            "wing-governorates-2018-08",
            ["1 figure restated later not drawn", "2 figures of a place without a tile not drawn"],
        ),
    ],
)
def test_what_is_declared_and_not_drawn_is_counted_in_the_description(slug: str, rest: list[str]) -> None:
    assert sorted(all_chart_data(real())[slug].not_drawn()) == rest
