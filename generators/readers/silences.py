"""data/silences.yml: where a check is not heard, and why."""

from pathlib import Path

from generators.model import Silence
from generators.readers.reading import Reading
from generators.readers.records import Keys, records_file

PATH = "data/silences.yml"
_KEYS = Keys(needed=("check", "at", "why"))


def read(root: Path) -> Reading[tuple[Silence, ...]]:
    """Every silence in the file's order, none if there is no file."""
    found = []
    for record in (yield from records_file(root, PATH, _KEYS)):
        check = yield from record.text("check")
        at = yield from record.text("at")
        why = yield from record.text("why")
        found.append(Silence(check=check, at=at, why=why, where=record.where))
    return tuple(found)
