"""Tables that figures refer to (edition, datasets, indicators, places, sources), and those of events and corrections."""

from generators.analysis.observation_cells import official
from generators.metadata.columns import MEANING, number_for_json
from generators.metadata.tables.table import Column, Relation, number_of, text_columns
from generators.metadata.terms import OURS
from generators.model import Catalog, Period
from generators.urls.links import absolute
from generators.urls.paths import of_dataset, of_place, of_source

_EDITION = {"licence": f"SPDX identifier. {OURS}."}
_PLACE = {
    "code": MEANING["place"],
    "name_local": "The name in the place's own script.",
    "official": MEANING["place_official"],
    "note": "What readers need to know about the place.",
}
_SOURCE = {
    **{name: MEANING[name] for name in ("publisher", "published", "url")},
    "archived": "The address of an archived copy; blank if none was seen.",
    "origin": "The wire story or statement that it repeats. Two documents of one origin are one witness.",
    "carrier": "The website or database where it was read, if not the publisher's.",
    "reliability": "The publisher's letter on the Admiralty scale.",
    "checked": "yes if the whole document was read, else no.",
    "note": "What readers need to know about the document.",
}


def edition(catalog: Catalog) -> Relation:
    """Return the table of the edition: one row."""
    config, edition = catalog.config, catalog.edition
    cells = (edition.version, edition.date.isoformat(), config.name, config.summary, config.licence)
    return Relation(
        name="edition",
        about="The site and the edition that this file is from.",
        columns=text_columns(
            "version", "date", "name", "summary", "licence", "publisher", "contact", "address", meanings=_EDITION
        ),
        rows=[(*cells, config.publisher, config.contact, config.address)],
    )


def topics_table(catalog: Catalog) -> Relation:
    """Return one row per topic."""
    return Relation(
        name="topics",
        about="The subjects that datasets and events belong to.",
        columns=text_columns("id", "title", "summary"),
        rows=[(t.id, t.title, t.summary) for t in catalog.config.topics.values()],
    )


def concepts(catalog: Catalog) -> Relation:
    """Return one row per concept."""
    return Relation(
        name="concepts",
        about="Concepts that several recorders count, so that their figures can be compared. Never add them up.",
        columns=text_columns("id", "title", "question"),
        rows=[(c.id, c.title, c.question) for c in catalog.concepts.values()],
    )


def datasets_table(catalog: Catalog) -> Relation:
    """Return one row per dataset, including those without redistributable rows."""
    texts = ("title", "recorder", "form", "summary", "definition", "excludes", "method", "coverage", "rhythm")
    return Relation(
        name="datasets",
        about="One recorder and one definition each. Read who is not counted before you use a figure.",
        columns=text_columns("id", "topic", *texts, "licence", "caveats", "credibility", "page", topic="topics"),
        rows=[
            (
                *(d.id, d.topic, *(getattr(d, text) for text in texts), d.licence, d.caveats),
                *(d.grade.digit if d.grade else "", absolute(catalog.config, of_dataset(d.id))),
            )
            for d in catalog.datasets.values()
        ],
        searched=("title", "recorder", "summary", "definition", "excludes", "caveats"),
    )


def breaks(catalog: Catalog) -> Relation:
    """Return one row per method break."""
    return Relation(
        name="breaks",
        about="Periods in which a recorder used a different method. Do not read a change across them.",
        columns=text_columns("dataset", "period", "label", dataset="datasets"),
        rows=[(d.id, b.period.text, b.label) for d in catalog.datasets.values() for b in d.breaks],
        keyed=False,
    )


def indicators(catalog: Catalog) -> Relation:
    """Return one row per series."""
    return Relation(
        name="indicators",
        about="What a dataset measures. The id joins those of the dataset and the indicator with a slash.",
        columns=text_columns(
            *("id", "dataset", "title", "unit", "population", "concept", "kind"), dataset="datasets", concept="concepts"
        ),
        rows=[
            (f"{i.dataset}/{i.id}", i.dataset, i.title, i.unit, i.population, i.concept, i.kind)
            for i in catalog.indicators
        ],
        searched=("title", "population"),
    )


def places_table(catalog: Catalog) -> Relation:
    """Return one row per place."""
    names = ("code", "name", "name_local", "spellings", "kind", "parent", "official", "note")
    texts = text_columns(*names, meanings=_PLACE, parent="places")
    spots = (Column(name="latitude", kind="NUMERIC"), Column(name="longitude", kind="NUMERIC"))
    return Relation(
        name="places",
        about="All places. Codes in upper case are ISO 3166 unless `official` says otherwise.",
        columns=(*texts, *spots, Column(name="page")),
        rows=[
            (
                *(p.code, p.name, p.name_local, "; ".join(p.spellings), p.kind, p.parent, official(p), p.note),
                *(number_for_json(p.latitude), number_for_json(p.longitude), absolute(catalog.config, of_place(p))),
            )
            for p in catalog.places.values()
        ],
        searched=("name", "name_local", "spellings", "note"),
    )


def sources_table(catalog: Catalog) -> Relation:
    """Return one row per document."""
    texts = ("publisher", "title", "author", "url", "archived", "kind", "origin", "carrier", "language", "note")
    return Relation(
        name="sources",
        about="The documents in which figures and events were read.",
        columns=text_columns("id", *texts, "published", "accessed", "reliability", "checked", "page", meanings=_SOURCE),
        rows=[
            (
                *(s.id, *(getattr(s, text) for text in texts), _text(s.published), _text(s.accessed)),
                *((s.party.grade if s.party else "") or "", _yes(s.checked)),
                absolute(catalog.config, of_source(s)),
            )
            for s in catalog.sources.values()
        ],
        searched=("publisher", "title", "author", "note"),
    )


def events(catalog: Catalog) -> Relation:
    """Return one row per event."""
    texts = text_columns("date", "topic", "place", "at", "title", "summary", topic="topics", place="places")
    return Relation(
        name="events",
        about="Events, each in one neutral sentence.",
        columns=(Column(name="id", kind="INTEGER", about="A number within this file."), *texts),
        rows=[
            (n, e.date.text, e.topic, e.place.code, e.at, e.title, e.summary)
            for n, e in enumerate(catalog.events, start=1)
        ],
        searched=("title", "summary", "at"),
    )


def event_sources(catalog: Catalog) -> Relation:
    """Return one row per document of an event."""
    return Relation(
        name="event_sources",
        about="The documents in which an event was read.",
        columns=(number_of("event", "events"), *text_columns("source", source="sources")),
        rows=[(n, s.id) for n, e in enumerate(catalog.events, start=1) for s in e.sources],
        keyed=False,
    )


def corrections_table(catalog: Catalog) -> Relation:
    """Return one row per correction."""
    return Relation(
        name="corrections",
        about="What the site had wrong, what it says now, and why.",
        columns=text_columns("date", "was", "now", "why", "pages"),
        rows=[(c.date.isoformat(), c.was, c.now, c.why, " ".join(c.pages)) for c in catalog.corrections],
        keyed=False,
    )


def _text(period: Period | None) -> str:
    return period.text if period else ""


def _yes(value: bool) -> str:  # noqa: FBT001 - a cell's own value
    return "yes" if value else "no"
