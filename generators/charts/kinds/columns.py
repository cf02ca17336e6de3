"""Column chart: one series over time, from 0, with gaps as gaps and whiskers for ranges."""

import altair as alt

from generators.charts.elements.column_layout import uprights
from generators.charts.elements.theme import dressed
from generators.charts.frames import Frame
from generators.model import Catalog, ChartSpec


def columns(spec: ChartSpec, catalog: Catalog, frame: Frame) -> alt.LayerChart:
    """Draw one column per period, as wide as the period."""
    laid = uprights(spec, catalog, frame)
    return dressed(laid.layers, laid.plot)
