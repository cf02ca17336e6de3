"""Every place where a check is not heard, with the reason."""

from collections.abc import Iterator

from generators.components.markup import heading, inline, row, table
from generators.model import Catalog, Page
from generators.urls.paths import SILENCES

_INTRO = (
    "The site is not built while one of its checks finds a fault. "
    "Where what a check found is right as it stands, the check is silenced for that one place, and the reason is given here."
)


def silences(catalog: Catalog) -> Iterator[Page]:
    """One page; a site on which nothing is silenced has none."""
    if not catalog.silences:
        return
    head = map(heading, ("Check", "Where", "Why"))
    rows = (row((inline(each.check), inline(each.at), inline(each.why))) for each in catalog.silences)
    listed = table("Silenced checks", head, rows)
    yield Page(path=SILENCES, title="Silenced checks", markdown=f"# Silenced checks\n\n{_INTRO}\n\n{listed}")
