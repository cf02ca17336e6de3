"""Notices: corrections on a page, rows and pages that are no longer there."""

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
    """Return the page with a note under its heading of the corrections that name it, the latest first."""
    own = sorted((c for c in corrections if page.path in c.pages), key=lambda c: c.date, reverse=True)
    if not own or page.path == CORRECTIONS:
        return page
    before, heading, after = _parted(page.markdown)
    return replace(page, markdown=f"{before}{heading}\n\n{_note(page.path, own)}\n{after}")


def _parted(markdown: str) -> tuple[str, str, str]:
    """The text before the main heading, the heading, and the text after it."""
    lines = markdown.splitlines(keepends=True)
    at = next((n for n, line in enumerate(lines) if line.startswith("# ")), 0)
    return "".join(lines[:at]), lines[at].rstrip("\n"), "".join(lines[at + 1 :])


def _note(page: str, own: Sequence[Correction]) -> str:
    """Return one note; several corrections open from a single line, so that the page's text begins on the first screen."""
    ledger = link(page, CORRECTIONS, "All corrections")
    latest = f"Corrected on {on(own[0].date)}"
    if len(own) == 1:
        return f'<p class="notice"><strong>{latest}.</strong> {_change(own[0])} {ledger}</p>'
    entries = bullets(f"<time>{on(each.date)}</time>. {_change(each)}" for each in own)
    summary = f"<summary>{latest}: {plural(len(own), 'correction')}</summary>"
    return f'<div class="notice"><details>{summary}{entries}<p>{ledger}</p></details></div>'


def _change(correction: Correction) -> str:
    return f"It said: {inline(correction.was)} It says: {inline(correction.now)} {inline(correction.why)}"


def by_page(gone: Iterable[Gone]) -> Mapping[str, Sequence[Gone]]:
    """What is gone by the page that its address leads to."""
    pages: dict[str, list[Gone]] = defaultdict(list)
    for one in gone:
        pages[one.figure.address.partition("#")[0]].append(one)
    return MappingProxyType(pages)


def noticed(page: Page, gone: Mapping[str, Sequence[Gone]]) -> Page:
    """The page with a notice at its end for each row that readers may still look for there."""
    if page.path not in gone:
        return page
    notices = "\n".join(_notice(page.path, one) for one in gone[page.path])
    section = f"## Figures that are no longer here\n\n<div data-search-exclude>\n{notices}\n</div>"
    return replace(page, markdown=f"{page.markdown}\n\n{section}")


def _notice(page: str, one: Gone) -> str:
    figure = one.figure
    said = f"Edition {one.last.version} of {on(one.last.date)} said here: {inline(figure.what)}: {inline(figure.text)}."
    if one.now:
        after = f"{link(page, one.now, 'Its row')} has another address since edition {one.since.version}."
    else:
        why = " ".join(inline(reason) for reason in one.reasons)
        after = f"<strong>Withdrawn</strong> in edition {one.since.version} of {on(one.since.date)}. {why}"
    anchor = figure.address.partition("#")[2]
    return f'<p class="notice" id="{anchor}">{said} {after.strip()} {link(page, RELEASES, "All editions")}</p>'


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
