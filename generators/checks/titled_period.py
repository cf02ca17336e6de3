"""Months and years in chart titles must match the period drawn."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from generators.analysis.chart_selection import variants
from generators.charts.data.chart_data import ChartData, all_chart_data
from generators.charts.descriptions.chart_description import period_shown
from generators.charts.registry import KINDS
from generators.model import Catalog, Period
from generators.model.problems import Problem
from generators.text.wording import MONTHS

_NAMES = "|".join(f"{month[:3]}(?:{month[3:]})?" for month in MONTHS)
_NAMED = re.compile(rf"\b(?P<month>{_NAMES})\b(?: (?P<year>(?:1[89]|20)\d\d)\b)?|\b(?P<alone>(?:1[89]|20)\d\d)\b")
_TO = re.compile(r"\s*(?:to|until|–|-|/)\s*(?:\d{1,2} )?")
_WITH = re.compile(rf"{_TO.pattern}|\s*(?:,|and|or)\s*(?:\d{{1,2}} )?")
_SINCE = re.compile(r"\b(?:since|from|after)(?: \d{1,2})? $", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:until|before|up to)(?: \d{1,2})? $", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Time:
    """A month or a year that a text names, from its first to its last month, counted from year 0."""

    first: int
    last: int
    start: int
    end: int
    """Where it is in the text."""


def titled_period(catalog: Catalog) -> Iterator[Problem]:
    """Yield a problem for each title or subtitle of a chart that names a different time from the one drawn."""
    for declared in catalog.charts.values():
        for spec in variants(catalog, declared) if declared.kind in KINDS else ():
            data = all_chart_data(catalog)[spec.slug]
            shown = _shown(data)
            for key, text in (("title", spec.title), ("subtitle", spec.subtitle)):
                times = tuple(_times(text))
                if shown and times and not _agrees(text, times, shown, whole=key == "title"):
                    yield Problem(
                        where=spec.where.part(key),
                        subject=key,
                        found=text[times[0].start : times[-1].end],
                        expected=f"the period drawn, {period_shown(data)}",
                        advice="Write that period, or select the figures with period:.",
                    )


def _shown(data: ChartData) -> list[tuple[int, int]]:
    """Return the first and the last month of every dated figure or event."""
    periods: list[Period] = [o.period for o in data.rows if o.period] or [event.date for event in data.events]
    return [(_month(period.first), _month(period.last)) for period in periods]


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _times(text: str) -> Iterator[_Time]:
    """Return what the text names; a month without a year has that of the next, if words as "to" or "and" join them."""
    times: list[_Time] = []
    for match in reversed(list(_NAMED.finditer(text))):
        joined = times and _WITH.fullmatch(text[match.end() : times[-1].start])
        year = match["year"] or match["alone"] or (str(times[-1].last // 12) if joined else "")
        if year:
            times.append(_time(match, int(year) * 12))
    return reversed(times)


def _time(match: re.Match[str], year: int) -> _Time:
    month = next((n for n, name in enumerate(MONTHS) if match["month"] and name.startswith(match["month"])), None)
    first, last = (year, year + 11) if month is None else (year + month, year + month)
    return _Time(first=first, last=last, start=match.start(), end=match.end())


def _agrees(text: str, times: Sequence[_Time], shown: Sequence[tuple[int, int]], *, whole: bool) -> bool:
    """Return True if each end of a span has a figure, and none is outside; so for a title as a whole, named as a span or not."""
    spans = [(one, other) for one, other in pairwise(times) if _TO.fullmatch(text[one.end : other.start])]
    if whole:
        spans = spans or [(times[0], times[-1])]
    return all(_holds(text, *span, shown) for span in spans)


def _holds(text: str, one: _Time, other: _Time, shown: Sequence[tuple[int, int]]) -> bool:
    opens = one is other and _SINCE.search(text[: one.start])
    begun = one is other and _UNTIL.search(text[: one.start])
    first, last = min(one.first, other.first), max(one.last, other.last)
    reached = all(any(a <= time.last and time.first <= b for a, b in shown) for time in (one, other))
    inside = all((begun or first <= b) and (opens or a <= last) for a, b in shown)
    return bool(inside and (reached or opens or begun))
