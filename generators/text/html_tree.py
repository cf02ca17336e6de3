"""HTML as a tree of elements and texts, for this site's own pages only."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = {"br", "hr", "img"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """An element with its attributes and children."""

    tag: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    children: "list[Element | str]" = field(default_factory=list)

    @property
    def styles(self) -> tuple[str, ...]:
        """Its classes."""
        return tuple(self.attributes.get("class", "").split())

    def walk(self) -> "Iterator[Element]":
        """Yield the element and its descendants in document order."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()


def tree(html: str) -> Element:
    """Return the root of the parsed text.

    >>> tree('<p class="a b">one<br>two</p>').children[0].styles
    ('a', 'b')
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.open[0]


def words_of(element: Element) -> str:
    """Return the text of the element without markup."""
    return "".join(child if isinstance(child, str) else words_of(child) for child in element.children)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element(tag="root")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_startendtag(tag, attrs)
        if tag not in _VOID:
            self.open.append(self._last())

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag=tag, attributes={name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)

    def handle_endtag(self, tag: str) -> None:
        names = [element.tag for element in self.open]
        if tag in names[1:]:
            del self.open[len(names) - 1 - names[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)

    def _last(self) -> Element:
        element = self.open[-1].children[-1]
        assert isinstance(element, Element)  # noqa: S101 - just added
        return element
