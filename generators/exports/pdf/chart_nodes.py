"""A chart of a page in a document: its words, the name of its drawing, and its rows as text and as tables."""

from collections.abc import Callable, Iterator
from posixpath import dirname, join, normpath

from lxml.html import HtmlElement

from generators.exports.pdf.inline import Node, Setting
from generators.text.markdown.page_tree import cells_of, rows_of, words_of

Content = Callable[[HtmlElement, Setting], list[Node]]
_MOST = 40
"""So many rows can be listened to; of more the text says how many there are and where."""
_LAST = "Figure"
_TOLD = {"Said by": "", "Period": "", "As of": "as of ", "What": "", "Place": "", "Date": "", "Event": ""}
"""The columns that tell a row from the others, in the order in which they are said, each with what is said before."""


def chart_node(figure: HtmlElement, setting: Setting, content: Content) -> Node:
    """Return the node of a chart. The figure, which is changed, has paragraphs above its drawing, which is a part of its own."""
    image = figure.find(".//img")
    drawing, rows = image.getparent(), figure.find("*[@data-part='rows']")
    above = len([*drawing.itersiblings("p", preceding=True)])
    drawing.drop_tree()
    if rows is not None:
        rows.drop_tree()
    tables = [] if rows is None else [*rows.iter("table")]
    return {
        "kind": "figure",
        "above": above,
        "drawing": normpath(join(dirname(setting.page), image.get("src", ""))),
        "alt": image.get("alt", "") if rows is None else f"{words_of(rows.find('p'))} {_rows_as_text(tables)}".strip(),
        "body": content(figure, setting),
        "rows": [node for table in tables for node in content(table.getparent(), setting)],
    }


def _rows_as_text(tables: list[HtmlElement]) -> str:
    """Return every row of a chart's tables, for who hears a drawing; of more than 40 their number and the page that has them."""
    rows = [row for table in tables for row in _texts(table)]
    if len(rows) > _MOST:
        return f"Its {len(rows)} rows are in the table on the chart's page."
    return f"{'; '.join(rows)}." if rows else ""


def _texts(table: HtmlElement) -> Iterator[str]:
    head, *rows = ([" ".join(words_of(cell).split()) for cell in cells_of(row)] for row in rows_of(table))
    return (_text(dict(zip(head, row, strict=True))) for row in rows)


def _text(cells: dict[str, str]) -> str:
    """Return the row as "who, when: figure"."""
    who = ", ".join(f"{before}{cells[name]}" for name, before in _TOLD.items() if cells.get(name))
    return f"{who}: {cells[_LAST]}" if _LAST in cells else who
