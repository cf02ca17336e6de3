"""A judgement as it stands on a page: statement, likelihood with its per cent, confidence with its reason, and the grounds.

A briefing's page shows values that open to their passports, a list of judgements links to the rows: the page passes in how.
"""

from collections.abc import Callable, Iterable

from generators.analysis.grades import who
from generators.analysis.likelihood import _STEP, per_cent
from generators.components.markup import bullets, dataset_of, facts, inline, link
from generators.model import Catalog, Evidence, Judgement, Observation
from generators.model.lookup import observation_of
from generators.model.problems import CellError
from generators.text.wording import amount, on, when
from generators.urls.paths import JUDGEMENTS, anchor, of_row

Number = Callable[[Observation], str]
"""How an observation is worded on the page, as markup."""
GROUNDS = "Evidence, alternatives, review"
"""What opens the grounds."""


def confidence_sentence(judgement: Judgement) -> str:
    """Confidence with its reason, in a sentence of its own."""
    words = f"Confidence: {judgement.confidence}, because {judgement.reason}"
    return f'<span class="confidence">{inline(words)}</span>'


def statement(judgement: Judgement, opening: Callable[[str, str, str], str]) -> str:
    """The statement, in which the likelihood word opens to its per cent."""
    found = _STEP.search(judgement.statement)
    if not judgement.likelihood or not found:
        return inline(judgement.statement)
    told = inline(f"{per_cent(judgement.likelihood)}. It is about the event, not about the evidence.")
    card = f"<strong>{inline(found.group().capitalize())}</strong> {told}"
    before, after = judgement.statement[: found.start()], judgement.statement[found.end() :]
    return inline(before) + opening("term", found.group(), card) + inline(after)


def grounds(catalog: Catalog, judgement: Judgement, number: Number) -> str:
    """Evidence for and against, alternatives, what would change it, and its dates."""
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
    """Return the judgement as an entry of a briefing's list, from its statement and its grounds as markup."""
    history = link(page, f"{JUDGEMENTS}#{judgement_anchor(judgement)}", "Its history")
    return (
        f'<li id="{judgement_anchor(judgement)}"><p>{statement} {confidence_sentence(judgement)}</p>'
        f'<details><summary>{GROUNDS}</summary>{more}<p class="screen-only">{history}</p></details></li>'
    )


def judgement_anchor(judgement: Judgement) -> str:
    """The judgement's fragment, on its briefing and in the list of all."""
    return anchor(f"judgement-{judgement.id}")


def evidence_list(catalog: Catalog, evidence: Iterable[Evidence], number: Number) -> str:
    """Each observation in words, with what it counts and who said it; each text as it stands."""
    return bullets(_told(catalog, each, number) for each in evidence)


def row_link(page: str, catalog: Catalog) -> Number:
    """The number as a link to its row."""

    def linked(observation: Observation) -> str:
        row = of_row(dataset_of(catalog, observation), observation)
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
