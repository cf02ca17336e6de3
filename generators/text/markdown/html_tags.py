"""HTML in an author's Markdown: tags, elements, and angle brackets that are plain text."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generators.text.markdown.masks import Span

VOID = frozenset({"br", "hr", "img", "wbr"})
SPANS = frozenset((
    "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "del", "dfn", "em", "i", "img", "ins", "kbd", "mark", "q", "s", "samp",
    "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
))  # fmt: skip
BLOCKS = frozenset((
    "aside", "blockquote", "caption", "dd", "details", "div", "dl", "dt", "figcaption", "figure", "hr", "li", "ol", "p", "pre",
    "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
))  # fmt: skip
WITHIN = {
    "summary": ("details",), "li": ("ol", "ul"), "dt": ("dl", "div"), "dd": ("dl", "div"), "caption": ("table",),
    "thead": ("table",), "tbody": ("table",), "tfoot": ("table",), "tr": ("thead", "tbody", "tfoot", "table"),
    "td": ("tr",), "th": ("tr",), "figcaption": ("figure",),
}  # fmt: skip
"""Elements allowed only within others."""
REFUSED_ELSEWHERE = frozenset({"script", "iframe", "object", "embed", "style", "link", "form", "base", "meta"})
"""Elements that `active_content` reports."""
_NEAR = 8
"""Most recorded ancestors of an element; pages have no more."""
_ATTRIBUTE = re.compile(
    r"(?:class|id|href|title|lang|dir|markdown|open|start|reversed|value|type|src|alt|width|height|colspan|rowspan|scope"
    r"|cite|datetime|role|rel|align|tabindex|headers|aria-[a-z]+|data-[a-z-]+|on[a-z]+|style)"
)
_NAME = r"[^\s<>\"'=/]+"
_TAG = re.compile(
    rf"<(/?)([A-Za-z][A-Za-z0-9-]*)((?:\s+{_NAME}(?:\s*=\s*(?:\"[^\"<]*\"|'[^'<]*'|[^\s\"'<>=]+))?)*)\s*/?>"
)
_ATTRIBUTES = re.compile(rf"({_NAME})(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'<>=]+)))?")
_AUTOLINK = re.compile(r"<(?:[A-Za-z][A-Za-z0-9+.-]+:[^\s<>]*|[^\s<>@]+@[^\s<>@]+)>")
_DECLARATION = re.compile(r"<[!?][A-Za-z\[][^<>\n]*>?")
_BEGUN = re.compile(r"</?([A-Za-z][A-Za-z0-9]*)(?=[\s/]|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """A tag as typed."""

    span: Span
    name: str
    closes: bool = False
    attributes: dict[str, str]

    @property
    def known(self) -> bool:
        """True if page generators support the element and its attributes."""
        return self.name in SPANS | BLOCKS and all(map(_ATTRIBUTE.fullmatch, self.attributes))


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """An opening tag, the end of its element, and its ancestors, the outermost first."""

    tag: Tag
    end: int
    around: tuple[str, ...] = ()


def tags(bare: str) -> Iterator[Tag]:
    """Yield each tag of a text without code; declarations are tags without a name."""
    at = 0
    while (at := bare.find("<", at)) >= 0:
        match = _TAG.match(bare, at)
        if _AUTOLINK.match(bare, at):
            at += 1
        elif match:
            attributes = {
                name.lower(): double or single or plain for name, double, single, plain in _ATTRIBUTES.findall(match[3])
            }
            yield Tag(span=match.span(), name=match[2].lower(), closes=bool(match[1]), attributes=attributes)
            at = match.end()
        else:
            if declared := _DECLARATION.match(bare, at):
                yield Tag(span=declared.span(), name="", attributes={})
            at += 1


def unfinished(bare: str) -> Iterator[Span]:
    """Yield each block tag at the start of a line without a closing bracket."""
    for match in re.finditer(r"^[ ]{0,3}(<)", bare, re.MULTILINE):
        begun = _BEGUN.match(bare, match.start(1))
        if begun and begun[1].lower() in BLOCKS and not _TAG.match(bare, match.start(1)):
            yield match.start(1), begun.end()


def stray_letters(bare: str) -> Iterator[int]:
    """Yield the offset of each `<` that does not begin a tag or an address.

    >>> list(stray_letters("x<y <b>a</b> <https://example.org> 1 < 2"))
    [1, 37]
    """
    begun = {tag.span[0] for tag in tags(bare)}
    for match in re.finditer("<", bare):
        if match.start() not in begun and not _AUTOLINK.match(bare, match.start()):
            yield match.start()


def elements(bare: str) -> tuple[list[Element], list[Tag], list[Tag]]:
    """Return the elements, the unclosed opening tags, and the unmatched closing tags."""
    closed: list[Element] = []
    opened: list[Tag] = []
    names = Counter[str]()
    unclosed: list[Tag] = []
    stray: list[Tag] = []
    for tag in filter(_is_known, tags(bare)):
        if tag.name in VOID:
            closed.append(_element(tag, tag.span[1], opened))
        elif not tag.closes:
            opened.append(tag)
            names[tag.name] += 1
        elif names[tag.name]:
            while opened[-1].name != tag.name:
                unclosed.append(opened.pop())
                names[unclosed[-1].name] -= 1
            names[tag.name] -= 1
            begun = opened.pop()
            closed.append(_element(begun, tag.span[1], opened))
        else:
            stray.append(tag)
    return closed, [*opened, *unclosed], stray


def _is_known(tag: Tag) -> bool:
    return tag.known


def _element(tag: Tag, end: int, opened: list[Tag]) -> Element:
    return Element(tag=tag, end=end, around=tuple(parent.name for parent in opened[-_NEAR:]))
