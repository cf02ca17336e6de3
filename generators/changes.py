"""What changed on the site, and when: the entries that feeds are made of.

The name of an entry is made of what it is about, its day and its number among those of the day, never of words that may be mended.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TypeVar

from generators.addresses import (
    CORRECTIONS,
    HOME,
    LEFT_OUT,
    SINCE_RELEASE,
    of_briefing,
    of_dataset,
    of_differences,
    of_feed,
)
from generators.model import Briefing, Catalog, Correction, LeftOut, Release, Revision
from generators.releases import Difference, How, differences, in_hand
from generators.wording import on, plural

Dated = TypeVar("Dated", Revision, Correction)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that happened to the site."""

    kind: str
    """"published", "revised", "corrected", "news", "left-out" or "figures"."""
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
    of_data: bool = False


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
        ("corrections", "Corrections and revisions", [c for c in every if c.kind in {"corrected", "revised"}]),
        ("data", "Changes of the data", [c for c in every if c.of_data]),
    ]
    topics = catalog.edition.topics.values()
    chosen += [(f"topics/{t.id}", t.title, [c for c in every if t.id in c.topics]) for t in topics]
    return tuple(Feed(name=name, title=title, entries=tuple(entries)) for name, title, entries in chosen)


def changes(catalog: Catalog) -> Iterator[Change]:
    """Everything that the texts and tables say has happened to the site."""
    for briefing in catalog.briefings.values():
        yield from _of_briefing(briefing)
    for number, correction in _numbered(catalog.corrections):
        yield _corrected(correction, number, catalog)
    yield from _news(catalog)
    yield from _left_out(catalog)
    yield from _figures(catalog)


def founded(catalog: Catalog) -> date:
    """The earliest day the site tells of itself: what has no day of its own is named by it."""
    told = (*(news.date for news in catalog.edition.news), *(b.published for b in catalog.briefings.values()))
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
        text=f"It said: {correction.was} It says: {correction.now} {correction.why}",
        page=CORRECTIONS,
        topics=frozenset((*of_data, *of_texts)),
        of_data=bool(of_data),
    )


def _names(correction: Correction, page: str) -> bool:
    """True if the correction names the page or one that belongs to it, such as a dataset's rows of a year."""
    folder = page.removesuffix(".md") + "/"
    return any(named == page or named.startswith(folder) for named in correction.pages)


def _news(catalog: Catalog) -> Iterator[Change]:
    for number, news in _numbered(catalog.edition.news):
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
    had = [{figure.collected for figure in release.figures.values()} for release in catalog.releases]
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
    """The day it was left out: as it says, of the first edition after the last release that `had` it, else from the beginning."""
    days = (*(release.date for release in catalog.releases), catalog.edition.date)
    after = [days[index + 1] for index, collected in enumerate(had) if row.collected in collected]
    return row.since or max(after, default=founded(catalog))


def _figures(catalog: Catalog) -> Iterator[Change]:
    """One entry a dataset and kind of change from each release to the next, and to the edition in hand."""
    last = catalog.releases[-1].version if catalog.releases else ""
    now = (in_hand(catalog),) if last not in {"", catalog.edition.version} else ()
    for old, new in pairwise((*catalog.releases, *now)):
        alike: dict[tuple[str, How], list[Difference]] = {}
        for one in differences(old, new, catalog):
            alike.setdefault((one.figure.key[0], one.how), []).append(one)
        for found in alike.values():
            yield _figures_of(found, old, new, catalog)


def _figures_of(found: Sequence[Difference], old: Release, new: Release, catalog: Catalog) -> Change:
    how, dataset = found[0].how, found[0].figure.key[0]
    known = catalog.datasets.get(dataset)
    reasons = dict.fromkeys(reason for one in found for reason in one.reasons)
    return Change(
        kind="figures",
        name=f"{new.version}/{dataset}/{how}",
        since=new.date,
        day=new.date,
        title=f"{plural(len(found), 'figure')} {how}: {known.title if known else dataset}",
        text=" ".join((f"From edition {old.version} to {new.version}.", *reasons)),
        page=of_differences(old.version, new.version) if new.path else SINCE_RELEASE,
        topics=frozenset({known.topic} if known else ()),
        of_data=True,
    )
