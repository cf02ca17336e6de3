"""Measurements for the layout of text and axes: widths, lines, lanes. No drawing."""

import re
from collections.abc import Iterator, Sequence

from generators.fonts import REGULAR, SANS, Face, text_width
from generators.model.languages import direction
from generators.text.messages import site_language

FONT = f"{SANS}, Arial, Helvetica, sans-serif"
"""The site's font, which determines the layout, and fallbacks if it cannot be loaded."""
SIZE = 13
"""The size of chart text in pixels."""
SMALL = 12
_FROM_RIGHT, _ISOLATE, _END = "\u200f", "\u2068", "\u2069"
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


def width_of(text: str, size: float = SIZE, face: Face = REGULAR) -> float:
    """Return the width of the text in pixels."""
    return size * text_width(text, face)


def in_reading_order(text: str) -> str:
    """Return a line of a drawing so that its words run as in the site's language, with its isolates whole.

    A drawing runs from left to right, whatever the language: marks at both ends make a line with letters from right to
    left a run of that direction, numbers and signs at its ends included.
    """
    if not is_turned():
        return text
    open_ends = text.count(_ISOLATE) - text.count(_END)  # a line break may be within an isolate
    whole = f"{_ISOLATE * -open_ends}{text}{_END * open_ends}"
    return f"{_FROM_RIGHT}{whole}{_FROM_RIGHT}" if _RIGHT_TO_LEFT.search(text) else whole


def is_turned() -> bool:
    """Return True if the site's language runs from right to left, so that titles and legends begin at the right."""
    return direction(site_language()) == "rtl"


def wrapped(text: str, width: float, size: float = SIZE, face: Face = REGULAR) -> list[str]:
    """Return the text in lines of at most that many pixels; a longer word has its own line."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and width_of(longer, size, face) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def chopped(text: str, width: float, size: float = SIZE, face: Face = REGULAR) -> list[str]:
    """Return the text in lines as `wrapped` does, and cut words longer than a line, such as addresses."""
    return [part for line in wrapped(text, width, size, face) for part in _cut(line, width / size, face)]


def _cut(word: str, ems: float, face: Face) -> Iterator[str]:
    first = 0
    for end in range(2, len(word) + 1):
        if end - first > 1 and text_width(word[first:end], face) > ems:
            yield word[first : end - 1]
            first = end - 1
    yield word[first:]


def lanes(spans: Sequence[tuple[float, float]]) -> list[int]:
    """Return for each span, in order, the first lane in which it touches no earlier span.

    >>> lanes([(0, 10), (5, 15), (11, 20)])
    [0, 1, 0]
    """
    spans_by_lane: list[list[tuple[float, float]]] = []
    numbers = []
    for first, last in spans:
        free = (n for n, lane in enumerate(spans_by_lane) if all(last <= a or first >= b for a, b in lane))
        lane = next(free, len(spans_by_lane))
        if lane == len(spans_by_lane):
            spans_by_lane.append([])
        spans_by_lane[lane].append((first, last))
        numbers.append(lane)
    return numbers


Room = tuple[float, float]
"""A number and the pixels of its mark or label beyond it."""


def domain(lefts: Sequence[Room], rights: Sequence[Room], width: float) -> tuple[float, float]:
    """Return the smallest domain that includes 0 and has room for the marks left and right of each number.

    >>> domain([], [(80, 20)], 100), domain([(-60, 10)], [(20, 10)], 100)
    ((0.0, 100.0), (-70.0, 30.0))
    """
    spans = (
        (high - low) * width / (width - before - after)
        for high, after in [(0, 0), *rights]
        for low, before in [(0, 0), *lefts]
    )
    span = max(spans) or 1.0
    low = min(number - pixels * span / width for number, pixels in [(0.0, 0.0), *lefts])
    return low, low + span


def apart(wanted: Sequence[float], gap: float, limit: float) -> list[float]:
    """Return the wanted positions, moved to be `gap` apart and between 0 and `limit`.

    >>> apart([10, 12, 100], 20, 100)
    [10.0, 30.0, 100.0]
    """
    order = sorted(range(len(wanted)), key=lambda n: wanted[n])
    positions: dict[int, float] = {}
    floor = 0.0
    for n in order:
        positions[n] = max(wanted[n], floor)
        floor = positions[n] + gap
    ceiling = limit
    for n in reversed(order):
        positions[n] = min(positions[n], ceiling)
        ceiling = positions[n] - gap
    return [float(positions[n]) for n in range(len(wanted))]


def syllables(word: str, width: float, size: int = SIZE) -> list[str]:
    """Return the word, or if it is too wide, two parts with a hyphen, split before a consonant and a vowel.

    >>> syllables("Kilimanjaro", 60, 12)
    ['Kili-', 'manjaro']
    """
    places = [n for n in range(2, len(word) - 2) if word[n] not in _VOWELS and word[n + 1] in _VOWELS]
    if width_of(word, size) <= width or not places or " " in word:
        return [word]
    cut = min(places, key=lambda n: abs(n - len(word) / 2))
    return [f"{word[:cut]}-", word[cut:]]


_VOWELS = frozenset("aeiou")
