"""A page's tree as plain HTML: elements that need no style, script or picture."""

from lxml.html import HtmlElement, tostring

from generators.exports.plaintext.pieces import pieces
from generators.exports.plaintext.plain_links import Way
from generators.text.markdown.page_tree import HEADINGS, Run, is_back, is_inline, runs
from generators.text.messages import gettext

MARK = "data-mark"
"""Attribute of a link to a note; its value is the number of the note."""
_LANGUAGE = ("lang", "dir")
_ATTRIBUTES = {*_LANGUAGE, "start", "colspan", "rowspan", MARK}
_SPANS = {
    "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s", "samp", "small",
    "strong", "sub", "sup", "u", "var",
}  # fmt: skip
_BLOCKS = {
    *HEADINGS, "blockquote", "caption", "dd", "dl", "dt", "hr", "li", "ol", "p", "pre", "table", "tbody", "td", "tfoot", "th",
    "thead", "tr", "ul",
}  # fmt: skip
_WITHOUT_TITLE = {"a", "span"}
_ENTRIES = ("dd", "li", "td", "th")


def plain_blocks(root: HtmlElement, link_to: Way) -> list[HtmlElement]:
    """Return the blocks of the tree, which is changed, as plain elements; `link_to` returns the plain target of a link."""
    for element in reversed([*root.iterdescendants()]):  # content before its element
        if is_inline(element):
            _make_plain_span(element, link_to)
        else:
            _make_plain_block(element)
    _wrap_lines(root)
    return [piece for block in root for piece in pieces(block) if len(piece) or piece.text or piece.tag == "hr"]


def markup_within(element: HtmlElement) -> str:
    """Return the content of the plain element as HTML; a single paragraph as its text."""
    return markup_of(content_of(element)).partition(">")[2].rpartition("<")[0].strip()


def content_of(element: HtmlElement) -> HtmlElement:
    """Return the only paragraph of the plain element, or the element itself."""
    return element[0] if [child.tag for child in element] == ["p"] and not (element.text or "").strip() else element


def markup_of(element: HtmlElement) -> str:
    """Return the element as HTML."""
    return str(tostring(element, encoding="unicode", with_tail=False))


def _make_plain_span(element: HtmlElement, link_to: Way) -> None:
    if is_back(element):
        element.drop_tree()
        return
    target, title = link_to(element.get("href", element.get("src", ""))), element.get("title")
    if element.tag == "img":
        element.tag = "a"
        alternative = element.get("alt")
        element.text = gettext("Picture: %(text)s", text=alternative) if alternative else gettext("Picture")
    _clear(element)
    if element.tag not in _SPANS:
        element.tag = "span"
    if element.tag == "a" and target:
        element.set("href", target)
    elif element.tag not in _WITHOUT_TITLE and title:
        element.set("title", title)
    elif element.tag in _WITHOUT_TITLE and not element.attrib:
        element.drop_tag()


def _clear(element: HtmlElement) -> None:
    for name in element.attrib:
        if name not in _ATTRIBUTES:
            del element.attrib[name]


def _make_plain_block(element: HtmlElement) -> None:
    is_title = element.tag == "summary" or element.get("data-part") == "title"
    if element.get("data-part") == "unnumbered":
        element.tag = "ul"
    _clear(element)
    if is_title:
        _make_bold(element)
    elif element.tag in _ENTRIES:
        paragraphs = element.findall("p")
        if len(paragraphs) == 1:
            paragraphs[0].drop_tag()
    elif element.tag == "blockquote":
        _wrap_lines(element)
    elif element.tag not in _BLOCKS:
        _unwrap(element)


def _make_bold(element: HtmlElement) -> None:
    strong = element.makeelement("strong")
    strong.text, element.text = element.text, None
    strong.extend(element[:])
    element.append(strong)
    element.tag = "p"


def _unwrap(element: HtmlElement) -> None:
    """Put the blocks of the element in its place; its language goes with each."""
    _wrap_lines(element)
    for block in element:
        for name in set(_LANGUAGE) & set(element.keys()) - set(block.keys()):
            block.set(name, element.get(name))
    element.drop_tag()


def _wrap_lines(element: HtmlElement) -> None:
    """Make a paragraph of each text between blocks."""
    parts = [*runs(element)]
    for child in element:
        child.tail = None
    element.text = None
    paragraphs = (_paragraph(element, part) if isinstance(part, list) else part for part in parts)
    element[:] = [block for block in paragraphs if block.tag != "p" or len(block) or block.text]


def _paragraph(parent: HtmlElement, run: Run) -> HtmlElement:
    paragraph = parent.makeelement("p")
    for part in run:
        if not isinstance(part, str):
            paragraph.append(part)
        elif len(paragraph):
            paragraph[-1].tail = part
        else:
            paragraph.text = part.lstrip()
    return paragraph
