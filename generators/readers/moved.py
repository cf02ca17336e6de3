"""data/moved.yml: pages that have moved or were removed, and data/releases/pages/: the pages that each edition had."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from generators import cells
from generators.model import Moved, ReleasedPage
from generators.moves import COLUMNS, FOLDER
from generators.problems import Where
from generators.readers.reading import Field, Reading, needed, parsed, unclaimed
from generators.readers.records import Keys, Record, records_file
from generators.readers.tables import table
from generators.readers.texts import every_file

PATH = "data/moved.yml"
_KEYS = Keys(needed=("page", "date", "why"), optional=("to",))


def read(root: Path) -> Reading[Mapping[str, Moved]]:
    """What became of each page by its path, in the file's order; none if there is no file."""
    found: dict[str, Moved] = {}
    taken: dict[str, Where] = {}
    for record in (yield from records_file(root, PATH, _KEYS)):
        name = yield from record.field("page")
        one = yield from _moved(record)
        if (yield from unclaimed(name, taken)) and one:
            found[one.page] = one
        taken.setdefault(name.text, name.where)
    return MappingProxyType(found)


def _moved(record: Record) -> Reading[Moved | None]:
    page = yield from record.value("page", cells.page)
    to = yield from record.value("to", cells.page)
    date = yield from record.value("date", cells.day)
    why = yield from record.text("why")
    return Moved(page=page, to=to or "", date=date, why=why, where=record.where) if page and date else None


def released(root: Path) -> Reading[Mapping[str, ReleasedPage]]:
    """Every page that a released edition had, by its path, as the latest of these had it."""
    lists = yield from every_file(root, FOLDER, ".csv", _list)
    ordered = sorted(filter(None, lists), key=lambda pages: cells.version_order(pages[0].version))
    return MappingProxyType({page.path: page for pages in ordered for page in pages})


def _list(root: Path, path: str) -> Reading[tuple[ReleasedPage, ...] | None]:
    stem = path.removeprefix(f"{FOLDER}/").removesuffix(".csv")
    version = yield from parsed(Field(subject="file name", text=stem, where=Where(path=path)), cells.version)
    rows = yield from table(root, path, COLUMNS)
    found = []
    for row in rows.rows if rows and version else ():
        yield from needed(row.field("title"))
        day = yield from parsed(row.field("released"), cells.day)
        page = yield from parsed(row.field("page"), cells.page)
        if version and day and page:
            found.append(ReleasedPage(path=page, title=row["title"], version=version, released=day, where=row.where))
    return tuple(found)
