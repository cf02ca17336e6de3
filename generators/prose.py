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

_ENVIRONMENT = ImmutableSandboxedEnvironment(undefined=StrictUndefined, keep_trailing_newline=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Expanded:
    """The Markdown with every expression replaced, and what was wrong with the others."""

    markdown: str
    problems: tuple[Problem, ...]


def expand(text: Text, catalog: Catalog, page: str) -> Expanded:
    """The text as the page at that path shows it; every failing line is reported, not the first alone."""
    voice = _Voice(catalog=catalog, page=page, charts=expanded(catalog), numbers=count(1))
    remaining = text.markdown
    problems: list[Problem] = []
    while True:
        try:
            markdown = _ENVIRONMENT.from_string(remaining).render(voice.words())
            return Expanded(markdown=markdown, problems=tuple(problems))
        except (TemplateError, CellError, TypeError, ArithmeticError) as error:
            line = _line_of(error)
            problems.append(_problem(error, text.where, line, remaining))
            blanked = _without_expressions(remaining, line)
            if blanked == remaining:
                return Expanded(markdown="", problems=tuple(problems))
            remaining = blanked


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


def _problem(error: Exception, start: Where, line: int, text: str) -> Problem:
    lines = text.splitlines()
    said = lines[line - 1] if line <= len(lines) else ""
    opening = said.find("{{") + 1 or said.find("{%") + 1 or 1
    expression = re.search(r"{[{%].*?[}%]}", said)
    indent = start.column - 1 if line == 1 else 0
    where = replace(start, line=start.line + line - 1, column=opening + indent)
    found = expression.group() if expression else said.strip()
    if isinstance(error, CellError):
        return error.at(where, "expression", found)
    return Problem(
        where=where, subject="expression", found=found, expected="one that can be worked out", advice=f"{error}."
    )


def _without_expressions(text: str, line: int) -> str:
    lines = text.splitlines(keepends=True)
    if line <= len(lines):
        lines[line - 1] = re.sub(r"{[{%].*?[}%]}", "", lines[line - 1])
    return "".join(lines)


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
