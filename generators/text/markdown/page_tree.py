"""A finished page as a tree, and what every writer over it asks of an element.

Components say by `data-skip` which writers leave an element out: `plain` is the Markdown and the text-only page, `pdf` the
documents, `search` the index. By `data-part` they name what a writer gives a form of its own.
"""

from collections.abc import Iterator
from copy import deepcopy

from lxml.etree import Comment, ProcessingInstruction, strip_tags
from lxml.html import HtmlElement, fragment_fromstring

from generators.text.markdown.extensions import html
from generators.text.markdown.html_tags import SPANS

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
OFF_PAPER = "screen-only"
"""The class by which authors and components keep something off paper."""
_INLINE = SPANS | {"button", "input", "svg"}
Run = list[HtmlElement | str]


def page_tree(markdown: str) -> HtmlElement:
    """Return the Markdown of a page as a tree of elements and texts, without comments.

    >>> page_tree("# A")[0].tag
    'h1'
    """
    root = fragment_fromstring(html(markdown), create_parent="div")
    strip_tags(root, Comment, ProcessingInstruction)
    return root


def tree_for(root: HtmlElement, writer: str) -> HtmlElement:
    """Return a copy of the tree without what that writer skips.

    >>> root = page_tree('<p>a<b data-skip="plain pdf">c</b>d</p>')
    >>> tree_for(root, "pdf").text_content(), tree_for(root, "search").text_content()
    ('ad', 'acd')
    """
    tree = deepcopy(root)
    for element in tree.xpath(f"//*[@data-skip or contains(@class, '{OFF_PAPER}')]"):
        if is_skipped(element, writer):
            _drop(element)
    return tree


def is_skipped(element: HtmlElement, writer: str) -> bool:
    """True for an element that the writer leaves out."""
    return writer in element.get("data-skip", "").split() or (writer == "pdf" and OFF_PAPER in element.classes)


def _drop(element: HtmlElement) -> None:
    """Remove the element; if its definition is empty then, the definition too, and its term unless it has another."""
    parent = element.getparent()
    element.drop_tree()
    if parent.tag == "dd" and not len(parent) and not parent.text:
        before, after = parent.getprevious(), parent.getnext()
        if before is not None and before.tag == "dt" and (after is None or after.tag != "dd"):
            before.drop_tree()
        parent.drop_tree()


def children(element: HtmlElement) -> Iterator[HtmlElement | str]:
    """Yield the texts and elements in an element."""
    if element.text:
        yield element.text
    for child in element:
        yield child
        if child.tail:
            yield child.tail


def is_inline(child: HtmlElement | str) -> bool:
    """True for a text and an element within a line."""
    return isinstance(child, str) or child.tag in _INLINE


def runs(element: HtmlElement) -> Iterator[Run | HtmlElement]:
    """Yield the element's blocks, and the texts between them as one run each."""
    line: Run = []
    for child in children(element):
        if is_inline(child):
            line.append(child)
            continue
        if line:
            yield line
        line = []
        yield child
    if line:
        yield line


def rows_of(table: HtmlElement) -> list[HtmlElement]:
    """Return the rows of a table, with those of its head and body."""
    return list(table.xpath("tr | *[not(self::caption)]/tr"))


def cells_of(row: HtmlElement) -> list[HtmlElement]:
    """Return the cells of a row."""
    return [*row.iterchildren("th", "td")]


def first_number(numbers: HtmlElement) -> int:
    """Return the number with which a list begins."""
    start = numbers.get("start", "")
    return int(start) if start.isdigit() else 1


def facts_of(facts: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the terms and their texts, also those in groups."""
    for child in facts.iterchildren("dt", "dd", "div"):
        yield from facts_of(child) if child.tag == "div" else (child,)


def words_of(element: HtmlElement) -> str:
    """Return the text of the element without markup."""
    return str(element.text_content())


def is_reference(element: HtmlElement) -> bool:
    """True for the mark of a footnote in the text."""
    return str(element.get("role")) == "doc-noteref"


def is_back(element: HtmlElement) -> bool:
    """True for the way back from a footnote."""
    return str(element.get("role")) == "doc-backlink"


def is_footnotes(element: HtmlElement) -> bool:
    """True for the section of the footnotes."""
    return str(element.get("role")) == "doc-endnotes"
