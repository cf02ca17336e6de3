"""A line of a page's tree as Markdown that CommonMark and Python-Markdown read alike."""

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


def line(parts: Iterable[HtmlElement | str], way: Way) -> str:
    """Return the texts and elements as one paragraph, which is broken where the author broke it."""
    pieces = (" ".join(piece.split()) for piece in _joined(parts, way).split(_BREAK))
    return "  \n".join(pieces).strip()


def words(element: HtmlElement, way: Way) -> str:
    """Return what is in the element as one line without breaks."""
    return " ".join(line(children(element), way).split())


def longest_ticks(code: str) -> int:
    """Return the length of the longest run of backticks."""
    return max(map(len, re.findall("`+", code)), default=0)


def _joined(parts: Iterable[HtmlElement | str], way: Way) -> str:
    return "".join(_text(part) if isinstance(part, str) else _span(part, way) for part in parts)


def _text(text: str) -> str:
    return (_REFERENCE.sub("&amp;", text) if "&" in text else text).translate(_SIGNS)


def _span(element: HtmlElement, way: Way) -> str:
    if element.tag in _MARKS:
        return _marked(element, way, *_MARKS[element.tag])
    return _SPANS.get(element.tag, _plain)(element, way)


def _plain(element: HtmlElement, way: Way) -> str:
    return _joined(children(element), way)


def _marked(element: HtmlElement, way: Way, before: str, after: str) -> str:
    """Marks around the words, without the spaces at their ends."""
    text = _plain(element, way)
    inside = text.strip()
    left, right = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{left}{before}{inside}{after}{right}" if inside else text


def _link(element: HtmlElement, way: Way) -> str:
    if is_back(element):
        return ""
    if is_reference(element):
        return f"[^{words_of(element)}]"
    text, href = _plain(element, way).strip(), element.get("href")
    return f"[{text}]({way(href)})" if href is not None and text else text


def _code(element: HtmlElement, way: Way) -> str:
    del way
    code = " ".join(words_of(element).split())
    ticks = "`" * (longest_ticks(code) + 1)
    edge = " " if code.startswith("`") or code.endswith("`") else ""
    return f"{ticks}{edge}{code}{edge}{ticks}" if code else ""


def _abbreviation(element: HtmlElement, way: Way) -> str:
    title = element.get("title")
    return _plain(element, way) + (f" ({_text(title)})" if title else "")


def _picture(element: HtmlElement, way: Way) -> str:
    return f"![{_text(element.get('alt', ''))}]({way(element.get('src', ''))})"


def _raised(element: HtmlElement, way: Way) -> str:
    is_mark = any(map(is_reference, element.iter()))
    return _plain(element, way) if is_mark else _shifted(element, way, _RAISED, "^")


def _lowered(element: HtmlElement, way: Way) -> str:
    return _shifted(element, way, _LOWERED, "\\_")


def _shifted(element: HtmlElement, way: Way, signs: Mapping[int, int], mark: str) -> str:
    """Signs above or below the line; other texts in parentheses after a mark."""
    text = words_of(element)
    has_signs = all(ord(letter) in signs for letter in text)
    return text.translate(signs) if has_signs else f"{mark}({_plain(element, way)})"


_MARKS: Mapping[str, tuple[str, str]] = {
    **dict.fromkeys(("b", "mark", "strong"), ("**", "**")),
    **dict.fromkeys(("cite", "dfn", "em", "i", "var"), ("*", "*")),
    **dict.fromkeys(("del", "s"), ("~~", "~~")),
    "q": ("“", "”"),
}
_SPANS: Mapping[str, Callable[[HtmlElement, Way], str]] = {
    "a": _link,
    "abbr": _abbreviation,
    "br": lambda element, way: _BREAK,
    "code": _code,
    "img": _picture,
    "kbd": _code,
    "samp": _code,
    "sub": _lowered,
    "sup": _raised,
}
