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
    """Markdown with expressions, and its location."""

    markdown: str
    where: Where

    def at(self, offset: int) -> Where:
        """Return the location of the letter at that offset."""
        ends = _line_ends(self.markdown)
        above = bisect_left(ends, offset)
        return Where(
            path=self.where.path,
            line=self.where.line + above,
            column=offset - ends[above - 1] if above else self.where.column + offset,
        )


@lru_cache(maxsize=64)
def _line_ends(markdown: str) -> tuple[int, ...]:
    """Return the offset of each line end, cached because a text with many mistakes has many locations."""
    return tuple(match.start() for match in re.finditer("\n", markdown))


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """A change of a briefing, with its date."""

    date: date
    change: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """An author of a briefing: a person or a body."""

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
    """Reading instructions for an unusual kind of chart."""
    note: str
    grain: Grain | None = None
    """Length of the periods drawn; None for any length."""
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
    """The wrong text, the right one, the affected pages, date and reason."""

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
