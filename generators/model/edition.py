"""The site and its edition, from `content/site.yml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generators.model.content import Revision, Topic
from generators.model.languages import ENGLISH, LATIN
from generators.model.problems import Where


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One published state of the site."""

    version: str
    """Three numbers with dots: a change of the last is a repair, of the middle one new figures, of the first new meanings."""
    date: date
    """The day this edition was made up; the only "today" the site knows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteConfig:
    """Name, address, publisher, licence and topics of the site, which stay from edition to edition."""

    name: str
    tagline: str
    summary: str
    licence: str
    """The SPDX identifier of the licence of what is ours: the texts, and the putting together."""
    address: str
    """URL of the published site, with a final slash; empty if unknown."""
    publisher: str
    contact: str
    takedown_days: int
    map_caption: str
    topics: Mapping[str, Topic]
    news: tuple[Revision, ...]
    language: str = ENGLISH
    """BCP 47 code of the language of all words around the authored texts."""
    numbering: str = LATIN
    """The CLDR's name of the numbering system of the numbers in these words."""
    authority: str = ""
    """The host and the date under which what feeds tell and, without an address, pages and files are named (RFC 4151), never to change; empty where none is declared."""
    where: Where
