"""Periods that several recorders counted, with each recorder's figure, in the site's order of recorders. No drawing."""

from collections.abc import Mapping
from dataclasses import dataclass

from generators.charts.data.recorders import rank_of
from generators.charts.data.series import in_time
from generators.model import Catalog, ChartSpec, Dataset, MethodBreak, Observation, Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A period and who gave what for it, by the dataset's id."""

    period: Period
    figures: Mapping[str, Observation]


def recorders(spec: ChartSpec, catalog: Catalog) -> tuple[Dataset, ...]:
    """The datasets that have a figure for one of the periods, in the site's order of recorders."""
    used = dict.fromkeys(dataset for group in periods_in_common(spec, catalog) for dataset in group.figures)
    return tuple(sorted((catalog.datasets[d] for d in used), key=lambda d: rank_of(d.recorder, catalog)))


def periods_in_common(spec: ChartSpec, catalog: Catalog) -> tuple[Counted, ...]:
    """Every period for which at least two recorders have a figure, the oldest first."""
    found: dict[Period, dict[str, Observation]] = {}
    for o in in_time(spec, catalog):
        if o.period:
            found.setdefault(o.period, {})[o.dataset] = o
    periods = sorted((p for p, figures in found.items() if len(figures) > 1), key=lambda p: (p.first, p.last))
    return tuple(Counted(period=p, figures=found[p]) for p in periods)


def break_letters(spec: ChartSpec, catalog: Catalog) -> Mapping[tuple[str, str], str]:
    """A letter for every method break, by dataset and label, that a figure of the chart falls into."""
    labels: dict[tuple[str, str], None] = {}
    for one in periods_in_common(spec, catalog):
        for dataset, o in one.figures.items():
            labels |= {(dataset, b.label): None for b in breaks_of_figure(o, catalog)}
    return {label: chr(ord("a") + n) for n, label in enumerate(labels)}


def breaks_of_figure(observation: Observation, catalog: Catalog) -> tuple[MethodBreak, ...]:
    """The stretches of another method that the figure's period falls into."""
    period = observation.period
    return tuple(b for b in catalog.datasets[observation.dataset].breaks if period and b.period.covers(period))
