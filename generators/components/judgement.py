"""Judgements on pages: statement, likelihood in per cent, confidence with its reason, and grounds.

The page passes in how numbers are shown: with value cards in a briefing, as links to rows in the list of judgements.
"""

from collections.abc import Callable, Iterable

from generators.analysis.grades import who
from generators.analysis.likelihood import _STEP, per_cent
from generators.components.markup import bullets, facts, inline, link
from generators.model import Catalog, Evidence, Judgement, Observation
from generators.model.lookup import observation_of
from generators.model.problems import CellError
from generators.text.wording import amount, on, when
from generators.urls.paths import JUDGEMENTS, anchor, of_row

Number = Callable[[Observation], str]
"""Wording of an observation on the page, as markup."""
GROUNDS = "Evidence, alternatives, review"
"""Label of the disclosure with the grounds."""


def confidence_sentence(judgement: Judgement) -> str:
    """Return confidence with its reason, as a sentence."""
    words = f"Confidence: {judgement.confidence}, because {judgement.reason}"
    return f'<span class="confidence">{inline(words)}</span>'


def statement(judgement: Judgement, opening: Callable[[str, str, str], str]) -> str:
    """Return the statement, in which the likelihood word opens a card with its per cent."""
    found = _STEP.search(judgement.statement)
    if not judgement.likelihood or not found:
        return inline(judgement.statement)
    told = inline(f"{per_cent(judgement.likelihood)}. It is about the event, not about the evidence.")
    card = f"<strong>{inline(found.group().capitalize())}</strong> {told}"
    before, after = judgement.statement[: found.start()], judgement.statement[found.end() :]
    return inline(before) + opening("term", found.group(), card) + inline(after)


def grounds(catalog: Catalog, judgement: Judgement, number: Number) -> str:
    """Return evidence for and against, alternatives, what would change the judgement, and dates."""
    return facts(
        (
            ("Evidence for", evidence_list(catalog, judgement.evidence_for, number)),
            ("Evidence against", evidence_list(catalog, judgement.evidence_against, number)),
            ("Alternatives", inline(judgement.alternatives)),
            ("What would change it", inline(judgement.would_change)),
            ("As of", on(judgement.as_of)),
            ("Review by", on(judgement.review_by)),
        )
    )


def item(page: str, judgement: Judgement, statement: str, more: str) -> str:
    """Return the judgement as a list item of a briefing, from its statement and grounds as markup."""
    history = link(page, f"{JUDGEMENTS}#{judgement_anchor(judgement)}", "History of this judgement")
    return (
        f'<li id="{judgement_anchor(judgement)}"><p>{statement} {confidence_sentence(judgement)}</p>'
        f'<details><summary data-skip="pdf">{GROUNDS}</summary>{more}<p class="screen-only" data-skip="pdf">{history}</p></details></li>'
    )


def judgement_anchor(judgement: Judgement) -> str:
    """Return the judgement's fragment, on its briefing and in the list of all."""
    return anchor(f"judgement-{judgement.id}")


def evidence_list(catalog: Catalog, evidence: Iterable[Evidence], number: Number) -> str:
    """Return each observation in words, with what it counts and who said it; each text unchanged."""
    return bullets(_told(catalog, each, number) for each in evidence)


def row_link(page: str, catalog: Catalog) -> Number:
    """Return a function that links a number to its row."""

    def linked(observation: Observation) -> str:
        row = of_row(catalog.dataset_of(observation), observation)
        return link(page, row, inline(amount(observation)), "value checked" if observation.checked else "value")

    return linked


def _told(catalog: Catalog, evidence: Evidence, number: Number) -> str:
    try:
        observation = observation_of(catalog, evidence)
    except CellError:  # the check `judgements` says so, at its line
        observation = None
    if observation is None:
        return inline(evidence.text)
    subject = f"{observation.indicator.title}, {observation.place.name}, {when(observation.period)}"
    return f"{inline(subject)}: {number(observation)} <span>said by {inline(who(observation))}</span>"
