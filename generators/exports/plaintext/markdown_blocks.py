"""The blocks of a page's tree as Markdown that CommonMark and Python-Markdown read alike."""

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
"""What is between the items of a tight list and of a loose one."""


def page_markdown(root: HtmlElement, way: Way) -> str:
    """Return the whole tree."""
    return "\n\n".join(_blocks(root, way))


def _blocks(element: HtmlElement, way: Way) -> list[str]:
    return [block for run in runs(element) for block in _run(run, way) if block.strip()]


def _run(run: Run | HtmlElement, way: Way) -> Iterable[str]:
    return _paragraph(run, way) if isinstance(run, list) else _BLOCKS.get(run.tag, _blocks)(run, way)


def _paragraph(parts: Iterable[HtmlElement | str], way: Way) -> list[str]:
    text = line(parts, way)
    return [_BEGINS_A_BLOCK.sub(_apart, text, count=1) if _BEGINS_A_BLOCK.match(text) else text]


def _apart(mark: re.Match[str]) -> str:
    return f"{mark[0]}\\" if mark[0].isdigit() else f"\\{mark[0]}"


def _text_block(element: HtmlElement, way: Way) -> list[str]:
    if not all(map(is_inline, children(element))):
        return _blocks(element, way)
    return _bold(element, way) if element.get("data-part") == "title" else _paragraph(children(element), way)


def _heading(element: HtmlElement, way: Way) -> list[str]:
    text = words(element, way)
    return [f"{'#' * int(element.tag[1])} {text}"] if text else []


def _bold(element: HtmlElement, way: Way) -> list[str]:
    text = words(element, way)
    return [text if text.startswith("**") else f"**{text}**"] if text else []


def _list(element: HtmlElement, way: Way) -> list[str]:
    items, tight = [], True
    for number, item in enumerate(element.iterchildren("li"), first_number(element)):
        inside = _blocks(item, way)
        tight = tight and all(map(_BLOCK.match, inside[1:])) and item.find("p") is None
        mark = "-" if element.tag == "ul" or element.get("data-part") == "unnumbered" else f"{number}."
        items.append(f"{mark} {_indented(_APART[tight].join(inside))}")
    return [_APART[tight].join(items)]


def _indented(text: str) -> str:
    first, *rest = text.split("\n")
    return "\n".join((first, *(f"{_INDENT}{row}" if row else "" for row in rest)))


def _quote(element: HtmlElement, way: Way) -> list[str]:
    inside = "\n\n".join(_blocks(element, way))
    return ["\n".join(f"> {row}".rstrip() for row in inside.split("\n"))]


def _verbatim(element: HtmlElement, way: Way) -> list[str]:
    del way
    code = words_of(element).strip("\n")
    language = _LANGUAGE.search(" ".join(part.get("class", "") for part in element.iter()))
    fence = "`" * max(3, longest_ticks(code) + 1)
    return [f"{fence}{language[1] if language else ''}\n{code}\n{fence}"]


def _table(element: HtmlElement, way: Way) -> list[str]:
    captions = [block for caption in element.iterchildren("caption") for block in _bold(caption, way)]
    rows = [[_cell(cell, way) for cell in cells_of(row)] for row in rows_of(element)]
    if not any(rows):
        return captions
    head, *body = rows
    return [*captions, "\n".join((_row(head), "|" + " --- |" * len(head), *map(_row, body)))]


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |".replace("|  |", "| |")


def _cell(cell: HtmlElement, way: Way) -> str:
    return " ".join(" ".join(_blocks(cell, way)).split()).replace("|", "\\|").replace("\\\\|", "\\|")


def _facts(element: HtmlElement, way: Way) -> Iterator[str]:
    """Yield each term in bold with what it leads to."""
    term = ""
    for cell in facts_of(element):
        if cell.tag == "dt":
            term = words(cell, way)
            continue
        inside = _blocks(cell, way)
        if term and inside and not _BLOCK.match(inside[0]):
            inside[0] = f"**{term}:** {inside[0]}"
        elif term:
            yield f"**{term}:**"
        yield from inside
        term = ""


def _section(element: HtmlElement, way: Way) -> list[str]:
    if not is_footnotes(element):
        return _blocks(element, way)
    heads = [block for heading in element.iterchildren("h2") for block in _heading(heading, way)]
    notes = ("\n\n".join(_blocks(item, way)) for item in element.iterfind("ol/li"))
    return [*heads, *(_indented(f"[^{number}]: {note}") for number, note in enumerate(notes, 1))]


_BLOCKS: Mapping[str, Callable[[HtmlElement, Way], Iterable[str]]] = {
    **dict.fromkeys(HEADINGS, _heading),
    **dict.fromkeys(("ol", "ul"), _list),
    "blockquote": _quote,
    "dl": _facts,
    "hr": lambda element, way: ["---"],
    "p": _text_block,
    "pre": _verbatim,
    "section": _section,
    "summary": _bold,
    "table": _table,
}
