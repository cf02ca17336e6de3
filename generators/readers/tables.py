"""CSV files as rows that know their line and columns. What a cell means is said by the room that asked.

One line is one row: Python's csv module would let a cell run over several lines and lose their numbers.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generators.problems import CellError, Problem, Where, did_you_mean
from generators.readers import bounds, texts
from generators.readers.reading import Field, Reading

_PLAIN = re.compile(r"[^,]*")
_QUOTED = re.compile(r'"((?:[^"]|"")*)"(?=,|$)')
_UNCLOSED = re.compile(r'"(?:[^"]|"")*')
_CLOSING = re.compile(r'(?:[^"]|"")*"(,|$)')
_OTHER_MARKS = {";": "semicolons", "\t": "tabs"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The cells of one line, by the name of their column."""

    path: str
    line: int
    cells: Mapping[str, tuple[str, int]]
    """Text of the cell and the column of the line it begins in, counted from 1."""

    def __getitem__(self, column: str) -> str:
        return self.cells[column][0]

    @property
    def where(self) -> Where:
        """The beginning of the line, which knows where its cells begin."""
        parts = {column: (self.line, start) for column, (_, start) in self.cells.items()}
        return Where(path=self.path, line=self.line, parts=parts)

    def field(self, column: str) -> Field:
        """The cell with its place in the file."""
        text, start = self.cells[column]
        return Field(subject=column, text=text, where=Where(path=self.path, line=self.line, column=start))


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The rows of a file that fit its header."""

    path: str
    rows: tuple[Row, ...]
    whole: bool
    """False if some lines were not rows: then an id that is not here may stand on one of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A line cut into cells, as far as that was possible."""

    number: int
    cells: tuple[tuple[str, int], ...]
    rest: str = ""
    """What could not be cut: a cell whose quotation marks do not match."""
    rest_at: int = 0


def table(root: Path, path: str, columns: Sequence[str], optional: Sequence[str] = ()) -> Reading[Table | None]:
    """The file's rows; None and problems if the file or its header cannot be read.

    An optional column that the file does not have reads as blank.
    """
    text = yield from texts.text(root, path)
    if text is None:
        return None
    first, *others = _lines(text.split("\n"))
    excess = tuple(bounds.too_many_rows(path, len(others)))
    yield from excess
    if excess:
        return None
    wrong = tuple(_header_problems(path, first, columns, optional))
    yield from wrong
    if wrong:
        return None
    header = [name for name, _ in first.cells]
    rows = []
    for line in others:
        if (yield from _row_fits(path, line, header)):
            cells = dict.fromkeys(optional, ("", 1)) | dict(zip(header, line.cells, strict=True))
            row = Row(path=path, line=line.number, cells=cells)
            yield from _cells_fit(row)
            rows.append(row)
    return Table(path=path, rows=tuple(rows), whole=len(rows) == len(others))


def _cells_fit(row: Row) -> Reading[None]:
    for column, (text, start) in row.cells.items():
        where = Where(path=row.path, line=row.line, column=start)
        yield from bounds.too_long_value(where, column, text)


def _lines(texts_of_lines: Sequence[str]) -> Iterator[_Line]:
    """Every line that is not blank; a line that a cell runs on into belongs to the one before."""
    index = 0
    while index < len(texts_of_lines):
        text, number = texts_of_lines[index], index + 1
        index += 1
        if not text.strip() and number > 1:
            continue
        line = _cut(text, number)
        yield line
        if _UNCLOSED.fullmatch(line.rest):
            index = _after_closing(texts_of_lines, index)


def _cut(text: str, number: int) -> _Line:
    """The line's cells.

    >>> _cut('a,"b ""c"", d",', 2).cells
    (('a', 1), ('b "c", d', 3), ('', 16))
    """
    cells: list[tuple[str, int]] = []
    at = 0
    while True:
        quoted = text.startswith('"', at)
        match = (_QUOTED if quoted else _PLAIN).match(text, at)
        if match is None:
            return _Line(number=number, cells=tuple(cells), rest=text[at:], rest_at=at + 1)
        cells.append((match[1].replace('""', '"') if quoted else match[0], at + 1))
        at = match.end() + 1
        if at > len(text):
            return _Line(number=number, cells=tuple(cells))


def _after_closing(texts_of_lines: Sequence[str], start: int) -> int:
    """Where to go on after an unclosed cell: behind the line that closes it, or at once if none does."""
    closing = (i for i in range(start, len(texts_of_lines)) if _CLOSING.match(texts_of_lines[i]))
    return next(closing, start - 1) + 1


def _header_problems(path: str, line: _Line, columns: Sequence[str], optional: Sequence[str]) -> Iterator[Problem]:
    if line.rest:
        yield _unmatched_quotes(path, line, ())
    elif len(line.cells) == 1 and any(mark in line.cells[0][0] for mark in _OTHER_MARKS):
        yield _other_marks(path, line.cells[0][0])
    else:
        yield from _column_problems(path, line, columns, optional)


def _column_problems(path: str, line: _Line, columns: Sequence[str], optional: Sequence[str]) -> Iterator[Problem]:
    known = (*columns, *optional)
    names = [name for name, _ in line.cells]
    for index, (name, start) in enumerate(line.cells):
        where = Where(path=path, line=1, column=start)
        if name not in known:
            yield CellError("a column of this table", did_you_mean(name, known)).at(where, "header", name)
        elif name in names[:index]:
            yield CellError("each column once", "Remove one of the two.").at(where, "header", name)
    for column in columns:
        if column not in names:
            yield CellError(f"the column {column}", "Add it.").at(Where(path=path), "header", None)


def _other_marks(path: str, header: str) -> Problem:
    between = next(name for mark, name in _OTHER_MARKS.items() if mark in header)
    advice = f"The cells stand between {between}: save the table with commas."
    return CellError("commas between the cells", advice).at(Where(path=path), "header", header)


def _row_fits(path: str, line: _Line, header: Sequence[str]) -> Reading[bool]:
    if line.rest:
        yield _unmatched_quotes(path, line, header)
        return False
    if len(line.cells) == len(header):
        return True
    last = line.cells[min(len(line.cells), len(header) + 1) - 1]
    yield Problem(
        where=Where(path=path, line=line.number, column=last[1]),
        subject="row",
        found=f"{len(line.cells)} cells",
        expected=f"{len(header)} cells, one for each column",
        advice='Put a cell that holds a comma in quotation marks: "one, two".',
    )
    return False


def _unmatched_quotes(path: str, line: _Line, header: Sequence[str]) -> Problem:
    index = len(line.cells)
    expected, advice = "a cell in one pair of quotation marks", "Write a quotation mark inside a cell twice."
    if _UNCLOSED.fullmatch(line.rest):
        expected = "a cell that ends on its line"
        advice = "Remove the line break, or add the closing quotation mark."
    return Problem(
        where=Where(path=path, line=line.number, column=line.rest_at),
        subject=header[index] if index < len(header) else "row",
        found=line.rest,
        expected=expected,
        advice=advice,
    )
