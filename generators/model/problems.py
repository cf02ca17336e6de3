"""Problems in a maintainer's files, and their messages.

A `Problem` is a value, collected and printed with all others; it is never raised across modules.
Bugs are ordinary exceptions and are not caught.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

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
    """One error in a maintainer's file."""

    where: Where
    subject: str
    """The column, key or expression that is wrong."""
    expected: str
    """What belongs there, as the end of the sentence "expected …"."""
    found: str | None = None
    """The text as it stands; None where something is missing altogether."""
    advice: str = ""
    """What to type instead: a full sentence."""
    more: int = 0
    """How many problems like this one, it included, are counted here instead of printed; 0 if it is printed."""

    def __str__(self) -> str:
        if self.more:
            return f"{self.where}  {self.subject}: … and {self.more:,} more like this."
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


_LOOKALIKES = str.maketrans("oli|", "0111")
_NEAREST, _LISTED, _LIST_LENGTH = 3, 20, 300
"""How many names are proposed and listed at most, and how long a list can be."""


def did_you_mean(found: str, known: Iterable[str]) -> str:
    """A sentence that names the known words one or two letters away, else all of them if they are few.

    >>> did_you_mean("gauge-levles", ["gauge-levels", "flood-peaks"])
    'Did you mean gauge-levels?'
    >>> did_you_mean("zzz", ["b", "a"])
    'Known: a, b.'
    """
    names = tuple(sorted(known))
    listed = ", ".join(names) if len(names) <= _LISTED else ""
    return proposal(found, names) or (f"Known: {listed}." if 0 < len(listed) <= _LIST_LENGTH else "")


def proposal(found: str, known: Iterable[str]) -> str:
    """A sentence that names the known words one or two letters away; empty if there are none, or too many."""
    near = nearest(found, tuple(sorted(known)))
    return f"Did you mean {' or '.join(near)}?" if 0 < len(near) <= _NEAREST else ""


@lru_cache(maxsize=1024)
def nearest(found: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """The names that the text is a slip of: the same letters in another case or with other marks, else few letters away.

    A word that is part of another name is no slip of this one, and neither is another number:

    >>> nearest("agency-2018-04", ("agency-2018-03", "other-2018-04"))
    ()
    """
    if same := tuple(name for name in names if _letters(name) == _letters(found)):
        return same
    words = _words(found)
    vocabulary = {word for name in names for word in _words(name)}
    slips = {name: _slips(words, _words(name), vocabulary) for name in names}
    least = min((number for number in slips.values() if number), default=0)
    return tuple(name for name, number in slips.items() if number and number == least <= 2)


def _slips(words: tuple[str, ...], known: tuple[str, ...], vocabulary: set[str]) -> int:
    """How many letters are wrong; 0 if it cannot be a slip."""
    if len(words) != len(known):
        return 0
    pairs = [(word, other) for word, other in zip(words, known, strict=True) if word != other]
    slips = [0 if word in vocabulary else _slip(word, other) for word, other in pairs]
    return sum(slips) if all(slips) else 0


def _slip(word: str, other: str) -> int:
    """How many letters of a word are wrong; 0 if it is another word, or if they are digits."""
    letters = distance(word, other)
    return letters if letters <= _most(max(word, other, key=len)) and not re.search(r"\d", word + other) else 0


def _most(word: str) -> int:
    """How many letters can be wrong in a word: none in a very short one, since each letter makes another word."""
    return 0 if len(word) < 4 else 1 if len(word) < 6 else 2


def distance(word: str, other: str) -> int:
    """How many letters are to be added, left out, replaced or swapped with their neighbour (optimal string alignment).

    >>> distance("levles", "levels"), distance("kind", "kinds")
    (1, 1)
    """
    if abs(len(word) - len(other)) > 2:
        return 3
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(word, 1):
        earlier, before, row = before, row, [i]
        for j, match in enumerate(other, 1):
            row.append(min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != match)))
            if i > 1 and j > 1 and (letter, word[i - 2]) == (other[j - 2], match):
                row[j] = min(row[j], earlier[j - 2] + 1)
    return row[-1]


def fold(text: str) -> str:
    """The text without case and accents.

    >>> fold("Août")
    'aout'
    """
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _words(text: str) -> tuple[str, ...]:
    return tuple(filter(None, re.split(r"[\W_]+", fold(text))))


def _letters(text: str) -> str:
    return "".join(_words(text)).translate(_LOOKALIKES)


_EQUAL, _ALIKE = 3, 20
"""How many equal problems of a file are printed, and how many that expect the same or share a place."""


def collapse_repeats(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems as they come; from the fourth equal one on they are counted, and follow as one, if there are several.

    What it keeps does not grow with the number of problems.
    """
    printed: Counter[tuple[str, ...]] = Counter()
    first: dict[tuple[str, ...], Problem] = {}
    others: Counter[tuple[str, ...]] = Counter()
    for problem in problems:
        alike = (problem.where.path, problem.expected)
        place = (str(problem.where), problem.subject)
        crowd = next((key for key in (alike, place) if printed[key] >= _ALIKE), ())
        key: tuple[str, ...] = crowd or (*alike, problem.subject, problem.advice)
        if not problem.more and not crowd and printed[key] < _EQUAL:
            printed.update((alike, place, key))
            yield problem
        else:
            first.setdefault(key, problem)
            others[key] += problem.more or 1
    for key, problem in first.items():
        yield problem if others[key] == 1 else replace(problem, more=others[key])


def _first(pair: tuple[tuple[str, int, int, str], Problem]) -> tuple[str, int, int, str]:
    return pair[0]


def report(problems: Iterable[Problem]) -> str:
    """All problems, one a line, in the order of file, line and column, each printed once; equal ones are counted."""
    ordered = sorted({(p.where.path, p.where.line, p.where.column, str(p)): p for p in problems}.items(), key=_first)
    numbered = collapse_repeats(problem for _, problem in ordered)
    places = sorted((p.where.path, p.where.line, p.where.column, str(p)) for p in numbered)
    return "\n".join(text for *_, text in places)
