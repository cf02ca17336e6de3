"""Sources, places, datasets, observations and events.

Terms follow SDMX, Frictionless and the standards of recorders.
Each value contains its location, so that checks can report the line.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from generators.model.evidence import Evidence, What
from generators.model.grades import Interest, ItemGrade, Party
from generators.model.period import Period
from generators.model.problems import Where

_CODE = re.compile(r"(?=.*[0-9-])[A-Z]+[A-Z0-9-]*")

Qualifier = Literal["exact", "at_least", "about", "more_than", "up_to"]
Status = Literal["final", "provisional", "revised"]
Form = Literal["series", "statements"]
Rhythm = Literal["daily", "weekly", "monthly", "quarterly", "annual", "irregular", "once"]
Kind = Literal["flow", "stock", "estimate", "change"]
Extent = Literal["opening", "part", "whole"]
"""Extent of the original that was read to check a figure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A published document."""

    id: str
    publisher: str
    title: str
    author: str
    url: str
    archived: str
    """Address of an archived copy that was seen; empty where none was."""
    published: Period | None
    accessed: Period | None
    kind: str
    origin: str
    """The wire story or statement that the document repeats. The origin of a figure is that of its row."""
    carrier: str
    """Site where the text was read, if not the publisher's own."""
    language: str
    checked: bool
    """True if the document was read whole."""
    note: str
    collected: tuple[str, ...]
    party: Party | None = None
    """The publisher, as assessed by the editors; None without one."""
    where: Where


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """A dispute of a figure, with or without a figure of the disputant, in our words."""

    figure: "Evidence"
    """The row in dispute."""
    by: str
    date: Period
    summary: str
    source: Source
    locator: str
    row: "Evidence | None"
    """Their own figure, where a row has it."""
    where: Where


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """An area with one house name. Codes in upper case are ISO 3166, in lower case our own."""

    code: str
    name: str
    name_local: str
    """The name in the place's own script."""
    local_language: str
    spellings: tuple[str, ...]
    kind: str
    parent: str
    latitude: Decimal | None
    longitude: Decimal | None
    tile: tuple[int, int] | None
    """Column and row in the tile grid, counted from 0."""
    note: str
    official: bool = True
    """False if the code looks like one of ISO 3166 and is none."""
    where: Where

    @property
    def names(self) -> tuple[str, ...]:
        """Spellings that are names."""
        return tuple(spelling for spelling in self.spellings if not _CODE.fullmatch(spelling))

    @property
    def other_codes(self) -> tuple[str, ...]:
        """Spellings that are codes of other lists."""
        return tuple(filter(_CODE.fullmatch, self.spellings))


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """A quantity that two recorders both try to count, so that they can be compared."""

    id: str
    title: str
    question: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """A quantity that a dataset measures under one definition."""

    id: str
    dataset: str
    title: str
    unit: str
    """The things counted, as a plural."""
    unit_of_one: str = ""
    """The same as a singular; without it a figure of 1 has its unit in brackets."""
    population: str
    concept: str
    kind: Kind
    fractions: bool = False
    """True if a number of it can have a fraction."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodBreak:
    """A stretch in which a recorder counted differently."""

    period: Period
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """One number that somebody stated. A blank stays blank, a range stays a range."""

    dataset: str
    indicator: Indicator
    place: Place
    period: Period | None
    value: Decimal | None
    lower: Decimal | None
    upper: Decimal | None
    qualifier: Qualifier
    wording: str
    """The source's own words where it gives no digits, or digits our qualifiers would word wrongly."""
    said_by: str
    source: Source
    locator: str
    also_in: tuple[Source, ...]
    as_of: Period | None
    status: Status | None
    checked: bool
    note: str
    collected: str
    speaker: Party | None = None
    """The speaker, as assessed by the editors; None without one."""
    origin: str = ""
    """The body that first stated it: rows of one origin are one witness."""
    disputes: tuple[Dispute, ...] = ()
    """Its disputes, from `data/disputes.yml`."""
    grade: ItemGrade | None = None
    checked_on: date | None = None
    """The day of the check; None if it was not recorded."""
    checked_extent: Extent | None = None
    where: Where

    @property
    def series(self) -> tuple[str, str]:
        """The ids of its dataset and its indicator."""
        return self.dataset, self.indicator.id

    @property
    def key(self) -> tuple[str, str, str, str, str]:
        """The observation's unique key in its dataset."""
        period = self.period.text if self.period else ""
        as_of = self.as_of.text if self.as_of else ""
        return (self.indicator.id, self.place.code, period, self.said_by, as_of)

    @property
    def number(self) -> Decimal | None:
        """The number by which the figure is drawn, sorted, ranked and coloured: value, else lower end, else upper.

        Never an average. Of a range the lower end, because that much the source commits itself to.
        """
        return next((n for n in (self.value, self.lower, self.upper) if n is not None), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dataset:
    """One recorder's table under one definition, or separate statements on one subject."""

    id: str
    topic: str
    title: str
    recorder: str
    form: Form
    summary: str
    definition: str
    excludes: str
    method: str
    coverage: str
    rhythm: Rhythm
    ended: Period | None
    licence: str
    caveats: str
    breaks: tuple[MethodBreak, ...]
    indicators: Mapping[str, Indicator]
    observations: tuple[Observation, ...]
    redistributable: bool = True
    """False if the licence forbids redistributing rows (`rows: no` in the sidecar): pages then summarise and exports leave them out."""
    grade: ItemGrade | None = None
    """The grade of every row that has none of its own."""
    computed: bool = False
    """True if the figures are sums that the site made of what the recorder published."""
    claims_of: Interest | None = None
    """The interest whose claims the figures count, whoever counts them; None for other figures."""
    where: Where


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened, in one neutral line."""

    date: Period
    topic: str
    place: Place
    at: str
    """A place name finer than `place`, as the source gives it; empty if there is none."""
    title: str
    summary: str
    sources: tuple[Source, ...]
    collected: str
    where: Where


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A collected row that is not on the site, with the reason."""

    what: What
    collected: str
    value: str
    lower: str
    upper: str
    reason: str
    kept_as: str
    since: date | None = None
    """The day it was left out; None for one that was left out from the beginning, or since a release that had it."""
    where: Where


def has_number(observation: Observation) -> bool:
    """Return True if there is a value or at least one end of a range."""
    return observation.number is not None


def is_provisional(observation: Observation) -> bool:
    """Return True if the source calls the figure provisional: charts mark it."""
    return observation.status == "provisional"


def level(observation: Observation) -> Decimal:
    """Return the figure's number (`Observation.number`); a figure without one is an error."""
    if observation.number is None:
        raise ValueError(f"{observation.where} has no number: leave it out by has_number.")
    return observation.number


def ends(observation: Observation) -> tuple[Decimal, Decimal]:
    """Return lower and upper end; the value twice without a range."""
    low, high = observation.lower, observation.upper
    return (level(observation),) * 2 if low is None or high is None else (low, high)
