"""Unique URLs of briefings, datasets, sources and places: ids differ in more than case, and none is taken."""

import re
from collections.abc import Iterator

from generators.model import Catalog
from generators.model.problems import Problem, Where
from generators.urls.paths import (
    BRIEFINGS,
    BY_LETTER,
    DATASETS,
    FORMS,
    OF_ALL_DATA,
    PLACES,
    SOURCES,
    of_briefing,
    of_dataset,
    of_document,
    of_place,
    of_source,
)

_INDEXES = (BRIEFINGS, DATASETS, PLACES, SOURCES)
_FILES = {re.split(r"[/.]", path.lower())[1]: path for path in reversed(OF_ALL_DATA)}
"""The first of the files about all data with each name."""


def unique_urls(catalog: Catalog) -> Iterator[Problem]:
    """Yield a problem for each id that differs from another only in case, or would take the URL of another page or
    file.
    """
    locations: dict[str, Where] = {}
    for address, subject, name, where in _all(catalog):
        location = locations.setdefault(address, where)
        if address in _INDEXES or BY_LETTER.fullmatch(address):
            yield _problem(address, subject, name, where, "The site generates that page: choose another name.")
        elif location is not where:
            yield _problem(address, subject, name, where, f"{location} already has it: choose another name.")
    for dataset in catalog.datasets.values():
        if dataset.id in _FILES:
            advice = "The site generates that file: choose another name."
            yield _problem(_FILES[dataset.id], "file name", dataset.id, dataset.where, advice)


def _problem(address: str, subject: str, name: str, where: Where, advice: str) -> Problem:
    expected = f"a name whose URL, {address}, is not taken"
    return Problem(where=where.part(subject), subject=subject, found=name, expected=expected, advice=advice)


def _all(catalog: Catalog) -> Iterator[tuple[str, str, str, Where]]:
    for briefing in catalog.briefings.values():
        yield of_briefing(briefing), "file name", briefing.slug, briefing.where
        for form in FORMS:
            yield of_document(briefing, form), "file name", briefing.slug, briefing.where
    for dataset in catalog.datasets.values():
        yield of_dataset(dataset.id), "file name", dataset.id, dataset.where
    for source in catalog.sources.values():
        yield of_source(source), "id", source.id, source.where
    for place in catalog.places.values():
        yield of_place(place), "code", place.code, place.where
