"""data/layouts.yml: tables of other publishers, so that one placed in data/ is recognised."""

from dataclasses import dataclass
from pathlib import Path

from generators.load.formats.reading import Reading, gathered, read_each
from generators.load.formats.yaml_records import Keys, Record, records_file
from generators.model import parse
from generators.model.problems import fold

PATH = "data/layouts.yml"
_KEYS = Keys(needed=("name", "instead"), optional=("columns", "cells", "holds"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Description of a publisher's table, with advice on using it."""

    name: str
    columns: frozenset[str]
    """Names in its header, case-folded; all are required."""
    cells: int
    """Number of cells in a row that is recognised without a header; 0 if none is."""
    holds: str
    """The beginning of one of these cells."""
    instead: str

    def fits(self, texts: list[str]) -> bool:
        """Return True for a header of this table, or for a row of one without a header."""
        if self.columns and self.columns <= {fold(text) for text in texts}:
            return True
        return 0 < self.cells == len(texts) and any(text.startswith(self.holds) for text in texts)


def load_layouts(root: Path) -> Reading[tuple[Layout, ...]]:
    """Return the layouts in file order, none without a file."""
    return (yield from read_each((yield from records_file(root, PATH, _KEYS)), _layout))


def sound_layouts(root: Path) -> tuple[Layout, ...]:
    """Return the layouts without problems, which `load_layouts` reports."""
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
