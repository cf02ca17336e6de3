"""content/glossary.yml: terms of the field with definitions."""

from collections.abc import Mapping
from pathlib import Path

from generators.load.formats.reading import Reading
from generators.load.formats.yaml_records import Keys, Record, load_by_slug
from generators.model import Term

PATH = "content/glossary.yml"
_KEYS = Keys(needed=("title", "definition"), optional=("also",))


def load_glossary(root: Path) -> Reading[Mapping[str, Term]]:
    """Return the terms by id in file order, none without a file."""
    return (yield from load_by_slug(root, PATH, _KEYS, _term))


def _term(name: str, record: Record) -> Reading[Term]:
    title = yield from record.text("title")
    also = yield from record.texts("also")
    definition = yield from record.text("definition")
    return Term(id=name, title=title, also=also, definition=definition)
