"""The rows of a chart: those that are drawn are those of its table, its files, its tips and its PROV, in every chart."""

import csv
import io
import json
import re
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
import vl_convert

from generators.analysis.chart_selection import expanded, highlighted, which
from generators.charts.data.shown_rows import events_behind, figures_behind
from generators.charts.descriptions.tooltips import tips
from generators.charts.frames import CARD, FRAMES, Frame
from generators.charts.registry import KINDS
from generators.charts.render.interactive import live
from generators.charts.render.specification import vega_lite
from generators.charts.render.vega_runtime import VEGA_LITE
from generators.components.chart_figure import chart_figure
from generators.model import Catalog, ChartSpec
from generators.urls.paths import of_chart
from tests.fixtures.chart_catalog import gauges
from tests.fixtures.exported_files import files_of
from tests.fixtures.real_site import OWN
from tests.fixtures.river_site import rivers

Made = Callable[[], Catalog]


def each_of(*sites: Made) -> pytest.MarkDecorator:
    """A test of every chart of these sites."""
    charts = [
        pytest.param(site, slug, marks=pytest.mark.slow if site in OWN else ())
        for site in sites
        for slug in expanded(site())
    ]
    return pytest.mark.parametrize(("site", "slug"), charts, ids=lambda value: getattr(value, "__name__", value))


every_chart = each_of(*OWN, rivers, gauges)
every_published_chart = each_of(*OWN, rivers)


@cache
def specification(spec: ChartSpec, catalog: Catalog, frame: Frame) -> dict[str, Any]:
    return vega_lite(spec, catalog, frame)


def drawn(specification: dict[str, Any]) -> set[str]:
    """The names of the figures and events that have a mark."""
    rows = (row for layer in specification["layer"] for row in layer["data"].get("values", ()))
    return {row["of"] for row in rows if isinstance(row, dict) and row.get("of")}


def behind(spec: ChartSpec, catalog: Catalog) -> set[str]:
    return {*map(which, figures_behind(spec, catalog)), *map(which, events_behind(spec, catalog))}


@every_chart
def test_what_is_drawn_is_what_stands_behind_the_chart(site: Made, slug: str) -> None:
    spec, catalog = expanded(site())[slug], site()
    for frame in (*FRAMES, CARD):
        assert drawn(specification(spec, catalog, frame)) == behind(spec, catalog)


@every_chart
def test_the_live_view_knows_each_and_has_its_words(site: Made, slug: str) -> None:
    spec, catalog = expanded(site())[slug], site()
    kind = KINDS[spec.kind]
    if not kind.offers:
        return
    for frame in FRAMES:
        shown = specification(spec, catalog, frame)
        compiled = vl_convert.vegalite_to_vega(shown, vl_version=VEGA_LITE)
        names = live(shown, compiled, zooms="time" in kind.offers)["names"]
        assert set(names) == behind(spec, catalog)
        told = tips(spec, catalog, names)["tips"]
        assert isinstance(told, list)
        assert all(tip.get("Figure") or tip.get("Event") for tip in told)


@every_chart
def test_the_table_has_a_row_for_each(site: Made, slug: str) -> None:
    spec, catalog = expanded(site())[slug], site()
    table = chart_figure(of_chart(slug), spec, catalog).partition('<details class="chart-data"')[2]
    assert len(re.findall("<tr>", table.replace("<thead><tr>", ""))) == len(behind(spec, catalog))


@every_published_chart
def test_the_files_have_a_row_for_each(site: Made, slug: str) -> None:
    spec, catalog = expanded(site())[slug], site()
    rows = list(csv.DictReader(io.StringIO(files_of(site)[f"charts/{slug}.csv"].decode())))
    told = json.loads(files_of(site)[f"charts/{slug}.json"])
    figures, events = figures_behind(spec, catalog), events_behind(spec, catalog)
    places = [] if figures or events else list(highlighted(spec, catalog))
    assert len(rows) == len(told["rows"]) == len(figures or events or places)
    assert len(told["events"]) == len(events)


@every_published_chart
def test_prov_names_the_documents_of_these_rows_alone(site: Made, slug: str) -> None:
    spec, catalog = expanded(site())[slug], site()
    told = json.loads(files_of(site)[f"charts/{slug}.prov.json"])
    documents = {name.removeprefix("site:sources/") for name in told["entity"] if name.startswith("site:sources/")}
    used = {o.source.id for o in figures_behind(spec, catalog) if catalog.datasets[o.dataset].redistributable}
    used |= {source.id for event in events_behind(spec, catalog) for source in event.sources}
    assert documents == {f"{name}.html" for name in used}
