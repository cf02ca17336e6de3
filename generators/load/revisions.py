"""Lists of a date and a change: a briefing's revisions, the edition's news."""

from generators.load.formats.reading import Reading
from generators.load.formats.yaml_records import Keys, Record
from generators.model import Revision, parse

_KEYS = Keys(needed=("date", "change"))


def load_revisions(record: Record, key: str) -> Reading[tuple[Revision, ...]]:
    """Return the changes under a key in file order."""
    revisions = []
    for item in (yield from record.records(key, _KEYS)):
        date = yield from item.value("date", parse.day)
        change = yield from item.text("change")
        if date is not None:
            revisions.append(Revision(date=date, change=change))
    return tuple(revisions)
