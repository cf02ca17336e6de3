"""The ledger of corrections: what was wrong, what it is now, why, when, and which pages it touched."""

from collections.abc import Iterator

from generators.addresses import CORRECTIONS, RELEASES
from generators.markup import heading, inline, link, row, table
from generators.model import Catalog, Correction, Page
from generators.wording import on, plural

_PROMISE = (
    "Every correction stays here. Tell us of an error at {contact}; a request to take something down is answered "
    "within {days}."
)


def corrections(catalog: Catalog) -> Iterator[Page]:
    """One page, also while there is nothing to correct."""
    edition = catalog.edition
    promise = _PROMISE.format(contact=edition.contact, days=plural(edition.takedown_days, "day"))
    head = map(heading, ("Date", "It said", "It says", "Why", "Pages"))
    ordered = sorted(catalog.corrections, key=lambda c: c.date, reverse=True)
    ledger = table("Corrections", head, map(_row, ordered)) if ordered else "No correction so far."
    editions = link(CORRECTIONS, RELEASES, "What changed from edition to edition, figure by figure")
    further = f"\n\n<p>{editions}</p>" if catalog.releases else ""
    yield Page(
        path=CORRECTIONS, title="Corrections", markdown=f"# Corrections\n\n{inline(promise)}{further}\n\n{ledger}"
    )


def _row(correction: Correction) -> str:
    pages = ", ".join(link(CORRECTIONS, page, inline(page)) for page in correction.pages)
    return row((on(correction.date), inline(correction.was), inline(correction.now), inline(correction.why), pages))
