"""Lists of a date and a change: a briefing's revisions, the edition's news."""

from generators.load.formats.reading import Reading
from generators.load.formats.yaml_records import Keys, Record
from generators.model import Revision, parse

_KEYS = Keys(needed=("date", "change"))


def load_revisions(record: Record, key: str) -> Reading[tuple[Revision, ...]]:
    """Return the changes under a key in file order."""
    found = []
    for one in (yield from record.records(key, _KEYS)):
        date = yield from one.value("date", parse.day)
        change = yield from one.text("change")
        if date is not None:
            found.append(Revision(date=date, change=change))
    return tuple(found)
