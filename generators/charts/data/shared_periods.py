"""Periods that several recorders counted, with each recorder's figure. No drawing."""

from collections.abc import Mapping
from dataclasses import dataclass

from generators.charts.data.recorders import rank_of
from generators.charts.data.series import in_time
from generators.model import Catalog, ChartSpec, Dataset, MethodBreak, Observation, Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A period and its figures by dataset id."""

    period: Period
    figures: Mapping[str, Observation]


def recorders(spec: ChartSpec, catalog: Catalog) -> tuple[Dataset, ...]:
    """Return the datasets with a figure for one of the periods, in the site's order of recorders."""
    used = dict.fromkeys(dataset for group in periods_in_common(spec, catalog) for dataset in group.figures)
    return tuple(sorted((catalog.datasets[d] for d in used), key=lambda d: rank_of(d.recorder, catalog)))


def periods_in_common(spec: ChartSpec, catalog: Catalog) -> tuple[Counted, ...]:
    """Return the periods with figures of at least two recorders, the oldest first."""
    counts: dict[Period, dict[str, Observation]] = {}
    for o in in_time(spec, catalog):
        if o.period:
            counts.setdefault(o.period, {})[o.dataset] = o
    periods = sorted((p for p, figures in counts.items() if len(figures) > 1), key=lambda p: (p.first, p.last))
    return tuple(Counted(period=p, figures=counts[p]) for p in periods)


def break_letters(spec: ChartSpec, catalog: Catalog) -> Mapping[tuple[str, str], str]:
    """Return a letter by dataset and label for each method break with a figure of the chart."""
    labels: dict[tuple[str, str], None] = {}
    for counted in periods_in_common(spec, catalog):
        for dataset, o in counted.figures.items():
            labels |= {(dataset, b.label): None for b in breaks_of_figure(o, catalog)}
    return {label: chr(ord("a") + n) for n, label in enumerate(labels)}


def breaks_of_figure(observation: Observation, catalog: Catalog) -> tuple[MethodBreak, ...]:
    """Return the method breaks that cover the figure's period."""
    period = observation.period
    return tuple(b for b in catalog.datasets[observation.dataset].breaks if period and b.period.covers(period))
