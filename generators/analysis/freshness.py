"""How fresh a dataset is: its last period against its rhythm, on the day that the edition declares, never by the clock."""

from collections.abc import Mapping
from datetime import date
from typing import Literal

from generators.model import Dataset, Period, Rhythm

Freshness = Literal["fresh", "due", "overdue", "ended", "no rhythm"]
_DAYS: Mapping[Rhythm, int] = {"daily": 1, "weekly": 7, "monthly": 31, "quarterly": 92, "annual": 366}
"""How long a period of each rhythm is at most; the other rhythms promise nothing."""


def last_period(dataset: Dataset) -> Period | None:
    """The period that ends last of all that have a row."""
    periods = (o.period for o in dataset.observations if o.period)
    return max(periods, key=lambda period: (period.last, period.first), default=None)


def freshness(dataset: Dataset, day: date) -> Freshness:
    """Fresh while the next period has not ended, due for as long again, then overdue."""
    if dataset.ended and dataset.ended.last <= day:
        return "ended"
    last, length = last_period(dataset), _DAYS.get(dataset.rhythm)
    if length is None or last is None:
        return "no rhythm"
    age = (day - last.last).days
    if age <= length:
        return "fresh"
    return "due" if age <= 2 * length else "overdue"
