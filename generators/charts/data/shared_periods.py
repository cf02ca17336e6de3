"""Periods that several recorders counted, with each recorder's figure. No drawing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generators.model import Dataset, MethodBreak, Observation, Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A period and its figures by dataset id."""

    period: Period
    figures: Mapping[str, Observation]


def periods_in_common(rows: Iterable[Observation]) -> tuple[Counted, ...]:
    """Return the periods with figures of at least two recorders, the oldest first."""
    counts: dict[Period, dict[str, Observation]] = {}
    for o in rows:
        if o.period:
            counts.setdefault(o.period, {})[o.dataset] = o
    periods = sorted((p for p, figures in counts.items() if len(figures) > 1), key=lambda p: (p.first, p.last))
    return tuple(Counted(period=p, figures=counts[p]) for p in periods)


def break_letters(every: Iterable[Counted], datasets: Mapping[str, Dataset]) -> Mapping[tuple[str, str], str]:
    """Return a letter by dataset and label for each method break with one of the figures."""
    figures = ((dataset, o) for counted in every for dataset, o in counted.figures.items())
    labels = dict.fromkeys((dataset, b.label) for dataset, o in figures for b in breaks_of_figure(o, datasets))
    return {label: chr(ord("a") + n) for n, label in enumerate(labels)}


def breaks_of_figure(observation: Observation, datasets: Mapping[str, Dataset]) -> tuple[MethodBreak, ...]:
    """Return the method breaks that cover the figure's period."""
    period = observation.period
    return tuple(b for b in datasets[observation.dataset].breaks if period and b.period.covers(period))
