"""Judgements: evidence exists, words and dates are consistent, none is overdue. Claims: evidence exists."""

from collections.abc import Iterator
from itertools import chain

from generators.analysis.likelihood import steps_in
from generators.model import Catalog, Evidence, Judgement
from generators.model.lookup import observation_of
from generators.model.problems import CellError, Problem, did_you_mean


def judgements(catalog: Catalog) -> Iterator[Problem]:
    """Yield a problem for each judgement or claim with evidence that does not exist, a wrong likelihood word, an
    inconsistent date or an overdue review.
    """
    for judgement in catalog.judgements.values():
        for evidence in chain(judgement.evidence_for, judgement.evidence_against):
            yield from _evidence(catalog, evidence)
        yield from _likelihood(judgement)
        yield from _dates(catalog, judgement)
        yield from _outcome(catalog, judgement)
    for claim in catalog.claims.values():
        for evidence in chain.from_iterable(verdict.evidence for verdict in claim.later):
            yield from _evidence(catalog, evidence)


def _evidence(catalog: Catalog, evidence: Evidence) -> Iterator[Problem]:
    try:
        observation_of(catalog, evidence)
    except CellError as error:
        advice = f"{error.advice} A reference is dataset/indicator@period@place@said_by@as_of.".strip()
        yield CellError(error.expected, advice).at(evidence.where, "evidence", evidence.text)


def _likelihood(judgement: Judgement) -> Iterator[Problem]:
    declared = (judgement.likelihood,) if judgement.likelihood else ()
    steps = steps_in(judgement.statement)
    if steps == declared:
        return
    expected = f'the likelihood "{judgement.likelihood}", once' if declared else "no likelihood word"
    advice = "Write that word in the statement, or declare its word as likelihood, or none for a fact."
    yield CellError(expected, advice).at(
        judgement.where.part("statement"), "statement", ", ".join(steps) or judgement.statement
    )


def _dates(catalog: Catalog, judgement: Judgement) -> Iterator[Problem]:
    briefing = catalog.briefings.get(judgement.briefing)
    if briefing is None:
        unknown = CellError("the name of a briefing", did_you_mean(judgement.briefing, catalog.briefings))
        yield unknown.at(judgement.where.part("briefing"), "briefing", judgement.briefing)
    elif judgement.as_of < briefing.published:
        early = CellError(f"a day on or after {briefing.published}", "A judgement cannot be older than its briefing.")
        yield early.at(judgement.where.part("as_of"), "as_of", str(judgement.as_of))
    if judgement.as_of > catalog.edition.date:
        late = CellError(f"a day on or before the edition, {catalog.edition.date}")
        yield late.at(judgement.where.part("as_of"), "as_of", str(judgement.as_of))
    if judgement.review_by <= judgement.as_of:
        turned = CellError(f"a day after as_of, {judgement.as_of}")
        yield turned.at(judgement.where.part("review_by"), "review_by", str(judgement.review_by))


def _outcome(catalog: Catalog, judgement: Judgement) -> Iterator[Problem]:
    today, outcome = catalog.edition.date, judgement.outcome
    if outcome is None:
        if judgement.review_by < today:
            advice = "Review it: add an outcome, or a later review_by and an entry in history."
            overdue = CellError(f"an outcome, or a day on or after the edition, {today}", advice)
            yield overdue.at(judgement.where.part("review_by"), "review_by", str(judgement.review_by))
    elif not judgement.as_of <= outcome.date <= today:
        wrong = CellError(f"a day between as_of, {judgement.as_of}, and the edition, {today}")
        yield wrong.at(judgement.where.part("outcome"), "outcome", str(outcome.date))
