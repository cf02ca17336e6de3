"""Notices of corrections, of withdrawn and moved rows, and of removed and moved pages."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from markupsafe import Markup

from generators.analysis.history.redirects import now_at
from generators.analysis.history.releases import Gone
from generators.components.escaping import inline
from generators.components.templates import render
from generators.model import Catalog, Page, ReleasedPage
from generators.text.messages import gettext
from generators.urls.paths import CORRECTIONS, HOME, of_edition


def corrected(page: Page, catalog: Catalog) -> Page:
    """Return the page with a notice of its corrections under the heading, latest first."""
    corrections = sorted((c for c in catalog.corrections if page.path in c.pages), key=lambda c: c.date, reverse=True)
    if not corrections or page.path == CORRECTIONS:
        return page
    before, heading, after = _parted(page.markdown)
    notice = render(catalog, page.path, "components/correction_notice.html", corrections=corrections)
    return replace(page, markdown=f"{before}{heading}\n\n{notice}\n{after}")


def _parted(markdown: str) -> tuple[str, str, str]:
    """Return the text before the main heading, the heading, and the text after it."""
    lines = markdown.splitlines(keepends=True)
    at = next((n for n, line in enumerate(lines) if line.startswith("# ")), 0)
    return "".join(lines[:at]), lines[at].rstrip("\n"), "".join(lines[at + 1 :])


def by_page(gone: Iterable[Gone]) -> Mapping[str, Sequence[Gone]]:
    """Group the missing rows by the page of their address."""
    pages: dict[str, list[Gone]] = defaultdict(list)
    for one in gone:
        pages[one.figure.address.partition("#")[0]].append(one)
    return MappingProxyType(pages)


def noticed(page: Page, catalog: Catalog, gone: Mapping[str, Sequence[Gone]]) -> Page:
    """Return the page with a notice at its end for each moved or withdrawn row."""
    if page.path not in gone:
        return page
    section = render(catalog, page.path, "components/missing_rows.html", rows=gone[page.path])
    return replace(page, markdown=f"{page.markdown}\n\n{section}")


def with_notices(catalog: Catalog, pages: Mapping[str, Page]) -> Mapping[str, Page]:
    """Return the pages, with a notice for each page of a released edition that is not among them."""
    moved = catalog.moved
    gone = (page for path, page in catalog.released_pages.items() if path in moved or path not in pages)
    return MappingProxyType({**pages, **{page.path: _page(page, catalog, pages) for page in gone}})


def _page(gone: ReleasedPage, catalog: Catalog, pages: Mapping[str, Page]) -> Page:
    name = gettext("%(title)s: no longer at this address", title=gone.title)
    markdown = f"# {inline(name)}\n\n{page_notice(gone, gone.path, catalog, pages)}"
    if gone.path in pages:  # notices of its rows
        _, _, rest = pages[gone.path].markdown.partition("\n\n")
        return replace(pages[gone.path], title=name, markdown=f"{markdown}\n\n{rest}")
    return Page(path=gone.path, title=name, markdown=markdown, searchable=False, hide=("toc",))


def page_notice(gone: ReleasedPage, here: str, catalog: Catalog, pages: Mapping[str, Page]) -> Markup:
    """Return two paragraphs on the moved or removed page, with links relative to `here`."""
    moved = catalog.moved.get(gone.path)
    target = now_at(gone.path, catalog.moved) if moved else ""
    folder = f"{gone.path.rpartition('/')[0]}/index.md"
    way = target or (folder if folder in pages else HOME)
    return render(
        catalog,
        here,
        "components/page_notice.html",
        gone=gone,
        moved=moved,
        target=target,
        way=way,
        name=pages[way].title if way in pages else catalog.released_pages[way].title,
        archived=of_edition(gone.version) + gone.path.removesuffix(".md") + ".html",
    )
