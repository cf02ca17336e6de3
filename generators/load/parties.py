"""data/parties.csv: publishers, recorders and speakers, with their interest and reliability."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import get_args

from generators.load.formats.csv_tables import Row, load_table
from generators.load.formats.reading import Reading, needed, parse_field, unclaimed
from generators.load.formats.text_files import is_there
from generators.model import RELIABILITY, Interest, Party, Reliability, parse
from generators.model.problems import Where

PATH = "data/parties.csv"
COLUMNS = ("name", "interest", "grade", "reason", "graded")


def load_parties(root: Path) -> Reading[Mapping[str, Party]]:
    """Return the parties by name, none without a file."""
    parties: dict[str, Party] = {}
    lines: dict[str, Where] = {}
    rows = (yield from load_table(root, PATH, COLUMNS)) if is_there(root, PATH) else None
    for row in rows.rows if rows else ():
        if (yield from unclaimed(row.field("name"), lines)):
            lines[row["name"]] = row.where
            party = yield from _party(row)
            if party is not None:
                parties[party.name] = party
    return MappingProxyType(parties)


def _party(row: Row) -> Reading[Party | None]:
    name = yield from needed(row.field("name"))
    interest = yield from parse_field(row.field("interest"), partial(parse.choice, options=get_args(Interest)))
    grade = yield from parse_field(row.field("grade"), _letter)
    reason = yield from needed(row.field("reason"))
    graded = yield from parse_field(row.field("graded"), parse.day)
    if interest is None or graded is None:
        return None
    return Party(name=name, interest=interest, grade=grade, reason=reason, graded=graded, where=row.where)


def _letter(text: str) -> Reliability | None:
    return parse.choice(text, RELIABILITY) if text else None
