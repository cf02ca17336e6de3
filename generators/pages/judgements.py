"""Pages of the judgements, with history and scores, and of the claims of others, with later evidence."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from markupsafe import Markup

from generators.analysis.brier_score import mean, score
from generators.analysis.likelihood import per_cent
from generators.components.expressions import expanded_for_other_pages
from generators.components.judgement import evidence_items, judgement_anchor
from generators.components.templates import render_macro, render_page
from generators.components.value_card import value_style
from generators.model import Catalog, Judgement, Observation, Page
from generators.text.messages import gettext
from generators.text.wording import unrounded
from generators.urls.paths import CLAIMS, JUDGEMENTS, anchor


def judgement_pages(catalog: Catalog) -> Iterator[Page]:
    """Yield the page of all judgements, then that of others' claims; neither if there are none."""
    if catalog.judgements:
        yield _judgements(catalog)
    if catalog.claims:
        yield _claims(catalog)


def _judgements(catalog: Catalog) -> Page:
    judgements = tuple(catalog.judgements.values())
    by_briefing = defaultdict[str, list[tuple[Judgement, str, str]]](list)
    for judgement in judgements:
        by_briefing[judgement.briefing].append(_entry(judgement))
    scores = [brier for each in judgements if each.outcome and (brier := score(each)) is not None]
    stated = {
        each.id
        for each in judgements
        if (briefing := catalog.briefings.get(each.briefing))
        and each.id in expanded_for_other_pages(catalog, briefing).judgements
    }
    markdown = render_page(
        catalog,
        JUDGEMENTS,
        "judgements",
        number=len(judgements),
        settled=[(*_entry(each), _digits(score(each))) for each in judgements if each.outcome],
        mean_score=_digits(mean(scores)),
        stated=stated,
        briefings=[(each, by_briefing[each.slug]) for each in catalog.briefings.values() if each.slug in by_briefing],
    )
    return Page(path=JUDGEMENTS, title=gettext("Judgements"), markdown=markdown)


def _entry(judgement: Judgement) -> tuple[Judgement, str, str]:
    """Return the judgement, its fragment, and its likelihood in per cent."""
    percent = per_cent(judgement.likelihood) if judgement.likelihood else ""
    return judgement, judgement_anchor(judgement), percent


def _digits(brier: Decimal | None) -> str:
    return "" if brier is None else unrounded(brier.quantize(Decimal("0.0001")))


def _claims(catalog: Catalog) -> Page:
    def number(observation: Observation) -> Markup:
        return render_macro(catalog, CLAIMS, "links", "row", observation, value_style(observation))

    ordered = sorted(catalog.claims.values(), key=lambda claim: (claim.date.first, claim.id))
    claims = [
        (claim, anchor(claim.id), [(later, evidence_items(catalog, later.evidence, number)) for later in claim.later])
        for claim in ordered
    ]
    markdown = render_page(catalog, CLAIMS, "claims", claims=claims)
    return Page(path=CLAIMS, title=gettext("Claims of others"), markdown=markdown)
