"""data/releases/: what each edition said. The command `release` writes these files; people only keep them."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import cast, get_args

from generators.load.formats.csv_tables import Row, table
from generators.load.formats.reading import Field, Reading, needed, parsed
from generators.load.formats.text_files import every_file
from generators.model import Figure, RecordKind, Release, parse
from generators.model.problems import Problem, Where
from generators.model.release import COLUMNS, FOLDER

_RECORDS = cast(tuple[RecordKind, ...], get_args(RecordKind))


def read(root: Path) -> Reading[tuple[Release, ...]]:
    """Every release, the oldest first; none if there is no folder."""
    found = yield from every_file(root, FOLDER, ".csv", _release)
    return tuple(sorted(found, key=lambda release: parse.version_order(release.version)))


def _release(root: Path, path: str) -> Reading[Release | None]:
    stem = path.removeprefix(f"{FOLDER}/").removesuffix(".csv")
    version = yield from parsed(Field(subject="file name", text=stem, where=Where(path=path)), parse.version)
    rows = yield from table(root, path, COLUMNS)
    if rows is None or version is None:
        return None
    if not rows.rows:
        yield Problem(where=Where(path=path, line=2), subject="rows", expected="at least one row below the header")
        return None
    day = yield from _day(rows.rows)
    figures = {}
    for row in rows.rows:
        figure = yield from _figure(row)
        figures[figure.key] = figure
    return None if day is None else Release(version=version, date=day, figures=figures, path=path)


def _day(rows: Sequence[Row]) -> Reading[date | None]:
    """The day of the release, which each row has."""
    for row in rows:
        if row["released"] != rows[0]["released"]:
            yield Problem(
                where=row.field("released").where,
                subject="released",
                found=row["released"],
                expected=f"{rows[0]['released']}, as on line {rows[0].line}",
                advice="A release is never edited: restore the file as it was committed.",
            )
            return None
    return (yield from parsed(rows[0].field("released"), parse.day))


def _figure(row: Row) -> Reading[Figure]:
    for column in ("dataset", "indicator", "address", "digest"):
        yield from needed(row.field(column))
    kind = yield from parsed(row.field("record"), lambda text: parse.choice(text, _RECORDS))
    return Figure(
        kind=kind or "figure",
        key=(row["dataset"], row["indicator"], row["place"], row["period"], row["said_by"], row["as_of"]),
        value=row["value"],
        lower=row["lower"],
        upper=row["upper"],
        qualifier=row["qualifier"],
        wording=row["wording"],
        source=row["source"],
        what=row["what"],
        told=row["told"],
        address=row["address"],
        collected=row["collected"],
        quoted=row["quoted"],
        digest=row["digest"],
    )
