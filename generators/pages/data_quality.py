"""Page on how well the figures are supported: the numbers that `briefings coverage` prints."""

from collections.abc import Iterator

from generators.analysis.data_quality import Table, coverage_tables, meanings
from generators.components.markup import facts, heading, inline, row, table
from generators.model import Catalog, Page
from generators.text.wording import on
from generators.urls.paths import COVERAGE

_INTRO = (
    "How well the figures on this site are supported, as of {day}. Shares are rounded down. A low share means that "
    "work is left to do, not that a figure is wrong. Two documents that repeat one story or statement have "
    "one origin; whether a publisher's figures come from somebody else is known only where a document says so. "
    "A briefing quotes a figure where it prints it or calculates a number from it."
)


def coverage_page(catalog: Catalog) -> Iterator[Page]:
    """Yield one page, at the site's root."""
    parts = ["# Coverage", inline(_INTRO.format(day=on(catalog.edition.date)))]
    parts.append(facts((name, inline(meaning)) for name, meaning in meanings()))
    for one in coverage_tables(catalog):
        parts += [f"## {inline(one.caption)}", _table(one)]
    yield Page(path=COVERAGE, title="Coverage", markdown="\n\n".join(parts), hide=("toc",))


def _table(one: Table) -> str:
    return table(one.caption, map(heading, one.head), (row(map(inline, cells)) for cells in one.rows))
