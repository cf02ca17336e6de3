"""data/silences.yml: where a check is not heard, and why."""

from pathlib import Path

from generators.model import Silence
from generators.readers.documents import document
from generators.readers.reading import Reading
from generators.readers.records import Keys, every
from generators.readers.texts import is_there

PATH = "data/silences.yml"
_KEYS = Keys(needed=("check", "at", "why"))


def read(root: Path) -> Reading[tuple[Silence, ...]]:
    """Every silence in the file's order, none if there is no file."""
    whole = (yield from document(root, PATH)) if is_there(root, PATH) else None
    records = () if whole is None else (yield from every((yield from whole.items()), _KEYS))
    found = []
    for record in records:
        check = yield from record.text("check")
        at = yield from record.text("at")
        why = yield from record.text("why")
        found.append(Silence(check=check, at=at, why=why, where=record.where))
    return tuple(found)
