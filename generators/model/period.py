"""A stretch of time as a source states it: a day, a month, a quarter, a year or an interval."""

from dataclasses import dataclass
from datetime import date
from enum import Enum


class Grain(Enum):
    """How precisely a period is stated."""

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
        """True if the other period lies wholly within this one."""
        return self.first <= other.first and other.last <= self.last
