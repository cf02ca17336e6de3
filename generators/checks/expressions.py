"""Expressions in briefings, static pages and cards that cannot be evaluated."""

from collections.abc import Iterator

from generators.components.expressions import expand
from generators.model import Catalog, Text
from generators.model.problems import Problem
from generators.urls.paths import HOME, of_briefing


def expressions(catalog: Catalog) -> Iterator[Problem]:
    """Yield a problem for each expression that cannot be evaluated, with the closest row, name or argument."""
    problems = (problem for text, page in _texts(catalog) for problem in expand(text, catalog, page).problems)
    yield from dict.fromkeys(problems)  # a wrong template is one error, however many texts use it


def _texts(catalog: Catalog) -> Iterator[tuple[Text, str]]:
    for briefing in catalog.briefings.values():
        yield briefing.card_number, HOME
        yield briefing.body, of_briefing(briefing)
    for page in catalog.standing.values():
        yield page.body, page.path
