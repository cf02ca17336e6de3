"""Page of corrections, and of moved and removed pages."""

from collections.abc import Iterator

from generators.components.templates import render_page
from generators.model import Catalog, Page
from generators.text.messages import gettext
from generators.urls.paths import CORRECTIONS


def corrections(catalog: Catalog) -> Iterator[Page]:
    """Yield one page, even if there are no corrections; the latest come first."""
    markdown = render_page(
        catalog,
        CORRECTIONS,
        "corrections",
        corrections=sorted(catalog.corrections, key=lambda correction: correction.date, reverse=True),
        moves=sorted(catalog.moved.values(), key=lambda moved: moved.date, reverse=True),
    )
    yield Page(path=CORRECTIONS, title=gettext("Corrections"), markdown=markdown)
