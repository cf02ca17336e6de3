"""One series by place: the drawn places, their figures and their gaps. No drawing."""

from dataclasses import dataclass
from datetime import date, timedelta

from generators.model import Observation, Place

Stretch = tuple[date, date]
"""The first day, and the day after the last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A place and its figures, oldest first; a missing figure is not 0."""

    place: Place
    observations: tuple[Observation, ...]

    def gaps(self, span: Stretch) -> tuple[Stretch, ...]:
        """Return the parts of the span without a figure of the place."""
        gaps, reached = [], span[0]
        for first, after in sorted(map(edges, self.observations)):
            if reached < first:
                gaps.append((reached, first))
            reached = max(reached, after)
        return (*gaps, (reached, span[1])) if reached < span[1] else tuple(gaps)


def edges(observation: Observation) -> Stretch:
    """Return the first day of a figure's period and the day after its last."""
    period = observation.period
    return (period.first, period.last + timedelta(days=1)) if period else (date.min, date.min)
