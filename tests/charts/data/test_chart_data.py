"""The rows of a chart: what is drawn is what its table, CSV, JSON, tooltips and PROV contain, in every chart and kind.

What is drawn is read from the marks of the drawing, and compared with the published files as another program reads them.
"""

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from itertools import chain
from typing import Any

import pytest
import vl_convert

from generators.charts.data.chart_data import all_chart_data
from generators.charts.descriptions.tooltips import tips
from generators.charts.frames import CARD, FRAMES, Frame
from generators.charts.registry import KINDS
from generators.charts.render.interactive import live
from generators.charts.render.specification import vega_lite
from generators.charts.render.vega_runtime import VEGA_LITE
from generators.components.chart_figure import chart_figure
from generators.model import Catalog
from generators.urls.paths import of_chart
from tests.fixtures.chart_catalog import gauges
from tests.fixtures.exported_files import files_of
from tests.fixtures.real_site import OWN
from tests.fixtures.river_site import rivers

Made = Callable[[], Catalog]
FIGURE = ("dataset", "indicator", "place", "period", "said_by", "as_of")
"""The columns that name a figure, in the order of its mark's name."""
CHARTS = [(site, slug) for site in (*OWN, rivers, gauges) for slug in all_chart_data(site())]
every_chart = pytest.mark.parametrize(
    ("site", "slug"),
    [pytest.param(site, slug, marks=pytest.mark.slow if site in OWN else ()) for site, slug in CHARTS],
    ids=lambda value: getattr(value, "__name__", value),
)


@cache
def specification(site: Made, slug: str, frame: Frame) -> dict[str, Any]:
    return vega_lite(all_chart_data(site())[slug], frame)


@cache
def drawn(site: Made, slug: str, frame: Frame = FRAMES[0]) -> frozenset[str]:
    """The names of the figures and events that have a mark."""
    layers = specification(site, slug, frame)["layer"]
    rows = chain.from_iterable(layer["data"].get("values", ()) for layer in layers)
    return frozenset(row["of"] for row in rows if isinstance(row, dict) and row.get("of"))


def names(site: Made, slug: str, *, events: bool) -> list[tuple[str, ...]]:
    """The names of the drawn figures, or of the drawn events without their exact place, in parts."""
    parts = sorted(tuple(name.split("|")) for name in drawn(site, slug))
    return [(*part[:2], part[3]) for part in parts if len(part) == 4] if events else [p for p in parts if len(p) > 4]


def read_csv(site: Made, slug: str) -> list[dict[str, str]]:
    text = files_of(site)[f"charts/{slug}.csv"].decode()
    return [
        {key: re.sub(r"^'(?=[=+@-])", "", value) for key, value in row.items()}
        for row in csv.DictReader(io.StringIO(text))
    ]


def read_json(site: Made, slug: str, ending: str = "json") -> dict[str, Any]:
    content: dict[str, Any] = json.loads(files_of(site)[f"charts/{slug}.{ending}"])
    return content


def figures_in(rows: Iterable[Mapping[str, str | None]]) -> list[tuple[str, ...]]:
    return sorted(tuple(row[column] or "" for column in FIGURE) for row in rows if "dataset" in row)


def events_in(rows: Iterable[Mapping[str, str]]) -> list[tuple[str, ...]]:
    return sorted((row["date"], row["place_name"], row["title"]) for row in rows if "date" in row)


def test_every_kind_is_among_these_charts() -> None:
    assert {all_chart_data(site())[slug].spec.kind for site, slug in CHARTS} == set(KINDS)


@every_chart
def test_every_frame_draws_the_same(site: Made, slug: str) -> None:
    data = all_chart_data(site())[slug]
    assert (not drawn(site, slug)) == (data.spec.kind == "locator")
    assert {drawn(site, slug, frame) for frame in (*FRAMES, CARD)} == {drawn(site, slug)}


@every_chart
def test_what_is_drawn_is_in_the_csv_and_nothing_else(site: Made, slug: str) -> None:
    rows = read_csv(site, slug)
    figures, events = names(site, slug, events=False), names(site, slug, events=True)
    assert figures_in(rows) == figures
    assert events_in(rows) == ([] if figures else events)
    assert len(rows) == len(figures or events or all_chart_data(site())[slug].marked)


@every_chart
def test_what_is_drawn_is_in_the_json_and_nothing_else(site: Made, slug: str) -> None:
    content = read_json(site, slug)
    assert figures_in(content["rows"]) == names(site, slug, events=False)
    assert events_in(content["events"]) == names(site, slug, events=True)
    assert len(content["rows"]) == len(read_csv(site, slug))


@every_chart
def test_what_is_drawn_is_in_the_table_and_nothing_else(site: Made, slug: str) -> None:
    data = all_chart_data(site())[slug]
    table = chart_figure(of_chart(slug), site(), data).partition('<details class="chart-data"')[2]
    assert len(re.findall("<tr>", table.replace("<thead><tr>", ""))) == len(drawn(site, slug))


@every_chart
def test_prov_names_the_documents_of_what_is_drawn_and_no_other(site: Made, slug: str) -> None:
    content = read_json(site, slug)
    of_events = (event["sources"].split() for event in content["events"])
    sources = {row["source"] for row in content["rows"] if "source" in row} | {*chain.from_iterable(of_events)}
    entities = read_json(site, slug, "prov.json")["entity"]
    documents = {name for name in entities if name.startswith("site:sources/")}
    assert documents == {f"site:sources/{source}.html" for source in sources}


@every_chart
def test_the_live_view_has_what_is_drawn_with_its_words(site: Made, slug: str) -> None:
    data = all_chart_data(site())[slug]
    if not data.kind.offers:
        return
    for frame in FRAMES:
        shown = specification(site, slug, frame)
        compiled = vl_convert.vegalite_to_vega(shown, vl_version=VEGA_LITE)
        marks = live(shown, compiled, zooms="time" in data.kind.offers)["names"]
        assert set(marks) == drawn(site, slug)
        texts = tips(data, marks)["tips"]
        assert isinstance(texts, list)
        assert all(tip.get("Figure") or tip.get("Event") for tip in texts)


def test_the_data_of_a_chart_is_made_once() -> None:
    data = all_chart_data(gauges())["example-line"]
    assert all_chart_data(gauges())["example-line"] is data
    assert data.rows is data.rows
    assert data.series is data.series
