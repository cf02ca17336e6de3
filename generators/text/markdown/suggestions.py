"""Suggestions for failing expressions: straight quotation marks, a known shortcode, closed parentheses."""

import re
from collections.abc import Callable, Iterable

from generators.model.problems import nearest

_DOUBLE, _SINGLE = "“”„‟«»″〝〞＂", "‘’‚‛‹›′＇"
_AT_THE_EDGE = re.compile(rf"(?<=[(=,\s])[{_DOUBLE}{_SINGLE}]+|[{_DOUBLE}{_SINGLE}]+(?=\s*[,)=])")
"""Curly quotation marks at the start or end of a text; within a text they are intended."""
_STRAIGHT = str.maketrans(
    {
        **dict.fromkeys("\u00a0\u2007\u2009\u202f\u3000", " "),
        **dict.fromkeys("\u200b\u200e\u200f\ufeff", None),
        "（": "(",
        "）": ")",
        "，": ",",
    }
)
_REFERENCES = {"&quot;": '"', "&#34;": '"', "&nbsp;": " ", "&#39;": "'"}
_NAME = re.compile(r"\{\{\s*(\w+)")
_WITHOUT_PARENTHESES = re.compile(r"\{\{\s*(\w+)(?:\s*:\s*|\s+)([^(){}]+?)\s*\}\}")
_ARGUMENTS = re.compile(r"(\{\{\s*\w+\s*\()(.*)(\)\s*\}\})", re.DOTALL)
_PART = re.compile(r"\"[^\"]*\"|'[^']*'|[^,\"']+|[,\"']")
_KEYED = re.compile(r"\s*(\w+)\s*=(?!=)\s*(.*)", re.DOTALL)
_PLAIN = re.compile(r"[\w./@:+ –-]+")
_AS_THEY_ARE = {"true", "false", "none"}

Repair = Callable[[str, tuple[str, ...]], str]


def advice(expression: str, words: Iterable[str]) -> str:
    """Return a replacement for a failing expression; empty if there is no suggestion.

    >>> advice("{{ valeu(“a/b”, 2018-06) }}", ["value", "chart"])
    'Type straight quotation marks. Did you mean value? Put each text in quotation marks. Type: {{ value("a/b", "2018-06") }}.'
    """
    names = tuple(words)
    text, steps = expression, []
    for repair, sentence in _REPAIRS:
        repaired = repair(text, names)
        if repaired != text:
            steps.append(sentence.format(name=_name(repaired)))
            text = repaired
    return f"{' '.join(steps)} Type: {' '.join(text.split())}." if steps else ""


def _name(expression: str) -> str:
    name = _NAME.match(expression)
    return name[1] if name else ""


def _straighten(expression: str, _: tuple[str, ...]) -> str:
    for reference, sign in _REFERENCES.items():
        expression = expression.replace(reference, sign)
    marks = _AT_THE_EDGE.sub('"', expression.translate(_STRAIGHT))
    return re.sub(r"''([^']+)''", r'"\1"', marks)


def _nearest(expression: str, words: tuple[str, ...]) -> str:
    name = _name(expression)
    if name in words:
        return expression
    matches = nearest(name, words)
    return expression.replace(name, matches[0], 1) if matches else expression


def _in_parentheses(expression: str, words: tuple[str, ...]) -> str:
    """Return the expression with missing parentheses, as in `{{ chart levels }}` and `{{ value("a" }}`."""
    bare = _WITHOUT_PARENTHESES.fullmatch(expression)
    if bare and bare[1] in words:
        return f"{{{{ {bare[1]}({bare[2]}) }}}}"
    outside = re.sub(r"\"[^\"]*\"|'[^']*'", "", expression)
    lacking = outside.count("(") - outside.count(")")
    if lacking > 0:
        return f"{expression.removesuffix('}}').rstrip()}{')' * lacking} }}}}"
    if lacking < 0 and expression.rstrip("} \n").endswith(")" * (1 - lacking)):
        return f"{expression.rstrip('} ')[:lacking]} }}}}"
    return expression


def _quote(expression: str, _: tuple[str, ...]) -> str:
    """Return the expression with plain arguments in quotation marks and commas between them."""
    match = _ARGUMENTS.fullmatch(expression)
    if not match:
        return expression
    inside = re.sub(r"([\"'])\s+(?=[\"']\w)", r"\1, ", match[2])
    arguments, current = [], ""
    for part in _PART.findall(inside):
        if part == ",":
            arguments.append(current)
            current = ""
        else:
            current += part
    arguments.append(current)
    result = ", ".join(map(_argument, arguments)) if match[2].strip() else match[2]
    return expression if _are_same(result, match[2]) else f"{match[1]}{result}{match[3]}"


def _are_same(a: str, b: str) -> bool:
    return re.sub(r"\s", "", a) == re.sub(r"\s", "", b)


def _argument(text: str) -> str:
    match = _KEYED.fullmatch(text)
    if match:
        return f"{match[1]}={_argument(match[2])}"
    value = text.strip()
    bare = value.strip("\"'")
    is_quoted = len(value) > 1 and value[0] in "\"'" and value[-1] == value[0]
    if is_quoted or value.lower() in _AS_THEY_ARE or not _PLAIN.fullmatch(bare):
        return value
    return f'"{bare}"'


_REPAIRS: tuple[tuple[Repair, str], ...] = (
    (_straighten, "Type straight quotation marks."),
    (_nearest, "Did you mean {name}?"),
    (_in_parentheses, "Put what belongs to {name} in parentheses."),
    (_quote, "Put each text in quotation marks."),
)
