"""data/bodies.yml: the further names of bodies that state figures, so that two names of one body are one origin."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from generators.load.formats.reading import Reading, unclaimed
from generators.load.formats.yaml_records import Keys, Record, records_file
from generators.model import Body
from generators.model.problems import Where

PATH = "data/bodies.yml"
_KEYS = Keys(needed=("body", "names"))


def load_bodies(root: Path) -> Reading[Mapping[str, Body]]:
    """Return every body by each of its further names, none without a file. A name belongs to one body."""
    bodies: dict[str, Body] = {}
    lines: dict[str, Where] = {}
    for record in (yield from records_file(root, PATH, _KEYS)):
        yield from _names(record, bodies, lines)
    return MappingProxyType(bodies)


def _names(record: Record, bodies: dict[str, Body], lines: dict[str, Where]) -> Reading[None]:
    body = yield from record.text("body")
    for field in (yield from record.fields("names")):
        if (yield from unclaimed(field, lines)):
            lines[field.text] = field.where
            bodies[field.text] = Body(name=body, where=field.where)
