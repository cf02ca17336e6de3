"""Order and colours of recorders, the same in all charts of the site. No drawing."""

from collections import Counter

from generators.model import Catalog

_OWN = (1, 2, 4, 5)
"""Colours of the recorders with the most datasets."""
_SHARED = 3
"""Colour of all other recorders."""
SPARE = (_SHARED, 6, 7, 8)
"""Colours of no single recorder, for a mark beside another in its recorder's colour."""


def rank_of(recorder: str, catalog: Catalog) -> int:
    """Return the recorder's rank from 0: by number of datasets, then in the order of reading."""
    order = _order(catalog)
    return order.index(recorder) if recorder in order else len(order)


def colour_of(recorder: str, catalog: Catalog) -> int:
    """Return the recorder's number in the palette."""
    return dict(zip(_order(catalog), _OWN, strict=False)).get(recorder, _SHARED)


def _order(catalog: Catalog) -> list[str]:
    tables = Counter(d.recorder for d in catalog.datasets.values() if d.form == "series")
    return [name for name, _ in tables.most_common()]
