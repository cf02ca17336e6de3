"""data/moved.yml: moved and removed pages, and data/releases/pages/: the pages of each edition."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from generators.load.formats.csv_tables import load_table
from generators.load.formats.reading import Field, Reading, needed, parse_field, unclaimed
from generators.load.formats.text_files import every_file
from generators.load.formats.yaml_records import Keys, Record, records_file
from generators.model import Moved, ReleasedPage, parse
from generators.model.problems import Where
from generators.model.redirects import COLUMNS, FOLDER

PATH = "data/moved.yml"
_KEYS = Keys(needed=("page", "date", "why"), optional=("to",))


def load_redirects(root: Path) -> Reading[Mapping[str, Moved]]:
    """Return the moved and removed pages by path in file order, none without a file."""
    moves: dict[str, Moved] = {}
    lines: dict[str, Where] = {}
    for record in (yield from records_file(root, PATH, _KEYS)):
        name = yield from record.field("page")
        move = yield from _move(record)
        if (yield from unclaimed(name, lines)) and move:
            moves[move.page] = move
        lines.setdefault(name.text, name.where)
    return MappingProxyType(moves)


def _move(record: Record) -> Reading[Moved | None]:
    page = yield from record.value("page", parse.page)
    to = yield from record.value("to", parse.page)
    date = yield from record.value("date", parse.day)
    why = yield from record.text("why")
    return Moved(page=page, to=to or "", date=date, why=why, where=record.where) if page and date else None


def released(root: Path) -> Reading[Mapping[str, ReleasedPage]]:
    """Return every page of released editions by path, each as in its latest edition."""
    lists = yield from every_file(root, FOLDER, ".csv", _list)
    ordered = sorted(filter(None, lists), key=lambda pages: parse.version_order(pages[0].version))
    return MappingProxyType({page.path: page for pages in ordered for page in pages})


def _list(root: Path, path: str) -> Reading[tuple[ReleasedPage, ...] | None]:
    stem = path.removeprefix(f"{FOLDER}/").removesuffix(".csv")
    version = yield from parse_field(Field(subject="file name", text=stem, where=Where(path=path)), parse.version)
    rows = yield from load_table(root, path, COLUMNS)
    pages = []
    for row in rows.rows if rows and version else ():
        yield from needed(row.field("title"))
        day = yield from parse_field(row.field("released"), parse.day)
        page = yield from parse_field(row.field("page"), parse.page)
        if version and day and page:
            pages.append(ReleasedPage(path=page, title=row["title"], version=version, released=day, where=row.where))
    return tuple(pages)
