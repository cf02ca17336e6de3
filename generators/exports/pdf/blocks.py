"""Conversion of a page's tree to the content of a document: a list of texts and typed nodes.

A node is a mapping with `kind` and the fields of that kind; `body` is content again. The typesetter knows all kinds and
no HTML, and content is data to it, so that no text can run as code.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from lxml.html import HtmlElement

from generators.exports.pdf.chart_nodes import chart_node
from generators.exports.pdf.inline import ADDRESS, Node, Setting, nodes_within
from generators.exports.pdf.paragraphs import paragraphs
from generators.text.markdown.page_tree import (
    HEADINGS,
    Run,
    cells_of,
    children,
    facts_of,
    first_number,
    is_footnotes,
    rows_of,
    runs,
    words_of,
)

_BOTTOM_LINE = "bottom-line"
"""Class of the box with the bottom line."""


def content(element: HtmlElement, setting: Setting) -> list[Node]:
    """Return the blocks in order; texts and inline elements between them become paragraphs."""
    return [node for run in runs(element) for node in _nodes(run, setting)]


def _nodes(run: Run | HtmlElement, setting: Setting) -> Iterable[Node]:
    return paragraphs(run, setting) if isinstance(run, list) else _BLOCKS.get(run.tag, _inside)(run, setting)


def _inside(element: HtmlElement, setting: Setting) -> Iterator[Node]:
    """Yield the element as a box if it has a style of its own, else its content."""
    part = "footnotes" if is_footnotes(element) else element.get("data-part")
    body, language = content(element, setting), element.get("lang")
    if language:
        body = [_with_language(language, node) for node in body]
    if _BOTTOM_LINE in element.classes:
        yield {"kind": "box", "body": body}
    elif part in {"footnotes", "notes", "sources"}:
        yield {"kind": "apparatus", "name": part, "body": body}
    elif part == "links":
        yield from paragraphs((link for link in element.iter("a") if link.find(ADDRESS) is not None), setting)
    else:
        yield from body


def _with_language(language: str, node: Node) -> Node:
    """Return the node with the language, unless it has its own."""
    if isinstance(node, str):
        return {"kind": "foreign", "language": language, "body": [node]}
    return node if node.get("language") else {**node, "language": language}


def _heading(element: HtmlElement, setting: Setting) -> Iterator[Node]:
    level, mark = int(element.tag[1]), element.get("id", "")
    yield {"kind": "heading", "level": level, "mark": mark, "body": nodes_within(element, setting)}


def _text_block(element: HtmlElement, setting: Setting) -> Iterator[Node]:
    style = element.get("data-part") or element.get("class", "")
    yield from paragraphs(children(element), setting, style, element.get("lang", ""))


def _list(element: HtmlElement, setting: Setting) -> Iterator[Node]:
    items = [
        {"mark": item.get("id", ""), "number": number, "body": content(item, setting)}
        for number, item in enumerate(element.iterchildren("li"), first_number(element))
    ]
    yield {"kind": "list", "ordered": element.tag == "ol", "style": element.get("class", ""), "items": items}


def _facts(element: HtmlElement, setting: Setting) -> Iterator[Node]:
    """Yield the terms, each with its content up to the next term."""
    pairs: list[dict[str, list[Node]]] = []
    for cell in facts_of(element):
        if cell.tag == "dt":
            pairs.append({"term": nodes_within(cell, setting), "body": []})
        elif pairs:
            pairs[-1]["body"] += content(cell, setting)
    yield {"kind": "facts", "pairs": [pair for pair in pairs if pair["body"]]}


def _table(element: HtmlElement, setting: Setting) -> Iterator[Node]:
    rows = [cells_of(row) for row in rows_of(element)]
    widest = max(map(len, rows), default=0)
    if not widest:
        return
    caption = element.find("caption")
    right = [cell.get("data-part") == "number" or cell.get("align") == "right" for cell in rows[0]]
    head, *body = ([*(content(cell, setting) for cell in row), *([[]] * (widest - len(row)))] for row in rows)
    yield {
        "kind": "table",
        "caption": [] if caption is None else nodes_within(caption, setting),
        "head": head,
        "right": [*right, *([False] * (widest - len(right)))],
        "rows": body,
    }


def _figure(element: HtmlElement, setting: Setting) -> Iterator[Node]:
    """Yield a chart, or the content of the figure."""
    chart = element.get("data-part") == "chart"
    yield from [chart_node(element, setting, content)] if chart else content(element, setting)


def _details(element: HtmlElement, setting: Setting) -> Iterator[Node]:
    """Yield the content of a disclosure, which is always open in a document."""
    yield {"kind": "grounds", "body": content(element, setting)}


def _summary(element: HtmlElement, setting: Setting) -> Iterator[Node]:
    name: Node = {"kind": "strong", "body": nodes_within(element, setting)}
    yield {"kind": "paragraph", "body": [name], "style": "", "language": ""}


_BLOCKS: Mapping[str, Callable[[HtmlElement, Setting], Iterable[Node]]] = {
    **dict.fromkeys(HEADINGS, _heading),
    **dict.fromkeys(("ol", "ul"), _list),
    "blockquote": lambda element, setting: [{"kind": "quote", "body": content(element, setting)}],
    "details": _details,
    "dl": _facts,
    "figure": _figure,
    "hr": lambda element, setting: [{"kind": "rule"}],
    "p": _text_block,
    "pre": lambda element, setting: [{"kind": "code", "text": words_of(element).strip("\n"), "block": True}],
    "summary": _summary,
    "table": _table,
}
