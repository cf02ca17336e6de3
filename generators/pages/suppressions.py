"""Page of the silenced checks, with the reasons."""

from collections.abc import Iterator

from generators.components.templates import render_page
from generators.model import Catalog, Page
from generators.text.messages import gettext
from generators.urls.paths import SILENCES


def silences(catalog: Catalog) -> Iterator[Page]:
    """Yield one page; nothing if no check is silenced."""
    if catalog.silences:
        markdown = render_page(catalog, SILENCES, "suppressions")
        yield Page(path=SILENCES, title=gettext("Silenced checks"), markdown=markdown)
