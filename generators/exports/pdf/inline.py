"""The text of a page's paragraphs as texts and nodes: emphasis, links, numbers with the marks of their notes, code, pictures."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from posixpath import dirname, join, normpath
from typing import Any

from generators.text.html_tree import Element, words_of
from generators.text.markdown.footnotes import BACK, REFERENCE

Node = str | dict[str, Any]
SCREEN = {"screen-only", "chart-data", "chart-live", "card-note", BACK}
"""Classes of what only a screen shows."""
_SPACE = re.compile(r"\s+")
_SOURCE = re.compile(r"(?:^|/)sources/([\w.-]+)\.html$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What a page's links can lead to once it is a document."""

    page: str
    address: str
    """Of the site's root; empty where it is not known, and then a link to another page is plain text."""
    marks: frozenset[str]
    """The ids that the document has."""


def inline_nodes(children: Iterable[Element | str], setting: Setting) -> list[Node]:
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
    if SCREEN.intersection(element.styles):
        return []
    return _SPANS.get(element.tag, _plain)(element, setting)


def _plain(element: Element, setting: Setting) -> list[Node]:
    body = inline_nodes(element.children, setting)
    language = element.attributes.get("lang")
    if language:
        return [{"kind": "foreign", "language": language, "body": body}]
    return body


def _marked(kind: str) -> Callable[[Element, Setting], list[Node]]:
    return lambda element, setting: [{"kind": kind, "body": inline_nodes(element.children, setting)}]


def _verbatim(element: Element, setting: Setting) -> list[Node]:
    del setting
    return [{"kind": "code", "text": " ".join(words_of(element).split()), "block": False}]


def _quoted(element: Element, setting: Setting) -> list[Node]:
    return ["“", *inline_nodes(element.children, setting), "”"]


def _abbreviation(element: Element, setting: Setting) -> list[Node]:
    """An abbreviation with its words in parentheses: paper has no hovering."""
    told = element.attributes.get("title", "")
    return [*inline_nodes(element.children, setting), *([f" ({told})"] if told else [])]


def picture_node(element: Element, setting: Setting) -> Node:
    """A picture of the site's own files, with the words that describe it."""
    path = normpath(join(dirname(setting.page), element.attributes.get("src", "").replace("%20", " ")))
    return {"kind": "picture", "path": f"/{path}", "alt": element.attributes.get("alt", "")}


def _link(element: Element, setting: Setting) -> list[Node]:
    body = inline_nodes(element.children, setting)
    if REFERENCE in element.styles:
        return [{"kind": "mark", "to": element.attributes["href"][1:], "body": [f"[fn {words_of(element)}]"]}]
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
    body = inline_nodes(element.children, setting)
    number = element.attributes.get("data-note", "")
    note = f"note-{number}"
    mark: Node = {"kind": "mark", "to": note, "body": [f"[{number}]"]}
    return [*body, mark] if note in setting.marks else body


def _strip(element: Element, setting: Setting) -> list[Node]:
    """A figure's place on a row's axis, which the figure beside it says in words."""
    del setting
    shapes = [{"shape": shape.tag, **shape.attributes} for shape in element.walk() if shape.tag in {"circle", "line"}]
    return [{"kind": "strip", "shapes": shapes}]


def _raised(element: Element, setting: Setting) -> list[Node]:
    """What stands above the line; the mark of a footnote does so by itself."""
    body = inline_nodes(element.children, setting)
    is_mark = any(isinstance(node, dict) and node["kind"] == "mark" for node in body)
    return body if is_mark else [{"kind": "sup", "body": body}]


_SPANS: Mapping[str, Callable[[Element, Setting], list[Node]]] = {
    "a": _link,
    "abbr": _abbreviation,
    "br": lambda element, setting: [{"kind": "break"}],
    "button": _number,
    "cite": _marked("emphasis"),
    "code": _verbatim,
    "del": _marked("deleted"),
    "dfn": _marked("emphasis"),
    "img": lambda element, setting: [picture_node(element, setting)],
    "kbd": _verbatim,
    "mark": _marked("strong"),
    "q": _quoted,
    "s": _marked("deleted"),
    "samp": _verbatim,
    "sub": _marked("sub"),
    "sup": _raised,
    "var": _marked("emphasis"),
    "em": _marked("emphasis"),
    "i": _marked("emphasis"),
    "strong": _marked("strong"),
    "b": _marked("strong"),
    "svg": _strip,
}
