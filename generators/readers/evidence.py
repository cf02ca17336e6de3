"""Lists of evidence under a key: references to observations, or texts."""

from generators.model import Evidence
from generators.readers.reading import Reading
from generators.readers.records import Record


def evidence(record: Record, key: str) -> Reading[tuple[Evidence, ...]]:
    """Each piece of evidence with its place in the file."""
    fields = yield from record.fields(key)
    return tuple(Evidence(text=field.text.strip(), where=field.where) for field in fields)
