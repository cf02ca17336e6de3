"""Texts of the catalog with their locations: the published ones, and all."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from types import NoneType
from typing import TYPE_CHECKING

from generators.model import Briefing, Catalog, Dataset, StandingPage, Text
from generators.model.problems import Where

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_OF_DATASET = (
    "title", "recorder", "summary", "definition", "excludes", "method", "coverage", "licence", "caveats",
)  # fmt: skip
_OF_ROW = ("note", "wording", "said_by")
_NO_CONTENT = {"harm", "words", "geometry", "templates"}
"""Lists for checks only, outlines and templates."""
_WITHOUT_TEXT = (int, bytes, Decimal, date, NoneType, Where)
_FILES: Mapping[str, Where] = {
    "concepts": Where(path="data/concepts.yml"),
    "credibility": Where(path="data/credibility.yml"),
    "releases": Where(path="data/releases"),
    "edition": Where(path="content/site.yml"),
    "terms": Where(path="content/glossary.yml"),
}
"""Locations of records without their own."""


def public_texts(catalog: Catalog) -> Iterator[tuple[str, Text]]:
    """Yield each text with the name of its column or key; glossary texts have the location of their file."""
    yield from _written(catalog)
    for dataset in catalog.datasets.values():
        yield from _dataset(dataset)
    yield from _judged(catalog)
    for event in catalog.events:
        yield "title", Text(markdown=event.title, where=event.where.part("title"))
        yield "summary", Text(markdown=event.summary, where=event.where.part("summary"))
    for source in catalog.sources.values():
        yield "note", Text(markdown=source.note, where=source.where.part("note"))
    yield from _graded(catalog)
    for place in catalog.places.values():
        yield "note", Text(markdown=place.note, where=place.where.part("note"))


def bodies(catalog: Catalog) -> Iterator[Text]:
    """Yield the Markdown of each briefing and standing page."""
    pages: tuple[Briefing | StandingPage, ...] = (*catalog.briefings.values(), *catalog.standing.values())
    return (page.body for page in pages)


def _written(catalog: Catalog) -> Iterator[tuple[str, Text]]:
    pages: tuple[Briefing | StandingPage, ...] = (*catalog.briefings.values(), *catalog.standing.values())
    for page in pages:
        yield "title", Text(markdown=page.title, where=page.where.part("title"))
        yield "summary", Text(markdown=page.summary, where=page.where.part("summary"))
        yield "text", page.body
    for chart in catalog.charts.values():
        for key in ("title", "subtitle", "reading", "note"):
            yield key, Text(markdown=getattr(chart, key), where=chart.where.part(key))
    for term in catalog.terms.values():
        yield term.id, Text(markdown=term.definition, where=_FILES["terms"])
    for correction in catalog.corrections:
        for key in ("was", "now", "why"):
            yield key, Text(markdown=getattr(correction, key), where=correction.where.part(key))
    for moved in catalog.moved.values():
        yield "why", Text(markdown=moved.why, where=moved.where.part("why"))


def _judged(catalog: Catalog) -> Iterator[tuple[str, Text]]:
    for judgement in catalog.judgements.values():
        for key in ("statement", "reason", "alternatives", "would_change"):
            yield key, Text(markdown=getattr(judgement, key), where=judgement.where.part(key))
        for evidence in (*judgement.evidence_for, *judgement.evidence_against):
            yield "evidence", Text(markdown=evidence.text, where=evidence.where)
    for claim in catalog.claims.values():
        yield "claim", Text(markdown=claim.claim, where=claim.where.part("claim"))
        for later in claim.later:
            yield "later", Text(markdown=later.why, where=claim.where.part("later"))


def _graded(catalog: Catalog) -> Iterator[tuple[str, Text]]:
    for party in catalog.parties.values():
        yield "name", Text(markdown=party.name, where=party.where.part("name"))
        yield "reason", Text(markdown=party.reason, where=party.where.part("reason"))
    of_datasets = (dataset.grade for dataset in catalog.datasets.values() if dataset.grade)
    for grade in (*of_datasets, *(record.grade for record in catalog.credibility)):
        yield "reason", Text(markdown=grade.reason, where=grade.where.part("reason"))


def _dataset(dataset: Dataset) -> Iterator[tuple[str, Text]]:
    for key in _OF_DATASET:
        yield key, Text(markdown=getattr(dataset, key), where=dataset.where.part(key))
    for indicator in dataset.indicators.values():
        text = f"{indicator.title}\n{indicator.population}"
        yield indicator.id, Text(markdown=text, where=dataset.where.part("indicators"))
    for o in dataset.observations:
        for key in _OF_ROW:
            yield key, Text(markdown=getattr(o, key), where=o.where.part(key))


def told_at(name: str, text: Text, at: int) -> tuple[str, Where]:
    """Return the subject and the location of a problem at a character: with column in a page's text, else with line."""
    where = line_of(text, at)
    if name != "body":
        return name, where
    return "text", Where(path=where.path, line=where.line, column=at - text.markdown.rfind("\n", 0, at))


def line_of(text: Text, at: int) -> Where:
    """Return the location of a character, to the line; the text's own location on its first line."""
    line = text.at(at).line
    return Where(path=text.where.path, line=line) if line > text.where.line else text.where


def every_text(catalog: Catalog) -> Iterator[tuple[str, Text]]:
    """Yield each text of the catalog, including titles and names, with its column or key; a repeated record once."""
    seen: set[int] = set()
    for part in fields(catalog):
        if part.name not in _NO_CONTENT:
            yield from _within(getattr(catalog, part.name), part.name, _FILES.get(part.name, Where(path="")), seen)


def _within(value: object, name: str, where: Where, seen: set[int]) -> Iterator[tuple[str, Text]]:
    if isinstance(value, str):
        yield name, Text(markdown=value, where=where)
    elif isinstance(value, Text):
        yield name, value
    elif isinstance(value, tuple | Mapping):
        for part in value.values() if isinstance(value, Mapping) else value:
            yield from _within(part, name, where, seen)
    elif is_dataclass(value) and not isinstance(value, type | Where) and id(value) not in seen:
        seen.add(id(value))
        yield from _of_record(value, where, seen)


def _of_record(record: "DataclassInstance", where: Where, seen: set[int]) -> Iterator[tuple[str, Text]]:
    here = getattr(record, "where", where)
    for key in _names(type(record)):
        part = getattr(record, key)
        if part and not isinstance(part, _WITHOUT_TEXT):
            yield from _within(part, key, here.part(key), seen)


@cache
def _names(kind: "type[DataclassInstance]") -> tuple[str, ...]:
    return tuple(attribute.name for attribute in fields(kind))
