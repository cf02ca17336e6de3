"""Editions as files of what they said, what differs between two of them, and what is no longer where it was.

A release is kept as texts, so that it can be read when its places and indicators are gone.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import pairwise
from types import MappingProxyType
from typing import Literal

from generators.analysis.history.snapshot import entries, quoting
from generators.model import (
    Catalog,
    DefinitionKey,
    DefinitionRecord,
    EventRecord,
    Evidence,
    FigureKey,
    FigureRecord,
    Record,
    RecordKey,
    Release,
)
from generators.model.release import COLUMNS, release_path
from generators.text.csv_text import as_typed

How = Literal["added", "revised", "described anew", "withdrawn"]
HOW: tuple[How, ...] = ("withdrawn", "revised", "added", "described anew")
"""What can become of a figure between two editions, in the order in which readers should meet it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A record that is not the same in two editions."""

    how: How
    old: Record | None
    new: Record | None
    record: Record
    """As the later edition has it, or the earlier if it is gone."""
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """A figure that is no longer at the address that an edition gave it."""

    figure: FigureRecord
    last: Release
    """The last release that had it there."""
    since: Release
    """The first edition that has it there no more."""
    now: str
    """The address of its row today; empty if it was withdrawn."""
    reasons: tuple[str, ...]


@lru_cache(maxsize=4)
def in_hand(catalog: Catalog) -> Release:
    """The edition that is being made, as it would be released."""
    edition = catalog.edition
    return Release(
        version=edition.version, date=edition.date, records={record.key: record for record in entries(catalog)}
    )


def to_release(catalog: Catalog) -> Release:
    """The same, with the briefings that quote each figure, and the file that will keep it."""
    now, quoted = in_hand(catalog), quoting(catalog)
    figures: dict[RecordKey, Record] = {
        record.key: replace(record, quoted=quoted.get(record.key, ""))
        for record in now.records.values()
        if isinstance(record, FigureRecord)
    }
    return replace(now, records={**now.records, **figures}, path=release_path(now.version))


def editions(catalog: Catalog) -> tuple[Release, ...]:
    """Every release, then the edition in hand if its version is another; none before the first release.

    What differs between two of them has an address that stays when the edition in hand is released.
    """
    last = catalog.releases[-1].version if catalog.releases else ""
    now = (in_hand(catalog),) if last not in {"", catalog.edition.version} else ()
    return (*catalog.releases, *now)


def release_csv(release: Release) -> str:
    """The release as the text of its CSV file, sorted by key."""
    day = release.date.isoformat()
    return as_typed(COLUMNS, ((*_cells(record), day) for record in _sorted(release.records.values())))


def _sorted(records: Iterable[Record]) -> list[Record]:
    return sorted(records, key=lambda record: record.key.cells)


def _cells(record: Record) -> tuple[str, ...]:
    collected = "" if isinstance(record, DefinitionRecord) else record.collected
    quoted = record.quoted if isinstance(record, FigureRecord) else ""
    words = (record.what, record.text, record.address, collected, quoted, record.digest)
    return (record.kind, *record.key.cells, *stated_cells(record), *words)


def stated_cells(record: Record | None) -> tuple[str, ...]:
    """Return what makes it another record when it changes, in the columns of a figure; of a definition they are blank."""
    return ("",) * 6 if record is None or isinstance(record, DefinitionRecord) else record.stated


def differences_between(old: Release, new: Release, catalog: Catalog) -> tuple[Difference, ...]:
    """Every figure that differs, in the order of `HOW` and of the keys, with the reasons that somebody named."""
    pairs = _differing(old, new, catalog)
    return tuple(sorted(pairs, key=lambda pair: (HOW.index(pair.how), pair.record.key.cells)))


def _differing(old: Release, new: Release, catalog: Catalog) -> Iterator[Difference]:
    for key in {**old.records, **new.records}:
        before, after = old.records.get(key), new.records.get(key)
        how, record = became(before, after), after or before
        if how and record:
            corrected = tuple(_corrections(key, old, catalog, new)) if before else ()
            left = tuple(_left_out(before, catalog)) if before and how == "withdrawn" else ()
            yield Difference(how=how, old=before, new=after, record=record, reasons=(*corrected, *left))


def became(before: Record | None, after: Record | None) -> How | None:
    """Return what became of a record; None if nothing did, or if a definition came or went with its figures."""
    if before is None or after is None:
        record = after or before
        return None if record is None or isinstance(record, DefinitionRecord) else "added" if after else "withdrawn"
    if stated_cells(before) != stated_cells(after):
        return "revised"
    return "described anew" if before.digest != after.digest else None


@lru_cache(maxsize=4)
def days(catalog: Catalog) -> Mapping[str, tuple[date, date]]:
    """The day of the first edition with rows of it, and of the edition in which they last changed.

    By dataset, and by dataset/indicator; of events by "events", and by "events/" and their topic. A row that came, went, or that
    a person typed anew has changed, and so has all that a definition holds for.
    """
    found: dict[str, tuple[date, date]] = {}
    before: Mapping[RecordKey, Record] = {}
    for release in (*catalog.releases, in_hand(catalog)):
        for key in {**before, **release.records}:
            if became(before.get(key), release.records.get(key)):
                for name in _moved(key, found):
                    found[name] = (found.get(name, (release.date,))[0], release.date)
        before = release.records
    return MappingProxyType(found)


def _moved(key: RecordKey, known: Iterable[str]) -> tuple[str, ...]:
    """The names of what has changed if that entry has."""
    if isinstance(key, DefinitionKey) and key.is_whole:
        return (key.dataset, *(name for name in known if name.startswith(f"{key.dataset}/")))
    dataset, indicator, *_ = key.cells
    return (dataset, f"{dataset}/{indicator}")


def span_of_editions(catalog: Catalog) -> tuple[date, date]:
    """The day of the first edition, and of the edition in which anything last changed."""
    return first_day(catalog), max((last for _, last in days(catalog).values()), default=catalog.edition.date)


def first_day(catalog: Catalog) -> date:
    """The day of the first edition."""
    return min((release.date for release in catalog.releases), default=catalog.edition.date)


def _corrections(key: RecordKey, old: Release, catalog: Catalog, new: Release) -> Iterator[str]:
    """Why each correction that names the row was made, after the day of the one edition and by the day of the other, if it is released."""
    until = new.date if new.path else date.max
    whole = not isinstance(key, FigureKey) or key.dataset not in catalog.datasets
    for correction in catalog.corrections:
        if old.date < correction.date <= until and any(
            refers_to(row, key) and (row.reference or whole) for row in correction.rows
        ):
            yield correction.why


def _left_out(record: Record, catalog: Catalog) -> Iterator[str]:
    collected = "" if isinstance(record, DefinitionRecord) else record.collected
    for row in catalog.left_out:
        if collected and row.collected == collected:
            yield row.reason


def leaves(record: Record, catalog: Catalog) -> bool:
    """True if the figure's row may stand on a page: the licence let it then, and lets it now. What is no figure may."""
    if not isinstance(record, FigureRecord):
        return True
    dataset = catalog.datasets.get(record.key.dataset)
    return "#" in record.address and (dataset is None or dataset.redistributable)


def subject_of(record: Record, catalog: Catalog) -> str:
    """The title of its dataset, of an event that of its topic; the id of what is gone."""
    if isinstance(record, EventRecord):
        topic = catalog.config.topics.get(record.key.topic)
        return topic.title if topic else record.key.topic
    dataset = catalog.datasets.get(record.key.dataset)
    return dataset.title if dataset else record.key.dataset


def topic_of(record: Record, catalog: Catalog) -> str:
    """Return the topic of an event or of the record's dataset; empty if the dataset is gone."""
    if isinstance(record, EventRecord):
        return record.key.topic
    dataset = catalog.datasets.get(record.key.dataset)
    return dataset.topic if dataset else ""


def reference_to(key: RecordKey) -> str:
    """The key as a correction refers to it.

    >>> reference_to(FigureKey("gauge-levels", "level", "RV-A", "2020-01", "", ""))
    'gauge-levels/level@2020-01@RV-A'
    """
    dataset, indicator, place, period, said_by, as_of = key.cells
    return "@".join((f"{dataset}/{indicator}", period, place, said_by, as_of)).rstrip("@")


def refers_to(row: Evidence, key: RecordKey) -> bool:
    """True if it is the key's dataset alone, or a reference with its dataset and indicator and each part that is not left blank."""
    if row.reference is None:
        return row.text == key.cells[0]
    path, chosen = row.reference
    dataset, indicator, place, period, said_by, as_of = key.cells
    parts = {"place": place, "period": period, "said_by": said_by, "as_of": as_of}
    return path == f"{dataset}/{indicator}" and all(parts[name] == text for name, text in chosen.items() if text)


def gone(catalog: Catalog) -> tuple[Gone, ...]:
    """Every figure of a release whose row is no longer where that release had it; the latest release that had it tells."""
    if not catalog.releases:
        return ()
    now = in_hand(catalog)
    standing = {record.address for record in now.records.values()}
    found: dict[str, Gone] = {}
    for release, later in pairwise((*catalog.releases, now)):
        for record in release.records.values():
            if isinstance(record, FigureRecord) and record.address not in standing and leaves(record, catalog):
                found[record.address] = _gone(record, release, later, now, catalog)
    return tuple(found.values())


def _gone(figure: FigureRecord, last: Release, since: Release, now: Release, catalog: Catalog) -> Gone:
    moved = now.records.get(figure.key)
    reasons = (*_corrections(figure.key, last, catalog, now), *_left_out(figure, catalog))
    return Gone(figure=figure, last=last, since=since, now=moved.address if moved else "", reasons=reasons)


def withdrawn(catalog: Catalog) -> Iterator[tuple[FigureRecord | EventRecord, Release, tuple[str, ...]]]:
    """Every figure and event of a release that the data no longer have, with the last release that had it and the reasons."""
    now = in_hand(catalog) if catalog.releases else None
    last = {key: release for release in catalog.releases for key in release.records}
    for key, release in last.items():
        record = release.records[key]
        if now and key not in now.records and not isinstance(record, DefinitionRecord):
            yield record, release, (*_corrections(key, release, catalog, now), *_left_out(record, catalog))
