"""Order and colours of recorders, the same in all charts of the site. No drawing."""

from collections import Counter
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from generators.model import Catalog
from generators.model.memo import per_catalog

Key = TypeVar("Key", bound=Hashable)
_OWN = (1, 2, 4, 5)
"""Colours of the recorders with the most datasets."""
_SHARED = 3
"""Colour of all other recorders."""
_SPARE = (_SHARED, 6, 7, 8)
"""Colours of no single recorder, for a mark beside another in its recorder's colour."""


@dataclass(frozen=True, slots=True)
class Recorders:
    """The site's recorders of series, in order."""

    names: tuple[str, ...]

    def rank(self, recorder: str) -> int:
        """Return the recorder's rank from 0; a stranger is last."""
        return self.names.index(recorder) if recorder in self.names else len(self.names)

    def colour(self, recorder: str) -> int:
        """Return the recorder's number in the palette."""
        return dict(zip(self.names, _OWN, strict=False)).get(recorder, _SHARED)

    def colours(self, recorders: Mapping[Key, str]) -> dict[Key, int]:
        """Return a colour for each of several marks of these recorders: the recorder's own, unless another mark has it."""
        used: dict[Key, int] = {}
        for key, recorder in recorders.items():
            preferred = self.colour(recorder)
            used[key] = next((n for n in (preferred, *_SPARE) if n not in used.values()), preferred)
        return used


@per_catalog
def recorders_of(catalog: Catalog) -> Recorders:
    """Return the recorders by number of datasets, then in the order of reading."""
    datasets = Counter(d.recorder for d in catalog.datasets.values() if d.form == "series")
    return Recorders(tuple(name for name, _ in datasets.most_common()))
