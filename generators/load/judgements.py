"""content/judgements.yml: judgements with likelihood, confidence and evidence."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import get_args

from generators.load.evidence import evidence
from generators.load.formats.reading import Reading
from generators.load.formats.remembered import remembered
from generators.load.formats.yaml_records import Keys, Record, load_by_slug
from generators.load.formats.yaml_records import parse_record as as_record
from generators.load.revisions import load_revisions
from generators.model import PERCENT, Judgement, Likelihood, Outcome, parse
from generators.model.judgements import Confidence

PATH = "content/judgements.yml"
_NEEDED = (
    "briefing", "statement", "likelihood", "confidence", "reason", "evidence_for", "evidence_against", "alternatives",
    "would_change", "as_of", "review_by",
)  # fmt: skip
_KEYS = Keys(needed=_NEEDED, optional=("history", "outcome"))
_OUTCOME = Keys(needed=("date", "happened", "why"))
_NONE = "none"


def load_judgements(root: Path) -> Reading[Mapping[str, Judgement]]:
    """Return the judgements by id in file order, none without a file."""
    return (yield from remembered(partial(load_by_slug, root, PATH, _KEYS, _judgement), root, [PATH]))


def _judgement(name: str, record: Record) -> Reading[Judgement | None]:
    likelihood = yield from record.value("likelihood", _likelihood)
    confidence = yield from record.value("confidence", partial(parse.choice, options=get_args(Confidence)))
    as_of = yield from record.value("as_of", parse.day)
    review_by = yield from record.value("review_by", parse.day)
    outcome = yield from _outcome(record)
    texts = {}
    for key in ("briefing", "statement", "reason", "alternatives", "would_change"):
        texts[key] = yield from record.text(key)
    evidence_for = yield from evidence(record, "evidence_for")
    evidence_against = yield from evidence(record, "evidence_against")
    history = yield from load_revisions(record, "history")
    if confidence is None or as_of is None or review_by is None:
        return None
    return Judgement(
        id=name,
        likelihood=likelihood,
        confidence=confidence,
        evidence_for=evidence_for,
        evidence_against=evidence_against,
        as_of=as_of,
        review_by=review_by,
        history=history,
        outcome=outcome,
        where=record.where,
        **texts,
    )


def _likelihood(text: str) -> Likelihood | None:
    """Return the step; None for "none", which marks a statement of fact about the evidence."""
    option = parse.choice(text, (*PERCENT, _NONE))
    return next((step for step in PERCENT if step == option), None)


def _outcome(record: Record) -> Reading[Outcome | None]:
    entry = record.entries.get("outcome")
    if entry is None or (entry.is_text and (yield from entry.field()).text == _NONE):
        return None
    outcome = yield from as_record(entry, _OUTCOME)
    if outcome is None:
        return None
    date = yield from outcome.value("date", parse.day)
    happened = yield from outcome.value("happened", parse.yes)
    why = yield from outcome.text("why")
    return None if date is None or happened is None else Outcome(date=date, happened=happened, why=why)
