"""Grades and interests in words; the party that a name begins with; the grades of single rows put where they belong.

The letter rates a publisher's record, the digit one item, each for itself. They are said, never counted with.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from generators.model import (
    CREDIBILITY,
    INTERESTS,
    RELIABILITY,
    Catalog,
    GradedRows,
    ItemGrade,
    Observation,
    Party,
    Source,
)
from generators.model.lookup import matching
from generators.model.problems import CellError
from generators.text.wording import on

NOT_GRADED = "not graded"
_AFTER_NAME = re.compile(r"[ ,(]")
_Key = tuple[str, tuple[str, ...]]


def party_of(text: str, parties: Mapping[str, Party]) -> Party | None:
    """The party of the longest name that the text is or begins with, before a comma, a space or a parenthesis."""
    ends = (len(text), *reversed([match.start() for match in _AFTER_NAME.finditer(text)]))
    return next((parties[text[:end]] for end in ends if text[:end] in parties), None)


def code(observation: Observation) -> str:
    """Letter and digit, "B2"; one of them alone, or nothing, where the other is not graded."""
    letter = observation.source.party.grade if observation.source.party else None
    return (letter or "") + (observation.grade.digit if observation.grade else "")


def in_words(observation: Observation) -> str:
    """The grade as a reader needs it: "B2: usually reliable, probably true"; what is missing is said."""
    party, item = observation.source.party, observation.grade
    if not code(observation):
        return NOT_GRADED
    letter = RELIABILITY[party.grade] if party and party.grade else f"source {NOT_GRADED}"
    digit = CREDIBILITY[item.digit] if item else f"item {NOT_GRADED}"
    return f"{code(observation)}: {letter}, {digit}"


def graded(observation: Observation) -> str:
    """The same as a sentence: "Grade B2: usually reliable, probably true."; "Not graded." where there is neither."""
    told = in_words(observation)
    return f"Grade {told}." if code(observation) else f"{told.capitalize()}."


def letter_in_words(source: Source) -> str:
    """The grade of the publisher's record: "B: usually reliable"; empty if it has none."""
    grade = source.party.grade if source.party else None
    return f"{grade}: {RELIABILITY[grade]}" if grade else ""


def reliability(source: Source) -> str:
    """The letter with its meaning, the reason and the day."""
    letter = letter_in_words(source)
    return f"{letter}. {reason(source.party)}" if letter and source.party else f"{NOT_GRADED.capitalize()}."


def credibility(item: ItemGrade | None) -> str:
    """The digit with its meaning, the reason and the day."""
    if item is None:
        return f"{NOT_GRADED.capitalize()}."
    return f"{item.digit}: {CREDIBILITY[item.digit]}. {reason(item)}"


def reason(graded: Party | ItemGrade) -> str:
    """Why the grade is what it is, who says so, and since when."""
    return f"{graded.reason.rstrip('.')}. Graded by the editors of this site on {on(graded.graded)}."


def interest(party: Party | None) -> str:
    """What the party is in the matter: "press"; empty if nobody has said."""
    return INTERESTS[party.interest] if party else ""


def who(observation: Observation) -> str:
    """The speaker with the interest: "The Ferry Post (press)"."""
    told = interest(observation.speaker)
    return f"{observation.said_by} ({told})" if told else observation.said_by


def regraded(catalog: Catalog) -> Catalog:
    """The catalog whose rows have the grades of `credibility`; of two that cover one row the later holds."""
    found = {_key(o): each.grade for each in catalog.credibility for o in _covered(catalog, each)}
    datasets = {
        name: replace(dataset, observations=tuple(_graded(o, found) for o in dataset.observations))
        if any(name == own for own, _ in found)
        else dataset
        for name, dataset in catalog.datasets.items()
    }
    return replace(catalog, datasets=MappingProxyType(datasets))


def _covered(catalog: Catalog, graded: GradedRows) -> Iterator[Observation]:
    for reference in filter(None, (row.reference for row in graded.rows)):
        try:
            yield from matching(catalog, *reference)
        except CellError:  # the check `graded_rows` says so, at its line
            continue


def _key(observation: Observation) -> _Key:
    return observation.dataset, observation.key


def _graded(observation: Observation, found: Mapping[_Key, ItemGrade]) -> Observation:
    return replace(observation, grade=found.get(_key(observation), observation.grade))
