"""Records of an edition's release: figures, definitions and events, as permanent texts."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache, partial
from hashlib import sha256

from generators.analysis.observation_cells import STATED, cells_of
from generators.analysis.quoted_rows import quoted
from generators.model import (
    Catalog,
    Dataset,
    DefinitionKey,
    DefinitionRecord,
    Event,
    EventKey,
    EventRecord,
    FigureKey,
    FigureRecord,
    Indicator,
    Observation,
    Record,
)
from generators.model.languages import ENGLISH, translatable
from generators.model.lookup import one
from generators.text.joining import commas, semicolons
from generators.text.messages import gettext, in_language, site_language, site_numbering, translated
from generators.text.sentences import sentences
from generators.text.wording import amount_with_unit, when
from generators.urls.paths import TIMELINE, of_dataset, of_row

_JOINED = frozenset({"population", "unit", "place_name", "place_official", "origin", "publisher", "published", "url"})
"""Columns from other files than the row's: a changed definition is reported once, as a definition."""
_DIGEST = 16
"""Hexadecimal digits: enough to distinguish versions of a row."""
_ASPECTS = {
    "form": translatable("%(dataset)s: form"),
    "definition": translatable("%(dataset)s: what is counted"),
    "excludes": translatable("%(dataset)s: who or what is not counted"),
    "method": translatable("%(dataset)s: how it was counted and collected"),
    "coverage": translatable("%(dataset)s: coverage"),
    "breaks": translatable("%(dataset)s: method breaks"),
    "claims_of": translatable("%(dataset)s: whose claims are counted"),
}
"""The keys of a sidecar that define its figures, and what they say for readers."""


def entries(catalog: Catalog) -> Iterator[Record]:
    """Yield all figures by dataset, then the definitions, then the events."""
    for dataset in catalog.datasets.values():
        for o in dataset.observations:
            yield _figure(o, cells_of(o), of_row(dataset, o), (site_language(), site_numbering()))
    for dataset in catalog.datasets.values():
        yield from _definitions(dataset)
    yield from _events(catalog)


def key_of(o: Observation) -> FigureKey:
    """Return the key of an observation in a release."""
    return FigureKey(o.dataset, *o.key)


def quoting(catalog: Catalog) -> Mapping[FigureKey, str]:
    """Return, by row key, the briefings that quote a row in text, card or evidence: names separated by spaces."""
    slugs: dict[FigureKey, set[str]] = defaultdict(set)
    for briefing in catalog.briefings.values():
        for sentence in (*sentences(briefing.body), *sentences(briefing.card_number)):
            for o in quoted(catalog, sentence):
                slugs[key_of(o)].add(briefing.slug)
    for judgement in catalog.judgements.values():
        for evidence in (*judgement.evidence_for, *judgement.evidence_against):
            if evidence.reference:
                o = one(catalog, *evidence.reference)
                slugs[key_of(o)].add(judgement.briefing)
    return {key: " ".join(sorted(names)) for key, names in slugs.items()}


@lru_cache(maxsize=1 << 15)
def _figure(o: Observation, stated: tuple[str, ...], address: str, words: tuple[str, str]) -> FigureRecord:
    """Return the record of an observation, which is kept from save to save; its cells distinguish 420 from 420.0."""
    del words  # a record in other words or digits is another
    cells = dict(zip(STATED, stated, strict=True))
    typed = "\n".join(f"{name}={text}" for name, text in cells.items() if text and name not in _JOINED)
    names = ("value", "lower", "upper", "qualifier", "wording", "source")
    return FigureRecord(
        key=key_of(o),
        **{name: cells[name] for name in names},
        what=commas((o.indicator.title, o.place.name, when(o.period))),
        text=amount_with_unit(o),
        address=address,
        collected=o.collected,
        digest=_digest(typed),
    )


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:_DIGEST]


def _definitions(dataset: Dataset) -> Iterator[DefinitionRecord]:
    """Yield a record for each defining key of the sidecar and for each indicator."""
    for key, aspect in _ASPECTS.items():
        what = gettext(aspect, dataset=dataset.title)
        yield _definition(dataset, f"{key}:", what, partial(_aspect, dataset, key))
    for name, indicator in dataset.indicators.items():
        what = gettext("%(dataset)s: what “%(indicator)s” counts", dataset=dataset.title, indicator=indicator.title)
        yield _definition(dataset, name, what, partial(_counting_text, indicator))


def _aspect(dataset: Dataset, key: str) -> str:
    if key == "breaks":
        return semicolons(f"{when(b.period)}: {b.label}" for b in dataset.breaks)
    return " ".join((getattr(dataset, key) or "").split())


def _counting_text(indicator: Indicator) -> str:
    return gettext(
        "%(indicator)s: %(population)s; in %(unit)s; %(kind)s; compared as %(concept)s",
        indicator=indicator.title,
        population=" ".join(indicator.population.split()),
        unit=indicator.unit,
        kind=translated(indicator.kind),
        concept=indicator.concept,
    )


def _definition(dataset: Dataset, defined: str, what: str, words: Callable[[], str]) -> DefinitionRecord:
    """Return the record; its digest is that of the English text, so that another language of the site changes no definition."""
    with in_language(ENGLISH):
        digest = _digest(words())
    return DefinitionRecord(
        key=DefinitionKey(dataset.id, defined),
        what=what,
        text=words() or gettext("nothing"),
        address=of_dataset(dataset.id),
        digest=digest,
    )


def _events(catalog: Catalog) -> Iterator[EventRecord]:
    """Yield the records of events; a number in order distinguishes those of one topic, date and place."""
    counts: Counter[tuple[str, ...]] = Counter()
    for event in catalog.events:
        key = (event.topic, event.place.code, event.date.text, event.at)
        counts[key] += 1
        yield _event(event, str(counts[key]) if counts[key] > 1 else "")


def _event(event: Event, number: str) -> EventRecord:
    text = f"{event.title}. {event.summary}"
    sources = " ".join(source.id for source in event.sources)
    return EventRecord(
        key=EventKey(event.topic, event.place.code, event.date.text, event.at, number),
        source=event.sources[0].id,
        what=commas(filter(None, (gettext("Event"), event.at, event.place.name, when(event.date)))),
        text=text,
        address=TIMELINE,
        collected=event.collected,
        digest=_digest(f"{text}\n{sources}"),
    )
