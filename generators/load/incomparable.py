"""data/incomparable.yml: pairs of series that must not be compared, with reasons."""

from pathlib import Path

from generators.load.formats.reading import Reading, read_each
from generators.load.formats.yaml_records import Keys, Record, records_file
from generators.model import Incomparable, parse

PATH = "data/incomparable.yml"
_KEYS = Keys(needed=("a", "b", "why"))


def load_incomparable(root: Path) -> Reading[tuple[Incomparable, ...]]:
    """Return the pairs in file order, none without a file."""
    return (yield from read_each((yield from records_file(root, PATH, _KEYS)), _pair))


def _pair(record: Record) -> Reading[Incomparable | None]:
    a = yield from record.value("a", parse.series)
    b = yield from record.value("b", parse.series)
    why = yield from record.text("why")
    return None if a is None or b is None else Incomparable(a=a, b=b, why=why, where=record.where)
