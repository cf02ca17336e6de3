"""What stands at the address of a page that a released edition had and the site has no more: since when, why, and where it is now."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from generators.components.markup import inline, link, title, to_kept
from generators.metadata.columns import as_typed
from generators.model import Catalog, Moved, Page, ReleasedPage
from generators.text.wording import on
from generators.urls.paths import HOME, RELEASES, of_edition

FOLDER = "data/releases/pages"
COLUMNS = ("page", "title", "released")
_PART = re.compile(r"(?<=.)\.part-\d+\.html$")
_BESIDE = re.compile(r"^(text|embed)/")


def path_of(version: str) -> str:
    """The list of the pages of the edition of that version, from the site's root."""
    return f"{FOLDER}/{version}.csv"


def as_file(pages: Mapping[str, str], day: date) -> str:
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


def with_notices(catalog: Catalog, pages: Mapping[str, Page]) -> Mapping[str, Page]:
    """The pages, and a notice for each that a released edition had and that is not among them."""
    moved = catalog.moved
    gone = (page for path, page in catalog.released_pages.items() if path in moved or path not in pages)
    return MappingProxyType({**pages, **{page.path: _page(page, catalog, pages) for page in gone}})


def _page(gone: ReleasedPage, catalog: Catalog, pages: Mapping[str, Page]) -> Page:
    told = notice(gone, gone.path, catalog, pages)
    name = f"{gone.title}: no longer here"
    markdown = f"{title(name)}\n\n{told}"
    if gone.path in pages:  # notices of its rows
        _, _, rest = pages[gone.path].markdown.partition("\n\n")
        return replace(pages[gone.path], title=name, markdown=f"{markdown}\n\n{rest}")
    return Page(path=gone.path, title=name, markdown=markdown, searchable=False, hide=("toc",))


def notice(gone: ReleasedPage, here: str, catalog: Catalog, pages: Mapping[str, Page]) -> str:
    """What became of the page, in two paragraphs with the links as they lead from `here`."""
    moved = catalog.moved.get(gone.path)
    to = now_at(gone.path, catalog.moved) if moved else ""
    folder = f"{gone.path.rpartition('/')[0]}/index.md"
    way = to or (folder if folder in pages else HOME)
    name = pages[way].title if way in pages else catalog.released_pages[way].title
    what = "The figures that this page was made from no longer give it."
    if moved:
        done = "Moved" if to else "Removed"
        what = f"<strong>{done} on {on(moved.date)}.</strong> {inline(moved.why)}"
    leads = f"{'It is now' if to else 'Look at'}: {link(here, way, inline(name))}"
    return f'<p class="notice">{what} {leads}</p>\n\n<p>{_last(gone, here, catalog)}</p>'


def _last(gone: ReleasedPage, here: str, catalog: Catalog) -> str:
    """The last edition that had it, which leads there where it is kept."""
    kept = of_edition(gone.version) + gone.path.removesuffix(".md") + ".html"
    last = to_kept(kept, f"Edition {gone.version} of {on(gone.released)}")
    editions = f" {link(here, RELEASES, 'All editions')}" if catalog.releases else ""
    return f"{last} was the last to have it, with its files.{editions}"
