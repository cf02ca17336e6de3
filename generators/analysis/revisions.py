"""Revisions of a recorder's figure by date of reporting, and the state of knowledge at the end of each year.

A figure counts from the day it was stated, never earlier, so that hindsight does not appear as knowledge of the time.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generators.analysis.disagreements import ratio_in_digits
from generators.model import Catalog, Observation, Period, Place

_ABBREVIATION = re.compile(r"\s*\([A-Z][A-Z&-]+\)")
_LASTING = ("stock", "estimate")
"""Kinds of figures that a later figure replaces."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A figure at a date of reporting."""

    observation: Observation
    reported: Period | None
    """The date of the statement, else of the document."""
    not_before: Period | None = None
    """For an undated document: the last period of its figures."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Revised:
    """A figure that one recorder revised; the steps in order of reporting."""

    concept: str
    place: Place
    period: Period
    speaker: str
    steps: tuple[Step, ...]
    unplaced: tuple[Step, ...]
    """Undated figures with an unknown position in the order."""

    @property
    def ratio(self) -> Decimal:
        """Ratio of the highest to the lowest step."""
        numbers = [number for step in self.steps if (number := step.observation.number) is not None]
        return ratio_in_digits(min(numbers), max(numbers))


def speaker(name: str) -> str:
    """Return the name without an abbreviation in brackets, so that both forms are one speaker.

    >>> speaker("Vell River Board (VRB)"), speaker("A keeper (The Ferry Post)")
    ('Vell River Board', 'A keeper (The Ferry Post)')
    """
    return _ABBREVIATION.sub("", name).strip()


def reported(observation: Observation) -> Period | None:
    """Return the date of the statement: the figure's, else the document's; None if unknown."""
    return observation.as_of or observation.source.published


def revisions(catalog: Catalog) -> tuple[Revised, ...]:
    """Return all revised figures, the largest change first."""
    reach = _reach(catalog.observations)
    groups: dict[tuple[str, ...], list[Observation]] = defaultdict(list)
    for o in catalog.observations:
        if o.period and o.number is not None:
            groups[_subject(o)].append(o)
    revised = (r for rows in groups.values() if len(rows) > 1 and (r := _revision(rows, reach)))
    return tuple(sorted(revised, key=lambda r: (-r.ratio, r.concept, r.place.code, r.period.first)))


def history(catalog: Catalog, rows: Sequence[Observation]) -> Revised | None:
    """Return the rows as one figure's history; None if they mix subjects or speakers, or never changed."""
    subjects = {_subject(o) for o in rows}
    return _revision(rows, _reach(catalog.observations)) if len(subjects) == 1 else None


def _subject(o: Observation) -> tuple[str, ...]:
    i, period = o.indicator, o.period.text if o.period else ""
    return i.concept, i.population, i.unit, o.place.code, period, speaker(o.said_by)


def _reach(observations: Iterable[Observation]) -> Mapping[str, Period]:
    """Return the last period of each document's figures: the document cannot be older."""
    reach: dict[str, Period] = {}
    for o in observations:
        if o.period:
            reach[o.source.id] = max(o.period, reach.get(o.source.id, o.period), key=lambda p: (p.last, p.first))
    return reach


def _revision(rows: Sequence[Observation], reach: Mapping[str, Period]) -> Revised | None:
    period = rows[0].period
    dated = [(day, o) for o in rows if (day := reported(o))]
    steps = [Step(observation=o, reported=day) for day, o in sorted(dated, key=lambda pair: pair[0].last)]
    undated = [Step(observation=o, reported=None, not_before=reach[o.source.id]) for o in rows if not reported(o)]
    if len(undated) == 1 and _is_later(undated[0], steps):
        steps, undated = [*steps, undated[0]], []
    if period is None or not _has_changed(steps):
        return None
    return Revised(
        concept=rows[0].indicator.concept,
        place=rows[0].place,
        period=period,
        speaker=speaker(rows[0].said_by),
        steps=tuple(steps),
        unplaced=tuple(undated),
    )


def _is_later(step: Step, others: Sequence[Step]) -> bool:
    """Return True if an undated document has a figure for a time after all other reports."""
    return step.not_before is not None and all(
        report.reported and step.not_before.last > report.reported.last for report in others
    )


def _has_changed(steps: Sequence[Step]) -> bool:
    figures = {(s.observation.value, s.observation.lower, s.observation.upper) for s in steps}
    return len(figures) > 1 and len({s.reported.text if s.reported else "" for s in steps}) > 1


def known_by(catalog: Catalog, year: int) -> tuple[Observation, ...]:
    """Return each speaker's latest stock or estimate of each place at the end of the year, by concept and place."""
    latest: dict[tuple[str, ...], Observation] = {}
    for o in _lasting_figures(catalog):
        key = (o.indicator.concept, o.place.code, o.dataset, o.indicator.id, speaker(o.said_by))
        if _statement_date(o) <= date(year, 12, 31) and (key not in latest or _order(o) >= _order(latest[key])):
            latest[key] = o
    return tuple(o for _, o in sorted(latest.items(), key=lambda item: item[0]))


def years(catalog: Catalog) -> tuple[int, ...]:
    """Return the years in which a stock or an estimate was stated."""
    return tuple(sorted({_statement_date(o).year for o in _lasting_figures(catalog)}))


def _lasting_figures(catalog: Catalog) -> Iterable[Observation]:
    return (o for o in catalog.observations if o.indicator.kind in _LASTING and (reported(o) or o.period))


def _statement_date(observation: Observation) -> date:
    """Return the latest possible day of the statement; without a date of reporting, the end of its period."""
    period = reported(observation) or observation.period
    return period.last if period else date.max


def _order(observation: Observation) -> tuple[date, date]:
    return _statement_date(observation), observation.period.last if observation.period else date.min
