"""Expressions in briefings, static pages and cards that cannot be evaluated."""

from collections.abc import Iterator

from generators.components.expressions import Expanded, expand, expanded_briefing
from generators.model import Catalog
from generators.model.problems import Problem
from generators.urls.paths import HOME


def expressions(catalog: Catalog) -> Iterator[Problem]:
    """Yield a problem for each expression that cannot be evaluated, with the closest row, name or argument."""
    texts = (*(expanded_briefing(catalog, briefing) for briefing in catalog.briefings.values()), *_others(catalog))
    problems = (problem for text in texts for problem in text.problems)
    yield from dict.fromkeys(problems)  # a wrong template is one error, however many texts use it


def _others(catalog: Catalog) -> Iterator[Expanded]:
    for briefing in catalog.briefings.values():
        yield expand(briefing.card_number, catalog, HOME)
    for page in catalog.standing.values():
        yield expand(page.body, catalog, page.path)
