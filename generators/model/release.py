"""What an edition said, kept as it was: its figures as one row each."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

FigureKey: TypeAlias = tuple[str, str, str, str, str, str]
"""Dataset, indicator, place, period, speaker and date of the statement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure as an edition had it, in texts that stay when the catalog changes around them."""

    key: FigureKey
    value: str
    lower: str
    upper: str
    qualifier: str
    wording: str
    source: str
    """The id of the document."""
    what: str
    """Indicator, place and period in words."""
    told: str
    """The figure in words, with its qualifier and unit."""
    address: str
    """Page and fragment of its row; a page alone where no rows may leave."""
    collected: str
    digest: str
    """Of all that a person typed in the row, so that a changed note shows too."""

    @property
    def stated(self) -> tuple[str, ...]:
        """What makes it another figure when it changes."""
        return (self.value, self.lower, self.upper, self.qualifier, self.wording, self.source)


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """The figures of one edition."""

    version: str
    date: date
    figures: Mapping[FigureKey, Figure]
    path: str = ""
    """The file that keeps it; empty for the edition in hand."""
