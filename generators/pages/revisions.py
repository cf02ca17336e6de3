"""Pages of changes to figures by date of reporting, largest first, and of the figures known at the end of each year."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from markupsafe import Markup

from generators.analysis.revisions import Revised, known_by, reported, revisions, years
from generators.components.disagreement_panel import axis_mark, reach
from generators.components.observation_table import remarks
from generators.components.templates import render, render_page
from generators.model import Catalog, Observation, Page, Period
from generators.text.joining import commas
from generators.text.messages import gettext
from generators.text.wording import amount, when
from generators.urls.paths import REVISIONS, anchor, is_halved, stretch

_LARGEST = 5
_ROWS = 32


def revision_pages(catalog: Catalog) -> Iterator[Page]:
    """Yield a page for the figures of each year, one for what was known at the end of each year, then the index."""
    found = revisions(catalog)
    told = years(catalog)
    if not found and not told:
        return
    by_page: dict[str, list[Revised]] = defaultdict(list)
    for one in sorted(found, key=lambda one: (one.period.first, one.period.last, one.place.name)):
        by_page[_page_of(one)].append(one)
    for path, own in by_page.items():
        yield _year_page(catalog, path, own)
    for year in told:
        yield from _known_pages(catalog, year)
    yield _index(catalog, found, told)


def _page_of(one: Revised) -> str:
    return f"revisions/{stretch(one.period)}.md"


def _known_path(year: int, part: int = 1) -> str:
    return f"known/{year}.md" if part == 1 else f"known/{year}-part-{part}.md"


def _name(catalog: Catalog, one: Revised) -> str:
    return f"{commas((catalog.concepts[one.concept].title, one.place.name, when(one.period)))}: {one.speaker}"


def _anchor(one: Revised) -> str:
    return anchor(f"{one.concept}.{one.place.code}.{one.period.text}.{one.speaker}")


def _year_page(catalog: Catalog, path: str, own: Sequence[Revised]) -> Page:
    name = _year_name(own[0].period)
    revised = [(_name(catalog, one), _anchor(one), _steps(path, catalog, one)) for one in own]
    return Page(
        path=path, title=name, markdown=render_page(catalog, path, "revisions_of_year", title=name, revised=revised)
    )


def _year_name(period: Period) -> str:
    year = period.first.year
    if not is_halved(period):
        return gettext("How figures for %(year)s changed", year=year)
    if period.first.month <= 6:
        return gettext("How figures for %(year)s changed: January to June", year=year)
    return gettext("How figures for %(year)s changed: July to December", year=year)


def _steps(page: str, catalog: Catalog, revised: Revised) -> Markup:
    steps = (*revised.steps, *revised.unplaced)
    low, high = reach(step.observation for step in steps)
    return render(
        catalog,
        page,
        "components/revision_steps.html",
        caption=_name(catalog, revised),
        low=low,
        high=high,
        steps=[(step, remarks(step.observation)) for step in steps],
        unplaced=revised.unplaced,
        mark=lambda o: axis_mark(o, high, low),
    )


def _index(catalog: Catalog, every: Sequence[Revised], known: Sequence[int]) -> Page:
    markdown = render_page(
        catalog,
        REVISIONS,
        "revisions",
        largest=[(_name(catalog, one), _steps(REVISIONS, catalog, one)) for one in every[:_LARGEST]],
        revised=[
            (f"{_page_of(one)}#{_anchor(one)}", _name(catalog, one), [amount(step.observation) for step in one.steps])
            for one in every
        ],
        years=[(year, _known_path(year)) for year in known],
    )
    return Page(path=REVISIONS, title=gettext("How figures changed"), markdown=markdown)


def _known_pages(catalog: Catalog, year: int) -> Iterator[Page]:
    """Yield what was known at the end of the year, in parts that open on a slow connection."""
    rows = known_by(catalog, year)
    parts = tuple(packed_groups([list(own) for _, own in groupby(rows, key=lambda o: o.indicator.concept)], _ROWS))
    paths = {number: _known_path(year, number) for number in range(1, len(parts) + 1)}
    for part, (number, path) in zip(parts, paths.items(), strict=True):
        name = _known_name(year, number, len(parts))
        markdown = render_page(
            catalog,
            path,
            "known_by_year",
            title=name,
            year=year,
            parts=[(other, target) for other, target in paths.items() if target != path],
            concepts=[
                (catalog.concepts[concept], [(o, reported(o)) for o in own])
                for concept, own in groupby(part, key=lambda o: o.indicator.concept)
            ],
        )
        yield Page(path=path, title=name, markdown=markdown)


def _known_name(year: int, number: int, parts: int) -> str:
    if parts == 1:
        return gettext("As known at the end of %(year)s", year=year)
    return gettext("As known at the end of %(year)s, part %(number)s of %(all)s", year=year, number=number, all=parts)


def packed_groups(groups: Iterable[list[Observation]], most: int) -> Iterator[list[Observation]]:
    """Yield the groups in their order, joined into parts of at most `most` rows; a larger group is a part of its own."""
    part: list[Observation] = []
    for group in groups:
        if part and len(part) + len(group) > most:
            yield part
            part = []
        part = part + group
    if part:
        yield part
