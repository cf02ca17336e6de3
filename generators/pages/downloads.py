"""Page of downloads, with how to read, cite, verify and reuse them."""

from collections.abc import Iterator

from generators.analysis.history.feed_entries import feeds
from generators.components.templates import render_page
from generators.metadata.columns import HEADER, MEANING
from generators.metadata.csl_items import citation_line, of_all_data
from generators.metadata.terms import FORMULAS, NAMED, NEVER, SPREADSHEET
from generators.model import Catalog, Page
from generators.text.messages import gettext, translated
from generators.urls.paths import DOWNLOADS


def downloads(catalog: Catalog) -> Iterator[Page]:
    """Yield one page."""
    markdown = render_page(
        catalog,
        DOWNLOADS,
        "downloads",
        never=translated(NEVER),
        spreadsheet=translated(SPREADSHEET),
        columns=[(name, translated(MEANING[name])) for name in HEADER],
        formulas=translated(FORMULAS),
        citation=f"{citation_line(of_all_data(catalog))} {translated(NAMED)}",
        feeds=feeds(catalog),
    )
    summary = gettext("All data as CSV, JSON, Parquet and SQLite, and how to read, cite and reuse it.")
    yield Page(path=DOWNLOADS, title=gettext("Downloads"), markdown=markdown, description=summary)
