"""data/releases/: the records of each edition. Only the command `release` writes these files."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import cast, get_args

from generators.load.formats.csv_tables import Row, load_table
from generators.load.formats.reading import Field, Reading, needed, parse_field
from generators.load.formats.text_files import every_file
from generators.model import (
    DefinitionKey,
    DefinitionRecord,
    EventKey,
    EventRecord,
    FigureKey,
    FigureRecord,
    Record,
    RecordKey,
    RecordKind,
    Release,
    parse,
)
from generators.model.problems import Problem, Where
from generators.model.release import COLUMNS, FOLDER

_KINDS = cast(tuple[RecordKind, ...], get_args(RecordKind))


def load_releases(root: Path) -> Reading[tuple[Release, ...]]:
    """Return the releases, oldest first; none without a folder."""
    releases = yield from every_file(root, FOLDER, ".csv", _release)
    return tuple(sorted(releases, key=lambda release: parse.version_order(release.version)))


def _release(root: Path, path: str) -> Reading[Release | None]:
    stem = path.removeprefix(f"{FOLDER}/").removesuffix(".csv")
    version = yield from parse_field(Field(subject="file name", text=stem, where=Where(path=path)), parse.version)
    table = yield from load_table(root, path, COLUMNS)
    if table is None or version is None:
        return None
    rows = tuple(table.rows)
    if not rows:
        yield Problem(where=Where(path=path, line=2), subject="rows", expected="at least one row below the header")
        return None
    day = yield from _day(rows)
    records: dict[RecordKey, Record] = {}
    for row in rows:
        record = yield from _record(row)
        records[record.key] = record
    return None if day is None else Release(version=version, date=day, records=records, path=path)


def _day(rows: Sequence[Row]) -> Reading[date | None]:
    """Return the day of the release, which each row repeats."""
    for row in rows:
        if row["released"] != rows[0]["released"]:
            yield Problem(
                where=row.field("released").where,
                subject="released",
                found=row["released"],
                expected=f"{rows[0]['released']}, as on line {rows[0].line}",
                advice="Release files never change: restore the committed version.",
            )
            return None
    return (yield from parse_field(rows[0].field("released"), parse.day))


def _record(row: Row) -> Reading[Record]:
    for column in ("dataset", "indicator", "address", "digest"):
        yield from needed(row.field(column))
    kind = yield from parse_field(row.field("record"), lambda text: parse.choice(text, _KINDS))
    return _RECORDS[kind or "figure"](row)


def _figure(row: Row) -> FigureRecord:
    names = (
        "value",
        "lower",
        "upper",
        "qualifier",
        "wording",
        "source",
        "what",
        "address",
        "collected",
        "quoted",
        "digest",
    )
    key = FigureKey(row["dataset"], row["indicator"], row["place"], row["period"], row["said_by"], row["as_of"])
    return FigureRecord(key=key, text=row["told"], **{name: row[name] for name in names})


def _definition(row: Row) -> DefinitionRecord:
    key = DefinitionKey(row["dataset"], row["indicator"])
    return DefinitionRecord(key=key, what=row["what"], text=row["told"], address=row["address"], digest=row["digest"])


def _event(row: Row) -> EventRecord:
    return EventRecord(
        key=EventKey(row["indicator"], row["place"], row["period"], row["said_by"], row["as_of"]),
        source=row["source"],
        what=row["what"],
        text=row["told"],
        address=row["address"],
        collected=row["collected"],
        digest=row["digest"],
    )


_RECORDS: Mapping[RecordKind, Callable[[Row], Record]] = {"figure": _figure, "definition": _definition, "event": _event}
