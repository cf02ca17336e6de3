"""Comparisons across a method break, or of a part with its whole, need a reason.

A sentence with a word of a trend is read together with its neighbours' figures: "It fell." compares as they do.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from generators.analysis.quoted_rows import quoted, says
from generators.model import Catalog, MethodBreak, Observation, Period
from generators.model.problems import Problem
from generators.text.sentences import Sentence, neighbours, published_sentences


def method_breaks(catalog: Catalog) -> Iterator[Problem]:
    """Yield a problem for each sentence that compares figures across a method break, or a part with its whole,
    without `across`; a trend word extends this to the neighbouring sentences.
    """
    trend = _trend(catalog.words.trends)
    for group in published_sentences(catalog):
        for sentence, near in neighbours(group):
            if not any(says(neighbour, "across") for neighbour in (sentence, *near)):
                yield from _in_sentence(catalog, sentence)
                if trend.search(sentence.text):
                    yield from _comparisons_around(catalog, sentence, near)


def _trend(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern of any of the words; it never matches without words."""
    either = "|".join(map(re.escape, words))
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)" if either else r"(?!)", re.IGNORECASE)


def _in_sentence(catalog: Catalog, sentence: Sentence) -> Iterator[Problem]:
    descriptions = (_break,) if says(sentence, "share") else (_part, _break)  # a share names its part and its whole
    for path, rows in _by_series(quoted(catalog, sentence)).items():
        differences = (describe(catalog, a, b) for a, b in combinations(rows, 2) for describe in descriptions)
        if difference := next(filter(None, differences), ""):
            yield _problem(sentence, path, difference)


def _comparisons_around(catalog: Catalog, sentence: Sentence, near: Sequence[Sentence]) -> Iterator[Problem]:
    """Yield breaks between figures of one place in the sentence and its neighbours, across sentences."""
    groups = [_by_series(quoted(catalog, neighbour)) for neighbour in (sentence, *near)]
    for left_group, right_group in combinations(groups, 2):
        for path in left_group.keys() & right_group.keys():
            pairs = ((a, b) for a in left_group[path] for b in right_group[path] if a.place == b.place)
            if difference := next(filter(None, (_break(catalog, a, b) for a, b in pairs)), ""):
                yield _problem(sentence, path, difference)


def _by_series(rows: Iterable[Observation]) -> dict[str, list[Observation]]:
    groups: dict[str, list[Observation]] = {}
    for o in rows:
        groups.setdefault(f"{o.dataset}/{o.indicator.id}", []).append(o)
    return groups


def _part(catalog: Catalog, a: Observation, b: Observation) -> str:
    """Return the names of a part and its whole; empty if neither is one."""
    if a.place.code in catalog.wholes(b.place) or b.place.code in catalog.wholes(a.place):
        return f"{a.place.name} and {b.place.name}: one is a part of the other"
    return ""


def _break(catalog: Catalog, a: Observation, b: Observation) -> str:
    """Return the break between the two; empty if there is none."""
    for stretch in catalog.datasets[a.dataset].breaks:
        if a.period and b.period and _side(a.period, stretch) != _side(b.period, stretch):
            return f"{a.period.text} and {b.period.text}: a method break between them, {stretch.label}"
    return ""


def _side(period: Period, stretch: MethodBreak) -> str:
    if period.last < stretch.period.first:
        return "before"
    if period.first > stretch.period.last:
        return "after"
    return "within"


def _problem(sentence: Sentence, path: str, difference: str) -> Problem:
    return Problem(
        where=sentence.at(0),
        subject=path,
        found=difference,
        expected="figures counted in the same way",
        advice='Write two separate sentences, or give the reason why they may be compared: {{ across("the reason") }}. '
        "For a calculated number, choose periods on one side of the break.",
    )
