"""Problems of whole tables, one each: another publisher's export, other separators, lines that are not rows."""

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
_LOOKED_AT = 30
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
    """The columns that a table needs, and those that it may have."""

    needed: tuple[str, ...]
    optional: tuple[str, ...]

    @property
    def every(self) -> tuple[str, ...]:
        """The names of all."""
        return (*self.needed, *self.optional)

    def among(self, names: Sequence[str]) -> int:
        """How many of the needed columns the names are."""
        written = {fold(name.strip()) for name in names}
        return sum(column in written for column in self.needed)

    def are_in(self, names: Sequence[str]) -> bool:
        """True if the names are a header of the table, though perhaps with mistakes."""
        return self.among(names) * 2 >= len(self.needed)


def refused(root: Path, path: str, written: Sequence[str], columns: Columns) -> Reading[bool]:
    """True and problems if the first line is no header of the table: a single one where the whole table is another."""
    first = next(csv_lines(written))
    if not columns.are_in(first.texts):
        yield _other_table(root, path, written, columns)
        return True
    if first.rest:
        yield unmatched_quotes(path, first, ())
        return True
    wrong = tuple(_column_problems(path, first, columns))
    yield from wrong
    return bool(wrong)


def unread(root: Path, path: str, problems: Sequence[Problem], columns: Columns) -> Iterator[Problem]:
    """What is wrong with a file whose text cannot be read: that it is another table, else that, and its separators."""
    written = text_files.guessed(root, path).split("\n")
    if told := _foreign(root, written, columns):
        yield told[0].at(Where(path=path), "header", told[1])
        return
    yield from problems
    if told := _separated_otherwise(root, written, columns):
        yield told[0].at(Where(path=path), "header", told[1])


def table_advice(root: Path, path: str, columns: Columns) -> str:
    """The sentence that says what table a file is and what to do with it; empty if it is none that the site knows."""
    written = text_files.guessed(root, path).split("\n")
    told = _foreign(root, written, columns) or _hashtags(root, written, columns)
    if told:
        return f"This is {told[1]}. {told[0].advice}"
    if any(columns.are_in(_split(written[0], mark)) for mark in (",", *_SEPARATORS)):
        return "This is a table of figures: save it as CSV UTF-8 with commas in the folder of its topic, with its sidecar beside it."
    return ""


def _other_table(root: Path, path: str, written: Sequence[str], columns: Columns) -> Problem:
    """The problem that the table is another one: what it is, as far as that can be told."""
    error, found = next(filter(None, (look(root, written, columns) for look in _LOOKS)))
    return error.at(Where(path=path), "header", found)


_Told = tuple[CellError, str]


def _other_format(_root: Path, written: Sequence[str], columns: Columns) -> _Told | None:
    kind = next((kind for pattern, kind in _OTHER_FORMATS if pattern.match(written[0])), "")
    advice = "Save it as CSV: one line per row, commas between the cells."
    return (CellError(_expected(columns), advice), kind) if kind else None


def _foreign(root: Path, written: Sequence[str], _columns: Columns) -> _Told | None:
    """An export that a file of the site describes, with any separator, below other lines, or without its header."""
    known = layouts.sound_layouts(root)
    for text in written[:_LOOKED_AT] if known else ():
        for separator in (",", *_SEPARATORS):
            names = _split(text, separator)
            for layout in known:
                if layout.fits(names):
                    return CellError("a table of this site", layout.instead), layout.name
    return None


def _hashtags(_root: Path, written: Sequence[str], columns: Columns) -> _Told | None:
    if not any(_are_hashtags(cut(text, 1).texts) for text in written[:_LOOKED_AT]):
        return None
    advice = (
        "Write one row of this table for each number: #date in period, the code of #adm in place, "
        "each #affected in value under its own indicator. Omit the line of hashtags."
    )
    return CellError(_expected(columns), advice), "a table with HXL hashtags"


def _separated_otherwise(_root: Path, written: Sequence[str], columns: Columns) -> _Told | None:
    header = written[1] if _SEPARATOR_LINE.fullmatch(written[0]) and len(written) > 1 else written[0]
    for mark, name in _SEPARATORS.items():
        if columns.are_in(_split(header, mark)):
            advice = f"The cells are separated by {name}: save the table with commas."
            return CellError("commas between the cells", advice), _short(header)
    return None


def _header_below(_root: Path, written: Sequence[str], columns: Columns) -> _Told | None:
    for number, text in enumerate(written[:_LOOKED_AT], 1):
        if number > 1 and columns.are_in(cut(text, number).texts):
            advice = f"The header is on line {number}: delete the lines above it."
            return CellError("the header on the first line", advice), _short(written[0])
    return None


def _other_columns(_root: Path, written: Sequence[str], columns: Columns) -> _Told:
    advice = "This is another table, or its header is missing: copy the first line of an existing table, and rearrange the rows to match."
    names = cut(written[0], 1).texts
    unnamed = "" if len(names) < 2 or all(map(str.strip, names)) else f"{_UNNAMED} "
    return CellError(_expected(columns), unnamed + advice), _short(written[0])


_LOOKS = (_other_format, _foreign, _separated_otherwise, _hashtags, _header_below, _other_columns)


def _expected(columns: Columns) -> str:
    return f"a table with the columns {', '.join(columns.needed)}"


def _split(text: str, separator: str) -> list[str]:
    """The cells of a line between any separators, as far as a header needs it."""
    cells = cut(text, 1).texts if separator == "," else text.split(separator)
    return [cell.strip().strip('"') for cell in cells]


def _short(text: str) -> str:
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
    """The problem that a line is no row at all, but blank, the header again, or hashtags; None if it may be a row."""
    expected = _instead_of_row(line.texts, header)
    if line.rest or not expected:
        return None
    where = Where(path=path, line=line.number)
    return CellError(expected, "Delete this line.").at(where, "row", _short(",".join(line.texts)))


def _instead_of_row(cells: Sequence[str], header: Sequence[str]) -> str:
    if not any(map(str.strip, cells)):
        return "a row with text in its cells"
    if cells == header:
        return "the header on the first line only"
    return "a row, not HXL hashtags" if _are_hashtags(cells) else ""
