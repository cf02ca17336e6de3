"""Limits on nesting in Markdown, for readers and for every output format."""

import re
from collections.abc import Iterator

from generators.model import Catalog
from generators.model.problems import Problem
from generators.text.catalog_texts import bodies
from generators.text.markdown.html_tags import VOID, tags
from generators.text.markdown.masks import Span, lines, without_code

_LISTS, _TAGS, _BRACKETS = 8, 20, 20
"""Most nested lists and quotes, HTML elements, and unclosed brackets around a text."""
_INDENT = 4
_MARK = re.compile(r"[ \t]*(?:[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)|>)")
_RULE = re.compile(r"[ \t]*([-*_])(?:[ \t]*\1){2,}[ \t]*$")
"""A line across the page, which is no list however many its marks."""
_STEPS = {"[": 1, "]": -1}
_BRACKET = re.compile(r"\\.|[\[\]]|\n[ \t]*\n", re.DOTALL)


def nesting_depth(catalog: Catalog) -> Iterator[Problem]:
    """Yield a problem for each text with more than 8 nested lists and quotations, 20 nested HTML elements or 20
    open brackets.
    """
    for text in bodies(catalog):
        bare = without_code(text.markdown)
        for span, expected, advice in _excesses(bare):
            source = text.markdown[slice(*span)]
            yield Problem(where=text.at(span[0]), subject="nesting", found=source, expected=expected, advice=advice)


def _excesses(bare: str) -> Iterator[tuple[Span, str, str]]:
    """Yield the first span of each kind, with what was expected and what to do."""
    if span := _first_list(bare):
        yield span, f"at most {_LISTS} nested lists and quotes", "Turn it into a list with one level."
    if span := _first_tag(bare):
        yield span, f"at most {_TAGS} nested elements", "Remove elements without text of their own."
    if span := _first_bracket(bare):
        yield span, f"at most {_BRACKETS} unclosed brackets", r"Close them, or type \[ for a literal bracket."


def _first_list(bare: str) -> Span | None:
    for at, line in lines(bare):
        marks, end = 0, 0
        while marks <= _LISTS and (mark := _MARK.match(line, end)):
            marks, end = marks + 1, mark.end()
        indent = len(line) - len(line.lstrip(" "))
        if marks and not _RULE.match(line) and marks + indent // _INDENT > _LISTS:
            return at, at + end
    return None


def _first_tag(bare: str) -> Span | None:
    depth = 0
    for tag in tags(bare):
        if tag.known and tag.name not in VOID:
            depth = max(0, depth - 1) if tag.closes else depth + 1
        if depth > _TAGS:
            return tag.span
    return None


def _first_bracket(bare: str) -> Span | None:
    """Return the first bracket with too many open before it in its paragraph."""
    opened = 0
    for match in _BRACKET.finditer(bare):
        opened = 0 if match[0][0] == "\n" else max(0, opened + _STEPS.get(match[0], 0))
        if opened > _BRACKETS:
            return match.span()
    return None
