"""Feed entries: the dated changes of the site, named by subject, date and number, never by text that may be edited."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TypeVar

from generators.analysis.history.releases import (
    Difference,
    How,
    differences_between,
    editions,
    leaves,
    subject_of,
    topic_of,
)
from generators.model import (
    Author,
    Briefing,
    Catalog,
    Correction,
    DefinitionRecord,
    EventRecord,
    LeftOut,
    Record,
    Release,
    Revision,
)
from generators.text.wording import on, plural
from generators.urls.paths import CORRECTIONS, HOME, LEFT_OUT, of_briefing, of_dataset, of_differences, of_feed

Dated = TypeVar("Dated", Revision, Correction)
_MOST = 60
"""Most figures of an entry; the table of differences has the others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The change of one record."""

    figure: str
    """Indicator, place and period; dataset and key of a definition; place and date of an event."""
    words: str
    """Old and new text with speakers and reasons."""
    page: str
    """The row or the notice at its address; else the page of the dataset or of all events."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change of the site."""

    kind: str
    """"published", "revised", "corrected", "moved", "news", "left-out" or "figures"."""
    name: str
    """The permanent unique name."""
    since: date
    """The date in the entry's ID."""
    day: date
    """The date of the last change."""
    title: str
    text: str
    page: str
    """The page with the details."""
    topics: frozenset[str] = frozenset()
    authors: tuple[Author, ...] = ()
    """The authors; empty if the publisher alone is responsible."""
    tags: tuple[str, ...] = ()
    language: str = "en"
    of_data: bool = False
    figures: tuple[Told, ...] = ()
    """The changed figures, if the entry is about figures."""

    @property
    def whole(self) -> str:
        """The text with the changes of all figures."""
        return " ".join((self.text, *(f"{change.figure}. {change.words}" for change in self.figures)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A stream of changes, the latest first."""

    name: str
    title: str
    entries: tuple[Change, ...]

    def path(self, ending: str) -> str:
        """Return its path in a format, "atom" or "json"."""
        return of_feed(self.name, ending)


def feeds(catalog: Catalog) -> tuple[Feed, ...]:
    """Return the feeds of briefings, corrections and data, then one per topic."""
    items = sorted(changes(catalog), key=lambda change: (-change.day.toordinal(), change.kind, change.name))
    streams = [
        ("briefings", "New and revised briefings", [c for c in items if c.kind in {"published", "revised"}]),
        ("corrections", "Corrections and revisions", [c for c in items if c.kind in {"corrected", "revised", "moved"}]),
        ("data", "Changes to the data", [c for c in items if c.of_data]),
    ]
    for topic in catalog.config.topics.values():
        streams.append((f"topics/{topic.id}", topic.title, [c for c in items if topic.id in c.topics]))
    return tuple(Feed(name=name, title=title, entries=tuple(entries)) for name, title, entries in streams)


def changes(catalog: Catalog) -> Iterator[Change]:
    """Yield all changes that texts and tables record."""
    for briefing in catalog.briefings.values():
        yield from _of_briefing(briefing)
    for number, correction in _with_numbers(catalog.corrections):
        yield _correction(correction, number, catalog)
    yield from _moves(catalog)
    yield from _news(catalog)
    yield from _exclusions(catalog)
    yield from _figures(catalog)


def founded(catalog: Catalog) -> date:
    """Return the earliest date that the site records, which undated changes get."""
    dates = (*(news.date for news in catalog.config.news), *(b.published for b in catalog.briefings.values()))
    return min(dates, default=catalog.edition.date)


def _of_briefing(briefing: Briefing) -> Iterator[Change]:
    page, topics = of_briefing(briefing), frozenset({briefing.topic})
    yield Change(
        kind="published",
        name=briefing.slug,
        since=briefing.published,
        day=briefing.published,
        title=briefing.title,
        text=briefing.summary,
        page=page,
        topics=topics,
        authors=briefing.authors,
        tags=briefing.tags,
        language=briefing.language,
    )
    for number, revision in _with_numbers(briefing.revisions):
        yield Change(
            kind="revised",
            name=f"{briefing.slug}/{number}",
            since=revision.date,
            day=revision.date,
            title=f"Revised: {briefing.title}",
            text=revision.change,
            page=f"{page}#revisions",
            topics=topics,
        )


def _with_numbers(dated: Iterable[Dated]) -> Iterator[tuple[str, Dated]]:
    """Yield each item with its date and its number on that date, in the order of the file, the oldest first."""
    counts: Counter[date] = Counter()
    for item in dated:
        counts[item.date] += 1
        yield f"{item.date.isoformat()}/{counts[item.date]}", item


def _correction(correction: Correction, number: str, catalog: Catalog) -> Change:
    of_data = [d.topic for d in catalog.datasets.values() if _names(correction, of_dataset(d.id))]
    of_texts = [b.topic for b in catalog.briefings.values() if _names(correction, of_briefing(b))]
    return Change(
        kind="corrected",
        name=number,
        since=correction.date,
        day=correction.date,
        title=f"Corrected on {on(correction.date)}",
        text=f"Before: {correction.was} Now: {correction.now} {correction.why}",
        page=CORRECTIONS,
        topics=frozenset((*of_data, *of_texts)),
        of_data=bool(of_data),
    )


def _names(correction: Correction, page: str) -> bool:
    """Return True if the correction names the page or one below it, such as a dataset's rows of a year."""
    return any(path == page or path.startswith(page.removesuffix(".md") + "/") for path in correction.pages)


def _moves(catalog: Catalog) -> Iterator[Change]:
    for page, moved in catalog.moved.items():
        yield Change(
            kind="moved",
            name=f"{moved.date.isoformat()}/{page}",
            since=moved.date,
            day=moved.date,
            title=f"{'Moved' if moved.to else 'Removed'}: {catalog.released_pages[page].title}",
            text=moved.why,
            page=page,
        )


def _news(catalog: Catalog) -> Iterator[Change]:
    for number, news in _with_numbers(catalog.config.news):
        yield Change(
            kind="news",
            name=number,
            since=news.date,
            day=news.date,
            title=f"News of {on(news.date)}",
            text=news.change,
            page=HOME,
            of_data=True,
        )


def _exclusions(catalog: Catalog) -> Iterator[Change]:
    """Yield one entry per date, because reasons are text that may be edited."""
    days: dict[date, list[LeftOut]] = {}
    editions_rows = [release.collected for release in catalog.releases]
    for row in catalog.left_out:
        days.setdefault(_since(row, editions_rows, catalog), []).append(row)
    for day, rows in days.items():
        counts = Counter((row.what, row.reason) for row in rows)
        reasons = (f"{plural(number, kind)}: {reason}" for (kind, reason), number in counts.most_common())
        yield Change(
            kind="left-out",
            name=day.isoformat(),
            since=day,
            day=day,
            title=f"Left out: {plural(len(rows), 'collected row')}",
            text=" ".join(reasons),
            page=LEFT_OUT,
            of_data=True,
        )


def _since(row: LeftOut, editions_rows: Sequence[frozenset[str]], catalog: Catalog) -> date:
    """Return the row's date if it is after the last release with the row; else the next edition's, or the site's first."""
    days = (*(release.date for release in catalog.releases), catalog.edition.date)
    indices = [index for index, collected in enumerate(editions_rows) if row.collected in collected]
    if row.since and not (indices and row.since <= days[indices[-1]]):
        return row.since
    return days[indices[-1] + 1] if indices else founded(catalog)


def _figures(catalog: Catalog) -> Iterator[Change]:
    """Yield an entry for each dataset, or topic of events, and each kind of change between editions."""
    for old, new in pairwise(editions(catalog)):
        groups: dict[tuple[str, How], list[Difference]] = {}
        for difference in differences_between(old, new, catalog):
            groups.setdefault((_group(difference.record), difference.how), []).append(difference)
        for group in groups.values():
            yield _figures_of(group, old, new, catalog)


def _group(record: Record) -> str:
    """Return the name of the record's group, which is part of an entry's permanent name."""
    dataset, within, *_ = record.key.cells
    return {"figure": dataset, "definition": f"{dataset}/definition", "event": f"{dataset}/{within}"}[record.kind]


def _figures_of(group: Sequence[Difference], old: Release, new: Release, catalog: Catalog) -> Change:
    change, record = group[0].how, group[0].record
    public = [difference for difference in group if leaves(difference.record, catalog)]
    rest = f" These are {_MOST} of them." if len(public) > _MOST else ""
    private = "" if public else " The licence does not allow redistribution of these rows."
    return Change(
        kind="figures",
        name=f"{new.version}/{_group(record)}/{change}",
        since=new.date,
        day=new.date,
        title=f"{plural(len(group), record.kind)} {change}: {subject_of(record, catalog)}",
        text=f"From edition {old.version} to {new.version}.{rest}{private}",
        page=of_differences(old.version, new.version),
        topics=frozenset(filter(None, [topic_of(record, catalog)])),
        of_data=True,
        figures=tuple(_change_text(difference, catalog) for difference in public[:_MOST]),
    )


def _change_text(difference: Difference, catalog: Catalog) -> Told:
    """Return the change of a record in words."""
    record = difference.record
    before, after = {
        "withdrawn": ("Before", "Withdrawn."),
        "revised": ("Before", "Now"),
        "added": ("", "Added"),
        "described anew": ("", f"Its details have changed, not the {record.kind}"),
    }["revised" if isinstance(record, DefinitionRecord) else difference.how]
    reason = " ".join(difference.reasons) or ("" if difference.how == "added" else "No reason is stated.")
    changes = (_statement(before, difference.old, catalog), _statement(after, difference.new, catalog))
    words = filter(None, (*changes, reason and f"Reason: {reason}"))
    return Told(figure=record.what, words=" ".join(words), page=record.address)


def _statement(label: str, record: Record | None, catalog: Catalog) -> str:
    if not label or record is None:
        return label
    if isinstance(record, DefinitionRecord):
        return f"{label}: {record.text.removesuffix('.')}."
    source = (
        f"source: {catalog.sources[record.source].publisher if record.source in catalog.sources else record.source}"
    )
    if isinstance(record, EventRecord):
        return f"{label}: {record.text.removesuffix('.')} ({source})."
    return f"{label}: {record.text} (said by {record.key.said_by}; {source})."
