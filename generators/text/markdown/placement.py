"""Allowed positions of expressions: charts, tables and comparisons on separate lines, judgements in lists, none in code."""

import re

from generators.model.problems import CellError
from generators.text.markdown.html_tags import Element
from generators.text.markdown.masks import Span

BLOCKS = frozenset({"chart", "table", "beside", "judgement"})
_WORD = re.compile(r"\{\{\s*(\w+)")
_NO_FLOW = frozenset(
    {"ol", "ul", "li", "p", "table", "tr", "td", "th", "dl", "dt", "dd", "summary", "blockquote", "pre"}
)
_IN_A_TAG = re.compile(r"<[A-Za-z/][^<>]*")
_IN_AN_ADDRESS = re.compile(r"\]\([^()\s]*")
_NEAR = 400
"""Letters of a line that are looked at before an expression."""
_APART = "Write it on its own line that begins with {{, with an empty line above and below."


def word(expression: str) -> str:
    """Return the shortcode of an expression."""
    match = _WORD.match(expression)
    return match[1] if match else ""


def placed(markdown: str, bare: str, span: Span, whole: list[Element]) -> bool:
    """Return True if the expression is a block; raise a `CellError` if it is misplaced. `bare` is the text without code."""
    name = word(markdown[slice(*span)])
    before = markdown[max(markdown.rfind("\n", 0, span[0]) + 1, span[0] - _NEAR) : span[0]]
    _in_prose(bare[slice(*span)], before)
    around = [element.tag for element in whole if element.tag.span[1] <= span[0] < element.end]
    if name == "judgement" and any("judgements" in tag.attributes.get("class", "").split() for tag in around):
        return False
    if name in BLOCKS:
        end = markdown.find("\n", span[1])
        after = markdown[span[1] : end if end >= 0 else len(markdown)]
        if before or after.strip() or _NO_FLOW & {tag.name for tag in around}:
            raise CellError(f"a {name} outside sentences, lists, quotes and table cells", _APART)
    return name in BLOCKS


def _in_prose(expression: str, before: str) -> None:
    """Refuse an expression in code, a heading, a tag or an address."""
    if not expression.strip():
        raise CellError("code without an expression", "Code is printed as typed: remove the expression from it.")
    if re.match(r"#{1,6}\s", before):
        raise CellError(
            "a heading in plain text", "Write it below the heading: the table of contents repeats a heading."
        )
    if _IN_A_TAG.fullmatch(before[before.rfind("<") :]) or _IN_AN_ADDRESS.fullmatch(before[before.rfind("](") :]):
        raise CellError("an expression in the text", "Move it out of the tag or the address.")
