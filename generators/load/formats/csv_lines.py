"""Lines of a CSV file, cut into cells. Each line is one row: a cell never continues on the next."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from generators.model.problems import Problem, Where

_PLAIN = re.compile(r"[^,]*")
_QUOTED = re.compile(r'"((?:[^"]|"")*)"(?=,|$)')
_UNCLOSED = re.compile(r'"(?:[^"]|"")*')
_CLOSING = re.compile(r'(?:[^"]|"")*"(,|$)')


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line cut into cells, as far as that was possible."""

    number: int
    cells: tuple[tuple[str, int], ...]
    """Text of each cell, and the column that it begins in."""
    rest: str = ""
    """The uncut text: a cell with unmatched quotation marks."""
    rest_at: int = 0

    @property
    def texts(self) -> tuple[str, ...]:
        """The texts of the cells."""
        return tuple(text for text, _ in self.cells)


def csv_lines(texts_of_lines: Sequence[str], start: int = 0) -> Iterator[Line]:
    """Yield lines from an index on, without blank ones; a line that continues a cell belongs to the one before."""
    index = start
    while index < len(texts_of_lines):
        text, number = texts_of_lines[index], index + 1
        index += 1
        if not text.strip() and number > 1:
            continue
        line = cut(text, number)
        yield line
        if _UNCLOSED.fullmatch(line.rest):
            index = _after_closing(texts_of_lines, index)


def cut(text: str, number: int) -> Line:
    """Return the line cut into cells.

    >>> cut('a,"b ""c"", d",', 2).cells
    (('a', 1), ('b "c", d', 3), ('', 16))
    """
    if '"' not in text:
        texts = text.split(",")
        starts = accumulate((len(cell) + 1 for cell in texts), initial=1)
        return Line(number=number, cells=tuple(zip(texts, starts, strict=False)))
    cells: list[tuple[str, int]] = []
    at = 0
    while True:
        quoted = text.startswith('"', at)
        match = (_QUOTED if quoted else _PLAIN).match(text, at)
        if match is None:
            return Line(number=number, cells=tuple(cells), rest=text[at:], rest_at=at + 1)
        cells.append((match[1].replace('""', '"') if quoted else match[0], at + 1))
        at = match.end() + 1
        if at > len(text):
            return Line(number=number, cells=tuple(cells))


def _after_closing(texts_of_lines: Sequence[str], start: int) -> int:
    """Return the index after the line that closes a cell, or `start` if none does."""
    closing = (i for i in range(start, len(texts_of_lines)) if _CLOSING.match(texts_of_lines[i]))
    return next(closing, start - 1) + 1


def unmatched_quotes(path: str, line: Line, header: Sequence[str]) -> Problem:
    """Return the problem of unmatched quotation marks in a cell."""
    index = len(line.cells)
    expected, advice = "a cell in one pair of quotation marks", "Double each quotation mark inside a cell."
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
