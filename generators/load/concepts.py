"""data/concepts.yml: subjects that several recorders try to count."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from generators.load.formats.reading import Reading
from generators.load.formats.text_files import is_there
from generators.load.formats.yaml_nodes import load_yaml
from generators.load.formats.yaml_records import Keys, Record, named_records
from generators.model import Concept

PATH = "data/concepts.yml"
_KEYS = Keys(needed=("title", "question"))


def load_concepts(root: Path) -> Reading[Mapping[str, Concept] | None]:
    """Return the concepts by id, none without a file; None if the file cannot be read."""
    if not is_there(root, PATH):
        return MappingProxyType({})
    document = yield from load_yaml(root, PATH)
    records = None if document is None else (yield from named_records(document, _KEYS))
    if records is None:
        return None
    concepts = {}
    for name, record in records.items():
        concepts[name] = yield from _concept(name, record)
    return MappingProxyType(concepts)


def _concept(name: str, record: Record) -> Reading[Concept]:
    title = yield from record.text("title")
    question = yield from record.text("question")
    return Concept(id=name, title=title, question=question)
