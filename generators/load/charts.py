"""content/charts/<slug>.yml: chart declarations. The checks verify their references."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from generators.load.formats.reading import Reading, parse_field, slug_of_file
from generators.load.formats.text_files import every_file
from generators.load.formats.yaml_records import Keys, Record, record_file
from generators.model import ChartSpec, Grain, parse

_KEYS = Keys(
    needed=("kind", "title"), optional=("subtitle", "series", "places", "period", "grain", "topic", "reading", "note")
)


def load_charts(root: Path) -> Reading[Mapping[str, ChartSpec]]:
    """Return the charts by file name, sorted."""
    specs = yield from every_file(root, "content/charts", ".yml", _chart)
    return MappingProxyType({chart.slug: chart for chart in specs})


def _chart(root: Path, path: str) -> Reading[ChartSpec | None]:
    name = yield from slug_of_file(path)
    record = yield from record_file(root, path, _KEYS)
    if record is None:
        return None
    series = yield from _series(record)
    places = yield from record.texts("places")
    period = yield from record.value("period", parse.period)
    grain = yield from record.value("grain", _grain)
    words = {}
    for key in ("kind", "title", "subtitle", "topic", "reading", "note"):
        words[key] = yield from record.text(key)
    return ChartSpec(slug=name, series=series, places=places, period=period, grain=grain, where=record.where, **words)


def _grain(text: str) -> Grain:
    return Grain(parse.choice(text, (grain.value for grain in Grain)))


def _series(record: Record) -> Reading[tuple[tuple[str, str], ...]]:
    pairs = []
    for field in (yield from record.fields("series")):
        pair = yield from parse_field(field, parse.series)
        if pair is not None:
            pairs.append(pair)
    return tuple(pairs)
