"""Charts in a document: their texts, the names of their drawings, and their rows as text and as tables."""

from collections.abc import Callable, Iterator
from posixpath import dirname, join, normpath

from lxml.html import HtmlElement

from generators.exports.pdf.inline import Node, Setting
from generators.text.joining import commas, semicolons
from generators.text.markdown.page_tree import cells_of, rows_of, words_of
from generators.text.messages import gettext, ngettext, translated

Content = Callable[[HtmlElement, Setting], list[Node]]
_MOST = 40
"""Most rows in an alt text; a longer table is given by its number of rows and its page."""
_AS_OF = "As of"
_COLUMNS = ("Said by", "Period", _AS_OF, "What", "Place", "Date", "Event")
"""Heads of the columns that distinguish a row, in reading order."""


def chart_node(figure: HtmlElement, setting: Setting, content: Content) -> Node:
    """Return the node of a chart; `above` counts the paragraphs above the drawing. The figure loses its drawing and rows."""
    image = figure.find(".//img")
    drawing, rows = next(image.iterancestors("div")), figure.find("*[@data-part='rows']")
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
    """Return all rows of a chart's tables, for screen readers; for more than 40, their number and their page."""
    rows = [row for table in tables for row in _texts(table)]
    if len(rows) > _MOST:
        return ngettext(
            "Its %(num)s row is in the table on the chart's page.",
            "Its %(num)s rows are in the table on the chart's page.",
            len(rows),
        )
    return f"{semicolons(rows)}." if rows else ""


def _texts(table: HtmlElement) -> Iterator[str]:
    head, *rows = ([" ".join(words_of(cell).split()) for cell in cells_of(row)] for row in rows_of(table))
    return (_text(dict(zip(head, row, strict=True))) for row in rows)


def _text(cells: dict[str, str]) -> str:
    """Return the row as "who, when: figure"."""
    subject = commas(
        gettext("as of %(day)s", day=cells[head]) if name == _AS_OF else cells[head]
        for name in _COLUMNS
        if cells.get(head := translated(name))
    )
    last = gettext("Figure")
    return f"{subject}: {cells[last]}" if last in cells else subject
