"""Comments of authors: HTML comments, and link definitions that Markdown does not print.

They are removed before parsing, without changing line numbers. Comments in code stay.
"""

import re
from dataclasses import replace

from generators.load.formats.reading import Reading
from generators.model import Text
from generators.model.problems import Problem

_CODE = r"^[ \t>]*(?P<fence>`{3,}|~{3,}).*?(?:^[ \t>]*(?P=fence)[`~]*[ \t]*$|\Z)|(?<!`)(?P<ticks>`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)(?P=ticks)(?!`)"
_TEMPLATE = r"\{##.{0,1000}?##\}"
_COMMENT = r"<!--(?:-?>|(?:(?!--!?>).)*--!?>)"
_DEFINITION = r"^ {0,3}\[[^\]\n]+\]:[ \t]*(?:#|<>|<#>)[ \t]+(?:\([^\n]*\)|\"[^\n]*\"|'[^\n]*')[ \t]*$"
_PART = re.compile(
    rf"(?P<kept>{_CODE}|{_TEMPLATE})|(?P<note>[ \t]*{_COMMENT}(?=[ \t]*$)|{_COMMENT}|{_DEFINITION})|(?P<open><!--)",
    re.MULTILINE | re.DOTALL,
)
_LONGEST = 60


def uncommented(text: Text) -> Reading[Text]:
    """Return the text without its author's notes; a problem for a comment that does not end, which the rest belongs to."""
    markdown = text.markdown
    end = next((part.start() for part in _PART.finditer(markdown) if part["open"]), len(markdown))
    if end < len(markdown):
        yield _unclosed_comment(text, end)
    return replace(text, markdown=_PART.sub(_without_note, markdown[:end]) + markdown[end:])


def _without_note(part: re.Match[str]) -> str:
    """Return a part of the text, or only the line ends of a note."""
    return "\n" * part[0].count("\n") if part["note"] else part[0]


def _unclosed_comment(text: Text, start: int) -> Problem:
    before = text.markdown[:start]
    line = before.count("\n")
    column = len(before) - before.rfind("\n") if line else text.where.column + len(before)
    return Problem(
        where=replace(text.where, line=text.where.line + line, column=column, parts={}),
        subject="comment",
        found=text.markdown[start:].partition("\n")[0][:_LONGEST],
        expected="a comment that ends with -->",
        advice="Close it, or put it in backticks to show it to readers.",
    )
