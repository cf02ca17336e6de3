"""Spans of expressions in an author's Markdown, and unpaired braces."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generators.text.markdown.masks import Span, is_inside

_BRACES = re.compile(r"\{\{|\}\}|\{%|\{##|\{#(?![^\s{}#][^{}\n]*\})")
_PARAGRAPH_ENDS = re.compile(r"\n[ \t]*\n|\Z")
_CALL = re.compile(r"\{\{\s*(\w+\s*\((?:[^()\"\n]|\"[^\"\n]*\")*\))")
_LONGEST = 3_000
"""Longest expression in characters; a longer one counts as unclosed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """A syntax error: its span, what was expected, and what to type."""

    span: Span
    expected: str
    advice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Braces:
    """The expressions of a text, with their braces, and errors of other braces."""

    expressions: tuple[Span, ...]
    comments: tuple[Span, ...]
    slips: tuple[Slip, ...]


def braces(text: str, words: Iterable[str]) -> Braces:
    """Return the braces of the text, in order; `words` are the names of shortcodes."""
    kinds: dict[str, list[Span]] = {"expression": [], "comment": []}
    slips = []
    at = 0
    while match := _BRACES.search(text, at):
        result = _READ[match[0]](text, match.start())
        if isinstance(result, Slip):
            slips.append(result)
            at = max(result.span[1], match.end())
        else:
            kind, span = result
            kinds[kind].append(span)
            at = span[1]
    spans = [*kinds["expression"], *kinds["comment"], *(slip.span for slip in slips)]
    slips += _single_braces(text, spans, words)
    return Braces(expressions=tuple(kinds["expression"]), comments=tuple(kinds["comment"]), slips=tuple(slips))


def _expression(text: str, start: int) -> Slip | tuple[str, Span]:
    if text.startswith("{{{", start):
        return _triple_braces(text, start)
    paragraph = _PARAGRAPH_ENDS.search(text, start, start + _LONGEST)
    limit = paragraph.start() if paragraph else min(start + _LONGEST, len(text))
    end = text.find("}}", start + 2, limit)
    if not 0 <= end < limit:
        return _unclosed(text, start, limit)
    inner = text.find("{{", start + 2, end)
    if inner < 0:
        return "expression", (start, end + 2)
    if text.find("}}", end + 2, _before(text, end + 2, limit)) >= 0:
        return _nested_expression(text, start, limit)
    return _unclosed(text, start, inner)


def _unclosed(text: str, start: int, limit: int) -> Slip:
    inner = text.find("{{", start + 2, limit)
    stop = min(inner if inner >= 0 else limit, _line_end(text, start))
    call = _CALL.match(text, start, stop)
    advice = f"Type }}}} after it: {{{{ {call[1]} }}}}." if call else "Type }} where the expression ends."
    return Slip(span=(start, stop), expected="an expression that ends with }}", advice=advice)


def _triple_braces(text: str, start: int) -> Slip:
    match = re.compile(r"\{{3,9}\s*([^{}\n]*?)\s*(?:\}+|$)", re.MULTILINE).match(text, start)
    stop, inside = (match.end(), match[1]) if match else (start + 3, "")
    advice = f"Type {{{{ {inside} }}}}." if inside else "Delete a brace."
    return Slip(span=(start, stop), expected="two braces before and after an expression", advice=advice)


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return end if end >= 0 else len(text)


def _before(text: str, start: int, limit: int) -> int:
    """Return the start of the next expression, or the paragraph's end."""
    following = text.find("{{", start, limit)
    return following if following >= 0 else limit


def _nested_expression(text: str, start: int, limit: int) -> Slip:
    end = text.find("}}", text.find("}}", start) + 2, limit) + 2
    inside = re.sub(r"\{\{\s*|\s*\}\}", "", text[start:end]).strip()
    return Slip(
        span=(start, end),
        expected="two braces before and after the whole expression",
        advice=f"Type {{{{ {' '.join(inside.split())} }}}}.",
    )


def _comment(text: str, start: int) -> Slip | tuple[str, Span]:
    end = text.find("##}", start)
    if end >= 0:
        return "comment", (start, end + 3)
    return Slip(span=(start, len(text)), expected="a comment that ends with ##}", advice="Type ##} where it ends.")


def _template_comment(text: str, start: int) -> Slip:
    end = text.find("#}", start, start + _LONGEST)
    stop = end + 2 if end >= 0 else _line_end(text, start)
    return Slip(
        span=(start, stop), expected="text without a template comment", advice="Delete it: it would be printed."
    )


def _statement(text: str, start: int) -> Slip:
    end = text.find("%}", start, start + _LONGEST)
    stop = end + 2 if end >= 0 else _line_end(text, start)
    advice = "Write each expression by itself, between {{ and }}."
    return Slip(span=(start, stop), expected="an expression, not a statement", advice=advice)


def _stray(text: str, start: int) -> Slip:
    del text
    return Slip(
        span=(start, start + 2),
        expected="two opening braces before it",
        advice="Type {{ where the expression begins, or delete these.",
    )


_READ = {"{{": _expression, "}}": _stray, "{%": _statement, "{##": _comment, "{#": _template_comment}


def _single_braces(text: str, spans: Iterable[Span], words: Iterable[str]) -> Iterator[Slip]:
    """Yield an error for each call in single braces, or in braces with a space between them."""
    call = re.compile(rf"\{{\s*\{{?\s*((?:{'|'.join(words)})\s*\([^(){{}}\n]*\))\s*\}}?\s*\}}")
    ordered = sorted(spans)
    for match in call.finditer(text):
        if not is_inside(match.start(), ordered):
            advice = f"Type {{{{ {match[1]} }}}}."
            yield Slip(span=match.span(), expected="two braces before and after an expression", advice=advice)
