"""Round steps and ticks of a scale."""

from collections.abc import Iterator


def nice_step(top: float, steps: int) -> float:
    """Return the smallest of 1, 2, 5, 10, 20, … with which that many steps reach the top.

    >>> nice_step(1775, 4), nice_step(7, 5)
    (500.0, 2.0)
    """
    step = 1.0
    for factor in _steps():
        step = float(factor)
        if step * steps >= top:
            break
    return step


def _steps() -> Iterator[int]:
    power = 1
    while True:
        yield from (power, 2 * power, 5 * power)
        power *= 10


def ticks(top: float, steps: int = 4, low: float = 0) -> list[float]:
    """Return a few round numbers within the axis, including 0.

    >>> ticks(9, 5), ticks(9, 5, -5.5)
    ([0.0, 2.0, 4.0, 6.0, 8.0], [-5.0, 0.0, 5.0])
    """
    step = nice_step(top - low, steps)
    return [step * n for n in range(-int(-low / step + 1e-9), int(top / step + 1e-9) + 1)]
