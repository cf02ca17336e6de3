"""Columns over time for one series: from 0, gaps left as gaps, whiskers where the source gives a range."""

import altair as alt

from generators.charts.elements.column_layout import uprights
from generators.charts.elements.theme import dressed
from generators.charts.frames import Frame
from generators.model import Catalog, ChartSpec


def columns(spec: ChartSpec, catalog: Catalog, frame: Frame) -> alt.LayerChart:
    """One column a period, as wide as the period."""
    laid = uprights(spec, catalog, frame)
    return dressed(laid.layers, laid.plot)
