"""Judgements on pages: statement, likelihood in per cent, confidence with its reason, and grounds.

The page passes in how numbers are shown: with value cards in a briefing, as links to rows in the list of judgements.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from markupsafe import Markup

from generators.analysis.likelihood import LIKELIHOOD_WORD, per_cent
from generators.components.escaping import inline
from generators.components.templates import render_macro
from generators.model import Catalog, Evidence, Judgement, Observation
from generators.model.lookup import observation_of
from generators.model.problems import CellError
from generators.urls.paths import anchor

_TEMPLATE = "judgements"
Number = Callable[[Observation], Markup]
"""Wording of an observation on the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceItem:
    """A piece of evidence as shown: an observation with its number, or a text."""

    observation: Observation | None
    number: Markup
    text: str


def statement(
    page: str, catalog: Catalog, judgement: Judgement, opening: Callable[[str, str, Markup], Markup]
) -> Markup:
    """Return the statement, in which the likelihood word opens a card with its per cent."""
    match = LIKELIHOOD_WORD.search(judgement.statement)
    if not judgement.likelihood or not match:
        return Markup(inline(judgement.statement))  # noqa: S704 - escaped
    card = render_macro(
        catalog, page, _TEMPLATE, "likelihood_card", match.group().capitalize(), per_cent(judgement.likelihood)
    )
    before, after = judgement.statement[: match.start()], judgement.statement[match.end() :]
    return Markup(inline(before)) + opening("term", match.group(), card) + Markup(inline(after))  # noqa: S704 - escaped


def judgement_anchor(judgement: Judgement) -> str:
    """Return the judgement's fragment, on its briefing and in the list of all."""
    return anchor(f"judgement-{judgement.id}")


def evidence_items(catalog: Catalog, evidence: Iterable[Evidence], number: Number) -> tuple[EvidenceItem, ...]:
    """Return each piece of evidence, an observation with its number."""
    return tuple(_item(catalog, piece, number) for piece in evidence)


def _item(catalog: Catalog, evidence: Evidence, number: Number) -> EvidenceItem:
    try:
        observation = observation_of(catalog, evidence)
    except CellError:  # the check `judgements` reports it, at its line
        observation = None
    return EvidenceItem(
        observation=observation, number=number(observation) if observation else Markup(), text=evidence.text
    )
