"""content/glossary.yml: the field's words, explained."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from generators import cells
from generators.model import Term
from generators.readers.documents import document
from generators.readers.reading import Reading, parsed
from generators.readers.records import Keys, Record, named_records
from generators.readers.texts import is_there

PATH = "content/glossary.yml"
_KEYS = Keys(needed=("title", "definition"), optional=("also",))


def read(root: Path) -> Reading[Mapping[str, Term]]:
    """Every term by id in the file's order, none if there is no file."""
    whole = (yield from document(root, PATH)) if is_there(root, PATH) else None
    if whole is None:
        return MappingProxyType({})
    for field in whole.names():
        yield from parsed(field, cells.slug)
    found = {}
    for name, record in ((yield from named_records(whole, _KEYS)) or {}).items():
        found[name] = yield from _term(name, record)
    return MappingProxyType(found)


def _term(name: str, record: Record) -> Reading[Term]:
    title = yield from record.text("title")
    also = yield from record.texts("also")
    definition = yield from record.text("definition")
    return Term(id=name, title=title, also=also, definition=definition)
