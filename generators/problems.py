"""What can be wrong with a maintainer's file, and how it is said.

A `Problem` is a value, collected and printed with all the others; it is never raised across rooms.
Our own bugs are ordinary exceptions and are not caught.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

_SHOWN = 240
"""The most characters of a text that a message repeats."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """A place in a file: its path from the site's root, and a line and column counted from 1."""

    path: str
    line: int = 1
    column: int = 1
    parts: Mapping[str, tuple[int, int]] = field(default_factory=dict, compare=False, repr=False)
    """Line and column of each cell of a row, or of each value of a record."""

    def part(self, name: str) -> "Where":
        """The place of that cell or value; this place where it has none.

        >>> str(Where(path="data/sources.csv", line=3, parts={"url": (3, 21)}).part("url"))
        'data/sources.csv:3:21'
        """
        line, column = self.parts.get(name, (self.line, self.column))
        return Where(path=self.path, line=line, column=column)

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that a person must mend before the site can be built."""

    where: Where
    subject: str
    """The column, key or expression that is wrong."""
    expected: str
    """What belongs there, as the end of the sentence "expected …"."""
    found: str | None = None
    """The text as it stands; None where something is missing altogether."""
    advice: str = ""
    """What to type instead: a full sentence."""

    def __str__(self) -> str:
        found = "nothing" if self.found is None else f'"{_on_a_line(self.found)}"'
        advice = f" {self.advice}" if self.advice else ""
        return f"{self.where}  {self.subject}: found {found}, expected {self.expected}.{advice}"


def _on_a_line(text: str) -> str:
    r"""Return the text on one line, cut where it is longer than a message can show.

    >>> _on_a_line("two\nlines")
    'two lines'
    """
    start = " ".join(text[: _SHOWN + 1].splitlines())
    return start if len(text) <= _SHOWN else f"{start[:_SHOWN]}…"


class CellError(Exception):
    """Text that is not the value it should be; the reader that knows file and line makes it a `Problem`."""

    def __init__(self, expected: str, advice: str = "") -> None:
        super().__init__(expected)
        self.expected = expected
        self.advice = advice

    def at(self, where: Where, subject: str, found: str | None) -> Problem:
        """The problem that this error is at that place."""
        return Problem(where=where, subject=subject, found=found, expected=self.expected, advice=self.advice)


def did_you_mean(found: str, known: Iterable[str]) -> str:
    """A sentence that names the nearest known word, or some of the known words if none is near.

    >>> did_you_mean("gauge-levles", ["gauge-levels", "flood-peaks"])
    'Did you mean gauge-levels?'
    >>> did_you_mean("zzz", ["b", "a"])
    'Known: a, b.'
    """
    names = sorted(known)
    near = get_close_matches(found, names, n=1)
    if near:
        return f"Did you mean {near[0]}?"
    listed = ", ".join(names[:8]) + (", …" if len(names) > 8 else "")
    return f"Known: {listed}." if names else ""


def report(problems: Iterable[Problem]) -> str:
    """All problems, one a line, in the order of file, line and column, each said once."""
    ordered = sorted({(p.where.path, p.where.line, p.where.column, str(p)) for p in problems})
    return "\n".join(text for *_, text in ordered)
