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
            if not any(says(each, "across") for each in (sentence, *near)):
                yield from _in_sentence(catalog, sentence)
                if trend.search(sentence.text):
                    yield from _around(catalog, sentence, near)


def _trend(words: Iterable[str]) -> re.Pattern[str]:
    """Any of the words; what matches nowhere if there are none."""
    either = "|".join(map(re.escape, words))
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)" if either else r"(?!)", re.IGNORECASE)


def _in_sentence(catalog: Catalog, sentence: Sentence) -> Iterator[Problem]:
    tells = (_break,) if says(sentence, "share") else (_part, _break)  # a share names its part and its whole
    for path, rows in _alike(quoted(catalog, sentence)).items():
        differences = (tell(catalog, one, other) for one, other in combinations(rows, 2) for tell in tells)
        if found := next(filter(None, differences), ""):
            yield _problem(sentence, path, found)


def _around(catalog: Catalog, sentence: Sentence, near: Sequence[Sentence]) -> Iterator[Problem]:
    """A break between a figure of the sentence or a neighbour and one of another of them, of one place."""
    told = [_alike(quoted(catalog, each)) for each in (sentence, *near)]
    for one, other in combinations(told, 2):
        for path in one.keys() & other.keys():
            pairs = ((a, b) for a in one[path] for b in other[path] if a.place == b.place)
            if found := next(filter(None, (_break(catalog, a, b) for a, b in pairs)), ""):
                yield _problem(sentence, path, found)


def _alike(rows: Iterable[Observation]) -> dict[str, list[Observation]]:
    found: dict[str, list[Observation]] = {}
    for each in rows:
        found.setdefault(f"{each.dataset}/{each.indicator.id}", []).append(each)
    return found


def _part(catalog: Catalog, one: Observation, other: Observation) -> str:
    """Which two places are part and whole; empty if none are."""
    if one.place.code in catalog.wholes(other.place) or other.place.code in catalog.wholes(one.place):
        return f"{one.place.name} and {other.place.name}: one is a part of the other"
    return ""


def _break(catalog: Catalog, one: Observation, other: Observation) -> str:
    """Which break lies between the two; empty if none does."""
    for stretch in catalog.datasets[one.dataset].breaks:
        if one.period and other.period and _side(one.period, stretch) != _side(other.period, stretch):
            return f"{one.period.text} and {other.period.text}: a method break between them, {stretch.label}"
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
