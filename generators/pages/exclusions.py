"""Page of the collected rows that are not shown, counted by reason."""

from collections import Counter
from collections.abc import Iterator

from generators.analysis.history.change_words import collected_in_words
from generators.components.templates import render_page
from generators.model import Catalog, Page
from generators.text.messages import gettext
from generators.urls.paths import LEFT_OUT


def left_out(catalog: Catalog) -> Iterator[Page]:
    """Yield one page; nothing if no row was left out."""
    if not catalog.left_out:
        return
    kept = sum(1 for o in catalog.observations if o.collected)
    counts = Counter((row.what, row.reason) for row in catalog.left_out).most_common()
    reasons = [(reason, collected_in_words(what, number)) for (what, reason), number in counts]
    markdown = render_page(catalog, LEFT_OUT, "exclusions", kept=kept, reasons=reasons)
    yield Page(path=LEFT_OUT, title=gettext("What was left out"), markdown=markdown)
