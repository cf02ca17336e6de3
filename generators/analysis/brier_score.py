"""Brier scores of resolved judgements.

Method: G. W. Brier, "Verification of forecasts expressed in terms of probability", Monthly Weather Review 78 (1950), pages
1 to 3, in the form for one event that happens or does not: the squared difference between the stated probability and the
outcome, 0 or 1. 0 is best, 1 is worst; a constant 50 per cent gives 0.25. A step of the likelihood scale is a range; its
middle is scored.
"""

from collections.abc import Iterable
from decimal import Decimal

from generators.model import PERCENT, Judgement, Likelihood


def probability(step: Likelihood) -> Decimal:
    """Return the middle of the step's range, from 0 to 1.

    >>> probability("very likely")
    Decimal('0.875')
    """
    low, high = PERCENT[step]
    return Decimal(low + high) / 200


def brier(stated: Decimal, *, happened: bool) -> Decimal:
    """Return the score of one statement.

    >>> brier(Decimal("0.875"), happened=True), brier(Decimal("0.875"), happened=False)
    (Decimal('0.015625'), Decimal('0.765625'))
    """
    return (stated - int(happened)) ** 2


def score(judgement: Judgement) -> Decimal | None:
    """Return the judgement's score; None if it is open or states no likelihood."""
    if judgement.outcome is None or judgement.likelihood is None:
        return None
    return brier(probability(judgement.likelihood), happened=judgement.outcome.happened)


def mean(scores: Iterable[Decimal]) -> Decimal | None:
    """Return the mean of the scores; None if there are none.

    >>> mean([Decimal("0.25"), Decimal("0.75")])
    Decimal('0.50')
    """
    numbers = tuple(scores)
    return sum(numbers, Decimal(0)) / len(numbers) if numbers else None
