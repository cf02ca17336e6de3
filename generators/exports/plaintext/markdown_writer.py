"""A page's tree as plain Markdown that CommonMark and Python-Markdown read alike."""

import re
from collections.abc import Callable, Iterable, Mapping

from generators.exports.plaintext.elements import SECTION, Way, children_named, is_back, is_inline, is_reference, runs
from generators.text.html_tree import Element, words_of

_ESCAPED = re.compile(r"[\\`*_\[\]|]")
_REFERENCE = re.compile(r"&(?=#?\w+;)")
_SPACE = re.compile(r"[ \t\r\n\f]+")
_BEGINS_A_BLOCK = re.compile(r"(#{1,6}(?=\s|$)|[-+](?=\s)|>|\d+(?=[.)](?:\s|$))|~{3,}|=+$|-+$)")
_LANGUAGE = re.compile(r"\blanguage-([\w#.+-]+)")
_BLOCK = re.compile(r"[-|>#] |\d+\. |```")
_INDENT = "    "
_RAISED = str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")


def page_markdown(root: Element, way: Way) -> str:
    """Return the whole tree."""
    return "\n\n".join(_blocks(root, way))


def _blocks(element: Element, way: Way) -> list[str]:
    found = []
    for run in runs(element):
        if isinstance(run, Element):
            found += _BLOCKS.get(run.tag, _blocks)(run, way)
        else:
            found += _paragraph(run, way)
    return [block for block in found if block.strip()]


def _paragraph(children: Iterable[Element | str], way: Way) -> list[str]:
    text = _line(children, way).strip()
    escaped = (
        _BEGINS_A_BLOCK.sub(lambda begun: _apart(begun[0]), text, count=1) if _BEGINS_A_BLOCK.match(text) else text
    )
    return [escaped] if escaped else []


def _apart(mark: str) -> str:
    return f"{mark}\\" if mark[0].isdigit() else f"\\{mark}"


def _line(children: Iterable[Element | str], way: Way) -> str:
    return _SPACE.sub(_space, "".join(_text(each) if isinstance(each, str) else _span(each, way) for each in children))


def _space(spaces: re.Match[str]) -> str:
    """One space; a line that the author broke stays broken."""
    return "  \n" if "\f" in spaces[0] else " "


def _text(text: str) -> str:
    plain = _REFERENCE.sub("&amp;", _SPACE.sub(" ", text))
    return _ESCAPED.sub(lambda sign: f"\\{sign[0]}", plain).replace("<", "&lt;")


def _span(element: Element, way: Way) -> str:
    return _SPANS.get(element.tag, _plain)(element, way)


def _plain(element: Element, way: Way) -> str:
    return _line(element.children, way)


def _between(before: str, after: str) -> Callable[[Element, Way], str]:
    """Marks around the words, without the spaces at their ends."""

    def marked(element: Element, way: Way) -> str:
        text = _line(element.children, way)
        words = text.strip()
        left, right = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
        return f"{left}{before}{words}{after}{right}" if words else text

    return marked


def _link(element: Element, way: Way) -> str:
    if is_back(element):
        return ""
    if is_reference(element):
        return f"[^{words_of(element)}]"
    words, href = _line(element.children, way).strip(), element.attributes.get("href")
    return f"[{words}]({way(href)})" if href is not None and words else words


def _code(element: Element, way: Way) -> str:
    del way
    code = " ".join(words_of(element).split())
    ticks = "`" * (max(map(len, re.findall("`+", code)), default=0) + 1)
    edge = " " if code.startswith("`") or code.endswith("`") else ""
    return f"{ticks}{edge}{code}{edge}{ticks}" if code else ""


def _abbreviation(element: Element, way: Way) -> str:
    told = element.attributes.get("title", "")
    return _plain(element, way) + (f" ({_text(told)})" if told else "")


def _picture(element: Element, way: Way) -> str:
    return f"![{_text(element.attributes.get('alt', ''))}]({way(element.attributes.get('src', ''))})"


def _raised(element: Element, way: Way) -> str:
    if any(is_reference(each) for each in element.walk()):
        return _plain(element, way)
    words = words_of(element)
    signs = words.translate(_RAISED)
    return signs if all(a != b for a, b in zip(signs, words, strict=True)) else f"^({_plain(element, way)})"


def _lowered(element: Element, way: Way) -> str:
    words = words_of(element)
    signs = words.translate(_LOWERED)
    return signs if all(a != b for a, b in zip(signs, words, strict=True)) else f"\\_({_plain(element, way)})"


_SPANS: Mapping[str, Callable[[Element, Way], str]] = {
    "a": _link,
    "abbr": _abbreviation,
    "b": _between("**", "**"),
    "br": lambda element, way: "\f",
    "cite": _between("*", "*"),
    "code": _code,
    "del": _between("~~", "~~"),
    "dfn": _between("*", "*"),
    "em": _between("*", "*"),
    "i": _between("*", "*"),
    "img": _picture,
    "kbd": _code,
    "mark": _between("**", "**"),
    "q": _between("“", "”"),
    "s": _between("~~", "~~"),
    "samp": _code,
    "strong": _between("**", "**"),
    "sub": _lowered,
    "sup": _raised,
    "var": _between("*", "*"),
}


def _heading(element: Element, way: Way) -> list[str]:
    words = _line(element.children, way).replace("  \n", " ").strip()
    return [f"{'#' * int(element.tag[1])} {words}"] if words else []


def _bold(element: Element, way: Way) -> list[str]:
    words = _line(element.children, way).replace("  \n", " ").strip()
    return [words if words.startswith("**") else f"**{words}**"] if words else []


def _list(element: Element, way: Way) -> list[str]:
    first = element.attributes.get("start", "")
    number = int(first) if first.isdigit() else 1
    items, tight = [], True
    for place, item in enumerate(each for each in element.children if isinstance(each, Element)):
        inside = _blocks(item, way)
        tight = tight and all(map(_BLOCK.match, inside[1:])) and not _is_loose(item)
        mark = f"{number + place}." if element.tag == "ol" else "-"
        items.append(f"{mark} {_indented(_joined(inside, tight))}")
    return [_joined(items, tight)]


def _is_loose(item: Element) -> bool:
    return any(isinstance(child, Element) and child.tag == "p" for child in item.children)


def _joined(parts: Iterable[str], tight: bool) -> str:  # noqa: FBT001 - what a list is
    return ("\n" if tight else "\n\n").join(parts)


def _indented(text: str) -> str:
    first, *rest = text.split("\n")
    return "\n".join((first, *(f"{_INDENT}{line}" if line else "" for line in rest)))


def _quote(element: Element, way: Way) -> list[str]:
    inside = "\n\n".join(_blocks(element, way))
    return ["\n".join(f"> {line}".rstrip() for line in inside.split("\n"))]


def _verbatim(element: Element, way: Way) -> list[str]:
    del way
    code = words_of(element).strip("\n")
    styles = " ".join(each.attributes.get("class", "") for each in element.walk())
    language = _LANGUAGE.search(styles)
    fence = "`" * max(3, max(map(len, re.findall("`+", code)), default=0) + 1)
    return [f"{fence}{language[1] if language else ''}\n{code}\n{fence}"]


def _table(element: Element, way: Way) -> list[str]:
    captions = [block for caption in children_named(element, "caption") for block in _bold(caption, way)]
    rows = [[_cell(cell, way) for cell in children_named(row, "th", "td")] for row in children_named(element, "tr")]
    if not any(rows):
        return captions
    head, *body = rows
    lines = [_row(head), "|" + " --- |" * len(head), *map(_row, body)]
    return [*captions, "\n".join(lines)]


def _row(cells: Iterable[str]) -> str:
    return _SPACE.sub(" ", f"| {' | '.join(cells)} |")


def _cell(cell: Element, way: Way) -> str:
    return " ".join(_blocks(cell, way)).replace("\n", " ").replace("|", "\\|").replace("\\\\|", "\\|")


def _facts(element: Element, way: Way) -> list[str]:
    """Each term in bold with what it leads to."""
    found: list[str] = []
    term = ""
    for cell in children_named(element, "dt", "dd"):
        if cell.tag == "dt":
            term = _line(cell.children, way).strip()
            continue
        inside = _blocks(cell, way)
        if term and inside and not _BLOCK.match(inside[0]):
            inside[0] = f"**{term}:** {inside[0]}"
        elif term:
            found.append(f"**{term}:**")
        found += inside
        term = ""
    return found


def _details(element: Element, way: Way) -> list[str]:
    return [block for run in runs(element) for block in _of_details(run, way)]


def _of_details(run: list[Element | str] | Element, way: Way) -> list[str]:
    if isinstance(run, Element):
        return _bold(run, way) if run.tag == "summary" else _BLOCKS.get(run.tag, _blocks)(run, way)
    return _paragraph(run, way)


def _section(element: Element, way: Way) -> list[str]:
    if SECTION not in element.styles:
        return _blocks(element, way)
    heads = [
        block for run in runs(element) if isinstance(run, Element) and run.tag == "h2" for block in _heading(run, way)
    ]
    items = (_blocks(item, way) for item in children_named(element, "li"))
    return [*heads, *(_indented(f"[^{number}]: " + "\n\n".join(item)) for number, item in enumerate(items, 1))]


_BLOCKS: Mapping[str, Callable[[Element, Way], list[str]]] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _heading),
    "blockquote": _quote,
    "details": _details,
    "dl": _facts,
    "hr": lambda element, way: ["---"],
    "ol": _list,
    "p": lambda element, way: (
        _paragraph(element.children, way) if all(map(is_inline, element.children)) else _blocks(element, way)
    ),
    "pre": _verbatim,
    "section": _section,
    "summary": _bold,
    "table": _table,
    "ul": _list,
}
