"""A page's HTML becomes the content of a document: a list of texts and of nodes that say what they are.

A node is a mapping with `kind` and what that kind needs; `body` is content again. The typesetter knows each kind and
nothing of HTML, and content is data to it, so that no text can run as code. What only a screen shows is left out.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from posixpath import dirname, join, normpath
from typing import Any

from generators.documents.rows import listed
from generators.documents.tree import Element, words_of

Node = str | dict[str, Any]
_SPACE = re.compile(r"\s+")
_SOURCE = re.compile(r"(?:^|/)sources/([\w.-]+)\.html$")
_SCREEN = {"screen-only", "chart-data", "chart-live", "card-note"}
_INLINE = {"a", "br", "button", "code", "em", "i", "b", "span", "strong", "svg", "sub", "sup", "time", "abbr", "q"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What a page's links can lead to once it is a document."""

    page: str
    address: str
    """Of the site's root; empty where it is not known, and then a link to another page is plain text."""
    marks: frozenset[str]
    """The ids that the document has."""


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
    body = _trimmed(inline(line, setting))
    if body:
        yield {"kind": "paragraph", "body": body, "style": style, "language": language}


def _trimmed(body: list[Node]) -> list[Node]:
    if body and isinstance(body[0], str):
        body = [body[0].lstrip(), *body[1:]]
    if body and isinstance(body[-1], str):
        body = [*body[:-1], body[-1].rstrip()]
    return [node for node in body if node]


def inline(children: Iterable[Element | str], setting: Setting) -> list[Node]:
    """Texts and inline nodes; texts that meet are one."""
    found: list[Node] = []
    for child in children:
        for node in [_SPACE.sub(" ", child)] if isinstance(child, str) else _span(child, setting):
            last = found[-1] if found else None
            if isinstance(node, str) and isinstance(last, str):
                found[-1] = last + node
            elif node:
                found.append(node)
    return found


def _span(element: Element, setting: Setting) -> list[Node]:
    if _SCREEN.intersection(element.styles):
        return []
    return _SPANS.get(element.tag, _plain)(element, setting)


def _plain(element: Element, setting: Setting) -> list[Node]:
    body = inline(element.children, setting)
    language = element.attributes.get("lang")
    if language:
        return [{"kind": "foreign", "language": language, "body": body}]
    return body


def _marked(kind: str) -> Callable[[Element, Setting], list[Node]]:
    return lambda element, setting: [{"kind": kind, "body": inline(element.children, setting)}]


def _link(element: Element, setting: Setting) -> list[Node]:
    body = inline(element.children, setting)
    target = _target(element.attributes.get("href", ""), setting)
    if target.startswith("#"):
        return [{"kind": "reference", "to": target[1:], "body": body}]
    style = "address" if "address" in element.styles else ""
    return [{"kind": "link", "to": target, "body": body, "style": style}] if target or style else body


def _target(href: str, setting: Setting) -> str:
    """A mark of the document, an address, or nothing."""
    path, _, mark = href.partition("#")
    source = _SOURCE.search(path)
    inner = f"source-{source[1]}" if source else mark if not path else ""
    if inner in setting.marks:
        return f"#{inner}"
    if re.match(r"[a-z]+:", href):
        return href
    whole = normpath(join(dirname(setting.page), re.sub(r"\.md(?=#|$)", ".html", href)))
    return setting.address + whole if setting.address and path else ""


def _number(element: Element, setting: Setting) -> list[Node]:
    """A number with the mark of its note, in brackets: without them a copied 41 with note 5 would be 415. A term stays a word."""
    body = inline(element.children, setting)
    number = element.attributes.get("data-note", "")
    note = f"note-{number}"
    mark: Node = {"kind": "mark", "to": note, "body": [f"[{number}]"]}
    return [*body, mark] if note in setting.marks else body


def _strip(element: Element, setting: Setting) -> list[Node]:
    """A figure's place on a row's axis, which the figure beside it says in words."""
    del setting
    shapes = [{"shape": shape.tag, **shape.attributes} for shape in element.walk() if shape.tag in {"circle", "line"}]
    return [{"kind": "strip", "shapes": shapes}]


_SPANS: Mapping[str, Callable[[Element, Setting], list[Node]]] = {
    "a": _link,
    "br": lambda element, setting: [{"kind": "break"}],
    "button": _number,
    "em": _marked("emphasis"),
    "i": _marked("emphasis"),
    "strong": _marked("strong"),
    "b": _marked("strong"),
    "svg": _strip,
}


def _block(element: Element, setting: Setting) -> list[Node]:
    if _SCREEN.intersection(element.styles):
        return []
    return list(_BLOCKS.get(element.tag, _inside)(element, setting))


def _inside(element: Element, setting: Setting) -> Iterator[Node]:
    """A box that has a look of its own, else what is in it."""
    body = content(element.children, setting)
    if "bottom-line" in element.styles:
        yield {"kind": "box", "body": body}
    elif "notes" in element.styles or "sources" in element.styles:
        yield {"kind": "apparatus", "name": element.styles[-1], "body": body}
    elif "chart-take" in element.styles:
        yield from _kept_address(element, setting)
    else:
        yield from body


def _kept_address(element: Element, setting: Setting) -> Iterator[Node]:
    """Of what a screen lets a reader take along with a chart, paper has the permanent address alone."""
    for link in element.walk():
        if "permalink" in link.styles:
            address = Element(tag="a", attributes={**link.attributes, "class": "address"}, children=[*_elements(link)])
            yield from _paragraph([address], setting)


def _heading(element: Element, setting: Setting) -> Iterator[Node]:
    mark = element.attributes.get("id", "")
    yield {"kind": "heading", "level": int(element.tag[1]), "mark": mark, "body": inline(element.children, setting)}


def _text_block(element: Element, setting: Setting) -> Iterator[Node]:
    yield from _paragraph(element.children, setting, " ".join(element.styles), element.attributes.get("lang", ""))


def _list(element: Element, setting: Setting) -> Iterator[Node]:
    items = [
        {"mark": item.attributes.get("id", ""), "number": number, "body": content(item.children, setting)}
        for number, item in enumerate(_elements(element), 1)
    ]
    yield {"kind": "list", "ordered": element.tag == "ol", "style": " ".join(element.styles), "items": items}


def _facts(element: Element, setting: Setting) -> Iterator[Node]:
    cells = _elements(element)
    pairs = [
        {"term": inline(term.children, setting), "body": content(fact.children, setting)}
        for term, fact in zip(cells[::2], cells[1::2], strict=True)
    ]
    yield {"kind": "facts", "pairs": pairs}


def _table(element: Element, setting: Setting) -> Iterator[Node]:
    rows = [_elements(row) for row in element.walk() if row.tag == "tr"]
    caption = next((each for each in element.walk() if each.tag == "caption"), Element(tag="caption"))
    head, *body = ([content(cell.children, setting) for cell in row] for row in rows)
    yield {
        "kind": "table",
        "caption": inline(caption.children, setting),
        "head": head,
        "right": ["num" in cell.styles or cell.attributes.get("align") == "right" for cell in rows[0]],
        "rows": body,
    }


def _elements(element: Element) -> list[Element]:
    return [child for child in element.children if isinstance(child, Element)]


def _figure(element: Element, setting: Setting) -> Iterator[Node]:
    """A chart: its words and the name of its drawing."""
    image = next((each.attributes for each in element.walk() if each.tag == "img"), {})
    described = next((each for each in element.walk() if "chart-data" in each.styles), None)
    words = (
        next((words_of(each) for each in described.walk() if each.tag == "p"), "")
        if described
        else image.get("alt", "")
    )
    rows = [
        node
        for each in (described.walk() if described else ())
        if each.tag == "table"
        for node in _table(each, setting)
    ]
    above = sum(each.styles[:1] in {("chart-title",), ("chart-subtitle",)} for each in element.walk())
    yield {
        "kind": "figure",
        "above": above,
        "drawing": normpath(join(dirname(setting.page), image.get("src", ""))),
        "alt": f"{words} {listed(described)}".strip() if described else words,
        "body": content(element.children, setting),
        "rows": rows,
    }


def _details(element: Element, setting: Setting) -> Iterator[Node]:
    """What a reader opens on a page stands open in a document."""
    yield {"kind": "grounds", "body": content(element.children, setting)}


_BLOCKS: Mapping[str, Callable[[Element, Setting], Iterator[Node]]] = {
    "details": _details,
    "dl": _facts,
    "figure": _figure,
    "h1": _heading,
    "h2": _heading,
    "h3": _heading,
    "h4": _heading,
    "img": lambda element, setting: iter(()),
    "ol": _list,
    "p": _text_block,
    "summary": lambda element, setting: iter(()),
    "table": _table,
    "ul": _list,
}
