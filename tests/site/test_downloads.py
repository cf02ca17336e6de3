"""What a reader takes of a chart: rows, pictures, a frame for another site, an address, a citation, each with its size."""

import csv
import io
import json

import pytest

from generators.analysis.chart_selection import expanded, selected
from generators.charts.data.chart_data import chart_data
from generators.components.chart_figure import chart_figure
from generators.metadata.csl_items import citation_line, of_a_chart
from generators.model import Catalog
from tests.fixtures.chart_catalog import CHARTS, gauges
from tests.fixtures.downloads import tables
from tests.fixtures.real_site import real
from tests.fixtures.river_site import rivers


@pytest.mark.parametrize("catalog", [rivers(), real()], ids=["rivers", "real"])
def test_csv_and_json_have_the_rows_that_the_chart_draws(catalog: Catalog) -> None:
    found = tables(catalog)
    for slug, spec in expanded(catalog).items():
        rows = list(csv.DictReader(io.StringIO(found[f"charts/{slug}.csv"])))
        told = json.loads(found[f"charts/{slug}.json"])
        drawn = chart_data(spec, catalog).rows
        if drawn:
            assert [row["locator"].removeprefix("'") for row in rows] == [o.locator for o in drawn]
            assert [row["qualifier"] for row in rows] == [o.qualifier for o in drawn]
            assert [row["value"] for row in told["rows"]] == [
                None if o.value is None else float(o.value) for o in drawn
            ]
        assert rows
        assert len(rows) == len(told["rows"])
        assert told["title"] == spec.title
        assert told["citation"] == citation_line(of_a_chart(chart_data(spec, catalog)))
        assert all(dataset["licence"] for dataset in told["datasets"])


def test_then_and_now_gives_the_two_dates_alone_and_a_strip_its_events_too() -> None:
    found = tables(gauges())
    spec = real().charts["unami-governorates-2015-2017"]
    ends = {o.period.text for o in chart_data(spec, real()).rows if o.period}
    between = {o.period.text for o in selected(spec, real()) if o.period}
    assert ends == {min(between), max(between)} < between
    strip = json.loads(found["charts/example-strip.json"])
    assert [event["title"] for event in strip["events"]] == [
        e.title for e in chart_data(CHARTS["strip"], gauges()).events
    ]
    assert strip["rows"]
    table = chart_figure("charts/example-strip.md", gauges(), chart_data(CHARTS["strip"], gauges()))
    assert all(event["title"] in table for event in strip["events"])
