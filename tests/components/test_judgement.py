"""Judgements and claims: how they are read, worded and scored."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from generators.analysis import brier_score
from generators.components.expressions import expand
from generators.model import Catalog, Outcome
from generators.pages.judgements import judgement_pages
from tests.fixtures.judgements import page
from tests.fixtures.river_site import rivers, text

NAME = "fell-to-august"


def settled(*, happened: bool) -> Catalog:
    """The small site with its judgement settled."""
    outcome = Outcome(date=date(2021, 10, 1), happened=happened, why="The board's table.")
    return replace(rivers(), judgements={NAME: replace(rivers().judgements[NAME], outcome=outcome)})


def test_a_judgement_is_an_entry_with_per_cent_confidence_and_grounds() -> None:
    shown = expand(text('{{ judgement("fell-to-august") }}'), rivers(), "briefings/x.md")
    assert not shown.problems
    for part in (
        '<li id="judgement-fell-to-august"><p>It is <button type="button" class="opening term"',
        ">very likely</button>",
        "<strong>Very likely</strong> 80 to 95 per cent.",
        '<span class="confidence">Confidence: moderate, because it fell in the year before, but that is one year.</span>',
        "<dt>Evidence for</dt>",
        ">212</button>",
        "<li>One wet summer is enough to turn it.</li>",
        "<dd>1 October 2021</dd>",
        '<a href="../judgements.html#judgement-fell-to-august">History of this judgement</a>',
    ):
        assert part in shown.markdown
    assert "\n\n" not in shown.markdown


def test_hits_and_misses_are_scored_alike() -> None:
    assert "The mean Brier score is 0.0156." in page(settled(happened=True))
    assert "The mean Brier score is 0.7656." in page(settled(happened=False))
    assert "The board&#x27;s table." in page(settled(happened=False))


def test_the_page_of_all_judgements_leads_only_to_what_a_briefing_still_states() -> None:
    link = '<a href="briefings/river-levels.html#judgement-fell-to-august">Evidence and alternatives</a>'
    assert link not in page(rivers())
    assert "The briefing does not state it any more." in page(rivers())
    (briefing,) = rivers().briefings.values()
    body = text(f'{briefing.body.markdown}\n\n{{{{ judgement("fell-to-august") }}}}\n')
    stating = replace(rivers(), briefings={briefing.slug: replace(briefing, body=body)})
    assert link in page(stating)
    assert "any more" not in page(stating)
    other = replace(briefing, slug="other", body=body)
    assert link not in page(replace(rivers(), briefings={briefing.slug: briefing, "other": other}))


def test_a_fact_is_not_scored() -> None:
    catalog = settled(happened=True)
    fact = replace(catalog.judgements[NAME], likelihood=None)
    assert brier_score.score(fact) is None
    assert "not scored" in page(replace(catalog, judgements={NAME: fact}))
    assert brier_score.score(rivers().judgements[NAME]) is None
    assert brier_score.mean([]) is None
    assert brier_score.probability("roughly even chance") == Decimal("0.5")


def test_a_claim_stands_beside_later_evidence_with_its_reading() -> None:
    claims = page(rivers(), "claims.md")
    for part in (
        "## Lock keeper of Cress Lock, 10 November 2019",
        "<strong>Cannot be settled.</strong>",
        'href="datasets/gauge-levels.html#level.rv-c.2020-03">297</a>',
        'href="sources/ferry-post-2019.html"',
    ):
        assert part in claims


def test_a_site_without_judgements_has_no_such_page() -> None:
    assert not tuple(judgement_pages(replace(rivers(), judgements={}, claims={})))
