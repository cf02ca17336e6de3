"""Lengths of time: figures of a flow share an axis only if they count over the same length. No drawing."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from itertools import pairwise

from generators.model import Observation, Period

_COUNTED_OVER = ("flow", "change")
"""Kinds of figures that grow with the length of their period."""
_NAMED = {1: "a month", 3: "a quarter", 12: "a year"}


def length(period: Period) -> str:
    """Return the length of the period in words, in months if they are whole.

    >>> from generators.model.parse import period
    >>> [length(span) for text in ("2018-06", "2018-01/2018-12", "2018-01/2018-02", "2018-06-03") if (span := period(text))]
    ['a month', 'a year', '2 months', 'a day']
    """
    after = period.last + timedelta(days=1)
    if period.first.day == after.day == 1:
        months = (after.year - period.first.year) * 12 + after.month - period.first.month
        return _NAMED.get(months, f"{months} months")
    days = (after - period.first).days
    return "a day" if days == 1 else f"{days} days"


def by_length(rows: Sequence[Observation]) -> Mapping[str, tuple[Observation, ...]]:
    """Return the dated flows and changes by length of period, the commonest length first."""
    groups: dict[str, list[Observation]] = {}
    for o in rows:
        if o.period and o.indicator.kind in _COUNTED_OVER:
            groups.setdefault(length(o.period), []).append(o)
    return {name: tuple(figures) for name, figures in sorted(groups.items(), key=lambda item: -len(item[1]))}


def overlapping(rows: Sequence[Observation]) -> tuple[Observation, Observation] | None:
    """Return two figures with overlapping periods, one of which would hide the other; None if there are none."""
    dated = sorted(((o.period, o) for o in rows if o.period), key=lambda pair: (pair[0].first, pair[0].last))
    for (before, earlier), (after, later) in pairwise(dated):
        if after.first <= before.last:
            return earlier, later
    return None
