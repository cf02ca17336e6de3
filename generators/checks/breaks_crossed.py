"""A sentence that sets figures across a method break, or a part beside its whole, says why it may."""

from collections.abc import Iterator
from itertools import combinations

from generators.model import Catalog, MethodBreak, Observation, Period
from generators.passages import Sentence, sentences, written
from generators.problems import Problem
from generators.quotations import calls, quoted


def breaks_crossed(catalog: Catalog) -> Iterator[Problem]:
    """Every sentence that compares what was counted differently, with no `across` in it or beside it."""
    standing = (sentences(page.body) for page in catalog.standing.values())
    for group in (*written(catalog), *standing):
        for before, sentence, after in _neighbours(group):
            if not any(_says(each, "across") for each in (before, sentence, after) if each):
                yield from _in_sentence(catalog, sentence)


def _neighbours(group: tuple[Sentence, ...]) -> Iterator[tuple[Sentence | None, Sentence, Sentence | None]]:
    padded = (None, *group, None)
    yield from zip(padded, group, padded[2:], strict=False)


def _says(sentence: Sentence, word: str) -> bool:
    return any(True for each in sentence.expressions for _ in calls(each, word))


def _in_sentence(catalog: Catalog, sentence: Sentence) -> Iterator[Problem]:
    alike: dict[tuple[str, str], list[Observation]] = {}
    for each in quoted(catalog, sentence):
        alike.setdefault((each.dataset, each.indicator.id), []).append(each)
    for (dataset, indicator), rows in alike.items():
        tells = (_break,) if _says(sentence, "share") else (_part, _break)  # a share names its part and its whole
        differences = (tell(catalog, one, other) for one, other in combinations(rows, 2) for tell in tells)
        if found := next(filter(None, differences), ""):
            yield _problem(sentence, f"{dataset}/{indicator}", found)


def _part(catalog: Catalog, one: Observation, other: Observation) -> str:
    """Which two places are part and whole; empty if none are."""
    if one.place.code in catalog.wholes(other.place) or other.place.code in catalog.wholes(one.place):
        return f"{one.place.name} and {other.place.name}: one is a part of the other"
    return ""


def _break(catalog: Catalog, one: Observation, other: Observation) -> str:
    """Which break lies between the two; empty if none does."""
    for stretch in catalog.datasets[one.dataset].breaks:
        if one.period and other.period and _side(one.period, stretch) != _side(other.period, stretch):
            return f"{one.period.text} and {other.period.text}: a method break lies between, {stretch.label}"
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
        expected="figures that were counted alike",
        advice='Make two sentences apart from each other, or say why they may be compared: {{ across("the reason") }}. '
        "For a number that is worked out, choose periods on one side of the break.",
    )
