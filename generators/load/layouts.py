"""data/layouts.yml: tables of other publishers, so that one that is dropped into data/ is recognised and answered."""

from dataclasses import dataclass
from pathlib import Path

from generators.load.formats.reading import Reading, gathered
from generators.load.formats.yaml_records import Keys, Record, records_file
from generators.model import parse
from generators.model.problems import fold

PATH = "data/layouts.yml"
_KEYS = Keys(needed=("name", "instead"), optional=("columns", "cells", "holds"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A publisher's table: how to recognise it, and what to do with it."""

    name: str
    columns: frozenset[str]
    """Names in its header, without case; all are needed."""
    cells: int
    """Number of cells in a row that is recognised without a header; 0 if none is."""
    holds: str
    """What one of these cells begins with."""
    instead: str

    def fits(self, texts: list[str]) -> bool:
        """True if the cells are a header of this table, or a row of one without a header."""
        if self.columns and self.columns <= {fold(text) for text in texts}:
            return True
        return 0 < self.cells == len(texts) and any(text.startswith(self.holds) for text in texts)


def load_layouts(root: Path) -> Reading[tuple[Layout, ...]]:
    """Every layout in the file's order, none if there is no file."""
    found = []
    for record in (yield from records_file(root, PATH, _KEYS)):
        found.append((yield from _layout(record)))
    return tuple(found)


def sound_layouts(root: Path) -> tuple[Layout, ...]:
    """The layouts without what is wrong with their file, which its own reading reports."""
    return gathered(load_layouts(root))[0]


def _layout(record: Record) -> Reading[Layout]:
    columns = yield from record.texts("columns")
    number = yield from record.value("cells", parse.whole)
    return Layout(
        name=(yield from record.text("name")),
        columns=frozenset(map(fold, columns)),
        cells=number or 0,
        holds=(yield from record.text("holds")),
        instead=(yield from record.text("instead")),
    )
