"""Wholes and their parts, for each period and speaker. No drawing."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import inf

from generators.analysis.revisions import speaker
from generators.model import Observation
from generators.model.dataset import level
from generators.text.wording import is_range

Pair = tuple[str, str]
"""Dataset and indicator of a declared series."""
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
        total = level(self.observation)
        return float(sum(map(level, self.parts.values())) / total) if total else inf

    @property
    def holds(self) -> bool:
        """True if all are single figures and the parts do not exceed the whole."""
        return self.told <= 1 and not any(map(is_range, (self.observation, *self.parts.values())))


def wholes(rows: Sequence[Observation], first: Pair) -> tuple[Whole, ...]:
    """Return a whole for each period and speaker with a figure of the first series, the oldest first."""
    parts = [o for o in rows if o.series != first]
    name = _name_function(parts)
    groups = [
        Whole(observation=o, parts={name(part): part for part in parts if _matches(part, o)})
        for o in rows
        if o.series == first
    ]
    return tuple(sorted(groups, key=lambda whole: (_start(whole), speaker(whole.observation.said_by))))


def part_names(every: Iterable[Whole], series: Sequence[Pair], places: Iterable[str]) -> tuple[str, ...]:
    """Return the names of the parts in the order of series and places, the same in every row."""
    order = {code: n for n, code in enumerate(places)}
    parts = [(name, o) for whole in every for name, o in whole.parts.items()]
    parts.sort(key=lambda part: (series.index(part[1].series), order.get(part[1].place.code, len(order))))
    return tuple(dict.fromkeys(name for name, _ in parts))


def _name_function(parts: Sequence[Observation]) -> Callable[[Observation], str]:
    """Return the function that names a part: by indicator, or by place if all have one indicator."""
    if len({o.indicator.id for o in parts}) > 1:
        return lambda o: o.indicator.title
    return lambda o: o.place.name


def _matches(part: Observation, whole: Observation) -> bool:
    return part.period == whole.period and speaker(part.said_by) == speaker(whole.said_by)


def _start(whole: Whole) -> str:
    period = whole.observation.period
    return period.first.isoformat() if period else ""
