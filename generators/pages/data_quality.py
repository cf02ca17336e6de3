"""Page on how well the figures are supported: the numbers that `briefings coverage` prints."""

from collections.abc import Iterator

from generators.analysis.data_quality import coverage_tables, meanings
from generators.components.templates import render_page
from generators.model import Catalog, Page
from generators.text.messages import gettext
from generators.urls.paths import COVERAGE


def coverage_page(catalog: Catalog) -> Iterator[Page]:
    """Yield one page, at the site's root."""
    tables = coverage_tables(catalog)
    markdown = render_page(catalog, COVERAGE, "coverage", meanings=meanings(), coverage_tables=tables)
    yield Page(path=COVERAGE, title=gettext("Coverage"), markdown=markdown, hide=("toc",))
