"""Redirects and notices at the addresses of pages that a released edition had and the site no longer has."""

import re
from collections.abc import Mapping
from datetime import date

from generators.model import Catalog, Moved
from generators.model.redirects import COLUMNS
from generators.text.csv_text import as_typed

_PART = re.compile(r"(?<=.)\.part-\d+\.html$")
_BESIDE = re.compile(r"^(text|embed)/")


def page_list_csv(pages: Mapping[str, str], day: date) -> str:
    """Return an edition's list of pages, path and title, as CSV, sorted by path."""
    rows = ((path, " ".join(title.split()), day.isoformat()) for path, title in sorted(pages.items()))
    return as_typed(COLUMNS, rows)


def now_at(page: str, moved: Mapping[str, Moved]) -> str:
    """Return the current path of a moved page after any number of moves; empty if it has no successor.

    A removed page keeps its notice, so moves to it end there. A circle ends at a path already visited.
    """
    visited = {page}
    to = moved[page].to
    while to in moved and moved[to].to and to not in visited:
        visited.add(to)
        to = moved[to].to
    return to


def promised(html: str, catalog: Catalog) -> str:
    """Return the published address at which later editions always have the page or a notice; empty if none is sure.

    For a later part of a text it is the first part: the number of parts depends on the length of the text.
    """
    path = _PART.sub(".html", html)
    page = _BESIDE.sub(lambda folder: "charts/" if folder[1] == "embed" else "", path).removesuffix(".html") + ".md"
    return path if page in catalog.released_pages else ""
