"""Released URLs are permanent: each has its page, or a notice with the reason for its removal."""

import re
from collections.abc import Iterator

from generators.analysis.chart_selection import expanded
from generators.analysis.history.redirects import now_at
from generators.model import Catalog, Moved, ReleasedPage
from generators.model.problems import CellError, Problem, proposal
from generators.urls.paths import (
    BY_LETTER,
    CLAIMS,
    CORRECTIONS,
    COVERAGE,
    DOWNLOADS,
    GLOSSARY,
    GRADES,
    JUDGEMENTS,
    LEFT_OUT,
    REVISIONS,
    SILENCES,
    TIMELINE,
    of_briefing,
    of_chart,
    of_dataset,
    of_place,
    of_source,
)

_INDEX = re.compile(r"([a-z-]+/)?index\.md")
_GENERATED = frozenset(
    (TIMELINE, DOWNLOADS, GLOSSARY, CORRECTIONS, LEFT_OUT, SILENCES, JUDGEMENTS, CLAIMS, REVISIONS, COVERAGE, GRADES)
)
"""Generated pages of many items: without items they are removed, and then have a notice by themselves."""
_CURATED = re.compile(r"((briefings|charts|datasets|sources|places)/)?[^/]+\.md")
_ADVICE = (
    "Restore it, or add an entry to data/moved.yml with page: {page}, date and why, and to: with the page that replaced "
    "it, if there is one."
)


def permanent_urls(catalog: Catalog) -> Iterator[Problem]:
    """Yield a problem for each released page that is gone without an entry in `data/moved.yml`, and each entry
    that matches no such page.
    """
    standing = _existing_pages(catalog)
    for path, page in catalog.released_pages.items():
        if _is_curated(path) and path not in standing and path not in catalog.moved:
            yield _missing_page(page)
    for moved in catalog.moved.values():
        yield from _entry_problem(moved, standing, catalog)


def _is_curated(path: str) -> bool:
    generated = path in _GENERATED or _INDEX.fullmatch(path) or BY_LETTER.fullmatch(path)
    return bool(_CURATED.fullmatch(path)) and not generated


def _existing_pages(catalog: Catalog) -> frozenset[str]:
    """Return the pages of curated items."""
    return frozenset(
        (
            *map(of_briefing, catalog.briefings.values()),
            *map(of_chart, expanded(catalog)),
            *map(of_dataset, catalog.datasets),
            *map(of_source, catalog.sources.values()),
            *map(of_place, catalog.places.values()),
            *(page.path for page in catalog.standing.values()),
        )
    )


def _missing_page(page: ReleasedPage) -> Problem:
    error = CellError(f"an existing page, because edition {page.version} had it", _ADVICE.format(page=page.path))
    return error.at(page.where, "page", page.path)


def _entry_problem(moved: Moved, standing: frozenset[str], catalog: Catalog) -> Iterator[Problem]:
    """Yield a problem for the entry's page, or else for its target."""
    released = {path: _is_curated(path) for path in catalog.released_pages}
    targets = {*standing, *catalog.moved, *(path for path, curated in released.items() if not curated)} - {moved.page}
    end = now_at(moved.page, catalog.moved)
    if moved.page in standing:
        error = CellError("a removed page", "The page exists: remove this entry or the page.")
        yield error.at(moved.where.part("page"), "page", moved.page)
    elif not released.get(moved.page):
        pages = (path for path, curated in released.items() if curated)
        error = CellError("the path of a page from a released edition", proposal(moved.page, pages))
        yield error.at(moved.where.part("page"), "page", moved.page)
    elif moved.to and (moved.to not in targets or (end in catalog.moved and catalog.moved[end].to)):
        advice = proposal(moved.to, standing)
        yield CellError("an existing page", advice).at(moved.where.part("to"), "to", moved.to)
