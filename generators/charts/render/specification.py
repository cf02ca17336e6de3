"""A chart declaration as a Vega-Lite specification."""

from importlib import import_module
from typing import Any

from generators.charts.frames import Frame
from generators.charts.registry import KINDS
from generators.charts.render.spec_lint import honest
from generators.model import Catalog, ChartSpec


def vega_lite(spec: ChartSpec, catalog: Catalog, frame: Frame) -> dict[str, Any]:
    """Return the chart as Vega-Lite; one that misleads is refused.

    Altair's checks of each part are off, which halves the time; the tests run them.
    """
    draw = KINDS[spec.kind].draw
    with import_module("altair.utils.schemapi").debug_mode(arg=False):
        return honest(draw(spec, catalog, frame).to_dict(validate=False))
