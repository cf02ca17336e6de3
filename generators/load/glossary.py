"""content/glossary.yml: the field's words, explained."""

from collections.abc import Mapping
from pathlib import Path

from generators.load.formats.reading import Reading
from generators.load.formats.yaml_records import Keys, Record, load_by_slug
from generators.model import Term

PATH = "content/glossary.yml"
_KEYS = Keys(needed=("title", "definition"), optional=("also",))


def load_glossary(root: Path) -> Reading[Mapping[str, Term]]:
    """Every term by id in the file's order, none if there is no file."""
    return (yield from load_by_slug(root, PATH, _KEYS, _term))


def _term(name: str, record: Record) -> Reading[Term]:
    title = yield from record.text("title")
    also = yield from record.texts("also")
    definition = yield from record.text("definition")
    return Term(id=name, title=title, also=also, definition=definition)
