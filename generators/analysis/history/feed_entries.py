"""Feed entries: the dated changes of the site, named by subject, date and number, never by text that may be edited."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TypeVar

from generators.analysis.history.change_words import (
    Told,
    change_in_words,
    change_text,
    collected_in_words,
    correction_in_words,
)
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
    LeftOut,
    Record,
    Release,
    Revision,
)
from generators.text.messages import gettext, ngettext
from generators.text.wording import on
from generators.urls.paths import CORRECTIONS, HOME, LEFT_OUT, of_briefing, of_dataset, of_differences, of_feed

Dated = TypeVar("Dated", Revision, Correction)
_MOST = 60
"""Most figures of an entry; the table of differences has the others."""


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
        ("briefings", gettext("New and revised briefings"), [c for c in items if c.kind in {"published", "revised"}]),
        (
            "corrections",
            gettext("Corrections and revisions"),
            [c for c in items if c.kind in {"corrected", "revised", "moved"}],
        ),
        ("data", gettext("Changes to the data"), [c for c in items if c.of_data]),
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
            title=gettext("Revised: %(title)s", title=briefing.title),
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
        title=gettext("Corrected on %(day)s", day=on(correction.date)),
        text=f"{correction_in_words(correction)} {correction.why}",
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
            title=_move_title(moved.to, catalog.released_pages[page].title),
            text=moved.why,
            page=page,
        )


def _move_title(target: str, title: str) -> str:
    return gettext("Moved: %(title)s", title=title) if target else gettext("Removed: %(title)s", title=title)


def _news(catalog: Catalog) -> Iterator[Change]:
    for number, news in _with_numbers(catalog.config.news):
        yield Change(
            kind="news",
            name=number,
            since=news.date,
            day=news.date,
            title=gettext("News of %(day)s", day=on(news.date)),
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
        reasons = (f"{collected_in_words(kind, number)}: {reason}" for (kind, reason), number in counts.most_common())
        yield Change(
            kind="left-out",
            name=day.isoformat(),
            since=day,
            day=day,
            title=ngettext("Left out: %(num)s collected row", "Left out: %(num)s collected rows", len(rows)),
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
    words = [gettext("From edition %(old)s to %(new)s.", old=old.version, new=new.version)]
    if len(public) > _MOST:
        words.append(gettext("These are %(number)s of them.", number=_MOST))
    if not public:
        words.append(gettext("The licence does not allow redistribution of these rows."))
    return Change(
        kind="figures",
        name=f"{new.version}/{_group(record)}/{change}",
        since=new.date,
        day=new.date,
        title=f"{change_in_words(record.kind, change, len(group))}: {subject_of(record, catalog)}",
        text=" ".join(words),
        page=of_differences(old.version, new.version),
        topics=frozenset(filter(None, [topic_of(record, catalog)])),
        of_data=True,
        figures=tuple(change_text(difference, catalog) for difference in public[:_MOST]),
    )
