"""Page of the collected rows that are not shown, counted by reason."""

from collections import Counter
from collections.abc import Iterator

from generators.components.markup import bullets, inline
from generators.model import Catalog, Page
from generators.text.wording import plural
from generators.urls.paths import LEFT_OUT


def left_out(catalog: Catalog) -> Iterator[Page]:
    """Yield one page; nothing if no row was left out."""
    if not catalog.left_out:
        return
    kept = sum(1 for o in catalog.observations if o.collected)
    reasons = Counter((row.what, row.reason) for row in catalog.left_out)
    entries = (
        f"{inline(reason)} <span>{plural(number, what)}</span>" for (what, reason), number in reasons.most_common()
    )
    intro = (
        f"{plural(kept, 'collected figure is', 'collected figures are')} on this site. "
        f"{plural(len(catalog.left_out), 'collected row is', 'collected rows are')} not, for these reasons. "
        "The full list is in the project's data folder."
    )
    yield Page(
        path=LEFT_OUT, title="What was left out", markdown=f"# What was left out\n\n{intro}\n\n{bullets(entries)}"
    )
