"""Likelihood terms in a statement, and their ranges in per cent."""

import re

from generators.model import PERCENT, Likelihood
from generators.text.wording import between, digits, in_per_cent

LIKELIHOOD_WORD = re.compile(rf"\b(?:{'|'.join(sorted(PERCENT, key=len, reverse=True))})(?:ly)?\b", re.IGNORECASE)


def steps_in(statement: str) -> tuple[str, ...]:
    """Return the steps of the likelihood scale that a statement names, in order.

    >>> steps_in("It is very unlikely that the river will freeze; it is almost certainly too warm.")
    ('very unlikely', 'almost certain')
    """
    words = (word.lower() for word in LIKELIHOOD_WORD.findall(statement))
    return tuple(word if word in PERCENT else word.removesuffix("ly") for word in words)


def per_cent(step: Likelihood) -> str:
    """Return the range of the step in words.

    >>> per_cent("very likely")
    '80 to 95 per cent'
    """
    low, high = PERCENT[step]
    return in_per_cent(between(digits(low), digits(high)))
