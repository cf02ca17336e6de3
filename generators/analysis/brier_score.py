"""How good judgements were, once it is known what happened: the Brier score.

Method: G. W. Brier, "Verification of forecasts expressed in terms of probability", Monthly Weather Review 78 (1950), pages
1 to 3, in the form for one event that happens or does not: the square of the difference between the stated probability and
the outcome, 0 or 1. 0 is best, 1 is worst; always saying 50 per cent gives 0.25. A step of the likelihood scale stands for
a range, and the middle of the range is scored.
"""

from collections.abc import Iterable
from decimal import Decimal

from generators.model import PERCENT, Judgement, Likelihood


def probability(step: Likelihood) -> Decimal:
    """The middle of the step's range, from 0 to 1.

    >>> probability("very likely")
    Decimal('0.875')
    """
    low, high = PERCENT[step]
    return Decimal(low + high) / 200


def brier(stated: Decimal, *, happened: bool) -> Decimal:
    """The score of one statement.

    >>> brier(Decimal("0.875"), happened=True), brier(Decimal("0.875"), happened=False)
    (Decimal('0.015625'), Decimal('0.765625'))
    """
    return (stated - int(happened)) ** 2


def score(judgement: Judgement) -> Decimal | None:
    """The judgement's score; None while it is open, or if it states no likelihood."""
    if judgement.outcome is None or judgement.likelihood is None:
        return None
    return brier(probability(judgement.likelihood), happened=judgement.outcome.happened)


def mean(scores: Iterable[Decimal]) -> Decimal | None:
    """The mean of the scores; None if there are none.

    >>> mean([Decimal("0.25"), Decimal("0.75")])
    Decimal('0.50')
    """
    every = tuple(scores)
    return sum(every, Decimal(0)) / len(every) if every else None
