"""Exports: each is a function from the catalog to files, and this list is all that can be taken away.

To add one: a file here with a generator function, a line in `EXPORTS`, a test beside its siblings'.
"""

from collections.abc import Callable, Iterator

from generators.exports.csv_files import csv_files
from generators.model import Asset, Catalog

EXPORTS: tuple[Callable[[Catalog], Iterator[Asset]], ...] = (csv_files,)
