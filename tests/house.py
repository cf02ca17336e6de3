"""Measures the house: lengths, parameters, complexity and docstrings of our own Python.

`python -m tests.house` prints the table of medians, ninth deciles and maxima.
Lines of a function are those that hold code: its docstring, blank lines and comments are not counted,
so that explaining costs nothing. Lines of a file are all of its lines.
Complexity is McCabe's: one, and one more for each if, loop, except, case, comprehension and condition in an
expression; a function within a function is counted by itself.
"""

import ast
import io
import tokenize
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
Definition = ast.FunctionDef | ast.AsyncFunctionDef
_WAYS = (
    ast.If,
    ast.IfExp,
    ast.For,
    ast.AsyncFor,
    ast.While,
    ast.ExceptHandler,
    ast.match_case,
    ast.ListComp,
    ast.SetComp,
    ast.DictComp,
    ast.GeneratorExp,
)
_NOT_CODE = {
    tokenize.COMMENT,
    tokenize.NL,
    tokenize.NEWLINE,
    tokenize.INDENT,
    tokenize.DEDENT,
    tokenize.ENCODING,
    tokenize.ENDMARKER,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Function:
    """One function as it stands in a file."""

    where: str
    """File, line and name, as an editor opens it."""
    public: bool
    described: bool
    lines: int
    parameters: int
    complexity: int


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """One Python file."""

    path: str
    described: bool
    lines: int
    functions: tuple[Function, ...]


def files(folder: str = "generators") -> tuple[File, ...]:
    """Every Python file under the folder, measured, in the order of paths."""
    return tuple(_file(path) for path in sorted((ROOT / folder).rglob("*.py")))


def _file(path: Path) -> File:
    text = path.read_text(encoding="utf-8")
    tree, name = ast.parse(text), path.relative_to(ROOT).as_posix()
    code = _code_lines(text)
    return File(
        path=name,
        described=ast.get_docstring(tree) is not None,
        lines=len(text.splitlines()),
        functions=tuple(_function(name, code, *found) for found in _definitions(tree)),
    )


def _definitions(tree: ast.AST, owner: str = "") -> Iterator[tuple[Definition, str]]:
    for node in ast.iter_child_nodes(tree):
        path = owner
        if isinstance(node, Definition | ast.ClassDef):
            path = f"{owner}.{node.name}".lstrip(".")
        if isinstance(node, Definition):
            yield node, path
            path += ".<locals>"
        yield from _definitions(node, path)


def _function(file: str, code: frozenset[int], node: Definition, path: str) -> Function:
    described = ast.get_docstring(node) is not None
    body = node.body[0] if described else None
    told = range(body.lineno, (body.end_lineno or 0) + 1) if body else range(0)
    own = range(node.lineno, (node.end_lineno or node.lineno) + 1)
    return Function(
        where=f"{file}:{node.lineno} {path}",
        public=not any(part.startswith(("_", "<")) for part in path.split(".")),
        described=described,
        lines=sum(line in code and line not in told for line in own),
        parameters=len(_parameters(node)),
        complexity=1 + sum(_ways(child) for child in ast.iter_child_nodes(node)),
    )


def _parameters(node: Definition) -> list[str]:
    given = node.args
    every = [*given.posonlyargs, *given.args, *given.kwonlyargs, given.vararg, given.kwarg]
    return [each.arg for each in every if each and each.arg not in ("self", "cls")]


def _ways(node: ast.AST) -> int:
    if isinstance(node, Definition):
        return 0
    return isinstance(node, _WAYS) + sum(_ways(child) for child in ast.iter_child_nodes(node))


def _code_lines(text: str) -> frozenset[int]:
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    code = [token for token in tokens if token.type not in _NOT_CODE]
    return frozenset(line for token in code for line in range(token.start[0], token.end[0] + 1))


def decile(values: Sequence[int], tenths: int) -> int:
    """The value that so many tenths of all do not exceed.

    >>> decile([1, 2, 3, 4, 5, 6, 7, 8, 9, 30], 9), decile([3, 1, 2], 5)
    (9, 2)
    """
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * tenths // 10) - 1)] if ordered else 0


def table(folder: str = "generators") -> str:
    """Medians, ninth deciles and maxima of a folder, as a Markdown table."""
    measured = files(folder)
    functions = [function for file in measured for function in file.functions]
    rows = {
        "lines of a function": [each.lines for each in functions],
        "parameters": [each.parameters for each in functions],
        "complexity": [each.complexity for each in functions],
        "lines of a file": [each.lines for each in measured],
    }
    head = f"| {folder}/ | count | p50 | p90 | max |\n|---|---|---|---|---|\n"
    return head + "\n".join(
        f"| {name} | {len(values)} | {decile(values, 5)} | {decile(values, 9)} | {max(values, default=0)} |"
        for name, values in rows.items()
    )


if __name__ == "__main__":
    print(table("generators"), table("tests"), sep="\n\n")
