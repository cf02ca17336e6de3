"""Exports: functions that yield files, and these two lists are all that can be taken away.

Those in `EXPORTS` are made from the catalog, those in `DRAWN` from one chart and its drawings.
To add one: a file here with a generator function, a line in its list, a test beside its siblings'.
"""

from collections.abc import Callable, Iterator

from generators.drawing import Drawing
from generators.exports.chart_tables import chart_tables
from generators.exports.csv_files import csv_files
from generators.exports.embeds import embeds
from generators.exports.pictures import pictures
from generators.model import Asset, Catalog, ChartSpec

EXPORTS: tuple[Callable[[Catalog], Iterator[Asset]], ...] = (csv_files, chart_tables)
DRAWN: tuple[Callable[[ChartSpec, Catalog, Drawing], Iterator[Asset]], ...] = (pictures, embeds)
