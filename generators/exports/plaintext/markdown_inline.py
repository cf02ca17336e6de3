"""Inline content of a page's tree as Markdown that CommonMark and Python-Markdown render in the same way."""

import re
from collections.abc import Callable, Iterable, Mapping

from lxml.html import HtmlElement

from generators.exports.plaintext.plain_links import Way
from generators.text.markdown.page_tree import children, is_back, is_reference, words_of

_SIGNS = str.maketrans({**{sign: f"\\{sign}" for sign in "\\`*_[]|"}, "<": "&lt;"})
_REFERENCE = re.compile(r"&(?=#?\w+;)")
_BREAK = "\f"
_RAISED = str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")


def line(parts: Iterable[HtmlElement | str], link_to: Way) -> str:
    """Return the texts and elements as one paragraph, with the author's line breaks."""
    pieces = (" ".join(piece.split()) for piece in _join(parts, link_to).split(_BREAK))
    return "  \n".join(pieces).strip()


def words(element: HtmlElement, link_to: Way) -> str:
    """Return the content of the element as one line."""
    return " ".join(line(children(element), link_to).split())


def longest_ticks(code: str) -> int:
    """Return the length of the longest run of backticks."""
    return max(map(len, re.findall("`+", code)), default=0)


def _join(parts: Iterable[HtmlElement | str], link_to: Way) -> str:
    return "".join(_text(part) if isinstance(part, str) else _span(part, link_to) for part in parts)


def _text(text: str) -> str:
    return (_REFERENCE.sub("&amp;", text) if "&" in text else text).translate(_SIGNS)


def _span(element: HtmlElement, link_to: Way) -> str:
    if element.tag in _MARKS:
        return _with_marks(element, link_to, *_MARKS[element.tag])
    return _SPANS.get(element.tag, _plain)(element, link_to)


def _plain(element: HtmlElement, link_to: Way) -> str:
    return _join(children(element), link_to)


def _with_marks(element: HtmlElement, link_to: Way, before: str, after: str) -> str:
    """Return the text between marks, with its outer spaces outside them."""
    text = _plain(element, link_to)
    inside = text.strip()
    left, right = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{left}{before}{inside}{after}{right}" if inside else text


def _link(element: HtmlElement, link_to: Way) -> str:
    if is_back(element):
        return ""
    if is_reference(element):
        return f"[^{words_of(element)}]"
    text, href = _plain(element, link_to).strip(), element.get("href")
    return f"[{text}]({link_to(href)})" if href is not None and text else text


def _code(element: HtmlElement, link_to: Way) -> str:
    del link_to
    code = " ".join(words_of(element).split())
    ticks = "`" * (longest_ticks(code) + 1)
    edge = " " if code.startswith("`") or code.endswith("`") else ""
    return f"{ticks}{edge}{code}{edge}{ticks}" if code else ""


def _abbreviation(element: HtmlElement, link_to: Way) -> str:
    title = element.get("title")
    return _plain(element, link_to) + (f" ({_text(title)})" if title else "")


def _picture(element: HtmlElement, link_to: Way) -> str:
    return f"![{_text(element.get('alt', ''))}]({link_to(element.get('src', ''))})"


def _superscript(element: HtmlElement, link_to: Way) -> str:
    is_mark = any(map(is_reference, element.iter()))
    return _plain(element, link_to) if is_mark else _translate(element, link_to, _RAISED, "^")


def _subscript(element: HtmlElement, link_to: Way) -> str:
    return _translate(element, link_to, _LOWERED, "\\_")


def _translate(element: HtmlElement, link_to: Way, signs: Mapping[int, int], mark: str) -> str:
    """Return the text as superscript or subscript characters; other texts in parentheses after a mark."""
    text = words_of(element)
    has_signs = all(ord(letter) in signs for letter in text)
    return text.translate(signs) if has_signs else f"{mark}({_plain(element, link_to)})"


_MARKS: Mapping[str, tuple[str, str]] = {
    **dict.fromkeys(("b", "mark", "strong"), ("**", "**")),
    **dict.fromkeys(("cite", "dfn", "em", "i", "var"), ("*", "*")),
    **dict.fromkeys(("del", "s"), ("~~", "~~")),
    "q": ("“", "”"),
}
_SPANS: Mapping[str, Callable[[HtmlElement, Way], str]] = {
    "a": _link,
    "abbr": _abbreviation,
    "br": lambda element, link_to: _BREAK,
    "code": _code,
    "img": _picture,
    "kbd": _code,
    "samp": _code,
    "sub": _subscript,
    "sup": _superscript,
}
