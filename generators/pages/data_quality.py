"""How well the figures are founded: the same numbers that `briefings coverage` prints."""

from collections.abc import Iterator

from generators.analysis.data_quality import Table, coverage_tables, meanings
from generators.components.markup import facts, heading, inline, row, table
from generators.model import Catalog, Page
from generators.text.wording import on
from generators.urls.paths import COVERAGE

_INTRO = (
    "How well the figures on this site are founded, counted on {day}. Shares are rounded down. A low share says that "
    "work is left to do; it does not say that a figure is wrong. Two documents that repeat one story or statement are "
    "one origin; whether a publisher's figures rest on somebody else's is known only where a document says so. A briefing quotes a figure where it prints it or works a "
    "number out from it."
)


def coverage_page(catalog: Catalog) -> Iterator[Page]:
    """One page, at the site's root."""
    parts = ["# Coverage", inline(_INTRO.format(day=on(catalog.edition.date)))]
    parts.append(facts((name, inline(meaning)) for name, meaning in meanings()))
    for one in coverage_tables(catalog):
        parts += [f"## {inline(one.caption)}", _table(one)]
    yield Page(path=COVERAGE, title="Coverage", markdown="\n\n".join(parts), hide=("toc",))


def _table(one: Table) -> str:
    return table(one.caption, map(heading, one.head), (row(map(inline, cells)) for cells in one.rows))
