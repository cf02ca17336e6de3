"""Observations that a sentence's expressions quote, and texts within the expressions."""

import ast
import re
from collections.abc import Iterator
from functools import lru_cache

from generators.analysis.derived_values import FLAGS, NAMES, Derivations
from generators.model import Catalog, Observation
from generators.model.lookup import one
from generators.model.memo import per_catalog
from generators.model.problems import CellError
from generators.text.sentences import EXPRESSION, Sentence

_PRINTED = {"across": 0, "term": 1, "place": 1, "dataset": 1}
"""Shortcodes that print their arguments, with the index of the first one printed."""
NUMBERS = ("value", *NAMES)
"""Shortcodes that print a number."""
_CALL = re.compile(r"""(?<!\w)\w+\s*\((?:"[^"]*"|'[^']*'|[^()"'])*\)?""")


@per_catalog
def quoted(catalog: Catalog, sentence: Sentence) -> tuple[Observation, ...]:
    """Return the quoted observations in order, including the inputs of calculations, each once.

    Another check reports expressions that fail.
    """
    rows: dict[tuple[str, ...], Observation] = {}
    for expression in sentence.expressions:
        for call in calls(expression, *NUMBERS):
            try:
                rows |= {(o.dataset, *o.key): o for o in _observations(catalog, call)}
            except (CellError, TypeError):
                continue
    return tuple(rows.values())


def spoken(sentence: Sentence) -> Iterator[Sentence]:
    """Yield the texts that expressions print as typed, each at its expression's location."""
    for match in EXPRESSION.finditer(sentence.source):
        expression, where = match[0][2:-2].strip(), sentence.at(match.start())
        typed = [
            _text(argument)
            for word, start in _PRINTED.items()
            for call in calls(expression, word)
            for argument in _arguments(call, start)
        ]
        typed.append(_CALL.sub("", expression))
        for text in filter(None, typed):
            yield Sentence(text=text, source=text, begins=where, folded=True)


def _arguments(call: ast.Call, start: int) -> Iterator[ast.expr]:
    yield from call.args[start:]
    yield from (keyword.value for keyword in call.keywords)


def says(sentence: Sentence, word: str) -> bool:
    """Return True if one of the sentence's expressions calls that shortcode."""
    return any(True for expression in sentence.expressions for _ in calls(expression, word))


def calls(expression: str, *words: str) -> Iterator[ast.Call]:
    """Yield the calls of these shortcodes in an expression; none if it cannot be parsed."""
    yield from (call for name, call in _named_calls(expression) if name in words)


@lru_cache(maxsize=1 << 14)
def _named_calls(expression: str) -> tuple[tuple[str, ast.Call], ...]:
    """Return all calls in an expression with their names; none if it cannot be parsed."""
    try:
        nodes = ast.walk(ast.parse(expression, mode="eval"))
    except (SyntaxError, ValueError):
        return ()
    return tuple(
        (node.func.id, node) for node in nodes if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    )


def _observations(catalog: Catalog, call: ast.Call) -> tuple[Observation, ...]:
    texts = [_text(argument) for argument in call.args]
    choices = {k.arg: _text(k.value) for k in call.keywords if k.arg and k.arg not in FLAGS}
    word = ast.unparse(call.func)
    if word in NAMES:
        return Derivations(catalog=catalog).words()[word](*texts, **choices).figures.rows
    return (_row(catalog, *texts, **choices),)


def _row(catalog: Catalog, path: str, period: str = "", **choices: str) -> Observation:
    return one(catalog, path, {"period": period, **choices})


def _text(node: ast.expr) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
