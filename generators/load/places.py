"""data/places.csv: areas, each with one house name and known spellings."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from generators.load.formats.csv_tables import Row, Table, load_table
from generators.load.formats.reading import Reading, needed, parse_field, resolve_field, unclaimed
from generators.model import Place, parse
from generators.model.problems import CellError, Problem, Where

PATH = "data/places.csv"
COLUMNS = (
    "code", "name", "name_local", "local_language", "spellings", "kind", "parent", "latitude", "longitude",
    "tile_column", "tile_row", "note",
)  # fmt: skip
OPTIONAL = ("official",)
_GRID = 49
"""The last column and row of the grid of tiles: with more, a tile would be smaller than a letter."""


def load_places(root: Path) -> Reading[Mapping[str, Place] | None]:
    """Return the places by code; None if the file, a line or a code cannot be read."""
    areas: dict[str, Place] = {}
    complete = True
    lines: dict[str, Where] = {}
    rows = yield from load_table(root, PATH, COLUMNS, OPTIONAL)
    if rows is None:
        return None
    for row in rows.rows:
        if (yield from unclaimed(row.field("code"), lines)):
            lines[row["code"]] = row.where
            complete = (yield from parse_field(row.field("code"), _code)) is not None and complete
            areas[row["code"]] = yield from _place(row)
    complete = complete and rows.whole
    yield from _parents(rows, areas if complete else {})
    return MappingProxyType(areas) if complete else None


def _place(row: Row) -> Reading[Place]:
    for column in ("name", "kind"):
        yield from needed(row.field(column))
    latitude = yield from parse_field(row.field("latitude"), parse.number)
    longitude = yield from parse_field(row.field("longitude"), parse.number)
    official = (yield from parse_field(row.field("official"), parse.yes)) if row["official"] else True
    return Place(
        code=row["code"],
        name=row["name"],
        name_local=row["name_local"],
        local_language=row["local_language"],
        spellings=tuple(spelling.strip() for spelling in row["spellings"].split(";") if spelling.strip()),
        kind=row["kind"],
        parent=row["parent"],
        latitude=latitude,
        longitude=longitude,
        tile=(yield from _tile(row)),
        note=row["note"],
        official=official is not False,
        where=row.where,
    )


def _code(text: str) -> str:
    """Return the code: lower-case words for our codes, upper case for ISO codes."""
    if not _is_code(text):
        advice = f"Did you mean {text.strip()}?" if _is_code(text.strip()) else ""
        raise CellError("an ISO code in upper case, or lower-case words joined by hyphens", advice)
    return text


def _is_code(text: str) -> bool:
    try:
        parse.slug(text.lower() if text.isupper() else text)
    except CellError:
        return False
    return True


def _tile(row: Row) -> Reading[tuple[int, int] | None]:
    across = yield from parse_field(row.field("tile_column"), _step)
    down = yield from parse_field(row.field("tile_row"), _step)
    if bool(row["tile_column"]) != bool(row["tile_row"]):
        blank = row.field("tile_row" if row["tile_column"] else "tile_column")
        yield Problem(where=blank.where, subject=blank.subject, expected="both tile_column and tile_row, or neither")
    return None if across is None or down is None else (across, down)


def _step(text: str) -> int | None:
    """Return a position in the tile grid, counted from 0; None for a blank."""
    step = parse.whole(text)
    if step is not None and step > _GRID:
        raise CellError(f"a whole number from 0 to {_GRID}", "The tile grid is counted from 0, from its upper left.")
    return step


def _parents(rows: Table, areas: Mapping[str, Place]) -> Reading[None]:
    for row in rows.rows if areas else ():
        if row["parent"]:
            yield from resolve_field(row.field("parent"), areas, "the code of a place, or a blank")
