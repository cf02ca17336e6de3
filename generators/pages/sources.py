"""Pages of the sources, with the figures and events from each, and their index by publisher."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from itertools import groupby

from generators.analysis.grades import interest, letter_in_words, reliability
from generators.components.citations import files
from generators.components.markup import bullets, facts, index_list, inline, link, title
from generators.components.observation_table import observation_table
from generators.metadata.citation_formats import FORMS
from generators.model import Catalog, Event, Observation, Page, Source
from generators.text.wording import plural, published_in_words, when
from generators.urls.paths import SOURCES, of_dataset, of_reference, of_source

_ROWS = 60
"""Most rows in the table of a source; one with more gets a list of datasets."""


def sources(catalog: Catalog) -> Iterator[Page]:
    """Yield the page of every source, then their index."""
    resting = _resting(catalog)
    events = _events(catalog)
    for source in catalog.sources.values():
        yield _page(source, catalog, resting.get(source.id, ()), events.get(source.id, ()))
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
    parts = [
        title(source.title),
        f"{inline(source.publisher)}, {published_in_words(source)}. "
        f"{plural(len(rows), 'figure on this site comes', 'figures on this site come')} from it.",
        _about(source),
        "## Figures from this source {#what-rests-on-it}",
        _rows(path, catalog, rows),
    ]
    if events:
        parts.append(bullets((f"<time>{when(e.date)}</time> {inline(e.title)}" for e in events), "news"))
    return Page(path=path, title=source.title, markdown="\n\n".join(parts), hide=("toc",))


def _about(source: Source) -> str:
    read = "Read in full." if source.checked else "Not read in full, and not checked against the original."
    return facts(
        (
            ("Publisher", inline(source.publisher)),
            ("Author", inline(source.author)),
            ("Published", published_in_words(source)),
            ("Accessed", when(source.accessed) if source.accessed else ""),
            ("Repeats", inline(source.origin)),
            ("Read at", inline(source.carrier)),
            ("Kind", inline(source.kind.replace("_", " "))),
            ("Language", inline(source.language)),
            ("Address", _outward(source.url)),
            ("Archived copy", _outward(source.archived) if source.archived else "None found."),
            ("Checked", read),
            ("Reliability", inline(reliability(source))),
            ("Interest", inline(interest(source.party))),
            ("Note", inline(source.note)),
        )
    )


def _outward(url: str) -> str:
    return f'<a rel="noreferrer external" href="{escape(url)}" data-skip="search">{inline(url)}</a>'


def _rows(path: str, catalog: Catalog, rows: Sequence[Observation]) -> str:
    if not rows:
        return "No figures; see the events."
    if len(rows) <= _ROWS:
        return observation_table(path, "Figures from this source", rows)
    counts = Counter(observation.dataset for observation in rows)
    return index_list(
        (link(path, of_dataset(name), inline(catalog.datasets[name].title)), plural(number, "row"))
        for name, number in counts.items()
    )


def _index(catalog: Catalog, counts: Mapping[str, int]) -> Iterator[Page]:
    by_letter: dict[str, list[Source]] = defaultdict(list)
    for source in sorted(catalog.sources.values(), key=lambda s: (s.publisher.casefold(), s.id)):
        by_letter[_letter(source)].append(source)
    of_sources = {ending: of_reference(SOURCES, ending) for ending in FORMS}
    total = f"{plural(len(catalog.sources), 'document')}, by publisher."
    entries = (_letter_line(letter, own) for letter, own in sorted(by_letter.items()))
    parts = ["# Sources", total, bullets(entries, "ways"), files("All as references", SOURCES, of_sources)]
    yield Page(path=SOURCES, title="Sources", markdown="\n\n".join(parts), hide=("toc",))
    for letter, own in by_letter.items():
        yield _letter_page(letter, own, counts)


def _letter(source: Source) -> str:
    first = source.publisher[0].upper()
    return first if first.isascii() and first.isalpha() else "0"


def _of_letter(letter: str) -> str:
    return f"sources/by-{letter.lower()}.md"


def _letter_line(letter: str, own: Sequence[Source]) -> str:
    publishers = ", ".join(dict.fromkeys(source.publisher for source in own))
    return (
        f"{link(SOURCES, _of_letter(letter), letter)} {inline(publishers)} <span>{plural(len(own), 'document')}</span>"
    )


def _letter_page(letter: str, own: Sequence[Source], counts: Mapping[str, int]) -> Page:
    path = _of_letter(letter)
    parts = [f"# Sources: {letter}", link(path, SOURCES, "All publishers")]
    for publisher, group in groupby(own, key=lambda source: source.publisher):
        lines = index_list(_line(path, source, counts.get(source.id, 0)) for source in group)
        parts.append(f'<p class="publisher">{inline(publisher)}</p>\n{lines}')
    body = "\n\n".join(parts)
    return Page(path=path, title=f"Sources: {letter}", markdown=body, hide=("toc",))


def _line(path: str, source: Source, number: int) -> tuple[str, str]:
    graded = inline(letter_in_words(source))
    told = f"{published_in_words(source)}, {plural(number, 'figure')}{graded and f', {graded}'}"
    return link(path, of_source(source), inline(source.title)), told
