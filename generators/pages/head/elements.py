"""Elements of a page's head as text."""

from collections.abc import Iterable

from lxml import etree


def markup(elements: Iterable[etree._Element]) -> str:
    """Return the elements as HTML, one after the other."""
    return "".join(etree.tostring(element, encoding="unicode", method="html") for element in elements)
