"""Series: one recorder's figures for one place under one definition, divided where they must not be joined.

No drawing: the line, the columns and the descriptions share it.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from generators.analysis.chart_selection import latest, selected
from generators.charts.data.recorders import SPARE, colour_of, rank_of
from generators.model import (
    Catalog,
    ChartSpec,
    Dataset,
    Grain,
    Indicator,
    MethodBreak,
    Observation,
    Period,
    Place,
)

Segment = tuple[Observation, ...]


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


def all_series(spec: ChartSpec, catalog: Catalog) -> tuple[Series, ...]:
    """Return the series to draw, in the site's order of recorders."""
    rows = sorted(in_time(spec, catalog), key=lambda o: rank_of(catalog.datasets[o.dataset].recorder, catalog))
    groups = _grouped(rows)
    wholes = list(dict.fromkeys(_line_of(rows[0], groups) for rows in groups.values()))
    colours = _colours(wholes, catalog)
    return tuple(_series(rows, catalog, groups, colours) for rows in groups.values())


def in_time(spec: ChartSpec, catalog: Catalog) -> tuple[Observation, ...]:
    """Return the latest version of each dated figure, series by series."""
    dated = [o for o in latest(selected(spec, catalog)) if o.period]
    order = {pair: n for n, pair in enumerate(spec.series)}
    return tuple(sorted(dated, key=lambda o: order[o.dataset, o.indicator.id]))


def main_grain(observations: Sequence[Observation]) -> Grain | None:
    """Return the commonest length of time; None if no figure is dated."""
    counted = Counter(o.period.grain for o in observations if o.period)
    return counted.most_common(1)[0][0] if counted else None


def _grouped(observations: Sequence[Observation]) -> dict[tuple[str, ...], list[Observation]]:
    groups: dict[tuple[str, ...], list[Observation]] = {}
    for o in observations:
        groups.setdefault((o.dataset, o.indicator.id, o.place.code, o.said_by), []).append(o)
    return groups


def _stands_in(o: Observation, groups: dict[tuple[str, ...], list[Observation]]) -> bool:
    return o.place.kind == "area" and (o.dataset, o.indicator.id, o.place.parent, o.said_by) in groups


def _line_of(o: Observation, groups: dict[tuple[str, ...], list[Observation]]) -> tuple[str, ...]:
    code = o.place.parent if _stands_in(o, groups) else o.place.code
    return (o.dataset, o.indicator.id, code, o.said_by)


def _colours(lines: Sequence[tuple[str, ...]], catalog: Catalog) -> dict[tuple[str, ...], int]:
    used: dict[tuple[str, ...], int] = {}
    for line in lines:
        own = colour_of(catalog.datasets[line[0]].recorder, catalog)
        used[line] = next((n for n in (own, *SPARE) if n not in used.values()), own)
    return used


def _series(
    rows: Sequence[Observation],
    catalog: Catalog,
    groups: dict[tuple[str, ...], list[Observation]],
    colours: dict[tuple[str, ...], int],
) -> Series:
    first = rows[0]
    dataset = catalog.datasets[first.dataset]
    return Series(
        dataset=dataset,
        indicator=first.indicator,
        place=first.place,
        said_by=first.said_by,
        segments=tuple(segments(rows, dataset.breaks)),
        colour=colours[_line_of(first, groups)],
        stands_in=_stands_in(first, groups),
    )


def segments(rows: Sequence[Observation], breaks: Sequence[MethodBreak]) -> Iterator[Segment]:
    """Return the rows, divided at missing periods and at the ends of method breaks."""
    start = 0
    for n in range(1, len(rows) + 1):
        if n == len(rows) or not _joined(rows[n - 1], rows[n], breaks):
            yield tuple(rows[start:n])
            start = n


def _joined(before: Observation, after: Observation, breaks: Sequence[MethodBreak]) -> bool:
    if before.period is None or after.period is None or not follows(before.period, after.period):
        return False
    return all(b.period.covers(before.period) == b.period.covers(after.period) for b in breaks)


def follows(before: Period, after: Period) -> bool:
    """Return True if no period is missing between the two."""
    return after.first == before.last + timedelta(days=1) and before.grain is after.grain is not Grain.DAY


def short_name(dataset: Dataset) -> str:
    """Return the recorder's abbreviation, if its name ends with one in brackets, else its name."""
    found = re.search(r"\(([^()]+)\)$", dataset.recorder)
    return found[1] if found else dataset.recorder


def names_of(every: Sequence[Series]) -> list[str]:
    """Return the shortest distinct names of the series, of recorder, speaker, indicator and place."""
    parts = [(short_name(s.dataset), s.said_by, s.indicator.title, s.place.name) for s in every]
    telling = [n for n in range(4) if len({part[n] for part in parts}) > 1]
    enough = next((n for n in range(len(telling)) if len(_names(parts, telling[:n])) == len(parts)), len(telling))
    return [", ".join(name for name in part if name) for part in _chosen(parts, telling[:enough])]


def _names(parts: Sequence[tuple[str, ...]], chosen: Sequence[int]) -> set[tuple[str, ...]]:
    return set(_chosen(parts, chosen))


def _chosen(parts: Sequence[tuple[str, ...]], chosen: Sequence[int]) -> list[tuple[str, ...]]:
    return [tuple(part[n] for n in chosen) for part in parts]


def breaks_of(every: Sequence[Series]) -> tuple[MethodBreak, ...]:
    """Return the method breaks within the drawn time, each once, oldest first, with the recorder if there are several."""
    whose = {s.dataset.id: f"{short_name(s.dataset)}: " for s in every}
    several = len(whose) > 1
    found = {
        (b.period.text, s.dataset.id, b.label): replace(b, label=whose[s.dataset.id] * several + b.label)
        for s in every
        for b in s.dataset.breaks
        if _in_view(b, every)
    }
    return tuple(sorted(found.values(), key=lambda b: b.period.first))


def _in_view(method_break: MethodBreak, every: Sequence[Series]) -> bool:
    periods = [o.period for s in every for o in s.observations if o.period]
    first, last = min(p.first for p in periods), max(p.last for p in periods)
    return method_break.period.first <= last and first <= method_break.period.last
