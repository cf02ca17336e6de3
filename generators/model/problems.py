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

_LONGEST = 240
"""The most characters of a text that a message repeats."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """A location in a file: its path from the site's root, and a line and column counted from 1."""

    path: str
    line: int = 1
    column: int = 1
    parts: Mapping[str, tuple[int, int]] = field(default_factory=dict, compare=False, repr=False)
    """Line and column of each cell of a row, or of each value of a record."""

    def part(self, name: str) -> "Where":
        """Return the location of that cell or value; this location without one.

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
    """The expected text, as the end of the sentence "expected …"."""
    found: str | None = None
    """The present text; None where something is missing altogether."""
    advice: str = ""
    """The correction to make: a full sentence."""
    more: int = 0
    """Number of similar problems, with this one, counted here instead of printed; 0 if it is printed."""

    def __str__(self) -> str:
        if self.more:
            return f"{self.where}  {self.subject}: … and {self.more:,} more like this."
        text = "nothing" if self.found is None else f'"{_one_line(self.found)}"'
        advice = f" {self.advice}" if self.advice else ""
        return f"{self.where}  {self.subject}: found {text}, expected {self.expected}.{advice}"


def _one_line(text: str) -> str:
    r"""Return the text on one line, cut where it is longer than a message can show.

    >>> _one_line("two\nlines")
    'two lines'
    """
    start = " ".join(text[: _LONGEST + 1].splitlines())
    return start if len(text) <= _LONGEST else f"{start[:_LONGEST]}…"


class CellError(Exception):
    """Invalid text; the reader adds file and line to make it a `Problem`."""

    def __init__(self, expected: str, advice: str = "") -> None:
        super().__init__(expected)
        self.expected = expected
        self.advice = advice

    def at(self, where: Where, subject: str, found: str | None) -> Problem:
        """Return the problem of this error at that location."""
        return Problem(where=where, subject=subject, found=found, expected=self.expected, advice=self.advice)


_LOOKALIKES = str.maketrans("oli|", "0111")
_NEAREST, _LISTED, _LIST_LENGTH = 3, 20, 300
"""Most names proposed, most names listed, and longest list in characters."""


def did_you_mean(text: str, options: Iterable[str]) -> str:
    """Return a sentence with the known words one or two letters away, else with all if they are few.

    >>> did_you_mean("gauge-levles", ["gauge-levels", "flood-peaks"])
    'Did you mean gauge-levels?'
    >>> did_you_mean("zzz", ["b", "a"])
    'Known: a, b.'
    """
    names = tuple(sorted(options))
    listing = ", ".join(names) if len(names) <= _LISTED else ""
    return proposal(text, names) or (f"Known: {listing}." if 0 < len(listing) <= _LIST_LENGTH else "")


def proposal(text: str, options: Iterable[str]) -> str:
    """Return a sentence with the known words one or two letters away; empty for none or too many."""
    matches = nearest(text, tuple(sorted(options)))
    return f"Did you mean {' or '.join(matches)}?" if 0 < len(matches) <= _NEAREST else ""


@lru_cache(maxsize=1024)
def nearest(text: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names of which the text is a slip: equal letters in another case or with other marks, else near.

    A word that is part of another name is no slip of this one, and neither is another number:

    >>> nearest("agency-2018-04", ("agency-2018-03", "other-2018-04"))
    ()
    """
    if equal := tuple(name for name in names if _letters(name) == _letters(text)):
        return equal
    words = _words(text)
    vocabulary = {word for name in names for word in _words(name)}
    slips = {name: _errors(words, _words(name), vocabulary) for name in names}
    least = min((number for number in slips.values() if number), default=0)
    return tuple(name for name, number in slips.items() if number and number == least <= 2)


def _errors(words: tuple[str, ...], name: tuple[str, ...], vocabulary: set[str]) -> int:
    """Return the number of wrong letters; 0 if it cannot be a slip."""
    if len(words) != len(name):
        return 0
    pairs = [(word, other) for word, other in zip(words, name, strict=True) if word != other]
    slips = [0 if word in vocabulary else _word_errors(word, other) for word, other in pairs]
    return sum(slips) if all(slips) else 0


def _word_errors(word: str, other: str) -> int:
    """Return the number of wrong letters in a word; 0 for another word, or for digits."""
    letters = distance(word, other)
    return letters if letters <= _max_errors(max(word, other, key=len)) and not re.search(r"\d", word + other) else 0


def _max_errors(word: str) -> int:
    """Return the most wrong letters in a word: none in a short one, where each letter makes another word."""
    return 0 if len(word) < 4 else 1 if len(word) < 6 else 2


def distance(word: str, other: str) -> int:
    """Return the number of letters added, omitted, replaced or swapped with a neighbour (optimal string alignment).

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
    """Return the text without case and accents.

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
"""Most equal problems of a file to print, and most with the same expectation or location."""


def collapse_repeats(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Yield the problems; from the fourth equal one on they are counted, and follow as one if there are several.

    What it keeps does not grow with the number of problems.
    """
    printed: Counter[tuple[str, ...]] = Counter()
    first_problems: dict[tuple[str, ...], Problem] = {}
    others: Counter[tuple[str, ...]] = Counter()
    for problem in problems:
        alike = (problem.where.path, problem.expected)
        place = (str(problem.where), problem.subject)
        full = next((key for key in (alike, place) if printed[key] >= _ALIKE), ())
        key: tuple[str, ...] = full or (*alike, problem.subject, problem.advice)
        if not problem.more and not full and printed[key] < _EQUAL:
            printed.update((alike, place, key))
            yield problem
        else:
            first_problems.setdefault(key, problem)
            others[key] += problem.more or 1
    for key, problem in first_problems.items():
        yield problem if others[key] == 1 else replace(problem, more=others[key])


def _location(pair: tuple[tuple[str, int, int, str], Problem]) -> tuple[str, int, int, str]:
    return pair[0]


def report(problems: Iterable[Problem]) -> str:
    """Return the problems, one per line by file, line and column, each once; equal ones are counted."""
    ordered = sorted({(p.where.path, p.where.line, p.where.column, str(p)): p for p in problems}.items(), key=_location)
    numbered = collapse_repeats(problem for _, problem in ordered)
    places = sorted((p.where.path, p.where.line, p.where.column, str(p)) for p in numbered)
    return "\n".join(text for *_, text in places)
