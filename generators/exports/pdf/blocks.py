"""A page's HTML becomes the content of a document: a list of texts and of nodes that say what they are.

A node is a mapping with `kind` and what that kind needs; `body` is content again. The typesetter knows each kind and
nothing of HTML, and content is data to it, so that no text can run as code. What only a screen shows is left out.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from posixpath import dirname, join, normpath
from typing import Any

from generators.components.judgement import GROUNDS
from generators.exports.pdf.inline import SCREEN, Node, Setting, inline_nodes, picture_node
from generators.exports.pdf.row_text import rows_as_text
from generators.text.html_tree import Element, words_of
from generators.text.markdown.html_tags import SPANS

_APPARATUS = {"notes", "sources", "footnotes"}
_INLINE = {*SPANS - {"img"}, "button", "svg"}


def content(children: Iterable[Element | str], setting: Setting) -> list[Node]:
    """Blocks, in order; texts and inline elements between them are paragraphs."""
    found: list[Node] = []
    line: list[Element | str] = []
    for child in children:
        if isinstance(child, str) or child.tag in _INLINE:
            line.append(child)
            continue
        found += _paragraph(line, setting)
        line = []
        found += _block(child, setting)
    return found + list(_paragraph(line, setting))


def _paragraph(line: Iterable[Element | str], setting: Setting, style: str = "", language: str = "") -> Iterator[Node]:
    for body in _apart(inline_nodes(line, setting)):
        if _is_picture(body[0]):
            yield body[0]
        elif trimmed := _trimmed(body):
            yield {"kind": "paragraph", "body": trimmed, "style": style, "language": language}


def _apart(body: list[Node]) -> Iterator[list[Node]]:
    """The texts of a paragraph, and each picture in it by itself."""
    for are_pictures, run in groupby(body, _is_picture):
        nodes = list(run)
        yield from ([node] for node in nodes) if are_pictures else [nodes]


def _is_picture(node: Node) -> bool:
    return isinstance(node, dict) and node["kind"] == "picture"


def _trimmed(body: list[Node]) -> list[Node]:
    if body and isinstance(body[0], str):
        body = [body[0].lstrip(), *body[1:]]
    if body and isinstance(body[-1], str):
        body = [*body[:-1], body[-1].rstrip()]
    return [node for node in body if node]


def _block(element: Element, setting: Setting) -> list[Node]:
    if SCREEN.intersection(element.styles):
        return []
    return list(_BLOCKS.get(element.tag, _inside)(element, setting))


def _inside(element: Element, setting: Setting) -> Iterator[Node]:
    """A box that has a look of its own, else what is in it."""
    body = content(element.children, setting)
    language = element.attributes.get("lang")
    if language:
        body = [_said_in(language, node) for node in body]
    if "bottom-line" in element.styles:
        yield {"kind": "box", "body": body}
    elif _APPARATUS.intersection(element.styles):
        yield {"kind": "apparatus", "name": element.styles[-1], "body": body}
    elif "chart-take" in element.styles:
        yield from _kept_address(element, setting)
    else:
        yield from body


def _said_in(language: str, node: Node) -> Node:
    """The node with its language, unless it has one of its own."""
    if isinstance(node, str):
        return {"kind": "foreign", "language": language, "body": [node]}
    return node if node.get("language") else {**node, "language": language}


def _kept_address(element: Element, setting: Setting) -> Iterator[Node]:
    """Of what a screen lets a reader take along with a chart, paper has the permanent address alone."""
    for link in element.walk():
        if "permalink" in link.styles:
            address = Element(tag="a", attributes={**link.attributes, "class": "address"}, children=[*_elements(link)])
            yield from _paragraph([address], setting)


def _heading(element: Element, setting: Setting) -> Iterator[Node]:
    mark = element.attributes.get("id", "")
    yield {
        "kind": "heading",
        "level": int(element.tag[1]),
        "mark": mark,
        "body": inline_nodes(element.children, setting),
    }


def _text_block(element: Element, setting: Setting) -> Iterator[Node]:
    yield from _paragraph(element.children, setting, " ".join(element.styles), element.attributes.get("lang", ""))


def _list(element: Element, setting: Setting) -> Iterator[Node]:
    first = element.attributes.get("start", "")
    items = [
        {"mark": item.attributes.get("id", ""), "number": number, "body": content(item.children, setting)}
        for number, item in enumerate(_elements(element), int(first) if first.isdigit() else 1)
    ]
    yield {"kind": "list", "ordered": element.tag == "ol", "style": " ".join(element.styles), "items": items}


def _facts(element: Element, setting: Setting) -> Iterator[Node]:
    """Terms, each with all that follows it up to the next."""
    pairs: list[dict[str, Any]] = []
    for cell in _cells(element):
        if cell.tag == "dt":
            pairs.append({"term": inline_nodes(cell.children, setting), "body": []})
        elif pairs:
            pairs[-1]["body"] += content(cell.children, setting)
    yield {"kind": "facts", "pairs": [pair for pair in pairs if pair["body"]]}


def _cells(element: Element) -> Iterator[Element]:
    """The terms and their texts, also those that stand in groups."""
    for child in _elements(element):
        yield from _cells(child) if child.tag == "div" else [child]


def _table(element: Element, setting: Setting) -> Iterator[Node]:
    rows = [_elements(row) for row in element.walk() if row.tag == "tr"]
    caption = next((each for each in element.walk() if each.tag == "caption"), Element(tag="caption"))
    head, *body = ([content(cell.children, setting) for cell in row] for row in rows or [[]])
    widest = max(map(len, (head, *body)))
    if not widest:
        return
    head, *body = ([*row, *([[]] * (widest - len(row)))] for row in (head, *body))
    right = ["num" in cell.styles or cell.attributes.get("align") == "right" for cell in rows[0]]
    yield {
        "kind": "table",
        "caption": inline_nodes(caption.children, setting),
        "head": head,
        "right": [*right, *([False] * (widest - len(right)))],
        "rows": body,
    }


def _elements(element: Element) -> list[Element]:
    return [child for child in element.children if isinstance(child, Element)]


def _figure(element: Element, setting: Setting) -> Iterator[Node]:
    """A chart: its words and the name of its drawing."""
    if "chart" not in element.styles:
        yield from content(element.children, setting)
        return
    image = next((each.attributes for each in element.walk() if each.tag == "img"), {})
    described = next((each for each in element.walk() if "chart-data" in each.styles), None)
    above = sum(each.styles[:1] in {("chart-title",), ("chart-subtitle",)} for each in element.walk())
    yield {
        "kind": "figure",
        "above": above,
        "drawing": normpath(join(dirname(setting.page), image.get("src", ""))),
        "alt": _in_words(described) if described else image.get("alt", ""),
        "body": content(element.children, setting),
        "rows": [node for each in _tables(described) for node in _table(each, setting)],
    }


def _in_words(described: Element) -> str:
    """Return what a chart shows in words, then row by row."""
    words = next((words_of(each) for each in described.walk() if each.tag == "p"), "")
    return f"{words} {rows_as_text(described)}".strip()


def _tables(described: Element | None) -> Iterator[Element]:
    yield from (each for each in (described.walk() if described else ()) if each.tag == "table")


def _details(element: Element, setting: Setting) -> Iterator[Node]:
    """What a reader opens on a page stands open in a document; the grounds of a judgement need no heading of their own."""
    heading = next((each for each in _elements(element) if each.tag == "summary"), None)
    told = inline_nodes(heading.children, setting) if heading and words_of(heading) != GROUNDS else []
    named: list[Node] = [{"kind": "paragraph", "body": [{"kind": "strong", "body": told}], "style": "", "language": ""}]
    yield {"kind": "grounds", "body": [*(named if told else []), *content(element.children, setting)]}


def _code(element: Element, setting: Setting) -> Iterator[Node]:
    del setting
    yield {"kind": "code", "text": words_of(element).strip("\n"), "block": True}


def _quote(element: Element, setting: Setting) -> Iterator[Node]:
    yield {"kind": "quote", "body": content(element.children, setting)}


def _rule(element: Element, setting: Setting) -> Iterator[Node]:
    del element, setting
    yield {"kind": "rule"}


def _block_picture(element: Element, setting: Setting) -> Iterator[Node]:
    """A picture of an author's; those of charts are drawings, which their figure names."""
    if not any(style.startswith("chart") for style in element.styles):
        yield picture_node(element, setting)


_BLOCKS: Mapping[str, Callable[[Element, Setting], Iterator[Node]]] = {
    "blockquote": _quote,
    "details": _details,
    "dl": _facts,
    "figure": _figure,
    "h1": _heading,
    "h2": _heading,
    "h3": _heading,
    "h4": _heading,
    "h5": _heading,
    "h6": _heading,
    "hr": _rule,
    "img": _block_picture,
    "ol": _list,
    "p": _text_block,
    "pre": _code,
    "summary": lambda element, setting: iter(()),
    "table": _table,
    "ul": _list,
}
