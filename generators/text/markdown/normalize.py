"""Edits that make an author's Markdown mean the same in every engine."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generators.text.markdown.html_tags import elements, stray_letters
from generators.text.markdown.masks import Span, lines

_LIST = re.compile(r"(?:[-*+]|1[.)])[ \t]+\S")
_ITEM = re.compile(r"[ ]{0,3}(?:[-*+]|\d+[.)])[ \t]")
_NO_PARAGRAPH = re.compile(r"[ ]{0,3}(?:#{1,6}|>|<|\||\[\^|:\s)|[ ]{4}|\t")
_RULE_OF_TABLE = re.compile(r"[ ]{0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
_PARENTHESIS = re.compile(r"^([ \t]*\d+)\)(?=[ \t]+\S)", re.MULTILINE)
_BACKSLASH = re.compile(r"(?<=[^\\\s])\\(?=\n[ \t]*\S)")
_HEADING = re.compile(r"^#{1,6}[ \t]+([^\n]*?)[ \t]*#*[ \t]*$", re.MULTILINE)
_HAS_ATTRIBUTES = re.compile(r"\{[:#.][^{}\n]*\}$")
_HELD = frozenset({"aside", "blockquote", "details", "div", "figure", "section"})
"""Elements that contain Markdown after an empty line, as in most editors."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A span of a text and its replacement."""

    span: Span
    text: str


def edited(markdown: str, edits: Iterable[Edit]) -> str:
    """Return the text with the edits applied; edits at one position keep their order."""
    parts, end = [], 0
    for edit in sorted(edits, key=lambda edit: edit.span):
        if edit.span[0] >= end:
            parts += [markdown[end : edit.span[0]], edit.text]
            end = edit.span[1]
    return "".join((*parts, markdown[end:]))


def made_plain(bare: str) -> Iterator[Edit]:
    """Yield the edits of a text without code and expressions."""
    for at in stray_letters(bare):
        yield Edit(span=(at, at + 1), text="&lt;")
    for at in _adjacent_blocks(bare):
        yield Edit(span=(at, at), text="\n")
    for match in _PARENTHESIS.finditer(bare):
        yield Edit(span=(match.end() - 1, match.end()), text=".")
    for match in _BACKSLASH.finditer(bare):
        yield Edit(span=match.span(), text="  ")
    yield from _heading_ids(bare)
    yield from _markdown_attributes(bare)


def _adjacent_blocks(bare: str) -> Iterator[int]:
    """Yield the start of each list or table directly below a paragraph, which needs an empty line before it."""
    begun, before, above = "", "", 0
    for at, line in lines(bare):
        if not line.strip():
            begun = ""
        elif not begun:
            begun = "text" if not (_ITEM.match(line) or _NO_PARAGRAPH.match(line)) else "other"
        elif begun == "text" and _LIST.match(line):
            begun = "other"
            yield at
        elif begun == "text" and "|" in line and "|" in before and above != at and _RULE_OF_TABLE.fullmatch(line):
            begun = "other"
            if _line_above(bare, above):
                yield above
        before, above = line, at


def _line_above(bare: str, at: int) -> bool:
    """Return True if the line above has text."""
    return bool(bare[:at].rpartition("\n")[0].rpartition("\n")[2].strip())


def _heading_ids(bare: str) -> Iterator[Edit]:
    """Yield an id for each heading with non-Latin letters, for which engines use a number."""
    counts: dict[str, int] = {}
    for match in _HEADING.finditer(bare):
        words = match[1]
        if words and not _HAS_ATTRIBUTES.search(words) and _loses_letters(words):
            name = slugged(words)
            counts[name] = counts.get(name, 0) + 1
            unique = name if counts[name] == 1 else f"{name}-{counts[name]}"
            if name:
                yield Edit(span=(match.end(1), match.end()), text=f" {{#{unique}}}")


def _loses_letters(words: str) -> bool:
    plain = "".join(c for c in unicodedata.normalize("NFKD", words) if not unicodedata.combining(c))
    return any(c.isalnum() and not c.isascii() for c in plain)


def slugged(words: str) -> str:
    """Return the words as an id with the letters of all scripts.

    >>> slugged("What **moved**?")
    'what-moved'
    """
    plain = re.sub(r"[^\w\s-]", "", unicodedata.normalize("NFKC", words)).strip().lower()
    return re.sub(r"[-\s_]+", "-", plain).strip("-")


def _markdown_attributes(bare: str) -> Iterator[Edit]:
    """Yield the attribute that enables Markdown in an element, for each with an empty line in it."""
    pairs, _, _ = elements(bare)
    for element in pairs:
        takes_text = element.tag.name in _HELD and "markdown" not in element.tag.attributes
        if takes_text and bare.find("\n\n", element.tag.span[1], element.end) >= 0:
            at = element.tag.span[0] + 1 + len(element.tag.name)
            yield Edit(span=(at, at), text=' markdown="1"')
