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
from generators.text.messages import gettext, translated
from generators.text.wording import on


def code(observation: Observation) -> str:
    """Return letter and digit, such as "B2"; one alone if the other is not graded, or empty."""
    letter = observation.source.party.grade if observation.source.party else None
    return (letter or "") + (observation.grade.digit if observation.grade else "")


def grade_in_words(observation: Observation) -> str:
    """Return the grade with its meaning: "B2: usually reliable, probably true"; missing parts are named."""
    party, item = observation.source.party, observation.grade
    if not code(observation):
        return gettext("not graded")
    letter = translated(RELIABILITY[party.grade]) if party and party.grade else gettext("source not graded")
    digit = translated(CREDIBILITY[item.digit]) if item else gettext("item not graded")
    return gettext("%(code)s: %(letter)s, %(digit)s", code=code(observation), letter=letter, digit=digit)


def graded(observation: Observation) -> str:
    """Return the grade as a sentence: "Grade B2: usually reliable, probably true." or "Not graded."."""
    if not code(observation):
        return gettext("Not graded.")
    return gettext("Grade %(grade)s.", grade=grade_in_words(observation))


def letter_in_words(source: Source) -> str:
    """Return the grade of the publisher's record: "B: usually reliable"; empty if it has none."""
    grade = source.party.grade if source.party else None
    return f"{grade}: {translated(RELIABILITY[grade])}" if grade else ""


def reliability(source: Source) -> str:
    """Return the letter with meaning, reason and date."""
    letter = letter_in_words(source)
    return f"{letter}. {reason(source.party)}" if letter and source.party else gettext("Not graded.")


def credibility(item: ItemGrade | None) -> str:
    """Return the digit with meaning, reason and date."""
    if item is None:
        return gettext("Not graded.")
    return f"{item.digit}: {translated(CREDIBILITY[item.digit])}. {reason(item)}"


def reason(graded: Party | ItemGrade) -> str:
    """Return the reason of a grade, its author and its date."""
    by_whom = gettext("Graded by the editors of this site on %(day)s.", day=on(graded.graded))
    return f"{graded.reason.rstrip('.')}. {by_whom}"


def interest(party: Party | None) -> str:
    """Return the party's interest, such as "press"; empty if unknown."""
    return translated(INTERESTS[party.interest]) if party else ""


def who(observation: Observation) -> str:
    """Return the speaker with the interest: "The Ferry Post (press)"."""
    words = interest(observation.speaker)
    return f"{observation.said_by} ({words})" if words else observation.said_by
