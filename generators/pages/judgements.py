"""Pages of the judgements, with history and scores, and of the claims of others, with later evidence."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from generators.analysis.brier_score import mean, score
from generators.analysis.likelihood import per_cent
from generators.components.judgement import confidence_sentence, evidence_list, judgement_anchor, row_link
from generators.components.markup import bullets, facts, heading, inline, letter, link, row, table, to_source
from generators.model import Briefing, Catalog, Claim, Judgement, Later, Page
from generators.text.wording import on, plural, when
from generators.urls.paths import CLAIMS, JUDGEMENTS, anchor, of_briefing

_INTRO = (
    "All judgements of the briefings, with their history. Each has the date on which it was written and is never backdated. "
    "None is removed: changes are recorded, and settled judgements are scored."
)
_METHOD = (
    "The Brier score is the square of the difference between the middle of the stated range and what happened, 1 or 0. "
    "0 is best, 1 is worst; always saying 50 per cent gives 0.25."
)
_CLAIMS_INTRO = (
    "Predictions and claims that others published, in our words, with the speaker and the date. Each is shown with later "
    "evidence and our reading of it. The readings are made with hindsight; the figures seldom measure exactly what was claimed."
)


def judgement_pages(catalog: Catalog) -> Iterator[Page]:
    """Yield the page of all judgements, then that of others' claims; neither if there are none."""
    if catalog.judgements:
        yield _judgements(catalog)
    if catalog.claims:
        parts = ["# Claims of others", inline(_CLAIMS_INTRO), *(_claim(catalog, c) for c in _by_date(catalog))]
        yield Page(path=CLAIMS, title="Claims of others", markdown="\n\n".join(parts))


def _judgements(catalog: Catalog) -> Page:
    every = tuple(catalog.judgements.values())
    parts = ["# Judgements", inline(_INTRO), "## Settled", _settled(every)]
    for briefing in catalog.briefings.values():
        own = [each for each in every if each.briefing == briefing.slug]
        if own:
            parts += [f"## {inline(briefing.title)}", link(JUDGEMENTS, of_briefing(briefing), "The briefing")]
            parts += [_judgement(each, briefing) for each in own]
    return Page(path=JUDGEMENTS, title="Judgements", markdown="\n\n".join(parts))


def _settled(every: Iterable[Judgement]) -> str:
    judged = tuple(every)
    done = [each for each in judged if each.outcome]
    if not done:
        return f"None of the {plural(len(judged), 'judgement')} is settled yet, so there is no score. {_METHOD}"
    head = map(heading, ("Judgement", "Likelihood", "Happened", "Settled", "Reason", "Brier score"))
    average = mean(scored for each in done if (scored := score(each)) is not None)
    told = f"The mean Brier score is {_digits(average)}. " if average is not None else ""
    return f"{told}{_METHOD}\n\n{table('Settled judgements', head, map(_row, done))}"


def _row(judgement: Judgement) -> str:
    outcome = judgement.outcome
    if outcome is None:
        return ""
    name = f'<a href="#{judgement_anchor(judgement)}">{inline(judgement.statement)}</a>'
    said = f"{judgement.likelihood}, {per_cent(judgement.likelihood)}" if judgement.likelihood else "no likelihood"
    happened = "yes" if outcome.happened else "no"
    return row((name, said, happened, on(outcome.date), inline(outcome.why), _digits(score(judgement))))


def _digits(scored: Decimal | None) -> str:
    return "not scored" if scored is None else f"{scored.quantize(Decimal('0.0001')):f}"


def _judgement(judgement: Judgement, briefing: Briefing) -> str:
    step = judgement.likelihood
    likelihood = (
        f"Likelihood: {step}, {per_cent(step)}." if step else "No likelihood: a statement of fact about the evidence."
    )
    grounds = link(JUDGEMENTS, f"{of_briefing(briefing)}#{judgement_anchor(judgement)}", "Evidence and alternatives")
    changes = [f"<time>{on(each.date)}</time> {inline(each.change)}" for each in judgement.history]
    written = f"<time>{on(judgement.as_of)}</time> Written; unchanged since."
    return (
        f'<section id="{judgement_anchor(judgement)}"><h3>{inline(judgement.statement)}</h3>'
        f"<p>{inline(likelihood)} {confidence_sentence(judgement)}</p>"
        f"<p>As of {on(judgement.as_of)}. Review by {on(judgement.review_by)}. {grounds}</p>"
        f"{bullets(changes or [written], 'news')}</section>"
    )


def _by_date(catalog: Catalog) -> list[Claim]:
    return sorted(catalog.claims.values(), key=lambda claim: (claim.date.first, claim.id))


def _claim(catalog: Catalog, claim: Claim) -> str:
    said = facts(
        (
            ("Claim", inline(claim.claim)),
            ("Source", to_source(CLAIMS, claim.source, claim.locator) + letter(CLAIMS, claim.source)),
            *(pair for later in claim.later for pair in _later(catalog, later)),
        )
    )
    head = f"{claim.by}, {when(claim.date)}"
    return f"## {inline(head)} {{#{anchor(claim.id)}}}\n\n{said}"


def _later(catalog: Catalog, later: Later) -> Iterator[tuple[str, str]]:
    if later.evidence:
        yield "Later evidence", evidence_list(catalog, later.evidence, row_link(CLAIMS, catalog))
    yield "Our reading", f"<strong>{later.reading.capitalize()}.</strong> {inline(later.why)}"
