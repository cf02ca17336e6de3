"""CSV text that spreadsheets open safely."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

_NUMBER = re.compile(r"-?\d+(\.\d+)?", re.ASCII)
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def csv_text(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """The rows under their header: comma-separated, line feeds, no cell that a spreadsheet would run."""
    return as_typed(header, ([_safe(cell) for cell in row] for row in rows))


def as_typed(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """The same with each cell as it is, for files that the site itself reads again."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue()


def _safe(cell: str) -> str:
    """A cell that a spreadsheet would run as a formula gets an apostrophe in front; a number below zero is none."""
    return "'" + cell if cell.startswith(_FORMULA) and not _NUMBER.fullmatch(cell) else cell
