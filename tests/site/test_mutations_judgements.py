"""A fault planted in the real site's judgements or claims is caught, and the message says where and what to type."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from generators.build import assemble
from generators.checks.judgements import judgements
from generators.model import Catalog, Outcome
from generators.model.problems import report
from tests.fixtures.real_site import real

pytestmark = pytest.mark.slow

EDITION = real().edition.date
LATE = EDITION + timedelta(days=1)
FILE = "content/judgements.yml:"
NAME = "fewer-attacks-in-2024"
WRITTEN = real().judgements[NAME].as_of
REVIEWED = max(judgement.review_by for judgement in real().judgements.values())
SETTLED = Outcome(date=REVIEWED, happened=True, why="It is known.")


def mutated(name: str, changed: Mapping[str, Any]) -> Catalog:
    """The real site with one judgement changed."""
    judgement = replace(real().judgements[name], **changed)
    return replace(real(), judgements={**real().judgements, name: judgement})


def test_the_real_judgements_hold() -> None:
    assert FILE not in report(assemble.run_checks(real()))
    assert "content/claims.yml:" not in report(assemble.run_checks(real()))


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        (
            {"statement": "It is likely that ISIS carried out fewer attacks."},
            'statement: found "likely", expected the likelihood "almost certain", once. Write that word in the statement',
        ),
        (
            {"likelihood": None},
            'statement: found "almost certain", expected no likelihood word. Write that word',
        ),
        (
            {"as_of": date(2026, 11, 20)},
            'as_of: found "2026-11-20", expected a day on or after 2026-11-21. A judgement cannot be older than its briefing.',
        ),
        (
            {"as_of": LATE},
            f'as_of: found "{LATE}", expected a day on or before the edition, {EDITION}.',
        ),
        ({"review_by": WRITTEN}, f'review_by: found "{WRITTEN}", expected a day after as_of, {WRITTEN}.'),
        ({"briefing": "comebak"}, 'briefing: found "comebak", expected the name of a briefing. Did you mean comeback?'),
        (
            {"outcome": replace(SETTLED, date=LATE)},
            f'outcome: found "{LATE}", expected a day between as_of, {WRITTEN}, and the edition, {EDITION}.',
        ),
    ],
)
def test_a_judgement_whose_words_or_dates_do_not_fit_is_caught(changed: dict[str, Any], told: str) -> None:
    found = report(judgements(mutated(NAME, changed)))
    where = real().judgements[NAME].where.part(told.partition(":")[0])
    assert f"{where}  {told}" in found


def test_an_overdue_judgement_is_caught_until_it_has_an_outcome() -> None:
    after = REVIEWED + timedelta(days=1)
    later = replace(real(), edition=replace(real().edition, date=after))
    advice = "Review it: add an outcome, or a later review_by and an entry in history."
    told = [str(problem) for problem in judgements(later)]
    for judgement in (each for each in real().judgements.values() if each.outcome is None):
        overdue = f'review_by: found "{judgement.review_by}", expected an outcome, or a day on or after the edition, {after}. '
        assert f"{judgement.where.part('review_by')}  {overdue}{advice}" in told
    settled = {name: replace(each, outcome=SETTLED) for name, each in real().judgements.items()}
    assert FILE not in report(judgements(replace(later, judgements=settled)))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "wing-isis-incident/incidents@2024@IQ",
            "expected the id of a dataset before the slash. Did you mean wing-isis-incidents?",
        ),
        (
            "gtd/attack@2017",
            "expected an indicator of gtd after the slash. Did you mean",
        ),
        (
            "wing-isis-incidents/incidents@2042",
            "expected a row that exists. No row has period 2042. Known: 2022, 2022-10, ",
        ),
        ("unami-monthly/killed@2014-06", 'expected one row, not 2. Add place="IQ" or place="iraq-without-anbar"'),
    ],
)
def test_evidence_that_is_no_row_is_caught_for_and_against_and_in_claims(text: str, told: str) -> None:
    judgement, claim = real().judgements[NAME], real().claims["no-safe-haven"]
    planted = replace(judgement.evidence_for[0], text=text)
    for where in ("evidence_for", "evidence_against"):
        found = report(judgements(mutated(judgement.id, {where: (planted,)})))
        assert f'{planted.where}  evidence: found "{text}", {told}' in found
    later = replace(claim.later[0], evidence=(replace(claim.later[0].evidence[0], text=text),))
    broken = replace(real(), claims={**real().claims, claim.id: replace(claim, later=(later,))})
    assert f'{claim.later[0].evidence[0].where}  evidence: found "{text}", {told}' in report(judgements(broken))


def with_briefing(change: Callable[[str], str]) -> Catalog:
    """The real site with the text of one briefing changed."""
    briefing = real().briefings["prisons"]
    body = replace(briefing.body, markdown=change(briefing.body.markdown))
    return replace(real(), briefings={**real().briefings, "prisons": replace(briefing, body=body)})


def test_a_judgement_that_nobody_wrote_cannot_be_shown() -> None:
    broken = with_briefing(lambda text: text.replace("no-rate-of-re-arrest", "no-rate-of-rearrest"))
    assert "the id of a judgement in content/judgements.yml. Did you mean no-rate-of-re-arrest?" in report(
        assemble.run_checks(broken)
    )
