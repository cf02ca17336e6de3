"""What changed on the site, and when: the entries that feeds are made of.

The name of an entry is made of what it is about, its day and its number among those of the day, never of words that may be mended.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
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
"""More figures than this stand in the table of the differences alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What became of one figure."""

    figure: str
    """Indicator, place and period; of a definition its dataset and what it tells, of an event its place and day."""
    words: str
    """What it said and says, by whom, and why."""
    page: str
    """Its row, or the notice where the row was; the dataset's page, or the one of all events."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that happened to the site."""

    kind: str
    """"published", "revised", "corrected", "moved", "news", "left-out" or "figures"."""
    name: str
    """What tells it from all others; it never changes."""
    since: date
    """The day it is named by."""
    day: date
    """The day it was last changed."""
    title: str
    text: str
    page: str
    """The page that tells of it."""
    topics: frozenset[str] = frozenset()
    authors: tuple[Author, ...] = ()
    """Who wrote it; none where the publisher alone answers for it."""
    tags: tuple[str, ...] = ()
    language: str = "en"
    of_data: bool = False
    figures: tuple[Told, ...] = ()
    """What became of each figure, where figures are what has changed."""

    @property
    def whole(self) -> str:
        """The text with what became of each figure."""
        return " ".join((self.text, *(f"{told.figure}. {told.words}" for told in self.figures)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A stream of changes, the latest first."""

    name: str
    title: str
    entries: tuple[Change, ...]

    def path(self, ending: str) -> str:
        """Where it is found in that form, "atom" or "json"."""
        return of_feed(self.name, ending)


def feeds(catalog: Catalog) -> tuple[Feed, ...]:
    """Briefings, corrections and data, then one a topic."""
    every = sorted(changes(catalog), key=lambda change: (-change.day.toordinal(), change.kind, change.name))
    chosen = [
        ("briefings", "New and revised briefings", [c for c in every if c.kind in {"published", "revised"}]),
        ("corrections", "Corrections and revisions", [c for c in every if c.kind in {"corrected", "revised", "moved"}]),
        ("data", "Changes of the data", [c for c in every if c.of_data]),
    ]
    topics = catalog.config.topics.values()
    chosen += [(f"topics/{t.id}", t.title, [c for c in every if t.id in c.topics]) for t in topics]
    return tuple(Feed(name=name, title=title, entries=tuple(entries)) for name, title, entries in chosen)


def changes(catalog: Catalog) -> Iterator[Change]:
    """Everything that the texts and tables say has happened to the site."""
    for briefing in catalog.briefings.values():
        yield from _of_briefing(briefing)
    for number, correction in _numbered(catalog.corrections):
        yield _corrected(correction, number, catalog)
    yield from _moved(catalog)
    yield from _news(catalog)
    yield from _left_out(catalog)
    yield from _figures(catalog)


def founded(catalog: Catalog) -> date:
    """The earliest day the site tells of itself: what has no day of its own is named by it."""
    told = (*(news.date for news in catalog.config.news), *(b.published for b in catalog.briefings.values()))
    return min(told, default=catalog.edition.date)


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
    for number, revision in _numbered(briefing.revisions):
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


def _numbered(dated: Iterable[Dated]) -> Iterator[tuple[str, Dated]]:
    """Each with its day and its number among those of that day, in the file's order: a later one of a day stands below the others."""
    seen: Counter[date] = Counter()
    for one in dated:
        seen[one.date] += 1
        yield f"{one.date.isoformat()}/{seen[one.date]}", one


def _corrected(correction: Correction, number: str, catalog: Catalog) -> Change:
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
    """True if the correction names the page or one that belongs to it, such as a dataset's rows of a year."""
    folder = page.removesuffix(".md") + "/"
    return any(named == page or named.startswith(folder) for named in correction.pages)


def _moved(catalog: Catalog) -> Iterator[Change]:
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
    for number, news in _numbered(catalog.config.news):
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


def _left_out(catalog: Catalog) -> Iterator[Change]:
    """One entry a day, with the reasons: reasons are words, which may be mended."""
    days: dict[date, list[LeftOut]] = {}
    had = [release.collected for release in catalog.releases]
    for row in catalog.left_out:
        days.setdefault(_since(row, had, catalog), []).append(row)
    for day, rows in days.items():
        counted = Counter((row.what, row.reason) for row in rows)
        reasons = (f"{plural(number, what)}: {reason}" for (what, reason), number in counted.most_common())
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


def _since(row: LeftOut, had: Sequence[Set[str]], catalog: Catalog) -> date:
    """The day it was left out: as it says, of the first edition after the last release that `had` it, else from the beginning.

    What it says cannot be that release's day, nor before.
    """
    days = (*(release.date for release in catalog.releases), catalog.edition.date)
    held = [index for index, collected in enumerate(had) if row.collected in collected]
    if row.since and not (held and row.since <= days[held[-1]]):
        return row.since
    return days[held[-1] + 1] if held else founded(catalog)


def _figures(catalog: Catalog) -> Iterator[Change]:
    """One entry a dataset, or topic of events, and kind of change from each edition to the next."""
    for old, new in pairwise(editions(catalog)):
        alike: dict[tuple[str, How], list[Difference]] = {}
        for one in differences_between(old, new, catalog):
            alike.setdefault((_group(one.record), one.how), []).append(one)
        for found in alike.values():
            yield _figures_of(found, old, new, catalog)


def _group(record: Record) -> str:
    """What is told together: a name of a feed's entry, which never changes."""
    dataset, within, *_ = record.key.cells
    return {"figure": dataset, "definition": f"{dataset}/definition", "event": f"{dataset}/{within}"}[record.kind]


def _figures_of(found: Sequence[Difference], old: Release, new: Release, catalog: Catalog) -> Change:
    how, first = found[0].how, found[0].record
    topic = topic_of(first, catalog)
    shown = [one for one in found if leaves(one.record, catalog)]
    more = f" These are {_MOST} of them." if len(shown) > _MOST else ""
    stay = "" if shown else " The licence does not allow redistribution of these rows."
    return Change(
        kind="figures",
        name=f"{new.version}/{_group(first)}/{how}",
        since=new.date,
        day=new.date,
        title=f"{plural(len(found), first.kind)} {how}: {subject_of(first, catalog)}",
        text=f"From edition {old.version} to {new.version}.{more}{stay}",
        page=of_differences(old.version, new.version),
        topics=frozenset({topic} if topic else ()),
        of_data=True,
        figures=tuple(_told(one, catalog) for one in shown[:_MOST]),
    )


def _told(one: Difference, catalog: Catalog) -> Told:
    """What became of a figure, who said it before and after, and why, with the address of its row or of the notice there."""
    said = {
        "withdrawn": ("Before", "Withdrawn."),
        "revised": ("Before", "Now"),
        "added": ("", "Added"),
        "described anew": ("", f"Its details have changed, not the {one.record.kind}"),
    }["revised" if isinstance(one.record, DefinitionRecord) else one.how]
    ages = (_said(word, record, catalog) for word, record in zip(said, (one.old, one.new), strict=True))
    reason = " ".join(one.reasons) or ("" if one.how == "added" else "No reason is stated.")
    words = " ".join(part for part in (*ages, reason and f"Reason: {reason}") if part)
    return Told(figure=one.record.what, words=words, page=one.record.address)


def _said(word: str, record: Record | None, catalog: Catalog) -> str:
    if not word or record is None:
        return word
    if isinstance(record, DefinitionRecord):
        return f"{word}: {record.text.removesuffix('.')}."
    source = catalog.sources.get(record.source)
    cited = f"source: {source.publisher if source else record.source}"
    if isinstance(record, EventRecord):
        return f"{word}: {record.text.removesuffix('.')} ({cited})."
    return f"{word}: {record.text} (said by {record.key.said_by}; {cited})."
