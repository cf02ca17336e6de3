"""Axes of time and numbers. UTC only, so that no time zone shifts a month."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import altair as alt

from generators.charts.data.scales import ticks as round_numbers
from generators.charts.elements.text_layout import SIZE, Room, domain, width_of
from generators.charts.elements.theme import Row, colour
from generators.charts.elements.time_labels import MONTHS, YEARS
from generators.charts.frames import Plot
from generators.text.wording import digits

_DAY = 86_400_000
_HALF = 8
"""Pixels for half of the label 0, if nothing else is to its right."""
_LABEL = 62
"""Pixels for a year or a month below the axis."""


def moment(day: date) -> int:
    """Return milliseconds since 1970 in UTC, Vega's unit of time."""
    return (day - date(1970, 1, 1)).days * _DAY


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeAxis:
    """A horizontal time axis from the first to the last day."""

    first: date
    last: date
    width: float
    centre: int = 0
    """Days from the named day to its label, which is below the middle of a column."""
    ground: bool = True
    """False if numbers are below 0, so that the base line is at 0 and not at the plot's bottom."""

    def at(self, day: date) -> float:
        """Return the pixel of a day."""
        return self.width * (day - self.first).days / (self.last - self.first).days

    def x(self, field: str) -> alt.X:
        """Return the x channel for times in a field."""
        scale = alt.Scale(type="utc", domain=[moment(self.first), moment(self.last)])
        axis = alt.Axis(
            values=[moment(day + timedelta(days=self.centre)) for day in self.ticks()],
            labelExpr=MONTHS if self.in_months else YEARS,
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
        """True if the axis spans less than three years, so that months have labels."""
        return self._months < 36

    @property
    def _months(self) -> int:
        return (self.last.year - self.first.year) * 12 + self.last.month - self.first.month

    def ticks(self) -> list[date]:
        """Return the starts of years, or of months on an axis below three years; the first day if there are none."""
        most = max(2, int(self.width / _LABEL))
        if not self.in_months:
            step = next(n for n in _YEAR_STEPS if self._months / 12 / n <= most)
            days = [date(year, 1, 1) for year in range(self.first.year, self.last.year + 1) if year % step == 0]
        else:
            step = next(n for n in (1, 2, 3, 6, 12) if self._months / n <= most)
            days = _months(self.first, self._months + 1, step)
        return [day for day in days if self.first <= day < self.last] or [self.first]


_YEAR_STEPS = (1, 2, 3, 4, 5, 10, 20, 25, 50, 100, 200, 500, 1000)


def _months(first: date, number: int, step: int) -> list[date]:
    months = range(first.year * 12 + first.month - 1, first.year * 12 + first.month - 1 + number)
    return [date(n // 12, n % 12 + 1, 1) for n in months if n % step == 0]


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberAxis:
    """A vertical number axis from `low` to `top` with few round ticks; it always includes 0."""

    top: float
    height: float
    low: float = 0.0

    def at(self, value: float) -> float:
        """Return the pixel of a value, from the top edge."""
        return self.height * (1 - (value - self.low) / (self.top - self.low))

    @property
    def zero(self) -> float:
        """Pixel of 0."""
        return self.at(0)

    def y(self, field: str) -> alt.Y:
        """Return the y channel for numbers in a field."""
        axis = alt.Axis(values=self.ticks(), format=",~f", title=None, domain=False, ticks=False, **zero_line(self.low))
        return alt.Y(f"{field}:Q", scale=alt.Scale(domain=[self.low, self.top], nice=False, zero=True), axis=axis)

    def ticks(self, steps: int = 5) -> list[float]:
        """Return 0 and a few round numbers above and below."""
        return round_numbers(self.top, steps, self.low)

    @property
    def margin(self) -> float:
        """Pixels for the widest tick label at the left."""
        return max(width_of(digits(round(tick)).replace("-", "−"), SIZE) for tick in self.ticks()) + 10


def number_axis(values: Sequence[float], height: float, above: float = 28) -> NumberAxis:
    """Return an axis with `above` pixels for labels above the highest value, and below the lowest if that is negative."""
    low = min([*values, 0.0])
    high, below = max([*values, 0.0 if low else 1.0]), above if low else 0.0
    plot = height - above - below
    return NumberAxis(
        top=(high * (height - below) - above * low) / plot,
        low=(low * (height - above) - below * high) / plot if low else 0.0,
        height=height,
    )


def zero_line(low: float) -> Row:
    """Return the axis properties for a line at 0 if the axis has negative numbers."""
    if not low:
        return {}
    return {
        "gridColor": {"condition": {"test": "datum.value === 0", "value": colour("muted")}, "value": colour("grid")}
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class AcrossAxis:
    """A horizontal number axis below rows of marks, from `low` to `top`; it always includes 0."""

    low: float
    top: float
    width: float
    steps: int
    left: float
    """Pixels left of the plot for half of a label; `right` likewise."""
    right: float

    def at(self, value: float) -> float:
        """Return the pixel of a value, from the left edge."""
        return self.width * (value - self.low) / (self.top - self.low)

    def x(self, field: str) -> alt.X:
        """Return the x channel for numbers in a field, without ticks whose labels would be cut off."""
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
        middle, half = self.at(tick), width_of(digits(round(tick))) / 2
        return -self.left <= middle - half and middle + half <= self.width + self.right


def across_axis(lefts: Sequence[Room], rights: Sequence[Room], plot: Plot) -> AcrossAxis:
    """Return an axis as wide as the plot, with the given pixels beyond the marks."""
    below = [room for room in lefts if room[0] < 0]
    low, top = domain(below, [*rights, (0, _HALF * bool(below))], plot.width)
    return AcrossAxis(
        low=low, top=top, width=plot.width, steps=3 if plot.frame.narrow else 5, left=plot.left, right=plot.right
    )
