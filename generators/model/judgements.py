"""Judgements with evidence and outcome, and published claims of others."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Literal

from generators.model.content import Revision
from generators.model.dataset import Source
from generators.model.evidence import Evidence
from generators.model.period import Period
from generators.model.problems import Where

Likelihood = Literal[
    "almost no chance",
    "very unlikely",
    "unlikely",
    "roughly even chance",
    "likely",
    "very likely",
    "almost certain",
]
Confidence = Literal["high", "moderate", "low"]
Verdict = Literal["borne out", "not borne out", "mixed", "cannot be settled"]

PERCENT: Mapping[Likelihood, tuple[int, int]] = MappingProxyType(
    {
        "almost no chance": (1, 5),
        "very unlikely": (5, 20),
        "unlikely": (20, 45),
        "roughly even chance": (45, 55),
        "likely": (55, 80),
        "very likely": (80, 95),
        "almost certain": (95, 99),
    }
)
"""The seven steps of likelihood, with the per cent of each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The outcome of a judgement, with grounds."""

    date: date
    happened: bool
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A judgement with likelihood, confidence and grounds."""

    id: str
    briefing: str
    statement: str
    likelihood: Likelihood | None
    """None for a statement of fact about the evidence."""
    confidence: Confidence
    reason: str
    """Reason for the confidence: the words after "because"."""
    evidence_for: tuple[Evidence, ...]
    evidence_against: tuple[Evidence, ...]
    alternatives: str
    would_change: str
    as_of: date
    review_by: date
    history: tuple[Revision, ...]
    outcome: Outcome | None
    where: Where


@dataclass(frozen=True, slots=True, kw_only=True)
class Later:
    """Our reading of later evidence for a claim."""

    reading: Verdict
    why: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Somebody else's published prediction or claim, in our words."""

    id: str
    by: str
    date: Period
    source: Source
    locator: str
    claim: str
    later: tuple[Later, ...]
    where: Where
