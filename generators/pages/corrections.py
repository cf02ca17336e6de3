"""Page of corrections, and of moved and removed pages."""

from collections.abc import Iterator

from generators.components.markup import heading, inline, link, row, table
from generators.model import Catalog, Correction, Moved, Page
from generators.text.wording import on, plural
from generators.urls.paths import CORRECTIONS, RELEASES

_PROMISE = (
    "No correction is ever deleted from this page. Report an error to {contact}. A request to take something down is answered "
    "within {days}."
)


def corrections(catalog: Catalog) -> Iterator[Page]:
    """Yield one page, even if there are no corrections."""
    config = catalog.config
    promise = _PROMISE.format(contact=config.contact, days=plural(config.takedown_days, "day"))
    head = map(heading, ("Date", "Before", "Now", "Reason", "Pages"))
    ordered = sorted(catalog.corrections, key=lambda c: c.date, reverse=True)
    ledger = table("Corrections", head, map(_row, ordered)) if ordered else "No corrections so far."
    editions = link(CORRECTIONS, RELEASES, "Changes between editions, figure by figure")
    further = f"\n\n<p>{editions}</p>" if catalog.releases else ""
    parts = ["# Corrections", inline(promise) + further, ledger, *_moved(catalog)]
    yield Page(path=CORRECTIONS, title="Corrections", markdown="\n\n".join(parts))


def _moved(catalog: Catalog) -> Iterator[str]:
    """Yield a section on the moved and removed pages, with links to their notices."""
    if catalog.moved:
        head = map(heading, ("Date", "Page", "Reason"))
        ordered = sorted(catalog.moved.values(), key=lambda moved: moved.date, reverse=True)
        yield "## Pages that moved or were removed"
        yield table("Pages that moved or were removed", head, (_page(moved, catalog) for moved in ordered))


def _page(moved: Moved, catalog: Catalog) -> str:
    name = inline(catalog.released_pages[moved.page].title)
    return row((on(moved.date), link(CORRECTIONS, moved.page, name), inline(moved.why)))


def _row(correction: Correction) -> str:
    pages = ", ".join(link(CORRECTIONS, page, inline(page)) for page in correction.pages)
    return row((on(correction.date), inline(correction.was), inline(correction.now), inline(correction.why), pages))
