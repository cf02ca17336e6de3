"""A chart as a Vega-Lite specification."""

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any

from generators.charts.data.chart_data import ChartData
from generators.charts.frames import Frame
from generators.charts.render.spec_lint import honest

if TYPE_CHECKING:
    import altair as alt

    Draw = Callable[[ChartData, Frame], alt.LayerChart]


def altair_chart(data: ChartData, frame: Frame) -> "alt.LayerChart":
    """Return the chart as its kind draws it. Imports Altair."""
    name = data.kind.function
    draw: Draw = getattr(import_module(f"generators.charts.kinds.{name}"), name)
    return draw(data, frame)


def vega_lite(data: ChartData, frame: Frame) -> dict[str, Any]:
    """Return the chart as Vega-Lite; one that misleads is refused.

    Altair's checks of each part are off, which halves the time; the tests run them.
    """
    with import_module("altair.utils.schemapi").debug_mode(arg=False):
        return honest(altair_chart(data, frame).to_dict(validate=False))
