"""CSV text that spreadsheets open safely."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

_NUMBER = re.compile(r"-?\d+(\.\d+)?", re.ASCII)
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def csv_text(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return header and rows as CSV with line feeds, without cells that a spreadsheet would run as formulas."""
    return as_typed(header, ([_safe(cell) for cell in row] for row in rows))


def as_typed(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return header and rows as CSV with unchanged cells, for files that the site reads again."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue()


def _safe(cell: str) -> str:
    """Return the cell, with an apostrophe before a formula; a negative number is not a formula."""
    return "'" + cell if cell.startswith(_FORMULA) and not _NUMBER.fullmatch(cell) else cell
