"""Small cells: exact figures from 1 to 4 that could identify a person."""

import re
from collections.abc import Iterator

from generators.model import Catalog, Observation
from generators.model.problems import Problem
from generators.text.wording import bare

MOST = 4
"""The highest figure that counts as a small cell."""


def small_cells(catalog: Catalog) -> Iterator[Problem]:
    """Yield a problem for each exact figure from 1 to 4 whose indicator contains a word of the `small_cells` list."""
    words = catalog.harm.small_cells
    if not words:
        return
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)
    for o in catalog.observations:
        word = pattern.search(f"{o.indicator.title} {o.indicator.population}")
        if word and _is_small(o):
            yield _problem(o, word[0])


def _is_small(o: Observation) -> bool:
    """Return True for an exact figure or a range that ends there."""
    return any(n is not None and 1 <= n <= MOST for n in (o.value, o.upper)) and o.qualifier == "exact"


def _problem(o: Observation, word: str) -> Problem:
    return Problem(
        where=o.where.part("value"),
        subject="value",
        found=bare(o),
        expected=f'no exact figure of people below {MOST + 1}, because the indicator contains "{word}"',
        advice='Write "fewer than five" in wording, leave value blank, and keep the number out of the note.',
    )
