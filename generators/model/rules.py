"""Curated lists for checks: words, hosts, names and incomparable series."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generators.model.problems import Where


@dataclass(frozen=True, slots=True, kw_only=True)
class Harm:
    """The words of a subject that the do-no-harm checks go by; none where a site keeps no list."""

    beside_names: tuple[str, ...] = ()
    """Words beside which a name is a private person's: son of, aged."""
    small_cells: tuple[str, ...] = ()
    """Words of indicators whose figures from 1 to 4 could point to a person."""
    refused_hosts: tuple[str, ...] = ()
    """Parts of host names that no link may have."""
    allowed_hosts: Mapping[str, str] = field(default_factory=dict)
    """Hosts that prose may link to although no source is there, and why."""
    names: Mapping[str, str] = field(default_factory=dict)
    """Names of people in public roles, and why they may be named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Incomparable:
    """Two series that count different things, so that no chart may draw both."""

    a: tuple[str, str]
    """(dataset, indicator)."""
    b: tuple[str, str]
    why: str
    where: Where


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """A place where one check is not heard, and the reason."""

    check: str
    at: str
    """A part of the problem's own line."""
    why: str
    where: Where


@dataclass(frozen=True, slots=True, kw_only=True)
class AllowedWord:
    """A phrase with a number in it that may be typed; `#` stands for digits."""

    word: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedWord:
    """A phrase that a briefing does not use, always or in the case named by `when`."""

    word: str
    why: str
    instead: str
    when: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What an author may and may not type."""

    allowed: tuple[AllowedWord, ...] = ()
    refused: tuple[RefusedWord, ...] = ()
    trends: tuple[str, ...] = ()
    """Words that say that something rose or fell: a sentence with one compares the figures around it."""
