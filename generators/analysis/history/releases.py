"""Releases of editions, the differences between two of them, and records that have moved or gone.

A release consists of texts, so that it is readable when its places and indicators are gone.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from operator import attrgetter
from types import MappingProxyType
from typing import Literal

from generators.analysis.history.snapshot import entries, quoting
from generators.analysis.observation_cells import cells_of
from generators.model import (
    Catalog,
    Correction,
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
from generators.model.memo import per_catalog
from generators.model.release import COLUMNS, release_path
from generators.text.csv_text import as_typed

How = Literal["added", "revised", "described anew", "withdrawn"]
HOW: tuple[How, ...] = ("withdrawn", "revised", "added", "described anew")
"""Kinds of change between two editions, in order of display."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A record that differs between two editions."""

    how: How
    old: Record | None
    new: Record | None
    record: Record
    """The record of the later edition, or of the earlier one if it is gone."""
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """A figure that is no longer at its released address."""

    figure: FigureRecord
    last: Release
    """The last release that had it there."""
    since: Release
    """The first edition without it at that address."""
    now: str
    """The current address of its row; empty if it was withdrawn."""
    reasons: tuple[str, ...]


@per_catalog
def in_hand(catalog: Catalog) -> Release:
    """Return the current edition as a release; in a preview that of the last complete site, if it has the same figures."""
    if same := _with_the_same_figures(catalog):
        return in_hand(same)
    edition = catalog.edition
    return Release(
        version=edition.version, date=edition.date, records={record.key: record for record in entries(catalog)}
    )


def _with_the_same_figures(catalog: Catalog) -> Catalog | None:
    """Return the catalog of the last complete site, if all that releases record is the same in it."""
    previous = catalog.previous
    parts = attrgetter("config", "edition", "releases", "events", "datasets")
    if previous is None or parts(catalog) != parts(previous):
        return None
    rows = zip(catalog.observations, previous.observations, strict=True)
    return previous if all(a is b or cells_of(a) == cells_of(b) for a, b in rows) else None  # 420 equals 420.0


def to_release(catalog: Catalog) -> Release:
    """Return the current edition as a release with its path and the briefings that quote each figure."""
    now, names = in_hand(catalog), quoting(catalog)
    figures: dict[RecordKey, Record] = {
        record.key: replace(record, quoted=names.get(record.key, ""))
        for record in now.records.values()
        if isinstance(record, FigureRecord)
    }
    return replace(now, records={**now.records, **figures}, path=release_path(now.version))


def editions(catalog: Catalog) -> tuple[Release, ...]:
    """Return all releases, then the current edition if its version is new; empty before the first release.

    The address of the differences of two editions does not change when the current edition is released.
    """
    version = catalog.releases[-1].version if catalog.releases else ""
    now = (in_hand(catalog),) if version not in {"", catalog.edition.version} else ()
    return (*catalog.releases, *now)


def release_csv(release: Release) -> str:
    """Return the release as CSV, sorted by key."""
    day = release.date.isoformat()
    return as_typed(COLUMNS, ((*_cells(record), day) for record in _sorted(release.records.values())))


def _sorted(records: Iterable[Record]) -> list[Record]:
    return sorted(records, key=lambda record: record.key.cells)


def _cells(record: Record) -> tuple[str, ...]:
    collected = "" if isinstance(record, DefinitionRecord) else record.collected
    briefings = record.quoted if isinstance(record, FigureRecord) else ""
    words = (record.what, record.text, record.address, collected, briefings, record.digest)
    return (record.kind, *record.key.cells, *stated_cells(record), *words)


def stated_cells(record: Record | None) -> tuple[str, ...]:
    """Return the cells whose change is a revision, in the columns of a figure; blank for a definition."""
    return ("",) * 6 if record is None or isinstance(record, DefinitionRecord) else record.stated


def differences_between(old: Release, new: Release, catalog: Catalog) -> tuple[Difference, ...]:
    """Return the records that differ, in the order of `HOW` and of the keys, with the stated reasons."""
    pairs = _differences(old, new, catalog)
    return tuple(sorted(pairs, key=lambda pair: (HOW.index(pair.how), pair.record.key.cells)))


def _differences(old: Release, new: Release, catalog: Catalog) -> Iterator[Difference]:
    for key in {**old.records, **new.records}:
        before, after = old.records.get(key), new.records.get(key)
        change, record = became(before, after), after or before
        if change and record:
            corrections = tuple(_corrections(key, old, catalog, new)) if before else ()
            exclusions = tuple(_exclusion_reasons(before, catalog)) if before and change == "withdrawn" else ()
            yield Difference(how=change, old=before, new=after, record=record, reasons=(*corrections, *exclusions))


def became(before: Record | None, after: Record | None) -> How | None:
    """Return the change of a record; None if it has none, or if a definition came or went with its figures."""
    if before is None or after is None:
        record = after or before
        return None if record is None or isinstance(record, DefinitionRecord) else "added" if after else "withdrawn"
    if stated_cells(before) != stated_cells(after):
        return "revised"
    return "described anew" if before.digest != after.digest else None


@per_catalog
def days(catalog: Catalog) -> Mapping[str, tuple[date, date]]:
    """Return the dates of the first edition and of the last changing edition, by dataset and by dataset/indicator.

    Events are under "events" and "events/" with their topic. A change is an added, removed or edited row, or a changed
    definition of the rows.
    """
    if same := _with_the_same_figures(catalog):
        return days(same)
    dates: dict[str, tuple[date, date]] = {}
    before: Mapping[RecordKey, Record] = {}
    for release in (*catalog.releases, in_hand(catalog)):
        for key in {**before, **release.records}:
            if became(before.get(key), release.records.get(key)):
                for name in _changed_names(key, dates):
                    dates[name] = (dates.get(name, (release.date,))[0], release.date)
        before = release.records
    return MappingProxyType(dates)


def _changed_names(key: RecordKey, names: Iterable[str]) -> tuple[str, ...]:
    """Return the names of the datasets and indicators that change with a record."""
    if isinstance(key, DefinitionKey) and key.is_whole:
        return (key.dataset, *(name for name in names if name.startswith(f"{key.dataset}/")))
    dataset, indicator, *_ = key.cells
    return (dataset, f"{dataset}/{indicator}")


def span_of_editions(catalog: Catalog) -> tuple[date, date]:
    """Return the dates of the first edition and of the last edition with a change."""
    return first_day(catalog), max((day for _, day in days(catalog).values()), default=catalog.edition.date)


def first_day(catalog: Catalog) -> date:
    """Return the date of the first edition."""
    return min((release.date for release in catalog.releases), default=catalog.edition.date)


def _corrections(key: RecordKey, old: Release, catalog: Catalog, new: Release) -> Iterator[str]:
    """Yield the reasons of corrections that name the row, dated after the old edition and by the new one if released."""
    until = new.date if new.path else date.max
    applies_to_dataset = not isinstance(key, FigureKey) or key.dataset not in catalog.datasets
    for correction, rows in _corrected_rows(catalog).get(key.cells[0], ()):
        if old.date < correction.date <= until and any(
            refers_to(row, key) and (row.reference or applies_to_dataset) for row in rows
        ):
            yield correction.why


@per_catalog
def _corrected_rows(catalog: Catalog) -> Mapping[str, Sequence[tuple[Correction, Sequence[Evidence]]]]:
    """Return the corrections that name rows of a dataset, or it as a whole, with these references, by its id."""
    named: dict[str, list[tuple[Correction, Sequence[Evidence]]]] = {}
    for correction in catalog.corrections:
        for dataset in dict.fromkeys(row.dataset for row in correction.rows):
            named.setdefault(dataset, []).append((correction, [r for r in correction.rows if r.dataset == dataset]))
    return named


def _exclusion_reasons(record: Record, catalog: Catalog) -> Iterator[str]:
    collected = "" if isinstance(record, DefinitionRecord) else record.collected
    for row in catalog.left_out:
        if collected and row.collected == collected:
            yield row.reason


def leaves(record: Record, catalog: Catalog) -> bool:
    """Return True if the record may be published: for a figure, if the licence allowed it then and allows it now."""
    if not isinstance(record, FigureRecord):
        return True
    dataset = catalog.datasets.get(record.key.dataset)
    return "#" in record.address and (dataset is None or dataset.redistributable)


def subject_of(record: Record, catalog: Catalog) -> str:
    """Return the title of the record's dataset, or of an event's topic; the id if that is gone."""
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
    """Return the reference of a correction to the key.

    >>> reference_to(FigureKey("gauge-levels", "level", "RV-A", "2020-01", "", ""))
    'gauge-levels/level@2020-01@RV-A'
    """
    dataset, indicator, place, period, said_by, as_of = key.cells
    return "@".join((f"{dataset}/{indicator}", period, place, said_by, as_of)).rstrip("@")


def refers_to(row: Evidence, key: RecordKey) -> bool:
    """Return True if the row names the key's dataset alone, or if all its given parts match the key."""
    if row.reference is None:
        return row.text == key.cells[0]
    path, choices = row.reference
    dataset, indicator, place, period, said_by, as_of = key.cells
    parts = {"place": place, "period": period, "said_by": said_by, "as_of": as_of}
    return path == f"{dataset}/{indicator}" and all(parts[name] == text for name, text in choices.items() if text)


def gone(catalog: Catalog) -> tuple[Gone, ...]:
    """Return the released figures that are no longer at their address, by the latest release with that address."""
    if not catalog.releases:
        return ()
    now = in_hand(catalog)
    current = {record.address for record in now.records.values()}
    figures: dict[str, Gone] = {}
    for release, successor in pairwise((*catalog.releases, now)):
        for record in release.records.values():
            if isinstance(record, FigureRecord) and record.address not in current and leaves(record, catalog):
                figures[record.address] = _gone_figure(record, release, successor, now, catalog)
    return tuple(figures.values())


def _gone_figure(figure: FigureRecord, release: Release, since: Release, now: Release, catalog: Catalog) -> Gone:
    record = now.records.get(figure.key)
    reasons = (*_corrections(figure.key, release, catalog, now), *_exclusion_reasons(figure, catalog))
    return Gone(figure=figure, last=release, since=since, now=record.address if record else "", reasons=reasons)


def withdrawn(catalog: Catalog) -> Iterator[tuple[FigureRecord | EventRecord, Release, tuple[str, ...]]]:
    """Yield the released figures and events that the data no longer have, with the last release and the reasons."""
    now = in_hand(catalog) if catalog.releases else None
    releases = {key: release for release in catalog.releases for key in release.records}
    for key, release in releases.items():
        record = release.records[key]
        if now and key not in now.records and not isinstance(record, DefinitionRecord):
            yield record, release, (*_corrections(key, release, catalog, now), *_exclusion_reasons(record, catalog))
