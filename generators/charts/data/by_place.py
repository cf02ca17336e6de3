"""One series place by place: which places are drawn, what each has, and the stretches in which it has no figure. No drawing."""

from dataclasses import dataclass
from datetime import date, timedelta

from generators.analysis.chart_selection import highlighted
from generators.charts.data.series import in_time
from generators.model import Catalog, ChartSpec, Observation, Place

Stretch = tuple[date, date]
"""The first day, and the day after the last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A place and its figures, oldest first; none is not the same as 0."""

    place: Place
    observations: tuple[Observation, ...]

    def gaps(self, whole: Stretch) -> tuple[Stretch, ...]:
        """The stretches of the whole time in which the place has no figure."""
        found, reached = [], whole[0]
        for first, after in sorted(map(edges, self.observations)):
            if reached < first:
                found.append((reached, first))
            reached = max(reached, after)
        return (*found, (reached, whole[1])) if reached < whole[1] else tuple(found)


def by_place(spec: ChartSpec, catalog: Catalog) -> tuple[Placed, ...]:
    """The declared places in their order; without a declaration every place that has a figure, in the site's order."""
    rows = in_time(spec, catalog)
    told = {o.place.code for o in rows}
    places = tuple(highlighted(spec, catalog)) or tuple(p for p in catalog.places.values() if p.code in told)
    return tuple(Placed(place=p, observations=tuple(o for o in rows if o.place.code == p.code)) for p in places)


def whole_time(spec: ChartSpec, catalog: Catalog) -> Stretch:
    """From the first day of the earliest figure to the day after the latest, the same for every place."""
    ends = [edges(o) for o in in_time(spec, catalog)]
    return min(first for first, _ in ends), max(after for _, after in ends)


def edges(observation: Observation) -> Stretch:
    """The stretch that a dated figure speaks of."""
    period = observation.period
    return (period.first, period.last + timedelta(days=1)) if period else (date.min, date.min)
