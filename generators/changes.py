"""What changed on the site, and when: the entries that feeds are made of.

The address of an entry is made of its day and its own words, never of its place in a list, so that it stays when others are added.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from itertools import pairwise

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
from generators.model import Briefing, Catalog, Correction, Release
from generators.releases import Difference, How, differences, in_hand
from generators.wording import on, plural


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
    for correction in catalog.corrections:
        yield _corrected(correction, catalog)
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
    for revision in briefing.revisions:
        yield Change(
            kind="revised",
            name=f"{briefing.slug}/{_digest(revision.change)}",
            since=revision.date,
            day=revision.date,
            title=f"Revised: {briefing.title}",
            text=revision.change,
            page=f"{page}#revisions",
            topics=topics,
        )


def _corrected(correction: Correction, catalog: Catalog) -> Change:
    of_data = [d.topic for d in catalog.datasets.values() if _names(correction, of_dataset(d.id))]
    of_texts = [b.topic for b in catalog.briefings.values() if _names(correction, of_briefing(b))]
    return Change(
        kind="corrected",
        name=_digest(correction.was),
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
    for news in catalog.edition.news:
        title, name = f"News of {on(news.date)}", _digest(news.change)
        yield Change(
            kind="news",
            name=name,
            since=news.date,
            day=news.date,
            title=title,
            text=news.change,
            page=HOME,
            of_data=True,
        )


def _left_out(catalog: Catalog) -> Iterator[Change]:
    """One entry a reason: the list of rows has no days, so each says of which edition it speaks."""
    edition = catalog.edition
    counted = Counter((row.what, row.reason) for row in catalog.left_out)
    for (what, reason), number in counted.items():
        yield Change(
            kind="left-out",
            name=_digest(f"{what} {reason}"),
            since=founded(catalog),
            day=edition.date,
            title=f"Left out: {plural(number, f'collected {what}')}",
            text=f"As of the edition of {on(edition.date)}. {reason}",
            page=LEFT_OUT,
            of_data=True,
        )


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


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:12]
