"""Blocks of a page's tree as Markdown that CommonMark and Python-Markdown render in the same way."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from lxml.html import HtmlElement

from generators.exports.plaintext.markdown_inline import line, longest_ticks, words
from generators.exports.plaintext.plain_links import Way
from generators.text.markdown.page_tree import (
    HEADINGS,
    Run,
    cells_of,
    children,
    facts_of,
    first_number,
    is_footnotes,
    is_inline,
    rows_of,
    runs,
    words_of,
)

_BEGINS_A_BLOCK = re.compile(r"(#{1,6}(?=\s|$)|[-+](?=\s)|>|\d+(?=[.)](?:\s|$))|~{3,}|=+$|-+$)")
_LANGUAGE = re.compile(r"\blanguage-([\w#.+-]+)")
_BLOCK = re.compile(r"[-|>#] |\d+\. |```")
_INDENT = "    "
_APART = {True: "\n", False: "\n\n"}
"""Separators between the items of a tight and of a loose list."""


def page_markdown(root: HtmlElement, link_to: Way) -> str:
    """Return the tree as Markdown."""
    return "\n\n".join(_blocks(root, link_to))


def _blocks(element: HtmlElement, link_to: Way) -> list[str]:
    return [block for run in runs(element) for block in _run(run, link_to) if block.strip()]


def _run(run: Run | HtmlElement, link_to: Way) -> Iterable[str]:
    return _paragraph(run, link_to) if isinstance(run, list) else _BLOCKS.get(run.tag, _blocks)(run, link_to)


def _paragraph(parts: Iterable[HtmlElement | str], link_to: Way) -> list[str]:
    text = line(parts, link_to)
    return [_BEGINS_A_BLOCK.sub(_escape, text, count=1) if _BEGINS_A_BLOCK.match(text) else text]


def _escape(mark: re.Match[str]) -> str:
    return f"{mark[0]}\\" if mark[0].isdigit() else f"\\{mark[0]}"


def _text_block(element: HtmlElement, link_to: Way) -> list[str]:
    if not all(map(is_inline, children(element))):
        return _blocks(element, link_to)
    return _bold(element, link_to) if element.get("data-part") == "title" else _paragraph(children(element), link_to)


def _heading(element: HtmlElement, link_to: Way) -> list[str]:
    text = words(element, link_to)
    return [f"{'#' * int(element.tag[1])} {text}"] if text else []


def _bold(element: HtmlElement, link_to: Way) -> list[str]:
    text = words(element, link_to)
    return [text if text.startswith("**") else f"**{text}**"] if text else []


def _list(element: HtmlElement, link_to: Way) -> list[str]:
    items, tight = [], True
    for number, item in enumerate(element.iterchildren("li"), first_number(element)):
        inside = _blocks(item, link_to)
        tight = tight and all(map(_BLOCK.match, inside[1:])) and item.find("p") is None
        mark = "-" if element.tag == "ul" or element.get("data-part") == "unnumbered" else f"{number}."
        items.append(f"{mark} {_indent(_APART[tight].join(inside))}")
    return [_APART[tight].join(items)]


def _indent(text: str) -> str:
    first, *rest = text.split("\n")
    return "\n".join((first, *(f"{_INDENT}{row}" if row else "" for row in rest)))


def _quote(element: HtmlElement, link_to: Way) -> list[str]:
    inside = "\n\n".join(_blocks(element, link_to))
    return ["\n".join(f"> {row}".rstrip() for row in inside.split("\n"))]


def _verbatim(element: HtmlElement, link_to: Way) -> list[str]:
    del link_to
    code = words_of(element).strip("\n")
    language = _LANGUAGE.search(" ".join(part.get("class", "") for part in element.iter()))
    fence = "`" * max(3, longest_ticks(code) + 1)
    return [f"{fence}{language[1] if language else ''}\n{code}\n{fence}"]


def _table(element: HtmlElement, link_to: Way) -> list[str]:
    captions = [block for caption in element.iterchildren("caption") for block in _bold(caption, link_to)]
    rows = [[_cell(cell, link_to) for cell in cells_of(row)] for row in rows_of(element)]
    if not any(rows):
        return captions
    head, *body = rows
    return [*captions, "\n".join((_row(head), "|" + " --- |" * len(head), *map(_row, body)))]


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |".replace("|  |", "| |")


def _cell(cell: HtmlElement, link_to: Way) -> str:
    return " ".join(" ".join(_blocks(cell, link_to)).split()).replace("|", "\\|").replace("\\\\|", "\\|")


def _facts(element: HtmlElement, link_to: Way) -> Iterator[str]:
    """Yield each term in bold with its description."""
    term = ""
    for cell in facts_of(element):
        if cell.tag == "dt":
            term = words(cell, link_to)
            continue
        inside = _blocks(cell, link_to)
        if term and inside and not _BLOCK.match(inside[0]):
            inside[0] = f"**{term}:** {inside[0]}"
        elif term:
            yield f"**{term}:**"
        yield from inside
        term = ""


def _section(element: HtmlElement, link_to: Way) -> list[str]:
    if not is_footnotes(element):
        return _blocks(element, link_to)
    heads = [block for heading in element.iterchildren("h2") for block in _heading(heading, link_to)]
    notes = ("\n\n".join(_blocks(item, link_to)) for item in element.iterfind("ol/li"))
    return [*heads, *(_indent(f"[^{number}]: {note}") for number, note in enumerate(notes, 1))]


_BLOCKS: Mapping[str, Callable[[HtmlElement, Way], Iterable[str]]] = {
    **dict.fromkeys(HEADINGS, _heading),
    **dict.fromkeys(("ol", "ul"), _list),
    "blockquote": _quote,
    "dl": _facts,
    "hr": lambda element, link_to: ["---"],
    "p": _text_block,
    "pre": _verbatim,
    "section": _section,
    "summary": _bold,
    "table": _table,
}
