"""What a briefing's Markdown may say: `value`, `chart`, `cite`, `term`, `place`, `dataset`, `table`, `beside`.

Expressions are Jinja, sandboxed and strict, and are expanded here, before any site engine sees the page.
An expression that fails is a `Problem` at the author's line.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from itertools import count

from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from generators import markup, wording
from generators.addresses import GLOSSARY, of_dataset
from generators.agreement import side_by_side
from generators.charts.selection import expanded
from generators.figures import figure
from generators.model import Catalog, ChartSpec, Text
from generators.problems import CellError, Problem, Where
from generators.queries import known, matching, one

_EXPRESSION = re.compile(r"{[{%].*?[}%]}")
_FAILURES = (TemplateError, CellError, TypeError, ArithmeticError)
_ENVIRONMENT = ImmutableSandboxedEnvironment(undefined=StrictUndefined, keep_trailing_newline=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Expanded:
    """The Markdown with every expression replaced, and what was wrong with the others."""

    markdown: str
    problems: tuple[Problem, ...]


def expand(text: Text, catalog: Catalog, page: str) -> Expanded:
    """The text as the page at that path shows it; every failing expression is reported, not the first alone."""
    voice = _Voice(catalog=catalog, page=page, charts=expanded(catalog), numbers=count(1))
    words = voice.words()
    remaining = text.markdown
    problems: list[Problem] = []
    while True:
        try:
            markdown = _ENVIRONMENT.from_string(remaining).render(words)
            return Expanded(markdown=markdown, problems=tuple(problems))
        except _FAILURES as error:
            failing = _failing(remaining, _line_of(error), words)
            problems.append(_problem(error, text.where, failing))
            if not failing.text:
                return Expanded(markdown="", problems=tuple(problems))
            remaining = failing.before + " " * len(failing.text) + failing.after


def expand_line(text: Text, catalog: Catalog, page: str) -> str:
    """A single line expanded; the checks have made sure that it can be."""
    return expand(text, catalog, page).markdown.strip()


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
    start = sum(len(each) for each in text.splitlines(keepends=True)[: line - 1])
    end = text.find("\n", start) % (len(text) + 1)
    found = list(_EXPRESSION.finditer(text, start, end))
    chosen = next((match for match in found if _fails(match.group(), words)), found[0] if found else None)
    first, last = chosen.span() if chosen else (start, start)
    return _Failing(text=text[first:last], before=text[:first], after=text[last:])


def _fails(expression: str, words: Mapping[str, object]) -> bool:
    try:
        _ENVIRONMENT.from_string(expression).render(words)
    except _FAILURES:
        return True
    return False


def _problem(error: Exception, start: Where, failing: _Failing) -> Problem:
    indent = start.column - 1 if failing.line == 1 else 0
    where = replace(start, line=start.line + failing.line - 1, column=failing.column + indent)
    if isinstance(error, CellError):
        return error.at(where, "expression", failing.text)
    expected = "one that can be worked out"
    return Problem(where=where, subject="expression", found=failing.text, expected=expected, advice=f"{error}.")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Voice:
    """The words of one page: what each expression of a briefing becomes there."""

    catalog: Catalog
    page: str
    charts: Mapping[str, ChartSpec]
    numbers: "count[int]"

    def words(self) -> dict[str, Callable[..., str]]:
        return {
            "value": self.value,
            "chart": self.chart,
            "cite": self.cite,
            "term": self.term,
            "place": self.place,
            "dataset": self.dataset,
            "table": self.table,
            "beside": self.beside,
        }

    def value(self, path: str, period: str = "", *, bare: bool = False, **chosen: str) -> str:
        """One observation in words, linked to its row."""
        observation = one(self.catalog, path, {"period": period, **chosen})
        return markup.to_value(
            self.page,
            markup.dataset_of(self.catalog, observation),
            observation,
            wording.bare(observation) if bare else "",
        )

    def chart(self, slug: str) -> str:
        """A declared chart as a figure."""
        return figure(self.page, known(slug, self.charts, "the name of a chart in content/charts"), self.catalog)

    def cite(self, source: str, locator: str = "") -> str:
        """A citation that leads to the source's page."""
        return markup.to_source(self.page, known(source, self.catalog.sources, "the id of a source"), locator)

    def term(self, name: str, text: str = "") -> str:
        """A glossary word that opens where it stands."""
        found = known(name, self.catalog.terms, "a term of content/glossary.yml")
        mark, label = f"term-{next(self.numbers)}", markup.inline(text or found.title.lower())
        more = markup.link(self.page, f"{GLOSSARY}#{found.id}", "Glossary")
        return (
            f'<button type="button" class="term" popovertarget="{mark}">{label}</button>'
            f'<span popover="auto" class="term-card" id="{mark}" role="note" data-search-exclude>'
            f"<strong>{markup.inline(found.title)}</strong> {markup.inline(found.definition)} {more}</span>"
        )

    def place(self, code: str, text: str = "") -> str:
        """A place's house name, linked to its page."""
        return markup.to_place(self.page, known(code, self.catalog.places, "the code of a place"), text)

    def dataset(self, name: str, text: str = "") -> str:
        """A dataset's title, linked to its page."""
        found = known(name, self.catalog.datasets, "the id of a dataset")
        return markup.link(self.page, of_dataset(found.id), markup.inline(text or found.title))

    def table(self, path: str, **chosen: str) -> str:
        """The chosen observations of an indicator as a table."""
        rows = matching(self.catalog, path, chosen)
        return markup.observation_table(self.page, rows[0].indicator.title, rows)

    def beside(self, concept: str, period: str, *places: str) -> str:
        """Everybody's figure for one concept, period and place, side by side."""
        subject = known(concept, self.catalog.concepts, "a concept of data/concepts.yml")
        rows = side_by_side(self.catalog, concept, places, period)
        if not rows:
            raise CellError(
                "a concept, period and place that somebody counted", "Look at the dataset's page for its rows."
            )
        return markup.observation_table(self.page, subject.title, rows)
