"""A period of time as stated by a source: a day, a month, a quarter, a year or an interval."""

from dataclasses import dataclass
from datetime import date
from enum import Enum


class Grain(Enum):
    """Precision of a period."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    INTERVAL = "interval"


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """First and last day, both included, with the ISO 8601 text they were read from."""

    text: str
    grain: Grain
    first: date
    last: date

    def covers(self, other: "Period") -> bool:
        """Return True if the other period is entirely within this one."""
        return self.first <= other.first and other.last <= self.last
