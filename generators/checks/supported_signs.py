"""Unsupported Markdown syntax, which a page would print as typed."""

import re
from collections.abc import Iterator

from generators.model import Catalog, Text
from generators.model.problems import Problem
from generators.text.catalog_texts import bodies
from generators.text.markdown.masks import Span, fences, is_inside, lines, without_code
from generators.text.wording import plural

_ITEM = re.compile(r"([ ]*)(?:[-*+]|\d+[.)])[ \t]+\S")
_CELL = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"[ ]{0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
_LABEL = re.compile(r"^[ ]{0,3}\[([^\]\n^]+)\]:[ \t]*\S", re.MULTILINE)
_BY_LABEL = re.compile(r"(?<![\\\]])\[([^\[\]\n]+)\]\[([^\[\]\n]*)\]")
_LANGUAGE = re.compile(r"[\w#+-]+")
_FENCE = re.compile(r"^[ \t>]*(?:[-*+][ \t]+|\d+\.[ \t]+)*(`{3,}|~{3,})([^`\n]*)$", re.MULTILINE)
_FORMS: tuple[tuple[re.Pattern[str], str, str], ...] = tuple(
    (re.compile(pattern, re.MULTILINE), expected, advice)
    for pattern, expected, advice in (
        (r"(?<![~\\])~~(?=[^\s~])[^~\n]*~~(?!~)", "struck-out text as HTML", "Type <del> before it and </del> after it."),
        (r"(?<![=\\])==(?=[^\s=])[^=\n]*[^\s=]==(?!=)", "marked text as HTML", "Type <mark> before it and </mark> after it."),
        (r"^[ ]*[-*+][ \t]+\[[ xX]\](?=\s)", "an item without a check box", "Delete the check box: readers cannot tick it."),
        (r"^(?:!!!|\?\?\?\+?)[ \t]+\w[^\n]*", "a quote, a <details> or a plain paragraph", "Type > before each of its lines."),
        (r"^[ ]{0,3}>[ \t]*\[!\w+\][^\n]*", "a quote without a type", "Delete the type, or write it in bold."),
        (r"^:::[^\n]*", "a <div> or a <details>", "Type <details> and <summary>, or delete it."),
        (r"^[ ]{0,3}\[(?:TOC|\[_TOC_\])\][ \t]*$", "a page without a typed table of contents", "Delete it: the page generates one."),
        (r"^[ ]{0,3}\*\[[^\]\n]+\]:[^\n]*", "an abbreviation where it is used", 'Type <abbr title="the full form">the abbreviation</abbr>.'),
        (r"(?<!\\)\[\[[^\[\]\n]+\]\]", "a link written [text](page.md)", "Write the text in brackets and the path of the page in parentheses."),
        (r"!\[\s*\]\([^)\n]*\)", "an image with alternative text", "Describe the image in the brackets."),
        (r"\]\(\s*\)", "a link with an address", "Type its address in the parentheses."),
        (r"(?<=[\w.)])\][ \t]+\((?:https?:|[\w./-]+\.(?:md|html?|png|jpe?g|svg)\b)[^)\n]*\)", "a link without a space before its address", "Delete the space after the bracket."),
    )
)  # fmt: skip


def supported_signs(catalog: Catalog) -> Iterator[Problem]:
    """Yield a problem for each mark of another Markdown dialect, which would be printed as typed, and each image
    without alternative text.
    """
    for text in bodies(catalog):
        bare = without_code(text.markdown)
        yield from _forms(text, bare)
        yield from _fences(text)
        yield from _nested_lists(text, bare)
        yield from _cells(text, bare)
        yield from _labels(text, bare)


def _forms(text: Text, bare: str) -> Iterator[Problem]:
    for pattern, expected, advice in _FORMS:
        for match in pattern.finditer(bare):
            yield _problem(text, match.span(), expected, advice)


def _fences(text: Text) -> Iterator[Problem]:
    """Yield each unclosed fence, fence with more than a language after it, and fence within another block."""
    closed, inside = [*fences(text.markdown)], False
    for match in _FENCE.finditer(text.markdown):
        if is_inside(match.start(), closed):
            continue
        if match.start(1) > match.start():
            inside = not inside
            if not inside:
                continue
            advice = "Begin each line of the block at the margin, outside lists and quotes."
            yield _problem(text, match.span(1), "a block of code at the margin", advice)
        elif len(match[2].split()) > 1 or not re.fullmatch(r"[\w#.+-]*", match[2].strip()):
            language = (_LANGUAGE.findall(match[2]) or [""])[0]
            advice = f"Type {match[1]}{language} and nothing after it."
            yield _problem(text, match.span(), "only a language after the marks", advice)
            return
        else:
            advice = f"Type {match[1]} on its own line where the code ends."
            yield _problem(text, match.span(), "a closed block of code", advice)
            return


def _nested_lists(text: Text, bare: str) -> Iterator[Problem]:
    inside = False
    for at, line in lines(bare):
        item = _ITEM.match(line)
        depth = len(item[1]) if item else 0
        if inside and item and depth % 4:
            spaces = 4 * (depth // 4 + 1)
            advice = f"Begin the line with {spaces} spaces, or with none."
            yield _problem(text, (at, at + item.end()), "a nested list indented by four spaces", advice)
        inside = bool(item) or (inside and (not line.strip() or line.startswith((" ", "\t"))))


def _cells(text: Text, bare: str) -> Iterator[Problem]:
    """Yield each table row with more cells than the header: they would be lost."""
    width, before = 0, ""
    for at, line in lines(bare):
        if not line.strip():
            width = 0
        elif width and _width(line) > width:
            advice = r"Remove a cell, or type \| for a literal bar."
            yield _problem(
                text, (at, at + len(line)), f"at most {plural(width, 'cell')}, as in the header of the table", advice
            )
        elif "|" in line and "|" in before and _RULE.fullmatch(line):
            width = _width(before)
        before = line


def _width(line: str) -> int:
    return len(_CELL.split(line.strip().removeprefix("|").removesuffix("|")))


def _labels(text: Text, bare: str) -> Iterator[Problem]:
    names = {" ".join(name.lower().split()) for name in _LABEL.findall(bare)}
    for match in _BY_LABEL.finditer(bare):
        label = match[2].strip() or match[1]
        if " ".join(label.lower().split()) not in names and not label.startswith("^"):
            advice = f"Write [{label}]: and the address on its own line, or the address in parentheses."
            yield _problem(text, match.span(), "the label of a defined link", advice)


def _problem(text: Text, span: Span, expected: str, advice: str) -> Problem:
    source = text.markdown[slice(*span)].strip()
    return Problem(where=text.at(span[0]), subject="text", found=source, expected=expected, advice=advice)
