"""Inline content as texts and nodes: emphasis, links, numbers with the marks of their notes, code, pictures."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from posixpath import dirname, join, normpath
from typing import Any

from lxml.html import HtmlElement

from generators.text.markdown.page_tree import children, is_back, is_reference, words_of
from generators.text.wording import numeral

Node = str | dict[str, Any]
ADDRESS = "span[@data-part='address']"
"""Address of a link as text, the only part of the link on paper."""
_SPACE = re.compile(r"\s+")
_SOURCE = re.compile(r"(?:^|/)sources/([\w.-]+)\.html$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Possible targets of links in a document."""

    page: str
    address: str
    """Address of the site's root; empty if it is not known, so that a link to another page becomes plain text."""
    marks: frozenset[str]
    """Ids in the document."""


def inline_nodes(parts: Iterable[HtmlElement | str], setting: Setting) -> list[Node]:
    """Return texts and inline nodes; adjacent texts are joined."""
    nodes: list[Node] = []
    for part in parts:
        for node in [_SPACE.sub(" ", part)] if isinstance(part, str) else _span(part, setting):
            last = nodes[-1] if nodes else None
            if isinstance(node, str) and isinstance(last, str):
                nodes[-1] = last + node
            elif node:
                nodes.append(node)
    return nodes


def nodes_within(element: HtmlElement, setting: Setting) -> list[Node]:
    """Return the texts and inline nodes in the element."""
    return inline_nodes(children(element), setting)


def picture_node(element: HtmlElement, setting: Setting) -> Node:
    """Return a picture of the site's own files, with its alt text."""
    path = normpath(join(dirname(setting.page), element.get("src", "").replace("%20", " ")))
    return {"kind": "picture", "path": f"/{path}", "alt": element.get("alt", "")}


def _span(element: HtmlElement, setting: Setting) -> list[Node]:
    if element.tag in _MARKED:
        return [{"kind": _MARKED[element.tag], "body": nodes_within(element, setting)}]
    return _SPANS.get(element.tag, _plain)(element, setting)


def _plain(element: HtmlElement, setting: Setting) -> list[Node]:
    body, language = nodes_within(element, setting), element.get("lang")
    return [{"kind": "foreign", "language": language, "body": body}] if language else body


def _verbatim(element: HtmlElement, setting: Setting) -> list[Node]:
    del setting
    return [{"kind": "code", "text": " ".join(words_of(element).split()), "block": False}]


def _quotation(element: HtmlElement, setting: Setting) -> list[Node]:
    return ["“", *nodes_within(element, setting), "”"]


def _abbreviation(element: HtmlElement, setting: Setting) -> list[Node]:
    """Return an abbreviation with its expansion in parentheses, as paper has no tooltips."""
    title = element.get("title")
    return [*nodes_within(element, setting), *([f" ({title})"] if title else [])]


def _link(element: HtmlElement, setting: Setting) -> list[Node]:
    if is_back(element):
        return []
    if is_reference(element):
        return [{"kind": "mark", "to": element.get("href")[1:], "body": [f"[fn {words_of(element)}]"]}]
    address = element.find(ADDRESS)
    words = element if address is None else address
    body = nodes_within(words, setting)
    target = _target(element.get("href", ""), setting)
    if target.startswith("#"):
        return [{"kind": "reference", "to": target[1:], "body": body}]
    style = "address" if words.get("data-part") == "address" else ""
    return [{"kind": "link", "to": target, "body": body, "style": style}] if target or style else body


def _target(href: str, setting: Setting) -> str:
    """Return a mark of the document or an address; empty if there is neither."""
    path, _, mark = href.partition("#")
    source = _SOURCE.search(path)
    inner = f"source-{source[1]}" if source else mark if not path else ""
    if inner in setting.marks:
        return f"#{inner}"
    if re.match(r"[a-z]+:", href):
        return href
    target = normpath(join(dirname(setting.page), re.sub(r"\.md(?=#|$)", ".html", href)))
    return setting.address + target if setting.address and path else ""


def _number(element: HtmlElement, setting: Setting) -> list[Node]:
    """Return a number with the mark of its note in brackets: without them, a copied 41 with note 5 would be 415. A term has no mark."""
    body, number = nodes_within(element, setting), element.get("data-note", "")
    note = f"note-{number}"
    return (
        [*body, {"kind": "mark", "to": note, "body": [f"[{numeral(int(number))}]"]}] if note in setting.marks else body
    )


def _strip(element: HtmlElement, setting: Setting) -> list[Node]:
    """Return the drawing of a figure's position on an axis; the figure is beside it."""
    del setting
    return [
        {"kind": "strip", "shapes": [{"shape": shape.tag, **shape.attrib} for shape in element.iter("circle", "line")]}
    ]


def _superscript(element: HtmlElement, setting: Setting) -> list[Node]:
    """Return superscript text; the mark of a footnote is raised by the typesetter."""
    body = nodes_within(element, setting)
    is_mark = any(isinstance(node, dict) and node["kind"] == "mark" for node in body)
    return body if is_mark else [{"kind": "sup", "body": body}]


_MARKED: Mapping[str, str] = {
    **dict.fromkeys(("cite", "dfn", "em", "i", "var"), "emphasis"),
    **dict.fromkeys(("b", "mark", "strong"), "strong"),
    **dict.fromkeys(("del", "s"), "deleted"),
    "sub": "sub",
}
_SPANS: Mapping[str, Callable[[HtmlElement, Setting], list[Node]]] = {
    **dict.fromkeys(("code", "kbd", "samp"), _verbatim),
    "a": _link,
    "abbr": _abbreviation,
    "br": lambda element, setting: [{"kind": "break"}],
    "button": _number,
    "img": lambda element, setting: [picture_node(element, setting)],
    "q": _quotation,
    "sup": _superscript,
    "svg": _strip,
}
