"""A drawing too tall for a sheet of paper: cut between rows, in letters of full size, with its rows below."""

import re
from dataclasses import replace
from decimal import Decimal
from functools import cache
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree as ET

import pytest

from generators.build.postprocess import sealed_page
from generators.charts.data.chart_data import chart_data
from generators.charts.render.draw import draw
from generators.charts.render.drawing import Drawing, figure_svg
from generators.charts.render.paper_sheets import TALL, in_sheets, parts
from generators.charts.render.svg import parsed, svg_size
from generators.components.late_values import DRAWING, late
from generators.exports.pdf.manuscripts import typesetter_values
from generators.exports.pdf.typeset import printed
from generators.model import Catalog, ChartSpec
from tests.fixtures.chart_catalog import CHARTS, DEPTH, chart, dataset, event, gauges, observation
from tests.fixtures.pdf_tags import faults
from tests.fixtures.pdf_text import words, written
from tests.fixtures.river_site import rivers

pytestmark = pytest.mark.slow

POINTS = 72 / 25.4
COLUMN = 162 * POINTS
"""The width of a PDF's text, in points; that of a printed page is 8 millimetres more."""
HIGH = 297 - 18 - 20
"""Millimetres of a printed page between its margins."""


def statements(number: int) -> tuple[ChartSpec, Catalog]:
    rows = tuple(
        replace(observation(DEPTH, "RV", "2020-02", "1"), value=Decimal(n), said_by=f"Speaker {n}")
        for n in range(number)
    )
    table = replace(dataset("guesses", "Several speakers", rows), form="statements")
    return chart("range", "guesses/depth"), replace(gauges(), datasets={"guesses": table})


def events(number: int) -> tuple[ChartSpec, Catalog]:
    told = tuple(event(f"{1900 + n // 3}-0{1 + n % 3 * 4}", f"Event {n}") for n in range(number))
    return CHARTS["timeline"], replace(gauges(), events=told)


@cache
def drawing_of(kind: str, number: int) -> Drawing:
    spec, catalog = {"range": statements, "timeline": events}[kind](number)
    with TemporaryDirectory() as folder:
        return draw(chart_data(spec, catalog), Path(folder))


def drawn(kind: str, number: int) -> ET.Element:
    return parsed(figure_svg(drawing_of(kind, number), "wide"))


CASES = [("range", 50), ("range", 150), ("timeline", 110), ("timeline", 260)]


@pytest.mark.parametrize(("kind", "number"), CASES)
def test_the_parts_are_the_whole_and_each_fits_on_a_sheet(kind: str, number: int) -> None:
    svg = drawn(kind, number)
    _, height = svg_size(svg)
    cut = parts(svg)
    assert height > TALL
    assert cut[0][0] == 0
    assert sum(cut[-1]) == height
    assert all(round(top + high - after, 3) == 0 for (top, high), (after, _) in pairwise(cut))
    assert max(high for _, high in cut) / 680 * 170 < HIGH - 25
    assert min(high for _, high in cut) > 300


@pytest.mark.parametrize(("kind", "number"), CASES)
def test_no_line_of_text_is_cut(kind: str, number: int) -> None:
    edges = [top for top, _ in parts(drawn(kind, number))[1:]]
    baselines = list(_baselines(drawn(kind, number), 0))
    assert len(baselines) > number
    for edge in edges:
        assert all(edge <= baseline - 10 or edge >= baseline + 3 for baseline in baselines)


def _baselines(element: ET.Element, down: float) -> list[float]:
    moved = re.search(r"translate\([^,]+,(-?[\d.]+)\)", element.get("transform", ""))
    here = down + (float(moved[1]) if moved else 0)
    own = [here] if element.tag.endswith("text") else []
    return own + [baseline for child in element for baseline in _baselines(child, here)]


def test_letters_on_paper_have_at_least_six_and_a_half_points() -> None:
    smallest = 12
    assert smallest / 680 * COLUMN > 6.5
    assert smallest * min(COLUMN / 680, 205 * POINTS / TALL) > 6.5
    assert smallest * min(170 * POINTS / 680, 210 * POINTS / TALL) > 6.5


def test_a_usual_drawing_stays_whole(drawings: Path) -> None:
    svg = figure_svg(draw(chart_data(CHARTS["line"], gauges()), drawings), "wide")
    assert parts(parsed(svg)) == ((0, svg_size(parsed(svg))[1]),)
    assert in_sheets(svg) == svg


def test_a_document_has_the_rows_of_a_tall_chart_below_it() -> None:
    manuscript = written(rivers())["briefings/river-levels.pdf"]
    caption = "The river fell at all the gauges Period Place Figure"
    for number, has_rows in ((9, False), (50, True)):
        svg = figure_svg(drawing_of("range", number), "wide", alone=True)
        drawings = dict.fromkeys(manuscript.drawings, svg)
        pdf = printed(typesetter_values(replace(manuscript, drawings=drawings)))
        assert (caption in words(pdf)) is has_rows
        assert faults(pdf) == []


def test_a_page_shows_its_parts_by_the_drawing_s_id() -> None:
    drawing = drawing_of("range", 50)
    figures = {
        "charts/a.svg": in_sheets(figure_svg(drawing, "wide")),
        "charts/b.svg": figure_svg(drawing, "narrow"),
    }
    html = "".join(late(DRAWING, path, "<img>") for path in figures)
    sealed = sealed_page(html, "charts/x.html", figures).html
    wide, _, narrow = sealed.partition("</div>")
    (name,) = re.findall(r'<g [^>]*id="([\w-]+-whole)"', wide)
    assert re.findall(r'<use xlink:href="#([\w-]+)" />', wide) == [name] * len(parts(drawn("range", 50)))
    assert "chart-parts" not in narrow
    assert parts(parsed(figure_svg(drawing, "wide", alone=True))) == parts(drawn("range", 50))
