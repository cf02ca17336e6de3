"""The one order of recorders and the one colour of each, the same in every chart of the site. No drawing."""

from collections import Counter

from generators.model import Catalog

_OWN = (1, 2, 4, 5)
"""The colours of the recorders with most tables here, the same in every chart."""
_SHARED = 3
"""The colour of all the others."""
SPARE = (_SHARED, 6, 7, 8)
"""The colours that no recorder owns, for a mark beside another that has its recorder's colour."""


def rank_of(recorder: str, catalog: Catalog) -> int:
    """The recorder's place in the site's order, from 0: most tables first, then the order in which they were read."""
    order = _order(catalog)
    return order.index(recorder) if recorder in order else len(order)


def colour_of(recorder: str, catalog: Catalog) -> int:
    """The recorder's number in the palette."""
    return dict(zip(_order(catalog), _OWN, strict=False)).get(recorder, _SHARED)


def _order(catalog: Catalog) -> list[str]:
    tables = Counter(d.recorder for d in catalog.datasets.values() if d.form == "series")
    return [name for name, _ in tables.most_common()]
