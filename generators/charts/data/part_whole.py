"""Wholes and their parts, for each period and speaker. No drawing."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import inf

from generators.analysis.revisions import speaker
from generators.charts.data.series import in_time
from generators.model import Catalog, ChartSpec, Observation
from generators.model.dataset import level
from generators.text.wording import is_range

MOST = 7
"""Most parts that colours can distinguish."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """The figure of a whole, and those of its parts by name."""

    observation: Observation
    parts: Mapping[str, Observation]

    @property
    def told(self) -> float:
        """Sum of the parts as a share of the whole; infinite for a whole of 0. More than 1 is an error."""
        whole = level(self.observation)
        return float(sum(map(level, self.parts.values())) / whole) if whole else inf

    @property
    def holds(self) -> bool:
        """True if all are single figures and the parts do not exceed the whole."""
        return self.told <= 1 and not any(map(is_range, (self.observation, *self.parts.values())))


def wholes(spec: ChartSpec, catalog: Catalog) -> tuple[Whole, ...]:
    """Return a whole for each period and speaker with a figure of the first declared series, the oldest first."""
    rows = in_time(spec, catalog)
    name = _naming(spec, rows)
    groups = [
        Whole(
            observation=whole,
            parts={name(o): o for o in rows if not _is_whole(o, spec) and _same(o, whole)},
        )
        for whole in rows
        if _is_whole(whole, spec)
    ]
    return tuple(sorted(groups, key=lambda whole: (_began(whole), speaker(whole.observation.said_by))))


def part_names(spec: ChartSpec, catalog: Catalog) -> tuple[str, ...]:
    """Return the names of the parts in the declared order of places and series, the same in every row."""
    rows = [o for o in in_time(spec, catalog) if not _is_whole(o, spec)]
    name, series = _naming(spec, rows), {pair: n for n, pair in enumerate(spec.series)}
    places = {code: n for n, code in enumerate(spec.places or catalog.places)}
    used = {id(o) for whole in wholes(spec, catalog) for o in whole.parts.values()}
    parts = [o for o in rows if id(o) in used]
    ordered = sorted(parts, key=lambda o: (series[o.dataset, o.indicator.id], places.get(o.place.code, len(places))))
    return tuple(dict.fromkeys(map(name, ordered)))


def _naming(spec: ChartSpec, rows: Sequence[Observation]) -> Callable[[Observation], str]:
    """Return the function that names a part: by indicator, or by place if all have one indicator."""
    parts = [o for o in rows if not _is_whole(o, spec)]
    if len({o.indicator.id for o in parts}) > 1:
        return lambda o: o.indicator.title
    return lambda o: o.place.name


def _is_whole(observation: Observation, spec: ChartSpec) -> bool:
    return (observation.dataset, observation.indicator.id) == spec.series[0]


def _same(part: Observation, whole: Observation) -> bool:
    return part.period == whole.period and speaker(part.said_by) == speaker(whole.said_by)


def _began(whole: Whole) -> str:
    period = whole.observation.period
    return period.first.isoformat() if period else ""
