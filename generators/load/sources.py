"""data/sources.csv: the documents that figures and events are taken from."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from generators.load.formats.csv_tables import Row, load_table
from generators.load.formats.reading import Reading, needed, parse_field, unclaimed
from generators.model import Party, Source, parse
from generators.model.problems import Where

PATH = "data/sources.csv"
COLUMNS = (
    "id", "publisher", "title", "author", "url", "archived", "published", "accessed", "kind", "origin", "carrier",
    "language", "checked", "note", "collected",
)  # fmt: skip


def load_sources(root: Path, parties: Mapping[str, Party]) -> Reading[Mapping[str, Source] | None]:
    """Return the sources by id with their parties; None if the file, a line or an id cannot be read."""
    documents: dict[str, Source] = {}
    complete = True
    lines: dict[str, Where] = {}
    rows = yield from load_table(root, PATH, COLUMNS)
    if rows is None:
        return None
    for row in rows.rows:
        if (yield from unclaimed(row.field("id"), lines)):
            lines[row["id"]] = row.where
            complete = (yield from parse_field(row.field("id"), parse.slug)) is not None and complete
            documents[row["id"]] = yield from _source(row, parties)
    return MappingProxyType(documents) if rows.whole and complete else None


def _source(row: Row, parties: Mapping[str, Party]) -> Reading[Source]:
    for column in ("publisher", "title", "kind", "language"):
        yield from needed(row.field(column))
    for column in ("url", "archived"):
        yield from parse_field(row.field(column), parse.address)
    published = yield from parse_field(row.field("published"), parse.period)
    accessed = yield from parse_field(row.field("accessed"), parse.period)
    checked = yield from parse_field(row.field("checked"), parse.yes)
    return Source(
        id=row["id"],
        publisher=row["publisher"],
        title=row["title"],
        author=row["author"],
        url=row["url"],
        archived=row["archived"],
        published=published,
        accessed=accessed,
        kind=row["kind"],
        origin=row["origin"],
        carrier=row["carrier"],
        language=row["language"],
        checked=bool(checked),
        note=row["note"],
        collected=tuple(row["collected"].split()),
        party=parties.get(row["publisher"]),
        where=row.where,
    )
