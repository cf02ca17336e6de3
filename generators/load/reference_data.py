"""Parties, sources, places and concepts, which figures and events refer to. They are read first."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from generators.load import bodies, concepts, parties, place_names, places, sources
from generators.load.formats.reading import Field, Reading, read_each, resolve_field
from generators.load.formats.remembered import remembered
from generators.load.formats.text_files import is_there
from generators.model import Body, Concept, Party, Place, Source
from generators.model.problems import Problem, nearest

_FILES = tuple(module.PATH for module in (parties, bodies, sources, places, concepts))
_MOST = 3
"""The most places proposed for a spelling."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """Reference data with lookup."""

    sources: Mapping[str, Source]
    places: Mapping[str, Place]
    concepts: Mapping[str, Concept]
    parties: Mapping[str, Party]
    bodies: Mapping[str, Body]
    """The body behind each further name of one."""
    codes: Mapping[str, str]
    """A place's code by the key of each of its spellings."""

    def source(self, field: Field) -> Reading[Source | None]:
        """Return the source with that id."""
        return (yield from resolve_field(field, self.sources, f"the id of a source in {sources.PATH}"))

    def more_sources(self, field: Field) -> Reading[tuple[Source, ...]]:
        """Return the sources of several ids separated by spaces."""
        ids = (replace(field, text=name) for name in field.text.split())
        return (yield from read_each(ids, self.source))

    def place(self, field: Field) -> Reading[Place | None]:
        """Return the place with that code; a problem with the code as advice for a spelling."""
        if field.text in self.places:
            return self.places[field.text]
        yield Problem(
            where=field.where,
            subject=field.subject,
            found=field.text or None,
            expected=f"the code of a place in {places.PATH}",
            advice=self._code_advice(field.text),
        )
        return None

    def _code_advice(self, text: str) -> str:
        """Return advice with the places that have this spelling or a similar one."""
        key = place_names.spelling_key(text)
        spellings = (key,) if key in self.codes else nearest(key, tuple(self.codes))
        codes = sorted({self.codes[name] for name in spellings})
        options = " or ".join(f"{code} ({self.places[code].name})" for code in codes)
        if text and 0 < len(codes) <= _MOST:
            return f"Did you mean {options}?"
        return "Add the place there, or add this spelling to its place." if text else ""


def load_reference_data(root: Path) -> Reading[Ground | None]:
    """Return the reference data; None if a part cannot be read, because its names would seem unknown."""
    return (
        yield from remembered(partial(_reference_data, root), root, [path for path in _FILES if is_there(root, path)])
    )


def _reference_data(root: Path) -> Reading[Ground | None]:
    """Return the reference data; None if a part cannot be read, because its names would seem unknown."""
    speakers = yield from parties.load_parties(root)
    names = yield from bodies.load_bodies(root)
    documents = yield from sources.load_sources(root, speakers)
    areas = yield from places.load_places(root)
    subjects = yield from concepts.load_concepts(root)
    if documents is None or areas is None or subjects is None:
        return None
    codes = place_names.codes(areas.values())
    return Ground(sources=documents, places=areas, concepts=subjects, parties=speakers, bodies=names, codes=codes)
