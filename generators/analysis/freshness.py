"""Freshness of a dataset: its last period against its rhythm on the edition's date, never by the clock."""

from collections.abc import Mapping
from datetime import date
from typing import Literal

from generators.model import Dataset, Period, Rhythm

Freshness = Literal["fresh", "due", "overdue", "ended", "no rhythm"]
_DAYS: Mapping[Rhythm, int] = {"daily": 1, "weekly": 7, "monthly": 31, "quarterly": 92, "annual": 366}
"""Longest period of each rhythm in days; other rhythms have no limit."""


def last_period(dataset: Dataset) -> Period | None:
    """Return the latest period of the rows."""
    periods = (o.period for o in dataset.observations if o.period)
    return max(periods, key=lambda period: (period.last, period.first), default=None)


def freshness(dataset: Dataset, day: date) -> Freshness:
    """Return fresh until the next period has ended, due for another period, then overdue."""
    if dataset.ended and dataset.ended.last <= day:
        return "ended"
    last, length = last_period(dataset), _DAYS.get(dataset.rhythm)
    if length is None or last is None:
        return "no rhythm"
    age = (day - last.last).days
    if age <= length:
        return "fresh"
    return "due" if age <= 2 * length else "overdue"
