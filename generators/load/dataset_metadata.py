"""data/<topic>/<dataset>.yml: sidecars with recorder, definition, method and exclusions."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import cast, get_args

from generators.load import item_grades
from generators.load.formats.reading import Reading, parse_field, resolve_field
from generators.load.formats.yaml_records import Keys, Record, named_records, record_file
from generators.load.reference_data import Ground
from generators.model import Concept, Dataset, Form, Indicator, Interest, Kind, MethodBreak, Rhythm, parse

_KEYS = Keys(
    needed=(
        "title", "recorder", "form", "summary", "definition", "excludes", "method", "coverage", "rhythm", "licence",
        "indicators",
    ),
    optional=("ended", "caveats", "breaks", "rows", "computed", "claims_of", item_grades.KEY),
)  # fmt: skip
_INDICATOR = Keys(needed=("title", "unit", "population", "concept", "kind"), optional=("unit_of_one", "fractions"))
_BREAK = Keys(needed=("period", "label"))
_FORMS = cast(tuple[Form, ...], get_args(Form))
_INTERESTS = cast(tuple[Interest, ...], get_args(Interest))
_RHYTHMS = cast(tuple[Rhythm, ...], get_args(Rhythm))
_KINDS = cast(tuple[Kind, ...], get_args(Kind))


def load_dataset_metadata(root: Path, path: str, ground: Ground) -> Reading[Dataset | None]:
    """Return the dataset without observations; None if the sidecar cannot be read."""
    record = yield from record_file(root, path, _KEYS)
    if record is None:
        return None
    _, topic, name = path.removesuffix(".yml").split("/")
    form = yield from record.value("form", lambda text: parse.choice(text, _FORMS))
    rhythm = yield from record.value("rhythm", lambda text: parse.choice(text, _RHYTHMS))
    indicators = yield from _indicators(record, name, ground.concepts)
    ended = yield from record.value("ended", parse.period)
    breaks = yield from _breaks(record)
    words = yield from _words(record)
    redistributable = yield from record.value("rows", parse.yes)
    claims_of = yield from record.value("claims_of", lambda text: parse.choice(text, _INTERESTS))
    grade = yield from item_grades.of_sidecar(record)
    if form is None or rhythm is None or indicators is None:
        return None
    return Dataset(
        id=name,
        topic=topic,
        title=words["title"],
        recorder=words["recorder"],
        form=form,
        summary=words["summary"],
        definition=words["definition"],
        excludes=words["excludes"],
        method=words["method"],
        coverage=words["coverage"],
        rhythm=rhythm,
        ended=ended,
        licence=words["licence"],
        caveats=words["caveats"],
        breaks=breaks,
        indicators=indicators,
        observations=(),
        redistributable=redistributable is not False,
        grade=grade,
        computed=bool((yield from record.value("computed", parse.yes))),
        claims_of=claims_of,
        where=record.where,
    )


def _words(record: Record) -> Reading[Mapping[str, str]]:
    texts = {}
    for key in (
        "title", "recorder", "summary", "definition", "excludes", "method", "coverage", "licence", "caveats",
    ):  # fmt: skip
        texts[key] = yield from record.text(key)
    return texts


def _indicators(
    record: Record, dataset: str, concepts: Mapping[str, Concept]
) -> Reading[Mapping[str, Indicator] | None]:
    records = yield from named_records(record.entries["indicators"], _INDICATOR)
    if records is None:
        return None
    for field in record.entries["indicators"].names():
        yield from parse_field(field, parse.slug)
    indicators = {}
    for name, item in records.items():
        indicators[name] = yield from _indicator(name, dataset, item, concepts)
    return MappingProxyType(indicators)


def _indicator(name: str, dataset: str, record: Record, concepts: Mapping[str, Concept]) -> Reading[Indicator]:
    concept = yield from record.field("concept")
    yield from resolve_field(concept, concepts, "a concept of data/concepts.yml")
    kind = yield from record.value("kind", lambda text: parse.choice(text, _KINDS))
    title = yield from record.text("title")
    unit = yield from record.text("unit")
    unit_of_one = yield from record.text("unit_of_one")
    population = yield from record.text("population")
    fractions = yield from record.value("fractions", parse.yes)
    return Indicator(
        id=name,
        dataset=dataset,
        title=title,
        unit=unit,
        unit_of_one=unit_of_one,
        population=population,
        concept=concept.text,
        kind=kind or "flow",
        fractions=bool(fractions),
    )


def _breaks(record: Record) -> Reading[tuple[MethodBreak, ...]]:
    breaks = []
    for item in (yield from record.records("breaks", _BREAK)):
        period = yield from item.value("period", parse.period)
        label = yield from item.text("label")
        if period is not None:
            breaks.append(MethodBreak(period=period, label=label))
    return tuple(breaks)
