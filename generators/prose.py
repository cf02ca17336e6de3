"""What a briefing's Markdown may say: `value`, `chart`, `cite`, `term`, `place`, `dataset`, `table`, `beside`.

Expressions are Jinja, sandboxed and strict, and are expanded here, before any site engine sees the page.
An expression that fails is a `Problem` at the author's line.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from generators.model import Catalog, Text
from generators.problems import CellError, Problem, Where
from generators.voice import Voice, voice

_EXPRESSION = re.compile(r"{[{%].*?[}%]}")
_ENVIRONMENT = ImmutableSandboxedEnvironment(
    undefined=StrictUndefined,
    keep_trailing_newline=True,
    comment_start_string="{##",  # {# belongs to Markdown: it gives a heading its address
    comment_end_string="##}",
)
for _extra in (_ENVIRONMENT.globals, _ENVIRONMENT.filters, _ENVIRONMENT.tests):
    _extra.clear()  # some of them are random, and a briefing needs none


@dataclass(frozen=True, slots=True, kw_only=True)
class Expanded:
    """The Markdown with every expression replaced, and what was wrong with the others."""

    markdown: str
    problems: tuple[Problem, ...]
    notes: tuple[str, ...] = ()
    """What print says of each number, as markup, in the order of their marks from 1 on."""


def expand(text: Text, catalog: Catalog, page: str) -> Expanded:
    """Return the text as the page at that path shows it; every failing expression is reported, not the first alone.

    For a page's only text. The cards of several are numbered together: see `expand_lines`.
    """
    return _expanded(text, voice(catalog, page))


def _expanded(text: Text, said: Voice) -> Expanded:
    words = said.words()
    remaining = text.markdown
    problems: list[Problem] = []
    while True:
        try:
            markdown = _ENVIRONMENT.from_string(remaining).render(words)
            return Expanded(markdown=markdown, problems=tuple(problems), notes=tuple(said.notes))
        except Exception as error:
            if not _is_the_authors(error):
                raise
            failing = _failing(remaining, _line_of(error), words)
            problems.append(_problem(error, text.where, failing))
            if not failing.text:
                return Expanded(markdown="", problems=tuple(problems))
            remaining = failing.before + " " * len(failing.text) + failing.after


def expand_lines(texts: Iterable[Text], catalog: Catalog, page: str) -> tuple[str, ...]:
    """Return the single lines of one page expanded, their cards numbered together; the checks have made sure that they can be."""
    said = voice(catalog, page)
    return tuple(_expanded(text, said).markdown.strip() for text in texts)


def _is_the_authors(error: Exception) -> bool:
    """True for a mistake in a text; false for one of ours, which must not hide behind it."""
    if isinstance(error, TemplateError | CellError):
        return True
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    innermost = trace.tb_frame.f_code.co_filename if trace else ""
    return innermost == "<template>" or "jinja2" in innermost


def _line_of(error: Exception) -> int:
    if isinstance(error, TemplateSyntaxError):
        return error.lineno
    line, trace = 1, error.__traceback__
    while trace:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


@dataclass(frozen=True, slots=True, kw_only=True)
class _Failing:
    """The expression that fails, with the text before and after it; an empty text if none can be named."""

    text: str
    before: str
    after: str

    @property
    def line(self) -> int:
        return self.before.count("\n") + 1

    @property
    def column(self) -> int:
        return len(self.before) - self.before.rfind("\n")


def _failing(text: str, line: int, words: Mapping[str, object]) -> _Failing:
    start = sum(len(each) for each in text.split("\n")[: line - 1]) + line - 1
    end = text.find("\n", start) % (len(text) + 1)
    found = list(_EXPRESSION.finditer(text, start, end))
    chosen = next((match for match in found if _fails(match.group(), words)), found[0] if found else None)
    first, last = chosen.span() if chosen else (start, start)
    return _Failing(text=text[first:last], before=text[:first], after=text[last:])


def _fails(expression: str, words: Mapping[str, object]) -> bool:
    try:
        _ENVIRONMENT.from_string(expression).render(words)
    except Exception as error:
        return _is_the_authors(error)
    return False


def _problem(error: Exception, start: Where, failing: _Failing) -> Problem:
    indent = start.column - 1 if failing.line == 1 else 0
    where = replace(start, line=start.line + failing.line - 1, column=failing.column + indent)
    if isinstance(error, CellError):
        return error.at(where, "expression", failing.text or None)
    advice = str(error).rstrip(".") + "."
    expected = "one that can be worked out"
    return Problem(where=where, subject="expression", found=failing.text or None, expected=expected, advice=advice)
