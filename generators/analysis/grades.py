"""Grades and interests in words; the party that a name begins with; the grades of single rows put where they belong.

The letter rates a publisher's record, the digit one item, each for itself. They are said, never counted with.
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
    """Letter and digit, "B2"; one of them alone, or nothing, where the other is not graded."""
    letter = observation.source.party.grade if observation.source.party else None
    return (letter or "") + (observation.grade.digit if observation.grade else "")


def grade_in_words(observation: Observation) -> str:
    """The grade as a reader needs it: "B2: usually reliable, probably true"; what is missing is said."""
    party, item = observation.source.party, observation.grade
    if not code(observation):
        return NOT_GRADED
    letter = RELIABILITY[party.grade] if party and party.grade else f"source {NOT_GRADED}"
    digit = CREDIBILITY[item.digit] if item else f"item {NOT_GRADED}"
    return f"{code(observation)}: {letter}, {digit}"


def graded(observation: Observation) -> str:
    """The same as a sentence: "Grade B2: usually reliable, probably true."; "Not graded." where there is neither."""
    told = grade_in_words(observation)
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
