"""Outlines without a place."""

import re
from collections.abc import Iterator

from generators.charts.data.topojson import outlines
from generators.model import Catalog
from generators.model.problems import CellError, Problem, Where, proposal

_PATH = "data/geometry.topojson"


def outlines_placed(catalog: Catalog) -> Iterator[Problem]:
    """Yield a problem for each outline in `data/geometry.topojson` whose id is not the code of a place."""
    ids = outlines(catalog.geometry).ids if catalog.geometry else frozenset()
    for name in sorted(ids - {*catalog.places}):
        advice = proposal(name, catalog.places) or "Add the place to data/places.csv, or remove the outline."
        unknown = CellError("the code of a place in data/places.csv", advice)
        yield unknown.at(_where(name, catalog.geometry or b""), "id", name)


def _where(name: str, geometry: bytes) -> Where:
    """Return the location of the id in the file; its beginning for an id with escapes."""
    text = geometry.decode()
    match = re.search(rf'"id"\s*:\s*"({re.escape(name)})"', text)
    before = text[: match.start(1)] if match else ""
    return Where(path=_PATH, line=before.count("\n") + 1, column=len(before) - before.rfind("\n"))
