"""The catalog as tables that refer to each other, as a database or a set of CSV files holds them.

Of a dataset whose licence lets no rows leave there is the description and no observation.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generators.addresses import of_dataset, of_place, of_row, of_source
from generators.grades import code
from generators.model import Catalog, Dataset, Observation, Period
from generators.tabular import MEANING, number, official
from generators.ways import absolute

Value = str | int | float | None

_EDITION = {
    "licence": "SPDX identifier for what is the publisher's own; the figures belong to those who published them."
}
_PLACE = {
    "code": MEANING["place"],
    "name_local": "The name in the place's own script.",
    "official": MEANING["place_official"],
    "note": "What a reader must know of the place.",
}
_SOURCE = {
    **{name: MEANING[name] for name in ("publisher", "published", "url")},
    "archived": "Where a copy of it was seen; blank where none was.",
    "origin": "The wire story or statement that it repeats: two documents of one origin are one witness.",
    "carrier": "Where it was read, if not with its publisher.",
    "reliability": "Letter of the publisher on the Admiralty scale.",
    "checked": "yes if it was read whole, else no.",
    "note": "What a reader must know of the document.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: what it holds, and which table's key it refers to."""

    name: str
    about: str = ""
    kind: str = "TEXT"
    """TEXT, INTEGER or NUMERIC."""
    refers: str = ""
    """The table whose first column it names; empty if none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A table; its first column is its key, if it has one."""

    name: str
    about: str
    columns: tuple[Column, ...]
    rows: Sequence[tuple[Value, ...]]
    keyed: bool = True
    searched: tuple[str, ...] = ()
    """The columns that a search for words goes through."""

    @property
    def header(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.columns)


def relations(catalog: Catalog) -> tuple[Relation, ...]:
    """Every table, each after those that it refers to."""
    return tuple(make(catalog) for make in _RELATIONS)


def _columns(*texts: str, told: Mapping[str, str] = MEANING, **refers: str) -> tuple[Column, ...]:
    """Text columns in the order of `texts`, with what each holds as far as it must be told; some refer to a table."""
    return tuple(Column(name=name, about=told.get(name, ""), refers=refers.get(name, "")) for name in texts)


def _number_of(name: str, table: str) -> Column:
    """A column that refers to a table whose key is a number; of another kind, what joins the two would find nothing."""
    return Column(name=name, kind="INTEGER", refers=table)


def _edition(catalog: Catalog) -> Relation:
    edition = catalog.edition
    told = (edition.version, edition.date.isoformat(), edition.name, edition.summary, edition.licence)
    return Relation(
        name="edition",
        about="Which edition of which site this was taken from.",
        columns=_columns(
            "version", "date", "name", "summary", "licence", "publisher", "contact", "address", told=_EDITION
        ),
        rows=[(*told, edition.publisher, edition.contact, edition.address)],
    )


def _topics(catalog: Catalog) -> Relation:
    return Relation(
        name="topics",
        about="The subjects that datasets and events belong to.",
        columns=_columns("id", "title", "summary"),
        rows=[(t.id, t.title, t.summary) for t in catalog.edition.topics.values()],
    )


def _concepts(catalog: Catalog) -> Relation:
    return Relation(
        name="concepts",
        about="What two recorders both try to count, so that they can be set side by side; never to be added.",
        columns=_columns("id", "title", "question"),
        rows=[(c.id, c.title, c.question) for c in catalog.concepts.values()],
    )


def _datasets(catalog: Catalog) -> Relation:
    texts = ("title", "recorder", "form", "summary", "definition", "excludes", "method", "coverage", "rhythm")
    return Relation(
        name="datasets",
        about="One recorder and one definition each: read who is not counted before you use a figure.",
        columns=_columns("id", "topic", *texts, "licence", "caveats", "credibility", "page", topic="topics"),
        rows=[
            (
                *(d.id, d.topic, *(getattr(d, text) for text in texts), d.licence, d.caveats),
                *(d.grade.digit if d.grade else "", absolute(catalog.edition, of_dataset(d.id))),
            )
            for d in catalog.datasets.values()
        ],
        searched=("title", "recorder", "summary", "definition", "excludes", "caveats"),
    )


def _breaks(catalog: Catalog) -> Relation:
    return Relation(
        name="breaks",
        about="Stretches in which a recorder counted differently: no change is to be read across them.",
        columns=_columns("dataset", "period", "label", dataset="datasets"),
        rows=[(d.id, b.period.text, b.label) for d in catalog.datasets.values() for b in d.breaks],
        keyed=False,
    )


def _indicators(catalog: Catalog) -> Relation:
    return Relation(
        name="indicators",
        about="What a dataset measures; the id is the dataset's and the indicator's with a slash between them.",
        columns=_columns(
            *("id", "dataset", "title", "unit", "population", "concept", "kind"), dataset="datasets", concept="concepts"
        ),
        rows=[
            (f"{i.dataset}/{i.id}", i.dataset, i.title, i.unit, i.population, i.concept, i.kind)
            for i in catalog.indicators
        ],
        searched=("title", "population"),
    )


def _places(catalog: Catalog) -> Relation:
    names = ("code", "name", "name_local", "spellings", "kind", "parent", "official", "note")
    texts = _columns(*names, told=_PLACE, parent="places")
    spots = (Column(name="latitude", kind="NUMERIC"), Column(name="longitude", kind="NUMERIC"))
    return Relation(
        name="places",
        about="Every place with its one name; codes in upper case are ISO 3166 unless `official` says otherwise.",
        columns=(*texts, *spots, Column(name="page")),
        rows=[
            (
                *(p.code, p.name, p.name_local, "; ".join(p.spellings), p.kind, p.parent, official(p), p.note),
                *(number(p.latitude), number(p.longitude), absolute(catalog.edition, of_place(p))),
            )
            for p in catalog.places.values()
        ],
        searched=("name", "name_local", "spellings", "note"),
    )


def _sources(catalog: Catalog) -> Relation:
    texts = ("publisher", "title", "author", "url", "archived", "kind", "origin", "carrier", "language", "note")
    return Relation(
        name="sources",
        about="Every document that a figure or an event was read in.",
        columns=_columns("id", *texts, "published", "accessed", "reliability", "checked", "page", told=_SOURCE),
        rows=[
            (
                *(s.id, *(getattr(s, text) for text in texts), _text(s.published), _text(s.accessed)),
                *((s.party.grade if s.party else "") or "", _yes(s.checked)),
                absolute(catalog.edition, of_source(s)),
            )
            for s in catalog.sources.values()
        ],
        searched=("publisher", "title", "author", "note"),
    )


def _observations(catalog: Catalog) -> Relation:
    told = _columns("qualifier", "wording", "said_by", "source", "locator", "as_of", "status", source="sources")
    return Relation(
        name="observations",
        about="One figure each, as somebody published it: never to be quoted without qualifier, speaker and source.",
        columns=(
            Column(name="id", kind="INTEGER", about="A number within this file; the page is the lasting address."),
            *_columns("dataset", dataset="datasets"),
            Column(name="indicator", refers="indicators", about="The dataset's and the indicator's id."),
            *_columns("place", "period", place="places"),
            *(Column(name=name, kind="NUMERIC", about=MEANING[name]) for name in ("value", "lower", "upper")),
            *told,
            *_columns("checked", "note"),
            Column(name="grade", about="Letter of the source and digit of the figure on the Admiralty scale."),
            Column(name="page", about="The row on the site."),
        ),
        rows=[_observation(index, *found, catalog) for index, found in enumerate(_leaving(catalog), start=1)],
        searched=("said_by", "wording", "locator", "note"),
    )


def _leaving(catalog: Catalog) -> Iterator[tuple[Dataset, Observation]]:
    return ((dataset, o) for dataset in catalog.datasets.values() if dataset.rows for o in dataset.observations)


def _observation(index: int, dataset: Dataset, o: Observation, catalog: Catalog) -> tuple[Value, ...]:
    return (
        *(index, dataset.id, f"{dataset.id}/{o.indicator.id}", o.place.code, _text(o.period)),
        *(number(o.value), number(o.lower), number(o.upper), o.qualifier, o.wording, o.said_by, o.source.id),
        *(o.locator, _text(o.as_of), o.status or "", _yes(o.checked), o.note, code(o)),
        absolute(catalog.edition, of_row(dataset, o)),
    )


def _also_in(catalog: Catalog) -> Relation:
    return Relation(
        name="also_in",
        about="Further documents that carry a figure.",
        columns=(_number_of("observation", "observations"), *_columns("source", source="sources")),
        rows=[(n, s.id) for n, (_, o) in enumerate(_leaving(catalog), start=1) for s in o.also_in],
        keyed=False,
    )


def _events(catalog: Catalog) -> Relation:
    texts = _columns("date", "topic", "place", "at", "title", "summary", topic="topics", place="places")
    return Relation(
        name="events",
        about="Things that happened, in one neutral line each.",
        columns=(Column(name="id", kind="INTEGER", about="A number within this file."), *texts),
        rows=[
            (n, e.date.text, e.topic, e.place.code, e.at, e.title, e.summary)
            for n, e in enumerate(catalog.events, start=1)
        ],
        searched=("title", "summary", "at"),
    )


def _event_sources(catalog: Catalog) -> Relation:
    return Relation(
        name="event_sources",
        about="The documents that an event was read in.",
        columns=(_number_of("event", "events"), *_columns("source", source="sources")),
        rows=[(n, s.id) for n, e in enumerate(catalog.events, start=1) for s in e.sources],
        keyed=False,
    )


def _corrections(catalog: Catalog) -> Relation:
    return Relation(
        name="corrections",
        about="What was wrong on the site, what it is now, and why.",
        columns=_columns("date", "was", "now", "why", "pages"),
        rows=[(c.date.isoformat(), c.was, c.now, c.why, " ".join(c.pages)) for c in catalog.corrections],
        keyed=False,
    )


def _text(period: Period | None) -> str:
    return period.text if period else ""


def _yes(told: bool) -> str:  # noqa: FBT001 - a cell's own value
    return "yes" if told else "no"


_RELATIONS: Iterable[Callable[[Catalog], Relation]] = (
    _edition,
    _topics,
    _concepts,
    _datasets,
    _breaks,
    _indicators,
    _places,
    _sources,
    _observations,
    _also_in,
    _events,
    _event_sources,
    _corrections,
)
