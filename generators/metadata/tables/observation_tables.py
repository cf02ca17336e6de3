"""Figures as tables: each one, in which further documents it stands, who disagrees, and what must not be compared."""

from collections.abc import Iterator
from types import MappingProxyType

from generators.analysis.disagreements import Disagreement, disagreements
from generators.metadata.columns import HEADER, MEANING, NUMBERS, Value, row_of, row_record
from generators.metadata.tables.table import Column, Relation, number_of, text_columns
from generators.model import Catalog, Observation
from generators.urls.links import absolute
from generators.urls.paths import of_row

_ELSEWHERE = ("population", "unit", "place_name", "place_official", "publisher", "published", "url", "also_in")
"""The columns of a row that other tables hold, and that a join brings."""
REFERS = MappingProxyType({"place": "places", "source": "sources", "disagreement": "disagreements"})
"""The columns of a row, in any form, that name a row of another table."""
_OWN = tuple(name for name in HEADER if name not in ("indicator", *_ELSEWHERE))
_SERIES = "The dataset's and the indicator's id."
_DISPUTED = {"page": "Where all figures for it stand side by side; a row names it as its disagreement."}
_PAIRS = {"a": _SERIES, "b": _SERIES, "why": "What tells them apart."}
_SAID = {"by": "Who says it.", "date": "When it was said.", "summary": "What is said, in this site's words."}
_DISAGREEING = {"indicator": _SERIES, "page": "The row on the site; where no rows may leave, the dataset's page."}


def observations(catalog: Catalog) -> Relation:
    """Every figure that may leave, once, with the columns of `HEADER` that no other table has."""
    row = row_of(catalog)
    return Relation(
        name="observations",
        about="One figure each, as somebody published it: never to be quoted without qualifier, speaker and source.",
        columns=(
            Column(name="id", kind="INTEGER", about="A number within this file; the page is the lasting address."),
            *text_columns("dataset", dataset="datasets"),
            Column(name="indicator", refers="indicators", about=_SERIES),
            *map(_column, _OWN),
        ),
        rows=[_cells(index, o, row(o)) for index, o in enumerate(_leaving(catalog), start=1)],
        searched=("said_by", "wording", "locator", "note"),
    )


def _column(name: str) -> Column:
    kind = "NUMERIC" if name in NUMBERS else "TEXT"
    return Column(name=name, about=MEANING[name], kind=kind, refers=REFERS.get(name, ""))


def _cells(index: int, o: Observation, row: tuple[str, ...]) -> tuple[Value, ...]:
    told = row_record(HEADER, row)
    return (index, o.dataset, f"{o.dataset}/{o.indicator.id}", *(told[name] for name in _OWN))


def _leaving(catalog: Catalog) -> Iterator[Observation]:
    return (o for dataset in catalog.datasets.values() if dataset.redistributable for o in dataset.observations)


def also_in(catalog: Catalog) -> Relation:
    """The documents of `also_in`, one a row."""
    return Relation(
        name="also_in",
        about="Further documents that carry a figure.",
        columns=(number_of("observation", "observations"), *text_columns("source", source="sources")),
        rows=[(n, s.id) for n, o in enumerate(_leaving(catalog), start=1) for s in o.also_in],
        keyed=False,
    )


def disagreements_table(catalog: Catalog) -> Relation:
    """Everything that people counted or stated differently; the address of its panel is its key."""
    return Relation(
        name="disagreements",
        about="What two or more people counted or stated differently. Nothing is averaged, and nobody is declared right.",
        columns=text_columns("page", "concept", "place", "period", told=_DISPUTED, concept="concepts", place="places"),
        rows=[(_address(one, catalog), one.concept, one.place.code, one.period.text) for one in disagreements(catalog)],
    )


def disagreeing(catalog: Catalog) -> Relation:
    """Who takes part in each disagreement, and with which row."""
    return Relation(
        name="disagreeing",
        about="Whose figures a disagreement is between, each with its row.",
        columns=text_columns(
            *("disagreement", "indicator", "said_by", "page"),
            told={**MEANING, **_DISAGREEING},
            disagreement="disagreements",
            indicator="indicators",
        ),
        rows=[
            (
                _address(one, catalog),
                f"{o.dataset}/{o.indicator.id}",
                o.said_by,
                absolute(catalog.config, _row(o, catalog)),
            )
            for one in disagreements(catalog)
            for o in one.observations
        ],
        keyed=False,
    )


def disputes_table(catalog: Catalog) -> Relation:
    """Return what somebody says against a figure, with or without a figure of their own."""
    return Relation(
        name="disputes",
        about="What somebody says against a figure, in this site's words.",
        columns=text_columns(
            *("disagreement", "by", "date", "summary", "source", "locator"),
            told={**MEANING, **_SAID},
            disagreement="disagreements",
            source="sources",
        ),
        rows=[
            (_address(found, catalog), each.by, each.date.text, each.summary, each.source.id, each.locator)
            for found in disagreements(catalog)
            for each in found.disputes
        ],
        keyed=False,
    )


def incomparables(catalog: Catalog) -> Relation:
    """Pairs of series that no chart, no sum and no sentence may set side by side without a word."""
    return Relation(
        name="incomparables",
        about="Pairs of series that must not be compared, and why: they count different things.",
        columns=text_columns("a", "b", "why", told=_PAIRS, a="indicators", b="indicators"),
        rows=[("/".join(pair.a), "/".join(pair.b), pair.why) for pair in catalog.incomparable],
        keyed=False,
    )


def _address(one: Disagreement, catalog: Catalog) -> str:
    return absolute(catalog.config, one.address)


def _row(o: Observation, catalog: Catalog) -> str:
    return of_row(catalog.datasets[o.dataset], o)
