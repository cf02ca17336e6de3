"""Every pattern that is searched for in a person's text takes twice the time for twice the text, whatever it holds."""

import re
import time
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

import pytest

from generators import checks
from generators.analysis import quoted_rows
from generators.text import sentences

SEARCHED: tuple[ModuleType, ...] = (
    sentences,
    quoted_rows,
    import_module("generators.pages.briefings"),
    *(import_module(f"{checks.__name__}.{module.name}") for module in iter_modules(checks.__path__)),
)
"""Modules whose patterns meet whole texts; those of cells and addresses meet texts of bounded length."""
FITTED = {
    "permanent_urls.",
    "heading_order._NO_WORDS",
    "supported_signs.",
    "nesting_depth._MARK",
    "nesting_depth._RULE",
    "tags_closed._SUMMARY",
    "titled_period.",
}
"""Patterns that are only asked whether they fit at a place of a line, or a short text as a whole."""
RUNS = ("1", "A-", "a.", "a@", "[", "(", " ", "<", "<a ", '"', "*", "_", "+1 ", "0", "1°", "-1.1111", "{", "{{", "}}", "#", "Ab ", "http://", "<!--", "{##", "1,", "June ", "ID: 1", "<a src=", "a(")  # fmt: skip
LENGTH = 4000
FASTER_THAN_MATTERS = 0.01
"""Seconds of processor time below which a ratio is noise."""


def _patterns() -> dict[str, re.Pattern[str]]:
    values = (
        (f"{module.__name__}.{name}.{n}", part)
        for module in SEARCHED
        for name, value in sorted(vars(module).items())
        for n, part in enumerate(_parts(value))
        if not any(f"{module.__name__}.{name}".rpartition("checks.")[2].startswith(fitted) for fitted in FITTED)
    )
    return {name: part for name, part in values if isinstance(part, re.Pattern)}


def _parts(value: object) -> tuple[object, ...]:
    if isinstance(value, dict):
        return tuple(value.values())
    return value if isinstance(value, tuple) else (value,)


def _seconds(pattern: re.Pattern[str], text: str) -> float:
    """Processor time of one search of the whole text, the least of three."""
    times = []
    for _ in range(3):
        start = time.process_time()
        for _match in pattern.finditer(text):
            pass
        times.append(time.process_time() - start)
    return min(times)


def test_there_are_patterns_to_try() -> None:
    assert len(_patterns()) > 20


@pytest.mark.parametrize("name", _patterns())
def test_twice_the_text_takes_twice_the_time(name: str) -> None:
    pattern = _patterns()[name]
    for run in RUNS:
        text = run * (LENGTH // len(run))
        double = _seconds(pattern, text + text)
        if double > FASTER_THAN_MATTERS:
            assert double / _seconds(pattern, text) < 3, f"{name} on a run of {run!r}"
