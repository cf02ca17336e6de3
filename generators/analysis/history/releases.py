"""Editions as files of what they said, what differs between two of them, and what is no longer where it was.

A release is kept as texts, so that it can be read when its places and indicators are gone.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from types import MappingProxyType
from typing import Literal

from generators.analysis.history.snapshot import entries, is_whole, quoting
from generators.model import Catalog, Evidence, Figure, FigureKey, Release
from generators.model.release import COLUMNS, path_of
from generators.text.csv_text import as_typed

How = Literal["added", "revised", "described anew", "withdrawn"]
HOW: tuple[How, ...] = ("withdrawn", "revised", "added", "described anew")
"""What can become of a figure between two editions, in the order in which readers should meet it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A figure that is not the same in two editions."""

    how: How
    old: Figure | None
    new: Figure | None
    figure: Figure
    """As the later edition has it, or the earlier if it is gone."""
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """A figure that is no longer at the address that an edition gave it."""

    figure: Figure
    last: Release
    """The last release that had it there."""
    since: Release
    """The first edition that has it there no more."""
    now: str
    """The address of its row today; empty if it was withdrawn."""
    reasons: tuple[str, ...]


def in_hand(catalog: Catalog) -> Release:
    """The edition that is being made, as it would be released."""
    edition = catalog.edition
    return Release(version=edition.version, date=edition.date, figures={one.key: one for one in entries(catalog)})


def to_release(catalog: Catalog) -> Release:
    """The same, with the briefings that quote each figure, and the file that will keep it."""
    now, quoted = in_hand(catalog), quoting(catalog)
    figures = {key: replace(figure, quoted=quoted.get(key, "")) for key, figure in now.figures.items()}
    return replace(now, figures=figures, path=path_of(now.version))


def editions(catalog: Catalog) -> tuple[Release, ...]:
    """Every release, then the edition in hand if its version is another; none before the first release.

    What differs between two of them has an address that stays when the edition in hand is released.
    """
    last = catalog.releases[-1].version if catalog.releases else ""
    now = (in_hand(catalog),) if last not in {"", catalog.edition.version} else ()
    return (*catalog.releases, *now)


def as_file(release: Release) -> str:
    """The release as the text of its CSV file, sorted by key."""
    day = release.date.isoformat()
    return as_typed(COLUMNS, ((*_cells(release.figures[key]), day) for key in sorted(release.figures)))


def _cells(figure: Figure) -> tuple[str, ...]:
    told = (figure.what, figure.told, figure.address, figure.collected, figure.quoted, figure.digest)
    return (figure.kind, *figure.key, *figure.stated, *told)


def differences(old: Release, new: Release, catalog: Catalog) -> tuple[Difference, ...]:
    """Every figure that differs, in the order of `HOW` and of the keys, with the reasons that somebody named."""
    found = list(_differing(old, new, catalog))
    return tuple(sorted(found, key=lambda one: (HOW.index(one.how), one.figure.key)))


def _differing(old: Release, new: Release, catalog: Catalog) -> Iterator[Difference]:
    for key in {**old.figures, **new.figures}:
        before, after = old.figures.get(key), new.figures.get(key)
        how, figure = became(before, after), after or before
        if how and figure:
            told = tuple(_corrections(key, old, catalog, new)) if before else ()
            left = tuple(_left_out(before, catalog)) if before and how == "withdrawn" else ()
            yield Difference(how=how, old=before, new=after, figure=figure, reasons=(*told, *left))


def became(before: Figure | None, after: Figure | None) -> How | None:
    """What became of a figure; None if nothing did, or if a definition came or went with its figures."""
    if before is None or after is None:
        one = after or before
        return None if one is None or one.kind == "definition" else "added" if after else "withdrawn"
    if before.stated != after.stated:
        return "revised"
    return "described anew" if before.digest != after.digest else None


def days(catalog: Catalog) -> Mapping[str, tuple[date, date]]:
    """The day of the first edition with rows of it, and of the edition in which they last changed.

    By dataset, and by dataset/indicator; of events by "events", and by "events/" and their topic. A row that came, went, or that
    a person typed anew has changed, and so has all that a definition holds for.
    """
    found: dict[str, tuple[date, date]] = {}
    before: Mapping[FigureKey, Figure] = {}
    for release in (*catalog.releases, in_hand(catalog)):
        for key in {**before, **release.figures}:
            if became(before.get(key), release.figures.get(key)):
                for name in _moved(key, found):
                    found[name] = (found.get(name, (release.date,))[0], release.date)
        before = release.figures
    return MappingProxyType(found)


def _moved(key: FigureKey, known: Iterable[str]) -> tuple[str, ...]:
    """The names of what has changed if that entry has."""
    if is_whole(key):
        return (key[0], *(name for name in known if name.startswith(f"{key[0]}/")))
    return (key[0], f"{key[0]}/{key[1]}")


def span(catalog: Catalog) -> tuple[date, date]:
    """The day of the first edition, and of the edition in which anything last changed."""
    return first_day(catalog), max((last for _, last in days(catalog).values()), default=catalog.edition.date)


def first_day(catalog: Catalog) -> date:
    """The day of the first edition."""
    return min((release.date for release in catalog.releases), default=catalog.edition.date)


def _corrections(key: FigureKey, old: Release, catalog: Catalog, new: Release) -> Iterator[str]:
    """Why each correction that names the row was made, after the day of the one edition and by the day of the other, if it is released."""
    until = new.date if new.path else date.max
    whole = is_whole(key) or not any(key[2:]) or key[0] not in catalog.datasets
    for correction in catalog.corrections:
        if old.date < correction.date <= until and any(
            names(row, key) and (row.reference or whole) for row in correction.rows
        ):
            yield correction.why


def _left_out(figure: Figure, catalog: Catalog) -> Iterator[str]:
    for row in catalog.left_out:
        if figure.collected and row.collected == figure.collected:
            yield row.reason


def leaves(figure: Figure, catalog: Catalog) -> bool:
    """True if the figure's row may stand on a page: the licence let it then, and lets it now. What is no figure may."""
    dataset = catalog.datasets.get(figure.key[0])
    return figure.kind != "figure" or ("#" in figure.address and (dataset is None or dataset.rows))


def about(figure: Figure, catalog: Catalog) -> str:
    """The title of its dataset, of an event that of its topic; the id of what is gone."""
    if figure.kind == "event":
        topic = catalog.edition.topics.get(figure.key[1])
        return topic.title if topic else figure.key[1]
    dataset = catalog.datasets.get(figure.key[0])
    return dataset.title if dataset else figure.key[0]


def reference_to(key: FigureKey) -> str:
    """The key as a correction refers to it.

    >>> reference_to(("gauge-levels", "level", "RV-A", "2020-01", "", ""))
    'gauge-levels/level@2020-01@RV-A'
    """
    dataset, indicator, place, period, said_by, as_of = key
    return "@".join((f"{dataset}/{indicator}", period, place, said_by, as_of)).rstrip("@")


def names(row: Evidence, key: FigureKey) -> bool:
    """True if it is the key's dataset alone, or a reference with its dataset and indicator and each part that is not left blank."""
    if row.reference is None:
        return row.text == key[0]
    path, chosen = row.reference
    dataset, indicator, place, period, said_by, as_of = key
    parts = {"place": place, "period": period, "said_by": said_by, "as_of": as_of}
    return path == f"{dataset}/{indicator}" and all(parts[name] == text for name, text in chosen.items() if text)


def gone(catalog: Catalog) -> tuple[Gone, ...]:
    """Every figure of a release whose row is no longer where that release had it; the latest release that had it tells."""
    if not catalog.releases:
        return ()
    now = in_hand(catalog)
    standing = {figure.address for figure in now.figures.values()}
    found: dict[str, Gone] = {}
    for release, later in pairwise((*catalog.releases, now)):
        for figure in release.figures.values():
            if figure.kind == "figure" and figure.address not in standing and leaves(figure, catalog):
                found[figure.address] = _gone(figure, (release, later, now), catalog)
    return tuple(found.values())


def _gone(figure: Figure, editions: tuple[Release, Release, Release], catalog: Catalog) -> Gone:
    last, since, now = editions
    moved = now.figures.get(figure.key)
    reasons = (*_corrections(figure.key, last, catalog, now), *_left_out(figure, catalog))
    return Gone(figure=figure, last=last, since=since, now=moved.address if moved else "", reasons=reasons)


def withdrawn(catalog: Catalog) -> Iterator[tuple[Figure, Release, tuple[str, ...]]]:
    """Every figure and event of a release that the data no longer have, with the last release that had it and the reasons."""
    now = in_hand(catalog) if catalog.releases else None
    last = {key: release for release in catalog.releases for key in release.figures}
    for key, release in last.items():
        figure = release.figures[key]
        if now and key not in now.figures and figure.kind != "definition":
            yield figure, release, (*_corrections(key, release, catalog, now), *_left_out(figure, catalog))
