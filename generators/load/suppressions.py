"""data/silences.yml: suppressions of single checks, with reasons."""

from pathlib import Path

from generators.load.formats.reading import Reading
from generators.load.formats.yaml_records import Keys, records_file
from generators.model import Silence
from generators.model.rules import FORMER_NAMES

PATH = "data/silences.yml"
_KEYS = Keys(needed=("check", "at", "why"))


def load_suppressions(root: Path) -> Reading[tuple[Silence, ...]]:
    """Return the suppressions in file order, none without a file."""
    silences = []
    for record in (yield from records_file(root, PATH, _KEYS)):
        check = yield from record.text("check")
        at = yield from record.text("at")
        why = yield from record.text("why")
        silences.append(Silence(check=FORMER_NAMES.get(check, check), at=at, why=why, where=record.where))
    return tuple(silences)
