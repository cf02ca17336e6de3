"""Conversion of a line of a page to paragraphs of a document."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from lxml.html import HtmlElement

from generators.exports.pdf.inline import Node, Setting, inline_nodes


def paragraphs(
    line: Iterable[HtmlElement | str], setting: Setting, style: str = "", language: str = ""
) -> Iterator[Node]:
    """Yield the line's texts without surrounding spaces, and its pictures."""
    for body in _split(inline_nodes(line, setting)):
        if _is_picture(body[0]):
            yield body[0]
        elif trimmed := _trim(body):
            yield {"kind": "paragraph", "body": trimmed, "style": style, "language": language}


def _split(body: list[Node]) -> Iterator[list[Node]]:
    """Yield the texts of a paragraph, and each of its pictures separately."""
    for are_pictures, run in groupby(body, _is_picture):
        nodes = list(run)
        yield from ([node] for node in nodes) if are_pictures else [nodes]


def _is_picture(node: Node) -> bool:
    return isinstance(node, dict) and node["kind"] == "picture"


def _trim(body: list[Node]) -> list[Node]:
    if body and isinstance(body[0], str):
        body = [body[0].lstrip(), *body[1:]]
    if body and isinstance(body[-1], str):
        body = [*body[:-1], body[-1].rstrip()]
    return [node for node in body if node]
