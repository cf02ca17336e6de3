"""Edits of a table: cells, numbers, codes, rows."""

import csv
import re
from collections.abc import Callable, Sequence
from io import StringIO
from random import Random

from tests.edits.sentences import reworded

PROSE = {"note", "locator", "title", "publisher", "name", "summary", "reason", "author", "origin", "at", "said_by", "name_local", "wording"}  # fmt: skip
CODES = {
    "status": ("final", "provisional", "revised"),
    "checked": ("yes", "no"),
    "qualifier": ("exact", "about", "at_least", "up_to", "more_than"),
    "grade": ("A", "B", "C", "F"),
    "interest": ("press", "ngo", "government", "recorder"),
    "kind": ("news", "report", "dataset"),
    "language": ("en", "no", "ar"),
    "tile_row": ("0", "1", "2"),
}
"""Columns whose cells are one of few values."""


def cell(random: Random, text: str) -> str:
    """Return the table with other words in one cell."""
    return _with_cell(random, text, PROSE, lambda value: reworded(random, value))


def number(random: Random, text: str) -> str:
    """Return the table with another number in one cell."""
    columns = {"value", "lower", "upper"}
    return _with_cell(
        random,
        text,
        columns,
        lambda value: str(max(0, int(value) + random.randint(-3, 3))) if value.isdigit() else value,
    )


def code(random: Random, text: str) -> str:
    """Return the table with another of the few values that a column may have."""
    rows = _rows(text)
    columns = sorted(set(rows[0]) & set(CODES)) if rows else ()
    if not columns:
        return text
    name = random.choice(columns)
    return _with_cell(random, text, {name}, lambda value: random.choice(CODES[name]) if value in CODES[name] else value)


def row_gone(random: Random, text: str) -> str:
    """Return the table without one row."""
    rows = _rows(text)
    if len(rows) < 3:
        return text
    del rows[random.randrange(1, len(rows))]
    return _table(rows)


def row_again(random: Random, text: str) -> str:
    """Return the table with one row again, a year, a day or a name further."""
    rows = _rows(text)
    row = [*random.choice(rows[1:] or [[]])]
    for at, (column, value) in enumerate(zip(rows[0], row, strict=False) if rows else ()):
        if column in {"collected", "id", "code", "name"} and value:
            row[at] = f"{value}-{random.choice('abc')}"
        if column in {"period", "date"}:
            row[at] = re.sub(r"\d$", lambda last: str((int(last[0]) + 1) % 10), value)
    return _table([*rows, row]) if row else text


def _with_cell(random: Random, text: str, columns: set[str], change: Callable[[str], str]) -> str:
    rows = _rows(text)
    cells = [
        (row, at)
        for row in rows[1:]
        for at, (column, value) in enumerate(zip(rows[0], row, strict=False))
        if column in columns and value
    ]
    if not cells:
        return text
    row, at = random.choice(cells)
    row[at] = change(row[at])
    return _table(rows)


def _rows(text: str) -> list[list[str]]:
    return list(csv.reader(StringIO(text)))


def _table(rows: Sequence[Sequence[str]]) -> str:
    out = StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()
