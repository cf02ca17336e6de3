"""Reliability of publishers and credibility of items on the Admiralty scale, and interests of parties.

Letters and digits are texts: nothing can add, sort or average them. F and 6 mean "unknown", not "worst".
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Literal

from generators.model.languages import translatable
from generators.model.problems import Where

Reliability = Literal["A", "B", "C", "D", "E", "F"]
Credibility = Literal["1", "2", "3", "4", "5", "6"]
Interest = Literal[
    "recorder",
    "international",
    "government",
    "belligerent",
    "perpetrator",
    "ngo",
    "research",
    "press",
]

RELIABILITY: Mapping[Reliability, str] = MappingProxyType(
    {
        "A": translatable("completely reliable"),
        "B": translatable("usually reliable"),
        "C": translatable("fairly reliable"),
        "D": translatable("not usually reliable"),
        "E": translatable("unreliable"),
        "F": translatable("reliability cannot be judged"),
    }
)
"""Meaning of each letter, for a publisher's record."""
CREDIBILITY: Mapping[Credibility, str] = MappingProxyType(
    {
        "1": translatable("confirmed by other sources"),
        "2": translatable("probably true"),
        "3": translatable("possibly true"),
        "4": translatable("doubtful"),
        "5": translatable("improbable"),
        "6": translatable("truth cannot be judged"),
    }
)
"""Meaning of each digit, for one item."""
INTERESTS: Mapping[Interest, str] = MappingProxyType(
    {
        "recorder": translatable("recorder"),
        "international": translatable("intergovernmental body"),
        "government": translatable("government"),
        "belligerent": translatable("belligerent"),
        "perpetrator": translatable("perpetrator's claim"),
        "ngo": translatable("NGO"),
        "research": translatable("research"),
        "press": translatable("press"),
    }
)
"""Label of each interest beside a name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Somebody who publishes, records or speaks."""

    name: str
    interest: Interest
    grade: Reliability | None
    """None for somebody who only ever speaks in what others publish."""
    reason: str
    """Reason for the grade; of a party without one, for the interest."""
    graded: date
    where: Where


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The body that states figures under a further name."""

    name: str
    where: Where


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemGrade:
    """Credibility of an item by itself, whoever published it."""

    digit: Credibility
    reason: str
    graded: date
    where: Where
