"""Parts of an author's Markdown that are not prose, and text of the same length without them."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

Span = tuple[int, int]
_FENCE = re.compile(r"(`{3,}|~{3,})[ ]*\.?[\w#.+-]*[ ]*$")
_CLOSES = re.compile(r"(`{3,}|~{3,})[ ]*$")
_OPENS_LIST = re.compile(r" {0,3}(?:[-*+]|\d+[.)]|\[\^[^\]\n]+\]:|:)\s")
_COMMENTS = (("<!--", "-->"), ("{##", "##}"))
_PARAGRAPH = re.compile(r"[^\n]+(?:\n[ \t]*[^\s][^\n]*)*")
_TICKS = re.compile(r"(?<!\\)`+")
_INDENT = 4


def lines(markdown: str) -> Iterator[tuple[int, str]]:
    """Yield each line with the offset of its first letter."""
    start = 0
    for line in markdown.split("\n"):
        yield start, line
        start += len(line) + 1


def blanked(markdown: str, spans: Iterable[Span]) -> str:
    """Return the text with spaces for the characters of these spans, which do not overlap.

    >>> blanked("a `b` c", [(2, 5)])
    'a     c'
    """
    parts, end = [], 0
    for start, stop in sorted(spans):
        parts += [markdown[end:start], re.sub(r"[^\n]", " ", markdown[start:stop])]
        end = max(end, stop)
    return "".join((*parts, markdown[end:]))


def is_inside(offset: int, spans: Sequence[Span]) -> bool:
    """Return True if the offset is in one of the spans, which are sorted and do not overlap.

    >>> is_inside(3, [(0, 2), (3, 5)]), is_inside(2, [(0, 2), (3, 5)])
    (True, False)
    """
    at = bisect_right(spans, offset, key=itemgetter(0)) - 1
    return at >= 0 and offset < spans[at][1]


def without_code(markdown: str) -> str:
    """Return the text of the same length with spaces for code and comments."""
    text = blanked(markdown, fences(markdown))
    for begins, ends in _COMMENTS:
        text = blanked(text, _between(text, begins, ends))
    text = blanked(text, _indented(text))
    return blanked(text, _inline(text))


def _between(text: str, begins: str, ends: str) -> Iterator[Span]:
    """Yield each span from an opening mark to the next closing mark."""
    start = text.find(begins)
    while start >= 0 and (end := text.find(ends, start + len(begins))) >= 0:
        yield start, end + len(ends)
        start = text.find(begins, end + len(ends))


def fences(markdown: str) -> Iterator[Span]:
    """Yield each closed fenced block with its fences."""
    opened = ""
    start = 0
    for at, line in lines(markdown):
        closing = _CLOSES.match(line)
        if opened and closing and closing[1] == opened:
            yield start, at + len(line)
            opened = ""
        elif not opened and (opening := _FENCE.match(line)):
            opened, start = opening[1], at


def _indented(markdown: str) -> Iterator[Span]:
    """Yield each line of an indented block: four spaces after an empty line, eight within a list."""
    inside, after_blank, code = 0, True, False
    for at, line in lines(markdown):
        if not line.strip():
            after_blank = True
            continue
        depth = len(line.expandtabs(_INDENT)) - len(line.expandtabs(_INDENT).lstrip())
        code = depth >= inside + _INDENT and (after_blank or code)
        if code:
            yield at, at + len(line)
        elif depth < _INDENT and after_blank:
            inside = _INDENT if _OPENS_LIST.match(line) else 0
        after_blank = False


def _inline(markdown: str) -> Iterator[Span]:
    """Yield each run of inline code with its backticks; it ends within its paragraph."""
    for paragraph in _PARAGRAPH.finditer(markdown):
        runs = [match.span() for match in _TICKS.finditer(markdown, *paragraph.span())]
        following: dict[int, int] = {}
        partner = {}
        for number in range(len(runs) - 1, -1, -1):
            length = runs[number][1] - runs[number][0]
            partner[number] = following.get(length)
            following[length] = number
        number = 0
        while number < len(runs):
            closing = partner[number]
            if closing is not None:
                yield runs[number][0], runs[closing][1]
            number = (number if closing is None else closing) + 1
