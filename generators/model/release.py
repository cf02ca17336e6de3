"""Records of an edition: its figures, definitions and events, one row each."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal, TypeAlias

FOLDER = "data/releases"
COLUMNS = (
    "record", "dataset", "indicator", "place", "period", "said_by", "as_of", "value", "lower", "upper", "qualifier",
    "wording", "source", "what", "told", "address", "collected", "quoted", "digest", "released",
)  # fmt: skip
EVENTS = "events"
"""Placeholder for the dataset in the cells of an event."""
RecordKind: TypeAlias = Literal["figure", "definition", "event"]
"""Kind of statement: a number, a definition of numbers, or an event."""
Cells: TypeAlias = tuple[str, str, str, str, str, str]


@dataclass(frozen=True, slots=True)
class FigureKey:
    """The unique key of a figure: its observation's dataset and key."""

    dataset: str
    indicator: str
    place: str
    period: str
    said_by: str
    as_of: str

    @property
    def cells(self) -> Cells:
        """The key in the columns of a release, for sorting."""
        return (self.dataset, self.indicator, self.place, self.period, self.said_by, self.as_of)


@dataclass(frozen=True, slots=True)
class DefinitionKey:
    """A dataset and the defined part: one of its indicators, or a key of its sidecar with a colon."""

    dataset: str
    defined: str

    @property
    def is_whole(self) -> bool:
        """True if the definition applies to all indicators of its dataset."""
        return self.defined.endswith(":")

    @property
    def cells(self) -> Cells:
        """The key in the columns of a release, for sorting."""
        return (self.dataset, self.defined, "", "", "", "")


@dataclass(frozen=True, slots=True)
class EventKey:
    """Topic, place, date and spot of an event, and a number where several have the same."""

    topic: str
    place: str
    date: str
    at: str
    number: str

    @property
    def cells(self) -> Cells:
        """The key in the columns of a release, for sorting."""
        return (EVENTS, self.topic, self.place, self.date, self.at, self.number)


RecordKey: TypeAlias = FigureKey | DefinitionKey | EventKey


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRecord:
    """A figure of an edition, in texts that do not change with the catalog."""

    kind: ClassVar[RecordKind] = "figure"
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
    text: str
    """The figure in words, with its qualifier and unit."""
    address: str
    """Page and fragment of its row; a page alone where the licence forbids redistributing rows."""
    collected: str
    quoted: str = ""
    """The names of the briefings that quoted it, with spaces between them."""
    digest: str
    """Of all that a person typed in the row, so that a changed note shows too."""

    @property
    def stated(self) -> Cells:
        """The cells that distinguish figures."""
        return (self.value, self.lower, self.upper, self.qualifier, self.wording, self.source)


@dataclass(frozen=True, slots=True, kw_only=True)
class DefinitionRecord:
    """The definition of a dataset's figures in an edition."""

    kind: ClassVar[RecordKind] = "definition"
    key: DefinitionKey
    what: str
    """The dataset, and what of it is defined, in words."""
    text: str
    """The definition."""
    address: str
    """The dataset's page."""
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRecord:
    """An event of an edition."""

    kind: ClassVar[RecordKind] = "event"
    key: EventKey
    source: str
    """The id of the first document."""
    what: str
    """Place and date in words."""
    text: str
    """Title and summary."""
    address: str
    """The timeline's page."""
    collected: str
    digest: str
    """Of the text and the ids of all documents."""

    @property
    def stated(self) -> Cells:
        """The cells that distinguish events, in the columns of a figure: the text is its wording."""
        return ("", "", "", "", self.text, self.source)


Record: TypeAlias = FigureRecord | DefinitionRecord | EventRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """The figures, definitions and events of one edition."""

    version: str
    date: date
    records: Mapping[RecordKey, Record]
    path: str = ""
    """The file that keeps it; empty for the edition in hand."""

    @property
    def collected(self) -> frozenset[str]:
        """Return the ids of the collected rows behind the figures and events."""
        records = self.records.values()
        return frozenset(record.collected for record in records if not isinstance(record, DefinitionRecord))


def release_path(version: str) -> str:
    """Return the path of that release, from the site's root."""
    return f"{FOLDER}/{version}.csv"
