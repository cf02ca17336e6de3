"""YAML syntax errors in plain words."""

import yaml

from generators.model.problems import Problem, Where

_PLAIN_WORDS = (
    (
        "mapping values are not allowed",
        "one key and one value per line",
        "Put text that contains a colon and a space in quotation marks.",
    ),
    ("found character '\\t'", "spaces", "Indent with spaces, not with tabs."),
    ("could not find expected ':'", "a colon and a space after the key", "Check this line and the one above it."),
    ("found unexpected end of stream", "a closing quotation mark", "Add it at the end of the text."),
    ("expected <block end>", "a line that is indented like its neighbours", "Indent the keys of one block alike."),
    ("expected ',' or ']'", "a closing bracket", "Close the list with ] or separate its items with commas."),
    ("expected ',' or '}'", "a closing brace", "Close the mapping with } or separate its pairs with commas."),
    (
        "cannot start any token",
        "text that begins with a letter, a digit or a quotation mark",
        "Put the text in quotation marks.",
    ),
    ("found undefined alias", "text that does not begin with *", "Put the text in quotation marks."),
    ("expected a single document", "one document", "Remove the line of three hyphens."),
)
"""Part of PyYAML's message, what is expected, what to do."""

_UNCLOSED = ("end of stream", "expected ',' or")


def broken(error: yaml.YAMLError, path: str, text: str, above: int) -> Problem:
    """Return the problem for the error, at its line and column of the file."""
    line, column = _place(error, text)
    message = str(getattr(error, "problem", None) or getattr(error, "reason", error))
    expected, advice = next(
        ((expectation, todo) for part, expectation, todo in _PLAIN_WORDS if part in message),
        ("YAML that can be read", f"The YAML parser reports: {message}."),
    )
    lines = text.split("\n")
    content = lines[line].strip() if line < len(lines) else ""
    where = Where(path=path, line=line + above + 1, column=column + 1)
    return Problem(where=where, subject="YAML", found=content or None, expected=expected, advice=advice)


def _place(error: yaml.YAMLError, text: str) -> tuple[int, int]:
    """Return line and column from 0: of an opening mark whose end is missing, else of the problem."""
    if isinstance(error, yaml.MarkedYAMLError):
        unclosed = any(part in (error.problem or "") for part in _UNCLOSED)
        mark = (error.context_mark if unclosed else None) or error.problem_mark or error.context_mark
        return (mark.line, mark.column) if mark else (0, 0)
    before = text[: getattr(error, "position", 0)]
    return before.count("\n"), len(before) - before.rfind("\n") - 1
