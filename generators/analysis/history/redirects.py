"""What stands at the address of a page that a released edition had and the site has no more: since when, why, and where it is now."""

import re
from collections.abc import Mapping
from datetime import date

from generators.model import Catalog, Moved
from generators.model.redirects import COLUMNS
from generators.text.csv_text import as_typed

_PART = re.compile(r"(?<=.)\.part-\d+\.html$")
_BESIDE = re.compile(r"^(text|embed)/")


def page_list_csv(pages: Mapping[str, str], day: date) -> str:
    """The titles of an edition's pages by path as the text of its list, sorted."""
    return as_typed(COLUMNS, ((path, " ".join(name.split()), day.isoformat()) for path, name in sorted(pages.items())))


def now_at(page: str, moved: Mapping[str, Moved]) -> str:
    """Where a page that has moved is now, however often it did; empty if nothing took its place.

    A removed page keeps its notice, so what moved there leads to it. In a circle it is an address met before.
    """
    met = {page}
    to = moved[page].to
    while to in moved and moved[to].to and to not in met:
        met.add(to)
        to = moved[to].to
    return to


def promised(html: str, catalog: Catalog) -> str:
    """The address, as published, at which the latest edition will always have the page or a notice; empty if it may have none.

    A later part of a text is promised by its first: how many there are hangs on the length of the text.
    """
    first = _PART.sub(".html", html)
    page = _BESIDE.sub(lambda folder: "charts/" if folder[1] == "embed" else "", first).removesuffix(".html") + ".md"
    return first if page in catalog.released_pages else ""
