"""Authored content: briefings, static pages, chart declarations, glossary terms, corrections."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from generators.model.evidence import Evidence
from generators.model.period import Grain, Period
from generators.model.problems import Where


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Markdown with expressions in it, and where its first line stands."""

    markdown: str
    where: Where

    def at(self, offset: int) -> Where:
        """Return the place in the file of the letter at that offset."""
        ends = _line_ends(self.markdown)
        above = bisect_left(ends, offset)
        return Where(
            path=self.where.path,
            line=self.where.line + above,
            column=offset - ends[above - 1] if above else self.where.column + offset,
        )


@lru_cache(maxsize=64)
def _line_ends(markdown: str) -> tuple[int, ...]:
    """Return the offset of each line end: a text with many mistakes is asked for many places."""
    return tuple(match.start() for match in re.finditer("\n", markdown))


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """What was changed in a briefing, and when."""

    date: date
    change: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """Who wrote a briefing: a person or a body."""

    name: str
    orcid: str = ""
    """Sixteen digits in four groups; empty where there is none."""
    affiliation: str = ""

    @property
    def address(self) -> str:
        """Return the address of the ORCID record; empty without one."""
        return f"https://orcid.org/{self.orcid}" if self.orcid else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """An authored document about one topic."""

    slug: str
    title: str
    topic: str
    summary: str
    published: date
    card_number: Text
    """The number that matters, with its date, as the home page's card shows it."""
    card_label: str
    card_chart: str
    body: Text
    revisions: tuple[Revision, ...]
    authors: tuple[Author, ...] = ()
    """None where the publisher alone answers for it."""
    tags: tuple[str, ...] = ()
    language: str = "en"
    """Of title and text, as a code of BCP 47."""
    draft: bool = False
    where: Where


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingPage:
    """An authored page that stays: about, methodology."""

    path: str
    title: str
    summary: str
    body: Text
    where: Where


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartSpec:
    """A declared chart: what to show, not how to draw it."""

    slug: str
    kind: str
    title: str
    subtitle: str
    series: tuple[tuple[str, str], ...]
    """(dataset, indicator) pairs."""
    places: tuple[str, ...]
    """Place codes; empty for every place the data has."""
    period: Period | None
    topic: str
    """For a timeline: the events' topic; empty for all."""
    reading: str
    """How to read the chart, where its kind is unusual."""
    note: str
    grain: Grain | None = None
    """How long the periods are whose figures it shows; None for every length."""
    where: Where


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word of the field, explained in one or two sentences."""

    id: str
    title: str
    also: tuple[str, ...]
    definition: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What was wrong, what it is now, which pages it touched, when, why."""

    date: date
    was: str
    now: str
    why: str
    pages: tuple[str, ...]
    rows: tuple[Evidence, ...] = ()
    """References to the rows that it changed or took away."""
    where: Where


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A subject that datasets, events and briefings belong to."""

    id: str
    title: str
    summary: str
