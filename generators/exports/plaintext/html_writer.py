"""A page's tree as blocks of plain HTML: elements that need no style, script or picture, each block whole in itself."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape

from generators.exports.plaintext.elements import SECTION, Way, children_named, is_back, is_reference, runs
from generators.exports.plaintext.markdown_to_html import MOST_IN_A_BLOCK, TWIN
from generators.text.html_tree import Element, words_of

MARK = "card-mark"
"""The class of a link that stands for the mark of a note."""
_KEPT = frozenset(
    ("abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s", "samp", "small", "strong",
     "sub", "sup", "u", "var"),
)  # fmt: skip
_ATTRIBUTES = ("lang", "dir", "title", "start", "colspan", "rowspan")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """What the writing of one page needs to know."""

    way: Way
    before: int
    """The notes of cards; those of footnotes are numbered after them."""
    attributes: str = ""
    """The language and direction of the part that is written."""


def page_blocks(root: Element, way: Way, before: int = 0) -> Iterator[str]:
    """Yield the blocks of the page without its footnotes, which are notes."""
    yield from _blocks(root, _Page(way=way, before=before))


def inline_of(element: Element, way: Way) -> str:
    """Return what stands in the element: a single paragraph as its text, several blocks as they are."""
    whole = [*page_blocks(element, way)]
    if len(whole) == 1:
        return whole[0].removeprefix("<p>").removesuffix("</p>").strip()
    return "".join(whole)


def _blocks(element: Element, page: _Page) -> Iterator[str]:
    for run in runs(element):
        if isinstance(run, Element):
            yield from _BLOCKS.get(run.tag, _part)(run, page)
        else:
            yield from _paragraph(run, page)


def _paragraph(children: Iterable[Element | str], page: _Page) -> Iterator[str]:
    text = _line(children, page).strip()
    if text:
        yield f"<p{page.attributes}>{text}</p>"


def _line(children: Iterable[Element | str], page: _Page) -> str:
    return "".join(_text(each) if isinstance(each, str) else _span(each, page) for each in children)


def _text(text: str) -> str:
    return escape(text, quote=False).replace("[^", "&#91;^")


def _span(element: Element, page: _Page) -> str:
    inside = _line(element.children, page)
    if element.tag == "a":
        return _link(element, inside, page)
    if element.tag == "br":
        return "<br>"
    if element.tag == "img":
        return _picture(element, page)
    if element.tag in _KEPT and not any(is_reference(each) for each in element.walk()):
        return f"<{element.tag}{_own(element)}>{inside}</{element.tag}>"
    own = _own(element)
    return f"<span{own}>{inside}</span>" if own and element.tag == "span" else inside


def _own(element: Element) -> str:
    given = ((name, element.attributes.get(name, "")) for name in _ATTRIBUTES)
    return "".join(
        f' {name}="{escape(value)}"' for name, value in given if value and (name, element.tag) != ("title", "span")
    )


def _link(element: Element, inside: str, page: _Page) -> str:
    if is_back(element):
        return ""
    if is_reference(element):
        return f" [^{page.before + int(words_of(element))}]"
    if MARK in element.styles:
        return f" [^{inside}]"
    target = _target(element.attributes.get("href", ""), page)
    return f'<a href="{target}">{inside}</a>' if target else inside


def _target(href: str, page: _Page) -> str:
    """Return the way to the same page of this edition, or to a file."""
    target = page.way(href) if href else ""
    return escape(f"{target.removesuffix(TWIN)}.html" if target.endswith(TWIN) else target)


def _picture(element: Element, page: _Page) -> str:
    words = _text(element.attributes.get("alt", "")) or "Picture"
    return f'<a href="{_target(element.attributes.get("src", ""), page)}">Picture: {words}</a>'


def _heading(element: Element, page: _Page) -> Iterator[str]:
    words = _line(element.children, page).strip()
    own = _own(element) or page.attributes
    told = f"<span{own}>{words}</span>" if own else words
    yield f"<{element.tag}>{told}</{element.tag}>"


def _list(element: Element, page: _Page) -> Iterator[str]:
    items = [f"<li>{_within(item, page)}</li>" for item in _items(element)]
    first = element.attributes.get("start", "")
    number = int(first) if first.isdigit() else 1
    for begun in range(0, len(items), MOST_IN_A_BLOCK):
        start = f' start="{number + begun}"' if element.tag == "ol" and number + begun > 1 else ""
        own = "\n".join(items[begun : begun + MOST_IN_A_BLOCK])
        yield f"<{element.tag}{start}{page.attributes}>\n{own}\n</{element.tag}>"


def _items(element: Element) -> list[Element]:
    """The entries of a list, not those of lists within it."""
    return [child for child in element.children if isinstance(child, Element) and child.tag == "li"]


def _within(element: Element, page: _Page) -> str:
    """Return what stands in an entry or a cell; a single paragraph is its text."""
    inside = [*_blocks(element, _Page(way=page.way, before=page.before))]
    if inside and inside[0].startswith("<p>") and not any(block.startswith("<p>") for block in inside[1:]):
        inside[0] = inside[0].removeprefix("<p>").removesuffix("</p>")
    return "\n".join(inside)


def _quote(element: Element, page: _Page) -> Iterator[str]:
    inside = "\n".join(_blocks(element, _Page(way=page.way, before=page.before)))
    yield f"<blockquote{page.attributes}>{inside}</blockquote>"


def _verbatim(element: Element, page: _Page) -> Iterator[str]:
    del page
    yield f"<pre><code>{_text(words_of(element).strip(chr(10)))}</code></pre>"


def _table(element: Element, page: _Page) -> Iterator[str]:
    for caption in children_named(element, "caption"):
        yield f"<p><strong>{_line(caption.children, page)}</strong></p>"
    rows = [_row(row, page) for row in children_named(element, "tr")]
    head, rest = rows[:1], rows[1:]
    for begun in range(0, max(1, len(rest)) if head else 0, MOST_IN_A_BLOCK):
        body = "\n".join(rest[begun : begun + MOST_IN_A_BLOCK])
        yield f'<div class="wide" tabindex="0"><table{page.attributes}>\n<thead>{head[0]}</thead>\n<tbody>\n{body}\n</tbody></table></div>'


def _row(row: Element, page: _Page) -> str:
    cells = children_named(row, "th", "td")
    return "<tr>" + "".join(f"<{cell.tag}{_own(cell)}>{_within(cell, page)}</{cell.tag}>" for cell in cells) + "</tr>"


def _facts(element: Element, page: _Page) -> Iterator[str]:
    inside = (f"<{cell.tag}>{_within(cell, page)}</{cell.tag}>" for cell in children_named(element, "dt", "dd"))
    yield f"<dl{page.attributes}>{''.join(inside)}</dl>"


def _bold(element: Element, page: _Page) -> Iterator[str]:
    yield f"<p{page.attributes}><strong>{_line(element.children, page).strip()}</strong></p>"


def _part(element: Element, page: _Page) -> Iterator[str]:
    """Yield the blocks of an element that is none; its language goes with each."""
    if SECTION not in element.styles:
        own = "".join(
            f' {name}="{escape(element.attributes[name])}"' for name in ("lang", "dir") if name in element.attributes
        )
        yield from _blocks(element, _Page(way=page.way, before=page.before, attributes=own or page.attributes))


_BLOCKS: Mapping[str, Callable[[Element, _Page], Iterator[str]]] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _heading),
    "blockquote": _quote,
    "dl": _facts,
    "hr": lambda element, page: iter(["<hr>"]),
    "ol": _list,
    "pre": _verbatim,
    "summary": _bold,
    "table": _table,
    "ul": _list,
}
