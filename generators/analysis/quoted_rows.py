"""What a sentence's expressions say: the observations it quotes, and the texts an author typed within them."""

import ast
import re
from collections.abc import Iterator

from generators.analysis.derived_values import FLAGS, NAMES, Derivations
from generators.model import Catalog, Observation
from generators.model.lookup import one
from generators.model.problems import CellError
from generators.text.sentences import EXPRESSION, Sentence

_SHOWN = {"across": 0, "term": 1, "place": 1, "dataset": 1}
"""Words that show a text as it is typed, and which of their arguments is the first that is shown."""
NUMBERS = ("value", *NAMES)
"""Every word that puts a number in."""
_CALL = re.compile(r"""(?<!\w)\w+\s*\((?:"[^"]*"|'[^']*'|[^()"'])*\)?""")


def quoted(catalog: Catalog, sentence: Sentence) -> tuple[Observation, ...]:
    """Every observation in the order of quotation, inputs of a derived number among them, each once.

    Expressions that fail are told by another check.
    """
    found: dict[tuple[str, ...], Observation] = {}
    for expression in sentence.expressions:
        for call in calls(expression, *NUMBERS):
            try:
                found |= {(o.dataset, *o.key): o for o in _observations(catalog, call)}
            except (CellError, TypeError):
                continue
    return tuple(found.values())


def spoken(sentence: Sentence) -> Iterator[Sentence]:
    """The texts that expressions show as they were typed, each at its expression's place."""
    for match in EXPRESSION.finditer(sentence.source):
        expression, where = match[0][2:-2].strip(), sentence.at(match.start())
        typed = [
            _text(each)
            for word, first in _SHOWN.items()
            for call in calls(expression, word)
            for each in _from(call, first)
        ]
        typed.append(_CALL.sub("", expression))
        for text in filter(None, typed):
            yield Sentence(text=text, source=text, begins=where, folded=True)


def _from(call: ast.Call, first: int) -> Iterator[ast.expr]:
    yield from call.args[first:]
    yield from (each.value for each in call.keywords)


def says(sentence: Sentence, word: str) -> bool:
    """True if one of the sentence's expressions calls that word of a briefing."""
    return any(True for each in sentence.expressions for _ in calls(each, word))


def calls(expression: str, *words: str) -> Iterator[ast.Call]:
    """Every call of one of these words of a briefing in an expression; none if it cannot be read."""
    try:
        tree = ast.parse(expression, mode="eval")
    except (SyntaxError, ValueError):
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in words:
            yield node


def _observations(catalog: Catalog, call: ast.Call) -> tuple[Observation, ...]:
    texts = [_text(each) for each in call.args]
    chosen = {each.arg: _text(each.value) for each in call.keywords if each.arg and each.arg not in FLAGS}
    word = ast.unparse(call.func)
    if word in NAMES:
        return Derivations(catalog=catalog).words()[word](*texts, **chosen).figures.rows
    return (_valued(catalog, *texts, **chosen),)


def _valued(catalog: Catalog, path: str, period: str = "", **chosen: str) -> Observation:
    return one(catalog, path, {"period": period, **chosen})


def _text(node: ast.expr) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
