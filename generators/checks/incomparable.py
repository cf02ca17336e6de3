"""Series that must not be compared are known, and no chart draws both."""

from collections.abc import Iterator

from generators.model import Catalog, Incomparable
from generators.problems import CellError, Problem, did_you_mean


def incomparable(catalog: Catalog) -> Iterator[Problem]:
    """Every pair with an unknown series, and every chart that draws both of a pair."""
    known = {f"{i.dataset}/{i.id}" for i in catalog.indicators}
    for pair in catalog.incomparable:
        for key, series in (("a", pair.a), ("b", pair.b)):
            name = "/".join(series)
            if name not in known:
                unknown = CellError("a dataset and one of its indicators", did_you_mean(name, known))
                yield unknown.at(pair.where.part(key), key, name)
        yield from _charts(pair, catalog)


def _charts(pair: Incomparable, catalog: Catalog) -> Iterator[Problem]:
    for chart in catalog.charts.values():
        if {pair.a, pair.b} <= set(chart.series):
            a, b = "/".join(pair.a), "/".join(pair.b)
            refused = CellError("series that may be compared", f"Make a chart of each. {pair.where}: {pair.why}")
            yield refused.at(chart.where.part("series"), "series", f"{a}, {b}")
