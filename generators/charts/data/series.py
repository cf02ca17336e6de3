"""Series: one recorder's figures for one place under one definition, divided where they must not be joined.

No drawing: the line, the columns and the descriptions share it.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from generators.charts.data.recorders import Recorders
from generators.model import Dataset, Grain, Indicator, MethodBreak, Observation, Period, Place

Segment = tuple[Observation, ...]
Group = tuple[str, ...]
"""Dataset, indicator, place and speaker of a series."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """Figures of a series, oldest first, in segments that may be joined."""

    dataset: Dataset
    indicator: Indicator
    place: Place
    said_by: str
    segments: tuple[Segment, ...]
    colour: int
    """1 to 8: the recorder's colour, unless another line of the chart has it; never another recorder's."""
    stands_in: bool
    """True if the place is this site's own area for one that the recorder could not count completely."""

    @property
    def observations(self) -> tuple[Observation, ...]:
        """All figures, oldest first."""
        return tuple(o for segment in self.segments for o in segment)


def all_series(
    rows: Sequence[Observation], datasets: Mapping[str, Dataset], recorders: Recorders
) -> tuple[Series, ...]:
    """Return the series of dated figures, in the site's order of recorders."""
    groups = grouped(sorted(rows, key=lambda o: recorders.rank(datasets[o.dataset].recorder)))
    lines = {group: _line_of(group, figures[0], groups) for group, figures in groups.items()}
    colours = recorders.colours({line: datasets[line[0]].recorder for line in lines.values()})
    return tuple(
        Series(
            dataset=datasets[group[0]],
            indicator=figures[0].indicator,
            place=figures[0].place,
            said_by=figures[0].said_by,
            segments=tuple(segments(figures, datasets[group[0]].breaks)),
            colour=colours[lines[group]],
            stands_in=lines[group] != group,
        )
        for group, figures in groups.items()
    )


def main_grain(observations: Sequence[Observation]) -> Grain | None:
    """Return the commonest length of time; None if no figure is dated."""
    counts = Counter(o.period.grain for o in observations if o.period)
    return counts.most_common(1)[0][0] if counts else None


def grouped(rows: Sequence[Observation]) -> Mapping[Group, Sequence[Observation]]:
    """Return the figures by series, in order of first appearance."""
    groups: dict[Group, list[Observation]] = {}
    for o in rows:
        groups.setdefault((o.dataset, o.indicator.id, o.place.code, o.said_by), []).append(o)
    return groups


def _line_of(group: Group, o: Observation, groups: Mapping[Group, Sequence[Observation]]) -> Group:
    """Return the series itself, or the series of the place that its area replaces."""
    dataset, indicator, _, said_by = group
    parent = (dataset, indicator, o.place.parent, said_by)
    return parent if o.place.kind == "area" and parent in groups else group


def segments(rows: Sequence[Observation], breaks: Sequence[MethodBreak]) -> Iterator[Segment]:
    """Return the rows, divided at missing periods and at the ends of method breaks."""
    start = 0
    for n in range(1, len(rows) + 1):
        if n == len(rows) or not _may_join(rows[n - 1], rows[n], breaks):
            yield tuple(rows[start:n])
            start = n


def _may_join(before: Observation, after: Observation, breaks: Sequence[MethodBreak]) -> bool:
    if before.period is None or after.period is None or not follows(before.period, after.period):
        return False
    return all(b.period.covers(before.period) == b.period.covers(after.period) for b in breaks)


def follows(before: Period, after: Period) -> bool:
    """Return True if no period is missing between the two."""
    return after.first == before.last + timedelta(days=1) and before.grain is after.grain is not Grain.DAY


def short_name(dataset: Dataset) -> str:
    """Return the recorder's abbreviation, if its name ends with one in brackets, else its name."""
    match = re.search(r"\(([^()]+)\)$", dataset.recorder)
    return match[1] if match else dataset.recorder


def names_of(every: Sequence[Series]) -> list[str]:
    """Return the shortest distinct names of the series, of recorder, speaker, indicator and place."""
    parts = [(short_name(s.dataset), s.said_by, s.indicator.title, s.place.name) for s in every]
    differing = [n for n in range(4) if len({part[n] for part in parts}) > 1]
    number = next((n for n in range(len(differing)) if len(_names(parts, differing[:n])) == len(parts)), len(differing))
    return [", ".join(name for name in part if name) for part in _select(parts, differing[:number])]


def _names(parts: Sequence[tuple[str, ...]], positions: Sequence[int]) -> set[tuple[str, ...]]:
    return set(_select(parts, positions))


def _select(parts: Sequence[tuple[str, ...]], positions: Sequence[int]) -> list[tuple[str, ...]]:
    return [tuple(part[n] for n in positions) for part in parts]


def breaks_of(every: Sequence[Series]) -> tuple[MethodBreak, ...]:
    """Return the method breaks within the drawn time, each once, oldest first, with the recorder if there are several."""
    prefixes = {s.dataset.id: f"{short_name(s.dataset)}: " for s in every}
    several = len(prefixes) > 1
    breaks = {
        (b.period.text, s.dataset.id, b.label): replace(b, label=prefixes[s.dataset.id] * several + b.label)
        for s in every
        for b in s.dataset.breaks
        if _in_view(b, every)
    }
    return tuple(sorted(breaks.values(), key=lambda b: b.period.first))


def _in_view(method_break: MethodBreak, every: Sequence[Series]) -> bool:
    periods = [o.period for s in every for o in s.observations if o.period]
    first, last = min(p.first for p in periods), max(p.last for p in periods)
    return method_break.period.first <= last and first <= method_break.period.last
