"""The two axes that most charts share: time across and numbers up. UTC only, so that no clock shifts a month."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import altair as alt

from generators.charts.data.scales import ticks as round_numbers
from generators.charts.elements.text_layout import SIZE, Room, domain, width_of
from generators.charts.elements.theme import Row, colour
from generators.charts.frames import Plot

_DAY = 86_400_000
_HALF = 8
"""Pixels that half of the label 0 needs, where nothing else stands to its right."""
_LABEL = 62
"""Pixels that a year or a month needs under the axis."""


def moment(day: date) -> int:
    """Milliseconds since 1970 in UTC, as Vega counts time."""
    return (day - date(1970, 1, 1)).days * _DAY


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeAxis:
    """From the first to the last moment across so many pixels."""

    first: date
    last: date
    width: float
    centre: int = 0
    """Labels stand that many days after the day they name, under the middle of a column."""
    ground: bool = True
    """False where numbers reach below 0, so that the line of 0 is the ground and not the plot's foot."""

    def at(self, day: date) -> float:
        """The pixel of a day."""
        return self.width * (day - self.first).days / (self.last - self.first).days

    def x(self, field: str) -> alt.X:
        """The channel across, for times in that field."""
        scale = alt.Scale(type="utc", domain=[moment(self.first), moment(self.last)])
        axis = alt.Axis(
            values=[moment(day + timedelta(days=self.centre)) for day in self.ticks()],
            labelExpr=_MONTHS if self.in_months else _YEARS,
            title=None,
            grid=False,
            domain=alt.Undefined if self.ground else False,
            ticks=not self.centre,
            tickSize=5,
            labelFlush=False,
            labelOverlap=False,
        )
        return alt.X(f"{field}:T", scale=scale, axis=axis)

    @property
    def in_months(self) -> bool:
        """True if fewer than three years are shown, so that months can be named."""
        return self._months < 36

    @property
    def _months(self) -> int:
        return (self.last.year - self.first.year) * 12 + self.last.month - self.first.month

    def ticks(self) -> list[date]:
        """Starts of years, or of months where fewer than three years are shown; the first day if nothing starts."""
        fitting = max(2, int(self.width / _LABEL))
        if not self.in_months:
            step = next(n for n in _YEAR_STEPS if self._months / 12 / n <= fitting)
            days = [date(year, 1, 1) for year in range(self.first.year, self.last.year + 1) if year % step == 0]
        else:
            step = next(n for n in (1, 2, 3, 6, 12) if self._months / n <= fitting)
            days = _months(self.first, self._months + 1, step)
        return [day for day in days if self.first <= day < self.last] or [self.first]


_YEAR_STEPS = (1, 2, 3, 4, 5, 10, 20, 25, 50, 100, 200, 500, 1000)
_YEARS = "utcFormat(datum.value, '%Y')"
_MONTHS = "[utcFormat(datum.value, '%b'), utcFormat(datum.value, '%Y')]"


def _months(first: date, number: int, step: int) -> list[date]:
    counted = range(first.year * 12 + first.month - 1, first.year * 12 + first.month - 1 + number)
    return [date(n // 12, n % 12 + 1, 1) for n in counted if n % step == 0]


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberAxis:
    """Numbers up, from `low` at the foot to `top`, with few round ticks; 0 is always on it."""

    top: float
    height: float
    low: float = 0.0

    def at(self, value: float) -> float:
        """The pixel of a value, counted from the top edge."""
        return self.height * (1 - (value - self.low) / (self.top - self.low))

    @property
    def zero(self) -> float:
        """The pixel of 0."""
        return self.at(0)

    def y(self, field: str) -> alt.Y:
        """The channel up, for numbers in that field."""
        axis = alt.Axis(values=self.ticks(), format=",~f", title=None, domain=False, ticks=False, **zero_line(self.low))
        return alt.Y(f"{field}:Q", scale=alt.Scale(domain=[self.low, self.top], nice=False, zero=True), axis=axis)

    def ticks(self, steps: int = 5) -> list[float]:
        """0 and few round numbers above and below."""
        return round_numbers(self.top, steps, self.low)

    @property
    def margin(self) -> float:
        """Pixels that the widest tick label needs to the left."""
        return max(width_of(f"{tick:,.0f}".replace("-", "−"), SIZE) for tick in self.ticks()) + 10


def number_axis(values: Sequence[float], height: float, above: float = 28) -> NumberAxis:
    """An axis with that many pixels above the highest value for its label, and below the lowest if that is below 0."""
    low = min([*values, 0.0])
    high, below = max([*values, 0.0 if low else 1.0]), above if low else 0.0
    plot = height - above - below
    return NumberAxis(
        top=(high * (height - below) - above * low) / plot,
        low=(low * (height - above) - below * high) / plot if low else 0.0,
        height=height,
    )


def zero_line(low: float) -> Row:
    """What draws the line of 0 among those of the grid, where an axis reaches below it."""
    if not low:
        return {}
    return {
        "gridColor": {"condition": {"test": "datum.value === 0", "value": colour("muted")}, "value": colour("grid")}
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class AcrossAxis:
    """Numbers across under rows of marks, from `low` at the left to `top`; 0 is always on it."""

    low: float
    top: float
    width: float
    steps: int
    left: float
    """Pixels to the left of the plot, where half of a label may be; to its right too."""
    right: float

    def at(self, value: float) -> float:
        """The pixel of a value, counted from the left edge."""
        return self.width * (value - self.low) / (self.top - self.low)

    def x(self, field: str) -> alt.X:
        """The channel across, for numbers in that field; no tick whose label would be cut."""
        axis = alt.Axis(
            values=[tick for tick in round_numbers(self.top, self.steps, self.low) if self._is_whole(tick)],
            format=",~f",
            title=None,
            domain=False,
            ticks=False,
            labelFlush=False,
            **zero_line(self.low),
        )
        return alt.X(f"{field}:Q", scale=alt.Scale(domain=[self.low, self.top], nice=False), axis=axis)

    def _is_whole(self, tick: float) -> bool:
        middle, half = self.at(tick), width_of(f"{tick:,.0f}") / 2
        return -self.left <= middle - half and middle + half <= self.width + self.right


def across_axis(lefts: Sequence[Room], rights: Sequence[Room], plot: Plot) -> AcrossAxis:
    """An axis that fills the plot's width and leaves these pixels beyond the marks."""
    below = [room for room in lefts if room[0] < 0]
    low, top = domain(below, [*rights, (0, _HALF * bool(below))], plot.width)
    return AcrossAxis(
        low=low, top=top, width=plot.width, steps=3 if plot.frame.narrow else 5, left=plot.left, right=plot.right
    )
