"""Problems of whole tables: another publisher's export, other separators, lines that are not rows."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generators.load import layouts
from generators.load.formats import text_files
from generators.load.formats.csv_lines import Line, csv_lines, cut, unmatched_quotes
from generators.load.formats.reading import Reading
from generators.model.problems import CellError, Problem, Where, did_you_mean, fold

_SEPARATORS = {";": "semicolons", "\t": "tabs", "|": "vertical bars"}
_HEADER_LINES = 30
"""Lines in which a header is looked for."""
_LONGEST = 60
"""Letters of a line that a message shows."""
_OTHER_FORMATS = (
    (re.compile(r"\s*[\[{]"), "JSON"),
    (re.compile(r"\s*<(?i:!doctype|html|table)"), "a page of HTML"),
    (re.compile(r"\s*<\?xml"), "XML"),
)
_UNNAMED = "Some columns have no name, for example because the header takes two lines."
_SEPARATOR_LINE = re.compile(r'"?sep=.?"?', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Columns:
    """The required and optional columns of a table."""

    needed: tuple[str, ...]
    optional: tuple[str, ...]

    @property
    def every(self) -> tuple[str, ...]:
        """All names."""
        return (*self.needed, *self.optional)

    def among(self, names: Sequence[str]) -> int:
        """Return the number of needed columns among the names."""
        folded = {fold(name.strip()) for name in names}
        return sum(column in folded for column in self.needed)

    def are_in(self, names: Sequence[str]) -> bool:
        """Return True if the names are a header of the table, perhaps with mistakes."""
        return self.among(names) * 2 >= len(self.needed)


def refused(root: Path, path: str, written: Sequence[str], columns: Columns) -> Reading[bool]:
    """Return True and yield problems if the first line is no header; a single one if the file is another table."""
    header = next(csv_lines(written))
    if not columns.are_in(header.texts):
        yield _other_table(root, path, written, columns)
        return True
    if header.rest:
        yield unmatched_quotes(path, header, ())
        return True
    problems = tuple(_column_problems(path, header, columns))
    yield from problems
    return bool(problems)


def unread(root: Path, path: str, problems: Sequence[Problem], columns: Columns) -> Iterator[Problem]:
    """Yield the problems of a file whose text cannot be read: of another table only that, else also its separators."""
    lines = text_files.guessed(root, path).split("\n")
    if diagnosis := _foreign_table(root, lines, columns):
        yield diagnosis[0].at(Where(path=path), "header", diagnosis[1])
        return
    yield from problems
    if diagnosis := _other_separator(root, lines, columns):
        yield diagnosis[0].at(Where(path=path), "header", diagnosis[1])


def table_advice(root: Path, path: str, columns: Columns) -> str:
    """Return a sentence on what table a file is and what to do with it; empty if unknown."""
    lines = text_files.guessed(root, path).split("\n")
    diagnosis = _foreign_table(root, lines, columns) or _hashtags(root, lines, columns)
    if diagnosis:
        return f"This is {diagnosis[1]}. {diagnosis[0].advice}"
    if any(columns.are_in(_split(lines[0], mark)) for mark in (",", *_SEPARATORS)):
        return "This is a table of figures: save it as CSV UTF-8 with commas in the folder of its topic, with its sidecar beside it."
    return ""


def _other_table(root: Path, path: str, lines: Sequence[str], columns: Columns) -> Problem:
    """Return the problem that this is another table, with its kind if recognised."""
    error, text = next(filter(None, (look(root, lines, columns) for look in _LOOKS)))
    return error.at(Where(path=path), "header", text)


_Diagnosis = tuple[CellError, str]


def _other_format(_root: Path, lines: Sequence[str], columns: Columns) -> _Diagnosis | None:
    kind = next((kind for pattern, kind in _OTHER_FORMATS if pattern.match(lines[0])), "")
    advice = "Save it as CSV: one line per row, commas between the cells."
    return (CellError(_expected_columns(columns), advice), kind) if kind else None


def _foreign_table(root: Path, lines: Sequence[str], _columns: Columns) -> _Diagnosis | None:
    """Return an export in data/layouts.yml, with any separator, below other lines, or without its header."""
    formats = layouts.sound_layouts(root)
    for text in lines[:_HEADER_LINES] if formats else ():
        for separator in (",", *_SEPARATORS):
            names = _split(text, separator)
            for layout in formats:
                if layout.fits(names):
                    return CellError("a table of this site", layout.instead), layout.name
    return None


def _hashtags(_root: Path, lines: Sequence[str], columns: Columns) -> _Diagnosis | None:
    if not any(_are_hashtags(cut(text, 1).texts) for text in lines[:_HEADER_LINES]):
        return None
    advice = (
        "Write one row of this table for each number: #date in period, the code of #adm in place, "
        "each #affected in value under its own indicator. Omit the line of hashtags."
    )
    return CellError(_expected_columns(columns), advice), "a table with HXL hashtags"


def _other_separator(_root: Path, lines: Sequence[str], columns: Columns) -> _Diagnosis | None:
    header = lines[1] if _SEPARATOR_LINE.fullmatch(lines[0]) and len(lines) > 1 else lines[0]
    for mark, name in _SEPARATORS.items():
        if columns.are_in(_split(header, mark)):
            advice = f"The cells are separated by {name}: save the table with commas."
            return CellError("commas between the cells", advice), _shorten(header)
    return None


def _late_header(_root: Path, lines: Sequence[str], columns: Columns) -> _Diagnosis | None:
    for number, text in enumerate(lines[:_HEADER_LINES], 1):
        if number > 1 and columns.are_in(cut(text, number).texts):
            advice = f"The header is on line {number}: delete the lines above it."
            return CellError("the header on the first line", advice), _shorten(lines[0])
    return None


def _other_columns(_root: Path, lines: Sequence[str], columns: Columns) -> _Diagnosis:
    advice = "This is another table, or its header is missing: copy the first line of an existing table, and rearrange the rows to match."
    names = cut(lines[0], 1).texts
    unnamed = "" if len(names) < 2 or all(map(str.strip, names)) else f"{_UNNAMED} "
    return CellError(_expected_columns(columns), unnamed + advice), _shorten(lines[0])


_LOOKS = (_other_format, _foreign_table, _other_separator, _hashtags, _late_header, _other_columns)


def _expected_columns(columns: Columns) -> str:
    return f"a table with the columns {', '.join(columns.needed)}"


def _split(text: str, separator: str) -> list[str]:
    """Return the cells of a header line with any separator."""
    cells = cut(text, 1).texts if separator == "," else text.split(separator)
    return [cell.strip().strip('"') for cell in cells]


def _shorten(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _are_hashtags(names: Sequence[str]) -> bool:
    tags = [text.strip() for text in names if text.strip()]
    return len(tags) > 1 and all(tag.startswith("#") for tag in tags)


def _column_problems(path: str, line: Line, columns: Columns) -> Iterator[Problem]:
    for index, (name, start) in enumerate(line.cells):
        where = Where(path=path, line=1, column=start)
        if name not in columns.every:
            yield CellError("a column of this table", did_you_mean(name, columns.every)).at(where, "header", name)
        elif name in line.texts[:index]:
            yield CellError("each column once", "Remove one of the two.").at(where, "header", name)
    for column in columns.needed:
        if column not in line.texts:
            yield CellError(f"the column {column}", "Add it.").at(Where(path=path), "header", None)


def no_row(path: str, line: Line, header: Sequence[str]) -> Problem | None:
    """Return the problem of a line that is blank, the header again, or hashtags; None if it may be a row."""
    expected = _expected_row(line.texts, header)
    if line.rest or not expected:
        return None
    where = Where(path=path, line=line.number)
    return CellError(expected, "Delete this line.").at(where, "row", _shorten(",".join(line.texts)))


def _expected_row(cells: Sequence[str], header: Sequence[str]) -> str:
    if not any(map(str.strip, cells)):
        return "a row with text in its cells"
    if cells == header:
        return "the header on the first line only"
    return "a row, not HXL hashtags" if _are_hashtags(cells) else ""
