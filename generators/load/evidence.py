"""Lists of evidence under a key: references to observations, or texts."""

from generators.load.formats.reading import Reading
from generators.load.formats.yaml_records import Record
from generators.model import Evidence


def evidence(record: Record, key: str) -> Reading[tuple[Evidence, ...]]:
    """Return each piece of evidence with its location."""
    fields = yield from record.fields(key)
    return tuple(Evidence(text=field.text.strip(), where=field.where) for field in fields)
