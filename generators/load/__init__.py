"""Readers of data/, content/ and mkdocs.yml, which build the catalog. Nothing else reads these files.

One module per noun, `formats/` for the file formats, and `unknown_files` for files that no module reads.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from generators.load import (
    briefings,
    charts,
    claims,
    corrections,
    datasets,
    disputes,
    edition,
    events,
    exclusions,
    geometry,
    glossary,
    house_style,
    incomparable,
    item_grades,
    judgements,
    layouts,
    mkdocs_config,
    redirects,
    reference_data,
    releases,
    safeguards,
    static_pages,
    suppressions,
    templates,
    unknown_files,
)
from generators.load.disputes import with_disputes
from generators.load.formats.reading import Reading, gathered
from generators.load.item_grades import regraded
from generators.model import Briefing, Catalog
from generators.model.languages import ENGLISH
from generators.model.problems import Problem

__all__ = ["load_catalog", "mkdocs_config", "templates"]


def load_catalog(root: Path, language: str = ENGLISH) -> tuple[Catalog | None, tuple[Problem, ...]]:
    """Return the catalog of the site in a folder and a language, and all problems.

    With problems, the catalog lacks what could not be read. It is None if reference data is missing.
    """
    return gathered(_full_catalog(root, language))


def _full_catalog(root: Path, language: str) -> Reading[Catalog | None]:
    """Return the catalog with the grades and disputes of single rows, and earlier editions."""
    yield from unknown_files.report_unknown_files(root)
    yield from layouts.load_layouts(root)
    rows = yield from item_grades.load_item_grades(root)
    editions = yield from releases.load_releases(root)
    pages = yield from redirects.released(root)
    moves = yield from redirects.load_redirects(root)
    pairs = yield from incomparable.load_incomparable(root)
    catalog = yield from _catalog(root, language)
    if catalog is None:
        return None
    objections = yield from disputes.load_disputes(root, catalog.sources)
    complete = replace(
        catalog,
        credibility=rows,
        incomparable=pairs,
        disputes=objections,
        releases=editions,
        released_pages=pages,
        moved=moves,
    )
    return with_disputes(regraded(complete))


def _catalog(root: Path, language: str) -> Reading[Catalog | None]:
    site = yield from edition.load_edition(root, language)
    ground = yield from reference_data.load_reference_data(root)
    tables = (yield from datasets.load_datasets(root, ground)) if ground else {}
    occurrences = (yield from events.load_events(root, ground)) if ground else ()
    specs = yield from charts.load_charts(root)
    documents = yield from briefings.load_briefings(root, language)
    pages = yield from static_pages.load_static_pages(root)
    terms = yield from glossary.load_glossary(root)
    lint = yield from house_style.load_house_style(root)
    silences = yield from suppressions.load_suppressions(root)
    harmful = yield from safeguards.load_safeguards(root)
    amendments = yield from corrections.load_corrections(root)
    rows = yield from exclusions.load_exclusions(root)
    if site is None or ground is None:
        return None
    config, dated = site
    return Catalog(
        config=config,
        edition=dated,
        concepts=ground.concepts,
        sources=ground.sources,
        places=ground.places,
        datasets=tables,
        events=occurrences,
        charts=specs,
        briefings=_by_topic(documents, tuple(config.topics)),
        standing=pages,
        terms=terms,
        corrections=amendments,
        left_out=rows,
        geometry=(yield from geometry.load_geometry(root)),
        silences=silences,
        words=lint,
        judgements=(yield from judgements.load_judgements(root)),
        claims=(yield from claims.load_claims(root, ground)),
        harm=harmful,
        parties=ground.parties,
        bodies=ground.bodies,
    )


def _by_topic(documents: Mapping[str, Briefing], topics: Sequence[str]) -> Mapping[str, Briefing]:
    """Return the briefings in the order of the site's topics, those of unknown topics last."""

    def place(item: tuple[str, Briefing]) -> int:
        return topics.index(item[1].topic) if item[1].topic in topics else len(topics)

    return MappingProxyType(dict(sorted(documents.items(), key=place)))
