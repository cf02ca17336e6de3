"""Judgements and claims: how they are read, worded and scored."""

from dataclasses import replace
from datetime import date, timedelta

from tests.fixtures.judgements import page
from tests.fixtures.real_site import real
from tests.fixtures.river_site import rivers


def test_while_nothing_is_settled_the_page_says_so() -> None:
    assert "None of the 1 judgement is settled yet" in page(rivers())
    unsettled = {name: replace(each, outcome=None) for name, each in real().judgements.items()}
    assert f"None of the {len(unsettled)} judgements is settled yet" in page(replace(real(), judgements=unsettled))
    assert "<time>1 March 2021</time> First written." in page(rivers())


def test_every_judgement_is_ours_of_the_edition_and_reviewed_within_a_year() -> None:
    for judgement in real().judgements.values():
        assert date(2026, 11, 21) <= judgement.as_of <= real().edition.date
        assert judgement.review_by - judgement.as_of <= timedelta(days=366)
        assert judgement.evidence_for
        assert judgement.evidence_against
        assert f'{{{{ judgement("{judgement.id}") }}}}' in real().briefings[judgement.briefing].body.markdown
