"""What both writers of plain pages ask of an element."""

from collections.abc import Callable, Iterator

from generators.text.html_tree import Element
from generators.text.markdown.footnotes import BACK, REFERENCE
from generators.text.markdown.html_tags import SPANS

Way = Callable[[str], str]
"""The link from a plain page to what a link of the page leads to."""
SECTION = "footnotes"


def is_inline(child: Element | str) -> bool:
    """True for a text and an element within a line."""
    return isinstance(child, str) or child.tag in SPANS or child.tag in {"button", "input"}


def runs(element: Element) -> Iterator[list[Element | str] | Element]:
    """Yield the element's blocks, and the texts between them as one run each."""
    line: list[Element | str] = []
    for child in element.children:
        if is_inline(child):
            line.append(child)
            continue
        if line:
            yield line
        line = []
        assert isinstance(child, Element)  # noqa: S101 - a text is inline
        yield child
    if line:
        yield line


def children_named(element: Element, *names: str) -> list[Element]:
    """Return the children of those names, also those in groups of rows."""
    found = []
    for child in element.children:
        if isinstance(child, Element):
            found += [child] if child.tag in names else children_named(child, *names)
    return found


def is_reference(element: Element) -> bool:
    """True for the mark of a footnote in the text."""
    return REFERENCE in element.styles


def is_back(element: Element) -> bool:
    """True for the way back from a footnote."""
    return BACK in element.styles


def footnotes_of(root: Element) -> list[Element]:
    """Return the footnotes of a page, in their order."""
    sections = (each for each in root.walk() if SECTION in each.styles)
    return [item for section in sections for item in children_named(section, "li")]
