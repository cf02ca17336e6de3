"""A chart's rows as one text, for who hears a drawing: "who, when: figure"."""

from collections.abc import Iterator

from generators.text.html_tree import Element, words_of

_MOST = 40
"""So many rows can be listened to; of more the text says how many there are and where."""
_LAST = "Figure"
_TOLD = {"Said by": "", "Period": "", "As of": "as of ", "What": "", "Place": "", "Date": "", "Event": ""}
"""The columns that tell a row from the others, in the order in which they are said, each with what is said before."""


def rows_as_text(data: Element) -> str:
    """Every row of a chart's tables; of more than 40 their number and the page that has them."""
    rows = [row for table in data.walk() if table.tag == "table" for row in _rows(table)]
    if len(rows) > _MOST:
        return f"Its {len(rows)} rows are in the table on the chart's page."
    return f"{'; '.join(rows)}." if rows else ""


def _rows(table: Element) -> Iterator[str]:
    head, *rows = (
        [cell for cell in row.children if isinstance(cell, Element)] for row in table.walk() if row.tag == "tr"
    )
    names = [_said(cell) for cell in head]
    return (_row(dict(zip(names, map(_said, row), strict=True))) for row in rows)


def _row(cells: dict[str, str]) -> str:
    who = ", ".join(f"{before}{cells[name]}" for name, before in _TOLD.items() if cells.get(name))
    return f"{who}: {cells[_LAST]}" if _LAST in cells else who


def _said(cell: Element) -> str:
    return " ".join(words_of(cell).split())
