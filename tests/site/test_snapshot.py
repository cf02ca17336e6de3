"""What an edition says beside its figures: what they count, what happened, and which briefings quote them; and what is told when it changes."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from generators.analysis.history.releases import to_release
from generators.analysis.history.snapshot import key_of, quoting
from generators.checks.changed_definitions import changed_definitions
from generators.checks.stale_quotations import stale_quotations
from generators.model import FigureRecord
from generators.model.lookup import one
from generators.model.problems import report
from tests.fixtures.real_site import real
from tests.fixtures.released_sites import released, with_rows

pytestmark = pytest.mark.slow


def test_the_evidence_of_a_judgement_is_quoted_too() -> None:
    shown = [e for j in real().judgements.values() for e in (*j.evidence_for, *j.evidence_against) if e.reference]
    assert len(shown) > 10
    found = quoting(real())
    for judgement in real().judgements.values():
        for evidence in (*judgement.evidence_for, *judgement.evidence_against):
            if evidence.reference:
                o = one(real(), *evidence.reference)
                assert judgement.briefing in found[key_of(o)].split()


def test_a_planted_change_of_a_quoted_figure_and_of_a_definition_is_found_in_the_real_site() -> None:
    unexplained = {slug: replace(one, revisions=()) for slug, one in real().briefings.items()}
    site = replace(real(), briefings=unexplained, corrections=())
    records = to_release(site).records.values()
    figure = next(record for record in records if isinstance(record, FigureRecord) and record.quoted)
    later = with_rows(
        site, lambda o: replace(o, value=Decimal(7)) if key_of(o) == figure.key else o, figure.key.dataset
    )
    told = report(stale_quotations(replace(later, releases=(released(site),))))
    assert {f"content/briefings/{slug}.md" for slug in figure.quoted.split()} == set(re.findall(r"^[^:]+", told, re.M))
    own = site.datasets["antiwar-com"]
    other = {name: replace(one, population="civilians and police") for name, one in own.indicators.items()}
    recast = replace(site, datasets={**site.datasets, own.id: replace(own, indicators=other)})
    told = report(changed_definitions(replace(recast, releases=(released(site),))))
    assert told.startswith("data/casualties/antiwar-com.yml:")
