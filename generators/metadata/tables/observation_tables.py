"""Tables of figures, their further documents, disagreements, disputes, and series that must not be compared."""

from collections.abc import Iterator
from types import MappingProxyType

from generators.analysis.disagreements import Disagreement, disagreements
from generators.metadata.columns import HEADER, MEANING, NUMBERS, Value, row_of, row_record
from generators.metadata.tables.table import Column, Relation, number_of, text_columns
from generators.model import Catalog, Observation
from generators.urls.links import absolute
from generators.urls.paths import of_row

_ELSEWHERE = ("population", "unit", "place_name", "place_official", "publisher", "published", "url", "also_in")
"""Columns that a join with another table supplies."""
REFERS = MappingProxyType({"place": "places", "source": "sources", "disagreement": "disagreements"})
"""Foreign keys: the columns of a row, in any format, and the tables they refer to."""
_OWN = tuple(name for name in HEADER if name not in ("indicator", *_ELSEWHERE))
_SERIES = "The dataset's and the indicator's id."
_DISAGREEMENT = {"page": "The address of the page that compares all figures for it; `disagreement` refers to it."}
_PAIRS = {"a": _SERIES, "b": _SERIES, "why": "The difference between them."}
_DISPUTE = {
    "by": "The speaker.",
    "date": "The date of the statement.",
    "summary": "The statement, in this site's words.",
}
_ROW_OF_DISAGREEMENT = {
    "indicator": _SERIES,
    "page": "The address of the row; of the dataset's page if its rows may not be redistributed.",
}


def observations(catalog: Catalog) -> Relation:
    """Return each redistributable figure once, with the columns of `HEADER` that no other table has."""
    row = row_of(catalog)
    return Relation(
        name="observations",
        about="One figure each, as published: always quote it with qualifier, speaker and source.",
        columns=(
            Column(name="id", kind="INTEGER", about="A number within this file; `page` is the permanent address."),
            *text_columns("dataset", dataset="datasets"),
            Column(name="indicator", refers="indicators", about=_SERIES),
            *map(_column, _OWN),
        ),
        rows=[_cells(index, o, row(o)) for index, o in enumerate(_redistributable(catalog), start=1)],
        searched=("said_by", "wording", "locator", "note"),
    )


def _column(name: str) -> Column:
    kind = "NUMERIC" if name in NUMBERS else "TEXT"
    return Column(name=name, about=MEANING[name], kind=kind, refers=REFERS.get(name, ""))


def _cells(index: int, o: Observation, row: tuple[str, ...]) -> tuple[Value, ...]:
    record = row_record(HEADER, row)
    return (index, o.dataset, f"{o.dataset}/{o.indicator.id}", *(record[name] for name in _OWN))


def _redistributable(catalog: Catalog) -> Iterator[Observation]:
    return (o for dataset in catalog.datasets.values() if dataset.redistributable for o in dataset.observations)


def also_in(catalog: Catalog) -> Relation:
    """Return one row per document of `also_in`."""
    return Relation(
        name="also_in",
        about="Other documents with the same statement of a figure.",
        columns=(number_of("observation", "observations"), *text_columns("source", source="sources")),
        rows=[(n, s.id) for n, o in enumerate(_redistributable(catalog), start=1) for s in o.also_in],
        keyed=False,
    )


def disagreements_table(catalog: Catalog) -> Relation:
    """Return one row per disagreement; its key is the address of its panel."""
    return Relation(
        name="disagreements",
        about="Figures of two or more origins that differ, or that somebody disputes. Nothing is averaged, and nobody is declared right.",
        columns=text_columns(
            "page", "concept", "place", "period", meanings=_DISAGREEMENT, concept="concepts", place="places"
        ),
        rows=[
            (_address(dissent, catalog), dissent.concept, dissent.place.code, dissent.period.text)
            for dissent in disagreements(catalog)
        ],
    )


def disagreeing(catalog: Catalog) -> Relation:
    """Return one row per figure of a disagreement."""
    return Relation(
        name="disagreeing",
        about="The figures of each disagreement, with speaker and row.",
        columns=text_columns(
            *("disagreement", "indicator", "said_by", "page"),
            meanings={**MEANING, **_ROW_OF_DISAGREEMENT},
            disagreement="disagreements",
            indicator="indicators",
        ),
        rows=[
            (
                _address(dissent, catalog),
                f"{o.dataset}/{o.indicator.id}",
                o.said_by,
                absolute(catalog.config, _row(o, catalog)),
            )
            for dissent in disagreements(catalog)
            for o in dissent.observations
        ],
        keyed=False,
    )


def disputes_table(catalog: Catalog) -> Relation:
    """Return one row per dispute, with or without a figure of the disputant."""
    return Relation(
        name="disputes",
        about="Statements against a figure, in this site's words.",
        columns=text_columns(
            *("disagreement", "by", "date", "summary", "source", "locator"),
            meanings={**MEANING, **_DISPUTE},
            disagreement="disagreements",
            source="sources",
        ),
        rows=[
            (_address(dissent, catalog), d.by, d.date.text, d.summary, d.source.id, d.locator)
            for dissent in disagreements(catalog)
            for d in dissent.disputes
        ],
        keyed=False,
    )


def incomparables(catalog: Catalog) -> Relation:
    """Return one row per pair of series that must not be compared without a comment."""
    return Relation(
        name="incomparables",
        about="Pairs of series that must not be compared, with the reason.",
        columns=text_columns("a", "b", "why", meanings=_PAIRS, a="indicators", b="indicators"),
        rows=[("/".join(pair.a), "/".join(pair.b), pair.why) for pair in catalog.incomparable],
        keyed=False,
    )


def _address(dissent: Disagreement, catalog: Catalog) -> str:
    return absolute(catalog.config, dissent.address)


def _row(o: Observation, catalog: Catalog) -> str:
    return of_row(catalog.datasets[o.dataset], o)
