"""The first and the last period of a selection, and the figures of each series for the two. No drawing."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generators.charts.data.recorders import Recorders
from generators.charts.data.series import grouped
from generators.model import Dataset, MethodBreak, Observation, Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """The first and the last figure of one recorder, place and indicator; None if missing."""

    then: Observation | None
    now: Observation | None

    @property
    def either(self) -> Observation:
        """One of the two, for their common properties."""
        return next(o for o in (self.then, self.now) if o)


def two_periods(rows: Iterable[Observation]) -> tuple[Period, Period] | None:
    """Return the first and the last period with a figure; None if there are not two."""
    periods = sorted({o.period for o in rows if o.period}, key=lambda p: (p.first, p.last))
    return (periods[0], periods[-1]) if len(periods) > 1 else None


def pairs(rows: Sequence[Observation], datasets: Mapping[str, Dataset], recorders: Recorders) -> tuple[Pair, ...]:
    """Return the series with a figure at either end, in the site's order of recorders."""
    ends = two_periods(rows)
    candidates = (_pair(figures, *ends) for figures in grouped(rows).values()) if ends else ()
    nonempty = [pair for pair in candidates if pair.then or pair.now]
    return tuple(sorted(nonempty, key=lambda p: recorders.rank(datasets[p.either.dataset].recorder)))


def _pair(rows: Sequence[Observation], first: Period, last: Period) -> Pair:
    by_period = {o.period: o for o in rows}
    return Pair(then=by_period.get(first), now=by_period.get(last))


def breaks_between(pair: Pair, datasets: Mapping[str, Dataset]) -> tuple[MethodBreak, ...]:
    """Return the method breaks that cover only one of the two figures."""
    then, now = pair.then and pair.then.period, pair.now and pair.now.period
    if not then or not now:
        return ()
    breaks = datasets[pair.either.dataset].breaks
    return tuple(b for b in breaks if b.period.covers(then) != b.period.covers(now))
