"""Charts of datasets whose licence forbids redistributing rows; `lookup.redistributable_rows` covers briefings."""

from collections.abc import Iterator

from generators.model import Catalog
from generators.model.problems import CellError, Problem


def restricted_rows(catalog: Catalog) -> Iterator[Problem]:
    """Yield a problem for each chart that would publish rows of a dataset with `rows: no`."""
    names = {dataset.id for dataset in catalog.datasets.values() if not dataset.redistributable}
    for chart in catalog.charts.values():
        for dataset in sorted({dataset for dataset, _ in chart.series} & names):
            error = CellError(
                "a dataset whose rows may be redistributed", "Remove the chart: its table would publish the rows."
            )
            yield error.at(chart.where.part("series"), "series", dataset)
