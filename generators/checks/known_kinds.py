"""Unknown chart kinds."""

from collections.abc import Iterator

from generators.charts.registry import KINDS
from generators.model import Catalog
from generators.model.problems import CellError, Problem, did_you_mean


def known_kinds(catalog: Catalog) -> Iterator[Problem]:
    """Yield a problem for each chart whose `kind` is not registered."""
    for chart in catalog.charts.values():
        if chart.kind not in KINDS:
            unknown = CellError("the name of a chart kind", did_you_mean(chart.kind, KINDS))
            yield unknown.at(chart.where.part("kind"), "kind", chart.kind)
