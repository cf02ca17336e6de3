"""CSV files as rows with line and columns. Callers parse the cells."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import overload

from generators.load.formats import csv_header, limits, text_files
from generators.load.formats.csv_lines import Line, csv_lines, cut, unmatched_quotes
from generators.load.formats.reading import Field, Reading, gathered
from generators.model.problems import Problem, Where
from generators.text.wording import plural


@dataclass(frozen=True, slots=True)
class _Parts(Mapping[str, tuple[int, int]]):
    """Line and column of each cell of a row, by the name of its column."""

    line: int
    columns: Mapping[str, int]
    starts: tuple[int, ...]

    def __getitem__(self, column: str) -> tuple[int, int]:
        index = self.columns[column]
        return self.line, self.starts[index] if index < len(self.starts) else 1

    def __iter__(self) -> Iterator[str]:
        return iter(self.columns)

    def __len__(self) -> int:
        return len(self.columns)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The cells of one line, by the name of their column."""

    path: str
    texts: tuple[str, ...]
    parts: _Parts

    @property
    def line(self) -> int:
        """The line's number."""
        return self.parts.line

    def __getitem__(self, column: str) -> str:
        index = self.parts.columns[column]
        return self.texts[index] if index < len(self.texts) else ""

    @property
    def where(self) -> Where:
        """Location of the line, with the locations of its cells."""
        return Where(path=self.path, line=self.line, parts=self.parts)

    def field(self, column: str) -> Field:
        """Return the cell with its location."""
        line, start = self.parts[column]
        return Field(subject=column, text=self[column], where=Where(path=self.path, line=line, column=start))


@dataclass(frozen=True, slots=True)
class _Rows(Sequence[Row]):
    """The rows of a file, stored as text and cut into cells at each access to save memory."""

    path: str
    columns: Mapping[str, int]
    lines: tuple[tuple[int, str], ...]

    def __len__(self) -> int:
        return len(self.lines)

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> "_Rows": ...
    def __getitem__(self, index: int | slice) -> "Row | _Rows":
        if isinstance(index, slice):
            return _Rows(self.path, self.columns, self.lines[index])
        number, text = self.lines[index]
        line = cut(text, number)
        parts = _Parts(number, self.columns, tuple(start for _, start in line.cells))
        return Row(path=self.path, texts=line.texts, parts=parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The rows of a file that fit its header."""

    path: str
    rows: Sequence[Row]
    whole: bool
    """False if some lines were not rows: then an id that is not here may stand on one of them."""


def load_table(root: Path, path: str, columns: Sequence[str], optional: Sequence[str] = ()) -> Reading[Table | None]:
    """Return the file's rows; None and problems if the file or its header cannot be read.

    An optional column that the file does not have reads as blank.
    """
    expected = csv_header.Columns(tuple(columns), tuple(optional))
    text, problems = gathered(text_files.text(root, path))
    if text is None:
        yield from csv_header.unread(root, path, problems, expected)
        return None
    texts = text.split("\n")
    excess = tuple(limits.too_many_rows(path, len(texts) - 2))
    yield from excess
    if excess or (yield from csv_header.refused(root, path, texts, expected)):
        return None
    header = next(csv_lines(texts)).texts
    rows, complete = [], True
    for line in csv_lines(texts, 1):
        if (yield from _is_row(path, line, header)):
            if len(texts[line.number - 1]) > limits.VALUE:  # else no cell is, and each would be located for nothing
                yield from _long_cells(path, line, header)
            rows.append((line.number, texts[line.number - 1]))
        else:
            complete = False
    absent = (name for name in optional if name not in header)
    places = {name: index for index, name in enumerate((*header, *absent))}
    return Table(path=path, rows=_Rows(path, places, tuple(rows)), whole=complete)


def _long_cells(path: str, line: Line, header: Sequence[str]) -> Reading[None]:
    for column, (text, start) in zip(header, line.cells, strict=True):
        yield from limits.too_long_value(Where(path=path, line=line.number, column=start), column, text)


def _is_row(path: str, line: Line, header: Sequence[str]) -> Reading[bool]:
    if problem := csv_header.no_row(path, line, header):
        yield problem
        return False
    if line.rest:
        yield unmatched_quotes(path, line, header)
        return False
    if len(line.cells) == len(header):
        return True
    last = line.cells[min(len(line.cells), len(header) + 1) - 1]
    yield Problem(
        where=Where(path=path, line=line.number, column=last[1]),
        subject="row",
        found=plural(len(line.cells), "cell"),
        expected=f"{plural(len(header), 'cell')}, one for each column",
        advice='Put a cell that contains a comma in quotation marks: "one, two".',
    )
    return False
