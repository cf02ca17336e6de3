"""Expansion of expressions in an author's Markdown, before a site engine reads it.

An expression is a call of a shortcode (`value`, `chart`, `cite` and others) with texts as arguments.
It is parsed, never run. An error is a `Problem` at the author's line and column.
"""

import ast
import re
import warnings
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from generators.components.footnotes import with_footnotes
from generators.components.shortcodes import Voice, voice
from generators.components.templates import BadTemplate, render, render_macro
from generators.model import Briefing, Catalog, Source, Text
from generators.model.memo import per_catalog
from generators.model.problems import CellError, Problem, did_you_mean
from generators.processes import mapped
from generators.text.markdown import suggestions
from generators.text.markdown.expression_spans import Slip, braces
from generators.text.markdown.html_tags import elements
from generators.text.markdown.masks import Span, blanked, without_code
from generators.text.markdown.normalize import Edit, edited, made_plain
from generators.text.markdown.placement import BLOCKS, placed, word
from generators.urls.paths import of_briefing

_NAMING = frozenset({"dataset", "place", "term"})
"""Shortcodes whose second argument is the author's label."""
Words = Mapping[str, Callable[..., str]]
_TOKENS = re.compile(r"\"[^\"]*\"|'[^']*'|\S")
_LONGEST = 2_000
"""Characters of an expression; reasons in `across` are the longest texts."""
_FORM = "a word of a briefing with its texts in parentheses"
_ONE_CALL = 'Write one word and its texts, each in quotation marks, as {{ value("dataset/indicator", "period") }}.'


@dataclass(frozen=True, slots=True, kw_only=True)
class Expanded:
    """Markdown with every expression replaced, and the problems of those that failed."""

    markdown: str
    problems: tuple[Problem, ...]
    notes: tuple[Markup, ...] = ()
    """Notes of the numbers for print, as markup, in the order of their marks from 1."""
    footnotes: Markup = Markup()  # noqa: RUF009 - immutable
    """Section of the text's footnotes; empty if there are none."""
    sources: tuple[Source, ...] = ()
    """Documents that the text and its numbers cite, except in charts."""
    datasets: frozenset[str] = frozenset()
    """Datasets of its numbers and tables, and those that it names."""
    charts: frozenset[str] = frozenset()
    judgements: frozenset[str] = frozenset()
    """Judgements that it states."""


@per_catalog
def expanded_briefing(catalog: Catalog, briefing: Briefing) -> Expanded:
    """Return the briefing's text as shown on its page, worked out once."""
    return expand(briefing.body, catalog, of_briefing(briefing))


def expand_ahead(catalog: Catalog) -> None:
    """Expand the texts of all briefings on all cores."""
    briefings = tuple(catalog.briefings.values())
    texts = mapped(lambda briefing: expanded_briefing(catalog, briefing), briefings)
    for briefing, text in zip(briefings, texts, strict=True):
        expanded_briefing.keep(text, catalog, briefing)


def expanded_for_other_pages(catalog: Catalog, briefing: Briefing) -> Expanded:
    """Return the briefing's text for what other pages say of it; in a preview that of the last complete site, if it was the same."""
    previous = catalog.previous
    same = previous is not None and previous.briefings.get(briefing.slug) == briefing
    return expanded_briefing(previous if previous and same else catalog, briefing)


@per_catalog
def briefings_by_chart(catalog: Catalog) -> Mapping[str, Sequence[Briefing]]:
    """Return the briefings that show each chart, by its slug."""
    briefings: dict[str, list[Briefing]] = defaultdict(list)
    for briefing in catalog.briefings.values():
        for slug in expanded_for_other_pages(catalog, briefing).charts:
            briefings[slug].append(briefing)
    return briefings


def expand(text: Text, catalog: Catalog, page: str) -> Expanded:
    """Return the text as shown on the page at that path, with all problems.

    For the only text of a page; see `expand_lines` for several, whose cards are numbered together.
    """
    return _expanded(text, voice(catalog, page))


def _expanded(text: Text, said: Voice) -> Expanded:
    words, source = said.words(), text.markdown
    found = braces(source, words)
    code = without_code(source)
    bare = blanked(code, found.expressions)
    whole, _, _ = elements(bare)
    problems = [_slip(text, slip) for slip in found.slips]
    edits, judgements = [Edit(span=span, text="") for span in found.comments], []
    for span in found.expressions:
        expression = source[slice(*span)]
        try:
            output = _in_site_language(called(expression, words), said, expression)
            block = placed(source, code, span, whole)
            if block and word(expression) == "judgement":
                judgements.append(Edit(span=span, text=output))
            else:
                edits.append(Edit(span=span, text=_apart(source, span, output) if block else output))
        except CellError as error:
            problems.append(error.at(text.at(span[0]), "expression", expression))
        except BadTemplate as error:
            problems += error.problems
    with _collected(problems):
        edits += _lists(blanked(source, found.comments), judgements, said)
    markdown, footnotes = "", Markup()
    with _collected(problems):
        markdown, footnotes = with_footnotes(edited(source, [*edits, *made_plain(bare)]), said.catalog, said.page)
    return Expanded(
        markdown=markdown,
        problems=tuple(problems),
        notes=said.printed(),
        footnotes=footnotes,
        sources=tuple(said.sources.values()),
        datasets=frozenset(said.datasets),
        charts=frozenset(said.drawn),
        judgements=frozenset(said.judged),
    )


@contextmanager
def _collected(problems: list[Problem]) -> Iterator[None]:
    """Collect the problems of a template, and go on after it."""
    try:
        yield
    except BadTemplate as error:
        problems += error.problems


def expand_lines(texts: Iterable[Text], catalog: Catalog, page: str) -> tuple[str, ...]:
    """Expand the single lines of one page, their cards numbered together; the checks have found no problem in them."""
    said = voice(catalog, page)
    return tuple(_expanded(text, said).markdown.strip() for text in texts)


def _slip(text: Text, slip: Slip) -> Problem:
    typed = text.markdown[slice(*slip.span)]
    where = text.at(slip.span[0])
    return Problem(where=where, subject="expression", found=typed, expected=slip.expected, advice=slip.advice)


def _in_site_language(output: str, said: Voice, expression: str) -> str:
    """Mark an expression's output as in the site's language in a text of another, unless the words are the author's."""
    own = word(expression)
    if not said.marks or own in {"across", "judgement"} or (own in _NAMING and expression.count('"') > 2):
        return output
    values = {"tag": "div" if own in BLOCKS else "span", "marks": said.marks, "text": Markup(output)}  # noqa: S704 - of a shortcode
    return render(said.catalog, said.page, "components/foreign.html", **values)


def _lists(source: str, items: Iterable[Edit], said: Voice) -> Iterator[Edit]:
    """Yield the judgements as lists; those in sequence form one."""
    runs: list[list[Edit]] = []
    for item in items:
        if runs and source[runs[-1][-1].span[1] : item.span[0]].isspace():
            runs[-1].append(item)
        else:
            runs.append([item])
    for run in runs:
        span = (run[0].span[0], run[-1].span[1])
        texts = [Markup(item.text) for item in run]  # noqa: S704 - of a template
        output = render_macro(said.catalog, said.page, "judgements", "numbered", texts)
        yield Edit(span=span, text=_apart(source, span, output))


def _apart(source: str, span: Span, block: str) -> str:
    """Return a block separated from the lines around it."""
    above = "" if source[: span[0]].endswith("\n\n") or not span[0] else "\n"
    return f"{above}{block}" + ("" if source.startswith("\n\n", span[1]) else "\n")


def called(expression: str, words: Words) -> str:
    """Return the shortcode's output; raise a `CellError` with advice if the call is wrong."""
    if len(expression) > _LONGEST:
        raise CellError(f"an expression of at most {_LONGEST} characters")
    name = word(expression)
    call = _read(expression)
    if call is None or name not in words:
        unknown = did_you_mean(name, words) if name not in words else ""
        raise CellError(_FORM, suggestions.advice(expression, words) or unknown or _ONE_CALL)
    try:
        arguments = [_constant(each) for each in call.args]
        named = {each.arg or "": _constant(each.value) for each in call.keywords}
        return words[name](*arguments, **named)
    except CellError as error:
        better = suggestions.advice(expression, words)
        if better and "quotation marks" in error.advice:
            raise CellError(error.expected, better) from None
        raise


def _read(expression: str) -> ast.Call | None:
    """Parse the expression as a call; None if it is anything else."""
    if _joined(expression):
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            body = ast.parse(f"({expression[2:-2].strip()})", mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    return body if isinstance(body, ast.Call) and isinstance(body.func, ast.Name) else None


def _joined(expression: str) -> bool:
    """Return True for two texts without a comma between them, which Python would join."""
    parts = _TOKENS.findall(expression)
    return any(part[0] in "\"'" and following[0] in "\"'" for part, following in pairwise(parts))


def _constant(node: ast.expr) -> object:
    """Return a text or a flag; raise a `CellError` for anything else."""
    if isinstance(node, ast.Constant):
        return node.value
    if isinstance(node, ast.Name) and node.id in {"true", "false", "none"}:
        return {"true": True, "false": False, "none": None}[node.id]
    raise CellError("texts in quotation marks", "Put each text in quotation marks.")
