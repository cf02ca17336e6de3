"""data/LEFT_OUT.csv: collected rows that are excluded, with reasons."""

from functools import partial
from pathlib import Path
from typing import cast, get_args

from generators.load.formats.csv_tables import Row, load_table
from generators.load.formats.reading import Reading, needed, parse_field, read_each
from generators.load.formats.remembered import remembered
from generators.load.formats.text_files import is_there
from generators.model import LeftOut, What, parse

PATH = "data/LEFT_OUT.csv"
_OPTIONAL = ("since",)
COLUMNS = ("what", "collected", "value", "lower", "upper", "reason", "kept_as")
_WHAT = cast(tuple[What, ...], get_args(What))


def load_exclusions(root: Path) -> Reading[tuple[LeftOut, ...]]:
    """Return every excluded row, none without a file."""
    return (yield from remembered(partial(_exclusions, root), root, [PATH])) if is_there(root, PATH) else ()


def _exclusions(root: Path) -> Reading[tuple[LeftOut, ...]]:
    table = yield from load_table(root, PATH, COLUMNS, _OPTIONAL)
    return (yield from read_each(table.rows if table else (), _exclusion))


def _exclusion(row: Row) -> Reading[LeftOut]:
    what = yield from parse_field(row.field("what"), lambda text: parse.choice(text, _WHAT))
    yield from needed(row.field("collected"))
    yield from needed(row.field("reason"))
    since = (yield from parse_field(row.field("since"), parse.day)) if row["since"] else None
    return LeftOut(
        what=what or "observation",
        collected=row["collected"],
        value=row["value"],
        lower=row["lower"],
        upper=row["upper"],
        reason=row["reason"],
        kept_as=row["kept_as"],
        since=since,
        where=row.where,
    )
