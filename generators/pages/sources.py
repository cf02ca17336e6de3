"""Pages of the sources, with the figures and events from each, and their index by publisher."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby

from generators.analysis.grades import reliability
from generators.components.citations import reference_files
from generators.components.observation_table import observation_table
from generators.components.templates import render_page
from generators.metadata.citation_formats import FORMS
from generators.model import Catalog, Event, Observation, Page, Source
from generators.pages.plan import PageForEach, Planned
from generators.text.messages import gettext
from generators.urls.paths import SOURCES, of_reference, of_source

_ROWS = 60
"""Most rows in the table of a source; one with more gets a list of datasets."""


@PageForEach
def sources(catalog: Catalog) -> Iterator[Planned]:
    """Yield the page of every source, then their index."""
    resting = _resting(catalog)
    events = _events(catalog)
    for source in catalog.sources.values():
        figures, reports = resting.get(source.id, ()), events.get(source.id, ())
        yield Planned(path=of_source(source), make=partial(_page, source, catalog, figures, reports))
    yield from _index(catalog, {source: len(rows) for source, rows in resting.items()})


def _resting(catalog: Catalog) -> Mapping[str, Sequence[Observation]]:
    found: dict[str, list[Observation]] = defaultdict(list)
    for observation in catalog.observations:
        for source in (observation.source, *observation.also_in):
            found[source.id].append(observation)
    return found


def _events(catalog: Catalog) -> Mapping[str, Sequence[Event]]:
    found: dict[str, list[Event]] = defaultdict(list)
    for event in catalog.events:
        for source in event.sources:
            found[source.id].append(event)
    return found


def _page(source: Source, catalog: Catalog, rows: Sequence[Observation], events: Sequence[Event]) -> Page:
    path = of_source(source)
    few = 0 < len(rows) <= _ROWS
    counts = Counter(observation.dataset for observation in rows)
    markdown = render_page(
        catalog,
        path,
        "source",
        source=source,
        number=len(rows),
        reliability=reliability(source),
        table=observation_table(path, catalog, gettext("Figures from this source"), rows) if few else "",
        datasets=[(catalog.datasets[name], number) for name, number in counts.items()],
        events=events,
    )
    return Page(path=path, title=source.title, markdown=markdown, hide=("toc",))


def _index(catalog: Catalog, counts: Mapping[str, int]) -> Iterator[Planned]:
    by_letter: dict[str, list[Source]] = defaultdict(list)
    for source in sorted(catalog.sources.values(), key=lambda s: (s.publisher.casefold(), s.id)):
        by_letter[_letter(source)].append(source)
    yield Planned(path=SOURCES, make=partial(_index_page, catalog, by_letter))
    for letter, own in by_letter.items():
        yield Planned(path=_of_letter(letter), make=partial(_letter_page, catalog, letter, own, counts))


def _index_page(catalog: Catalog, by_letter: Mapping[str, Sequence[Source]]) -> Page:
    markdown = render_page(
        catalog,
        SOURCES,
        "sources",
        letters=[
            (letter, _of_letter(letter), dict.fromkeys(source.publisher for source in own), len(own))
            for letter, own in sorted(by_letter.items())
        ],
        references=reference_files(
            SOURCES, catalog, gettext("All as references"), {ending: of_reference(SOURCES, ending) for ending in FORMS}
        ),
    )
    return Page(path=SOURCES, title=gettext("Sources"), markdown=markdown, hide=("toc",))


def _letter(source: Source) -> str:
    first = source.publisher[0].upper()
    return first if first.isascii() and first.isalpha() else "0"


def _of_letter(letter: str) -> str:
    return f"sources/by-{letter.lower()}.md"


def _letter_page(catalog: Catalog, letter: str, own: Sequence[Source], counts: Mapping[str, int]) -> Page:
    path = _of_letter(letter)
    publishers = [(name, [*group]) for name, group in groupby(own, key=lambda source: source.publisher)]
    values = {"letter": letter, "publishers": publishers, "counts": counts}
    markdown = render_page(catalog, path, "sources_by_letter", **values)
    return Page(path=path, title=gettext("Sources: %(letter)s", letter=letter), markdown=markdown, hide=("toc",))
