"""Page of the silenced checks, with the reasons."""

from collections.abc import Iterator

from generators.components.markup import heading, inline, row, table
from generators.model import Catalog, Page
from generators.urls.paths import SILENCES

_INTRO = (
    "The site is not built while a check reports an error. "
    "Where the reported text or figure is correct, the check is silenced for that place only, for the reason given here."
)


def silences(catalog: Catalog) -> Iterator[Page]:
    """Yield one page; nothing if no check is silenced."""
    if not catalog.silences:
        return
    head = map(heading, ("Check", "Place", "Reason"))
    rows = (row((inline(each.check), inline(each.at), inline(each.why))) for each in catalog.silences)
    listed = table("Silenced checks", head, rows)
    yield Page(path=SILENCES, title="Silenced checks", markdown=f"# Silenced checks\n\n{_INTRO}\n\n{listed}")
