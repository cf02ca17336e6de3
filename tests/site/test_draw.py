"""Drawings of this site."""

import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from generators.charts.data.chart_data import chart_data
from generators.charts.render.draw import draw
from generators.charts.render.drawing import figure_svg
from tests.fixtures.chart_catalog import PLACES, chart, gauges
from tests.fixtures.drawn_pixels import ink
from tests.fixtures.repository import ROOT

pytestmark = pytest.mark.slow


def test_text_leaves_ink_and_a_map_leaves_paper(tmp_path: Path) -> None:
    """A font that is not found renders nothing and says nothing; an outline the wrong way round covers all."""
    words = chart("bars", "board/flooded", when="2020-02")
    plain = figure_svg(draw(chart_data(words, gauges()), tmp_path), "wide", alone=True)
    assert ink(plain) > 1.1 * ink(re.sub(r"<text.*?</text>", "", plain))
    real = (ROOT / "data" / "geometry.topojson").read_bytes()
    kirkuk = replace(PLACES["RV-N"], code="IQ-KI", latitude=Decimal("35.4"), longitude=Decimal("44.1"))
    country = replace(gauges(), geometry=real, places={"IQ-KI": kirkuk})
    outline = figure_svg(draw(chart_data(chart("locator", places=("IQ-KI",)), country), tmp_path), "wide", alone=True)
    assert 0.05 < ink(re.sub(r"<text.*?</text>", "", outline)) < 0.7
