"""Where a licence lets no rows leave, no chart, table or place's page of few rows gives them: only sums and single figures."""

import re
from collections.abc import Iterator

from generators.model import Catalog
from generators.problems import CellError, Problem
from generators.public_texts import line_of, public_texts

_TABLE = re.compile(r"""\{\{\s*table\(\s*["']([\w-]+)/""")


def rows_stay(catalog: Catalog) -> Iterator[Problem]:
    """Every chart and every table in a text that would give the rows of a dataset with rows: no."""
    kept = {dataset.id for dataset in catalog.datasets.values() if not dataset.rows}
    if kept:
        yield from _charts(catalog, kept)
        yield from _tables(catalog, kept)


def _charts(catalog: Catalog, kept: set[str]) -> Iterator[Problem]:
    for chart in catalog.charts.values():
        for dataset in sorted({dataset for dataset, _ in chart.series} & kept):
            error = CellError("a dataset whose rows may leave", "Draw no chart of it: its table would give the rows.")
            yield error.at(chart.where.part("series"), "series", dataset)


def _tables(catalog: Catalog, kept: set[str]) -> Iterator[Problem]:
    for subject, text in public_texts(catalog):
        for match in _TABLE.finditer(text.markdown):
            if match[1] in kept:
                error = CellError("a dataset whose rows may leave", "Quote single figures with value(…) instead.")
                yield error.at(line_of(text, match.start()), subject, match[1])
