"""Limits of the colour classes of tiles. No drawing."""

from collections.abc import Sequence

from generators.charts.data.scales import nice_step

CLASSES = 5


def limits(values: Sequence[float]) -> list[float]:
    """Return the upper limits of five classes in equal round steps up to the highest value.

    >>> limits([49, 14, 12])
    [10.0, 20.0, 30.0, 40.0, 50.0]
    """
    step = nice_step(max([*values, 1.0]), CLASSES)
    return [step * n for n in range(1, CLASSES + 1)]


def widening(values: Sequence[float]) -> list[float]:
    """Return the upper limits of five classes of growing width, for many mostly small figures.

    >>> widening([625, 14, 12]), widening([3])
    ([50.0, 100.0, 200.0, 500.0, 1000.0], [1.0, 2.0, 5.0, 10.0, 20.0])
    """
    rounds = [float(factor * 10**power) for power in range(12) for factor in (1, 2, 5)]
    last = next(n for n, limit in enumerate(rounds) if limit >= max([*values, 0.0]))
    return rounds[max(last - CLASSES + 1, 0) : max(last + 1, CLASSES)]


def class_of(value: float, among: Sequence[float]) -> int:
    """Return the class of a value, 1 to 5; a limit belongs to the class below it."""
    return next(n for n, limit in enumerate(among, 1) if value <= limit)
