"""Column chart: one series over time, from 0, with gaps as gaps and whiskers for ranges."""

import altair as alt

from generators.charts.data.chart_data import ChartData
from generators.charts.elements.column_layout import uprights
from generators.charts.elements.theme import dressed
from generators.charts.frames import Frame


def columns(data: ChartData, frame: Frame) -> alt.LayerChart:
    """Draw one column per period, as wide as the period."""
    layout = uprights(data, frame)
    return dressed(layout.layers, layout.plot)
