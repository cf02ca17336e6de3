"""What an edition said, kept as it was: its figures, what they count and its events as one row each."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

FOLDER = "data/releases"
COLUMNS = (
    "record", "dataset", "indicator", "place", "period", "said_by", "as_of", "value", "lower", "upper", "qualifier",
    "wording", "source", "what", "told", "address", "collected", "quoted", "digest", "released",
)  # fmt: skip

FigureKey: TypeAlias = tuple[str, str, str, str, str, str]
"""Dataset, indicator, place, period, speaker and date of the statement.

Of a definition dataset and indicator alone, or the sidecar's key with its colon; of an event its topic, place, date and spot.
"""
RecordKind: TypeAlias = Literal["figure", "definition", "event"]
"""What an edition tells: a number, what numbers count, or what happened."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure as an edition had it, what figures count, or an event, in texts that stay when the catalog changes around them."""

    kind: RecordKind = "figure"
    key: FigureKey
    value: str = ""
    lower: str = ""
    upper: str = ""
    qualifier: str = ""
    wording: str = ""
    """Of an event its title and summary."""
    source: str = ""
    """The id of the document."""
    what: str
    """Indicator, place and period in words."""
    told: str
    """The figure in words, with its qualifier and unit; the text of a definition or an event."""
    address: str
    """Page and fragment of its row; a page alone where no rows may leave, and for what is no figure."""
    collected: str = ""
    quoted: str = ""
    """The names of the briefings that quoted it, with spaces between them."""
    digest: str
    """Of all that a person typed in the row, so that a changed note shows too."""

    @property
    def stated(self) -> tuple[str, ...]:
        """What makes it another figure when it changes."""
        return (self.value, self.lower, self.upper, self.qualifier, self.wording, self.source)


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """The figures, definitions and events of one edition."""

    version: str
    date: date
    figures: Mapping[FigureKey, Figure]
    path: str = ""
    """The file that keeps it; empty for the edition in hand."""


def path_of(version: str) -> str:
    """The file of the release of that version, from the site's root."""
    return f"{FOLDER}/{version}.csv"
