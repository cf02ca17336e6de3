"""Notices of corrections, of withdrawn and moved rows, and of removed and moved pages."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from generators.analysis.history.redirects import now_at
from generators.analysis.history.releases import Gone
from generators.components.markup import bullets, inline, link, title, to_kept
from generators.model import Catalog, Correction, Page, ReleasedPage
from generators.text.wording import on, plural
from generators.urls.paths import CORRECTIONS, HOME, RELEASES, of_edition


def corrected(page: Page, corrections: Iterable[Correction]) -> Page:
    """Return the page with a note of its corrections under the heading, latest first."""
    own = sorted((c for c in corrections if page.path in c.pages), key=lambda c: c.date, reverse=True)
    if not own or page.path == CORRECTIONS:
        return page
    before, heading, after = _parted(page.markdown)
    return replace(page, markdown=f"{before}{heading}\n\n{_note(page.path, own)}\n{after}")


def _parted(markdown: str) -> tuple[str, str, str]:
    """Return the text before the main heading, the heading, and the text after it."""
    lines = markdown.splitlines(keepends=True)
    at = next((n for n, line in enumerate(lines) if line.startswith("# ")), 0)
    return "".join(lines[:at]), lines[at].rstrip("\n"), "".join(lines[at + 1 :])


def _note(page: str, own: Sequence[Correction]) -> str:
    """Return one note; several corrections are in a disclosure, so that the text begins on the first screen."""
    ledger = link(page, CORRECTIONS, "All corrections")
    latest = f"Corrected on {on(own[0].date)}"
    if len(own) == 1:
        return f'<p class="notice"><strong>{latest}.</strong> {_change(own[0])} {ledger}</p>'
    entries = bullets(f"<time>{on(each.date)}</time>. {_change(each)}" for each in own)
    summary = f"<summary>{latest}: {plural(len(own), 'correction')}</summary>"
    return f'<div class="notice"><details>{summary}{entries}<p>{ledger}</p></details></div>'


def _change(correction: Correction) -> str:
    return f"Before: {inline(correction.was)} Now: {inline(correction.now)} {inline(correction.why)}"


def by_page(gone: Iterable[Gone]) -> Mapping[str, Sequence[Gone]]:
    """Group the missing rows by the page of their address."""
    pages: dict[str, list[Gone]] = defaultdict(list)
    for one in gone:
        pages[one.figure.address.partition("#")[0]].append(one)
    return MappingProxyType(pages)


def noticed(page: Page, gone: Mapping[str, Sequence[Gone]]) -> Page:
    """Return the page with a notice at its end for each moved or withdrawn row."""
    if page.path not in gone:
        return page
    notices = "\n".join(_notice(page.path, one) for one in gone[page.path])
    section = f'## Moved and withdrawn figures {{#figures-that-are-no-longer-here}}\n\n<div data-skip="search">\n{notices}\n</div>'
    return replace(page, markdown=f"{page.markdown}\n\n{section}")


def _notice(page: str, one: Gone) -> str:
    figure = one.figure
    before = f"In edition {one.last.version} of {on(one.last.date)}: {inline(figure.what)}: {inline(figure.text)}."
    if one.now:
        after = f"Moved in edition {one.since.version}: {link(page, one.now, 'new address')}."
    else:
        why = " ".join(inline(reason) for reason in one.reasons)
        after = f"<strong>Withdrawn</strong> in edition {one.since.version} of {on(one.since.date)}. {why}"
    anchor = figure.address.partition("#")[2]
    return f'<p class="notice" id="{anchor}">{before} {after.strip()} {link(page, RELEASES, "All editions")}</p>'


def with_notices(catalog: Catalog, pages: Mapping[str, Page]) -> Mapping[str, Page]:
    """Return the pages, with a notice for each page of a released edition that is not among them."""
    moved = catalog.moved
    gone = (page for path, page in catalog.released_pages.items() if path in moved or path not in pages)
    return MappingProxyType({**pages, **{page.path: _page(page, catalog, pages) for page in gone}})


def _page(gone: ReleasedPage, catalog: Catalog, pages: Mapping[str, Page]) -> Page:
    told = notice(gone, gone.path, catalog, pages)
    name = f"{gone.title}: no longer at this address"
    markdown = f"{title(name)}\n\n{told}"
    if gone.path in pages:  # notices of its rows
        _, _, rest = pages[gone.path].markdown.partition("\n\n")
        return replace(pages[gone.path], title=name, markdown=f"{markdown}\n\n{rest}")
    return Page(path=gone.path, title=name, markdown=markdown, searchable=False, hide=("toc",))


def notice(gone: ReleasedPage, here: str, catalog: Catalog, pages: Mapping[str, Page]) -> str:
    """Return two paragraphs on the moved or removed page, with links relative to `here`."""
    moved = catalog.moved.get(gone.path)
    to = now_at(gone.path, catalog.moved) if moved else ""
    folder = f"{gone.path.rpartition('/')[0]}/index.md"
    way = to or (folder if folder in pages else HOME)
    name = pages[way].title if way in pages else catalog.released_pages[way].title
    what = "The figures that this page was made from have changed, and the page no longer exists."
    if moved:
        done = "Moved" if to else "Removed"
        what = f"<strong>{done} on {on(moved.date)}.</strong> {inline(moved.why)}"
    leads = f"{'New address' if to else 'See instead'}: {link(here, way, inline(name))}"
    return f'<p class="notice">{what} {leads}</p>\n\n<p>{_last(gone, here, catalog)}</p>'


def _last(gone: ReleasedPage, here: str, catalog: Catalog) -> str:
    """Return a sentence on the last edition with the page, linked if it is archived."""
    kept = of_edition(gone.version) + gone.path.removesuffix(".md") + ".html"
    last = to_kept(kept, f"edition {gone.version} of {on(gone.released)}")
    editions = f" {link(here, RELEASES, 'All editions')}" if catalog.releases else ""
    return f"Last published, with its files, in {last}.{editions}"
