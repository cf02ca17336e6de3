"""The notice at an address whose row is gone: what it said, since when it is not there, why, and where it is now."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from generators.analysis.history.releases import Gone
from generators.components.markup import inline, link
from generators.model import Page
from generators.text.wording import on
from generators.urls.paths import RELEASES


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
    said = f"Edition {one.last.version} of {on(one.last.date)} said here: {inline(figure.what)}: {inline(figure.told)}."
    if one.now:
        after = f"{link(page, one.now, 'Its row')} has another address since edition {one.since.version}."
    else:
        why = " ".join(inline(reason) for reason in one.reasons)
        after = f"<strong>Withdrawn</strong> in edition {one.since.version} of {on(one.since.date)}. {why}"
    anchor = figure.address.partition("#")[2]
    return f'<p class="notice" id="{anchor}">{said} {after.strip()} {link(page, RELEASES, "All editions")}</p>'
