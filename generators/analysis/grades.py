"""Grades and interests in words.

The letter rates a publisher's record and the digit one item, independently. They are shown, never used in calculations.
"""

from generators.model import (
    CREDIBILITY,
    INTERESTS,
    RELIABILITY,
    ItemGrade,
    Observation,
    Party,
    Source,
)
from generators.text.wording import on

NOT_GRADED = "not graded"


def code(observation: Observation) -> str:
    """Return letter and digit, such as "B2"; one alone if the other is not graded, or empty."""
    letter = observation.source.party.grade if observation.source.party else None
    return (letter or "") + (observation.grade.digit if observation.grade else "")


def grade_in_words(observation: Observation) -> str:
    """Return the grade with its meaning: "B2: usually reliable, probably true"; missing parts are named."""
    party, item = observation.source.party, observation.grade
    if not code(observation):
        return NOT_GRADED
    letter = RELIABILITY[party.grade] if party and party.grade else f"source {NOT_GRADED}"
    digit = CREDIBILITY[item.digit] if item else f"item {NOT_GRADED}"
    return f"{code(observation)}: {letter}, {digit}"


def graded(observation: Observation) -> str:
    """Return the grade as a sentence: "Grade B2: usually reliable, probably true." or "Not graded."."""
    words = grade_in_words(observation)
    return f"Grade {words}." if code(observation) else f"{words.capitalize()}."


def letter_in_words(source: Source) -> str:
    """Return the grade of the publisher's record: "B: usually reliable"; empty if it has none."""
    grade = source.party.grade if source.party else None
    return f"{grade}: {RELIABILITY[grade]}" if grade else ""


def reliability(source: Source) -> str:
    """Return the letter with meaning, reason and date."""
    letter = letter_in_words(source)
    return f"{letter}. {reason(source.party)}" if letter and source.party else f"{NOT_GRADED.capitalize()}."


def credibility(item: ItemGrade | None) -> str:
    """Return the digit with meaning, reason and date."""
    if item is None:
        return f"{NOT_GRADED.capitalize()}."
    return f"{item.digit}: {CREDIBILITY[item.digit]}. {reason(item)}"


def reason(graded: Party | ItemGrade) -> str:
    """Return the reason of a grade, its author and its date."""
    return f"{graded.reason.rstrip('.')}. Graded by the editors of this site on {on(graded.graded)}."


def interest(party: Party | None) -> str:
    """Return the party's interest, such as "press"; empty if unknown."""
    return INTERESTS[party.interest] if party else ""


def who(observation: Observation) -> str:
    """Return the speaker with the interest: "The Ferry Post (press)"."""
    words = interest(observation.speaker)
    return f"{observation.said_by} ({words})" if words else observation.said_by
