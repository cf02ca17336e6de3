"""A sentence that sets figures across a method break, or a part beside its whole, says why it may."""

from collections.abc import Iterator
from itertools import combinations

from generators.model import Catalog, MethodBreak, Observation, Period
from generators.passages import Sentence, written
from generators.problems import Problem
from generators.quotations import calls, quoted


def breaks_crossed(catalog: Catalog) -> Iterator[Problem]:
    """Every sentence that compares what was counted differently, with no `across` in it or beside it."""
    for group in written(catalog):
        for before, sentence, after in _neighbours(group):
            if not any(_explains(each) for each in (before, sentence, after) if each):
                yield from _in_sentence(catalog, sentence)


def _neighbours(group: tuple[Sentence, ...]) -> Iterator[tuple[Sentence | None, Sentence, Sentence | None]]:
    padded = (None, *group, None)
    yield from zip(padded, group, padded[2:], strict=False)


def _explains(sentence: Sentence) -> bool:
    return any(True for each in sentence.expressions for _ in calls(each, "across"))


def _in_sentence(catalog: Catalog, sentence: Sentence) -> Iterator[Problem]:
    alike: dict[tuple[str, str], list[Observation]] = {}
    for each in quoted(catalog, sentence):
        alike.setdefault((each.dataset, each.indicator.id), []).append(each)
    for (dataset, indicator), rows in alike.items():
        differences = (_difference(catalog, one, other) for one, other in combinations(rows, 2))
        if found := next(filter(None, differences), ""):
            yield _problem(sentence, f"{dataset}/{indicator}", found)


def _difference(catalog: Catalog, one: Observation, other: Observation) -> str:
    """What keeps the two from being compared; empty if nothing does."""
    if one.place.code in _within(catalog, other) or other.place.code in _within(catalog, one):
        return f"{one.place.name} and {other.place.name}: one is a part of the other"
    for stretch in catalog.datasets[one.dataset].breaks:
        if one.period and other.period and _side(one.period, stretch) != _side(other.period, stretch):
            return f"{one.period.text} and {other.period.text}: a method break lies between, {stretch.label}"
    return ""


def _within(catalog: Catalog, observation: Observation) -> Iterator[str]:
    """Every place that the observation's place is a part of."""
    parent = observation.place.parent
    while parent:
        yield parent
        parent = catalog.places[parent].parent if parent in catalog.places else ""


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
        advice='Make two sentences apart from each other, or say why they may be compared: {{ across("the reason") }}.',
    )
