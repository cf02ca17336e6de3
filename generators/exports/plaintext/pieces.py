"""Plain blocks in pieces: longer lists and tables become several, so that a page can be cut between them."""

from collections.abc import Iterator, Sequence
from copy import deepcopy

from lxml.etree import SubElement
from lxml.html import HtmlElement

from generators.text.markdown.page_tree import first_number, rows_of

_MOST = 40


def pieces(block: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the block, or the parts of one that is long."""
    if block.tag == "table":
        yield from _tables(block)
    elif block.tag in {"dl", "ol", "ul"} and len(block) > _MOST:
        yield from _lists(block)
    else:
        yield block


def _lists(block: HtmlElement) -> Iterator[HtmlElement]:
    for first, items in _cut([*block]):
        part = block.makeelement(block.tag, block.attrib)
        part.extend(items)
        if first and block.tag == "ol":
            part.set("start", str(first_number(block) + first))
        yield part


def _tables(block: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the caption, then the rows in boxes that scroll, each with the head."""
    for caption in block.findall("caption"):
        title = block.makeelement("p")
        title.append(caption)
        caption.tag, caption.tail = "strong", None
        yield title
    head, *rows = rows_of(block) or [None]
    if head is None:
        return
    for _, body in _cut(rows):
        box = block.makeelement("div", {"class": "wide", "tabindex": "0"})
        table = SubElement(box, "table", block.attrib)
        SubElement(table, "thead").append(deepcopy(head))
        SubElement(table, "tbody").extend(body)
        yield box


def _cut(items: Sequence[HtmlElement]) -> Iterator[tuple[int, Sequence[HtmlElement]]]:
    for first in range(0, max(1, len(items)), _MOST):
        yield first, items[first : first + _MOST]
