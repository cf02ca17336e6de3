"""Every chart is of a kind that there is."""

from collections.abc import Iterator

from generators.charts.registry import KINDS
from generators.model import Catalog
from generators.model.problems import CellError, Problem, did_you_mean


def known_kinds(catalog: Catalog) -> Iterator[Problem]:
    """Every chart of a kind that is not in the list."""
    for chart in catalog.charts.values():
        if chart.kind not in KINDS:
            unknown = CellError("the name of a chart kind", did_you_mean(chart.kind, KINDS))
            yield unknown.at(chart.where.part("kind"), "kind", chart.kind)
