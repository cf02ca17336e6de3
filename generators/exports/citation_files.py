"""References for reference managers: briefings, charts, datasets, numbers, sources."""

from collections.abc import Iterable, Iterator, Mapping

from generators.components.citations import marks
from generators.metadata.citation_formats import FORMS
from generators.metadata.citation_styles import BIBLIOGRAPHY
from generators.metadata.csl_items import Item, numbers, of_a_source, ours, references
from generators.model import Asset, Catalog, Page
from generators.urls.paths import SOURCES, of_bibliography, of_briefing, of_numbers, of_reference


def citations(catalog: Catalog) -> Iterator[Asset]:
    """Yield three files for each citable page, for all sources, and for the numbers of each redistributable dataset."""
    for path, item in ours(catalog).items():
        yield from _files([item], {ending: of_reference(path, ending) for ending in FORMS})
    sources = [of_a_source(source) for source in catalog.sources.values()]
    yield from _files(sources, {ending: of_reference(SOURCES, ending) for ending in FORMS})
    for dataset in catalog.datasets.values():
        if dataset.redistributable:
            items = list(numbers(dataset, catalog))
            yield from _files(items, {ending: of_numbers(dataset.id, ending) for ending in FORMS})


def bibliographies(catalog: Catalog, pages: Mapping[str, Page]) -> Iterator[Asset]:
    """Yield the sources of each briefing, as listed on its page."""
    items = references(catalog)
    for briefing in catalog.briefings.values():
        cited = [items[path] for style, path in marks(pages[of_briefing(briefing)]) if style == BIBLIOGRAPHY]
        yield from _files(cited, {ending: of_bibliography(briefing, ending) for ending in FORMS})


def _files(items: Iterable[Item], paths: Mapping[str, str]) -> Iterator[Asset]:
    for ending, path in paths.items():
        yield Asset(path=path, content=FORMS[ending][1](items).encode())
