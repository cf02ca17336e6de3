"""Which figure stands in which tile, and the class limits of their colours. No drawing."""

from collections.abc import Mapping, Sequence

from generators.charts.layout import nice_step
from generators.charts.selection import latest, selected
from generators.model import Catalog, ChartSpec, Observation, Place

CLASSES = 5


def tiled(spec: ChartSpec, catalog: Catalog) -> Mapping[str, Observation]:
    """The figure of every place that has a tile, by the place's code."""
    return {o.place.code: o for o in latest(selected(spec, catalog)) if o.place.tile}


def untold(spec: ChartSpec, catalog: Catalog) -> tuple[Place, ...]:
    """The places with a tile and no figure."""
    told = tiled(spec, catalog)
    return tuple(place for place in catalog.places.values() if place.tile and place.code not in told)


def limits(values: Sequence[float]) -> list[float]:
    """The upper limits of the five classes: equal steps of a round size that reach the highest value.

    >>> limits([49, 14, 12])
    [10.0, 20.0, 30.0, 40.0, 50.0]
    """
    step = nice_step(max([*values, 1.0]), CLASSES)
    return [step * n for n in range(1, CLASSES + 1)]


def class_of(value: float, among: Sequence[float]) -> int:
    """The class of a value, 1 to 5; a limit belongs to the class below it."""
    return next(n for n, limit in enumerate(among, 1) if value <= limit)
