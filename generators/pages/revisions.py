"""Pages of changes to figures by date of reporting, largest first, and of the figures known at the end of each year."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from generators.analysis.revisions import Revised, Step, known_by, reported, revisions, years
from generators.components.disagreement_panel import axis_mark, reach
from generators.components.markup import bullets, heading, inline, link, row, table, title
from generators.components.observation_table import remarks, sources_of
from generators.model import Catalog, Observation, Page
from generators.text.wording import amount, digits, plural, when
from generators.urls.paths import REVISIONS, anchor, of_row, stretch

_LARGEST = 5
_ROWS = 32
_INTRO = (
    "Figures that one recorder gave for the same thing at different dates. A later figure may rest on new records, on "
    "another way of counting, or on a document that copied it; the note in each row says what is known. The date is that "
    "of the statement, else of the document. A document without a date comes last only if it has figures for a later "
    "time; otherwise its position is not known and is marked as such."
)
_KNOWN = (
    "Stocks and estimates: the latest figure from each speaker for each place by 31 December {year}. The date is that of "
    "the statement, else of the document. Where neither is known, the figure counts from the end of its period, and no "
    "date is shown. A figure stays until the same speaker gives another, however old it is."
)


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
    return f"{catalog.concepts[one.concept].title}, {one.place.name}, {when(one.period)}: {one.speaker}"


def _anchor(one: Revised) -> str:
    return anchor(f"{one.concept}.{one.place.code}.{one.period.text}.{one.speaker}")


def _year_page(catalog: Catalog, path: str, own: Sequence[Revised]) -> Page:
    year, _, half = stretch(own[0].period).partition("-")
    name = f"How figures for {year} changed" + (
        f": {half.replace('-', ' ').title().replace(' To ', ' to ')}" if half else ""
    )
    parts = [title(name), link(path, REVISIONS, "All changed figures")]
    for one in own:
        parts += [f"## {inline(_name(catalog, one))} {{#{_anchor(one)}}}", _steps(path, catalog, one)]
    return Page(path=path, title=name, markdown="\n\n".join(parts))


def _steps(page: str, catalog: Catalog, one: Revised) -> str:
    every = (*one.steps, *one.unplaced)
    low, top = reach(step.observation for step in every)
    head = map(heading, ("Date of reporting", "Figure", f"{digits(low)} to {digits(top)}", "Source", "Note"))
    return table(_name(catalog, one), head, (_step(page, catalog, one, step, top, low) for step in every))


def _step(page: str, catalog: Catalog, revised: Revised, step: Step, top: Decimal, low: Decimal) -> str:
    o = step.observation
    return row(
        (_reported(step, revised), _figure(page, catalog, o), axis_mark(o, top, low), sources_of(page, o), remarks(o))
    )


def _reported(step: Step, one: Revised) -> str:
    if step.reported:
        return inline(when(step.reported))
    if step in one.unplaced:
        return "Not dated; its position is not known"
    return inline(f"Not dated; not before {when(step.not_before)}")


def _figure(page: str, catalog: Catalog, observation: Observation) -> str:
    return link(page, of_row(catalog.dataset_of(observation), observation), inline(amount(observation)))


def _index(catalog: Catalog, found: Sequence[Revised], told: Sequence[int]) -> Page:
    parts = ["# How figures changed"]
    if found:
        parts += [_INTRO, f"{plural(len(found), 'figure')} changed.", "## The largest changes"]
    for one in found[:_LARGEST]:
        parts += [f"### {inline(_name(catalog, one))}", _steps(REVISIONS, catalog, one)]
    if found:
        parts += ["## All, largest change first", bullets((_line(catalog, one) for one in found), "ways")]
    if told:
        links = ", ".join(link(REVISIONS, _known_path(year), str(year)) for year in told)
        parts += ["## As known at the end of a year", f"<p>{links}</p>"]
    return Page(path=REVISIONS, title="How figures changed", markdown="\n\n".join(parts))


def _line(catalog: Catalog, one: Revised) -> str:
    steps = ", then ".join(amount(step.observation) for step in one.steps)
    return f"{link(REVISIONS, f'{_page_of(one)}#{_anchor(one)}', inline(_name(catalog, one)))} <span>{inline(steps)}</span>"


def _known_pages(catalog: Catalog, year: int) -> Iterator[Page]:
    """Yield what was known at the end of the year, in parts that open on a slow connection."""
    rows = known_by(catalog, year)
    parts = tuple(packed_groups([list(own) for _, own in groupby(rows, key=lambda o: o.indicator.concept)], _ROWS))
    paths = [_known_path(year, number) for number in range(1, len(parts) + 1)]
    for number, (path, part) in enumerate(zip(paths, parts, strict=True), start=1):
        name = f"As known at the end of {year}" + (f", part {number} of {len(parts)}" if len(parts) > 1 else "")
        others = [link(path, other, f"Part {n}") for n, other in enumerate(paths, start=1) if other != path]
        ways = ", ".join((link(path, REVISIONS, "Other years"), *others))
        body = [title(name), inline(_KNOWN.format(year=year)), f"<p>{ways}</p>", *_known_tables(path, catalog, part)]
        yield Page(path=path, title=name, markdown="\n\n".join(body))


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


def _known_tables(path: str, catalog: Catalog, part: Sequence[Observation]) -> Iterator[str]:
    for concept, rows in groupby(part, key=lambda o: o.indicator.concept):
        caption = catalog.concepts[concept].title
        head = map(heading, ("Place", "Figure", "Indicator", "Said by", "Period", "Stated"))
        yield f"## {inline(caption)}"
        yield table(caption, head, (_known(path, catalog, o) for o in rows))


def _known(page: str, catalog: Catalog, o: Observation) -> str:
    stated = reported(o)
    cells = (o.indicator.title, o.said_by, when(o.period), when(stated) if stated else "")
    return row((inline(o.place.name), _figure(page, catalog, o), *map(inline, cells)))
