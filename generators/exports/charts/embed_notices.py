"""Embed pages of moved and removed charts: the notice, without a script."""

from collections.abc import Iterator, Mapping
from html import escape

from generators.components.notices import page_notice
from generators.exports.charts.embeds import framed
from generators.model import Asset, Catalog, Page
from generators.urls.paths import of_embed


def moved_embeds(catalog: Catalog, pages: Mapping[str, Page]) -> Iterator[Asset]:
    """Yield a page for each chart; its links open outside the frame."""
    for page in catalog.moved:
        folder, _, name = page.rpartition("/")
        if folder == "charts":
            gone = catalog.released_pages[page]
            path = of_embed(name.removesuffix(".md"))
            told = str(page_notice(gone, path, catalog, pages)).replace("<a ", '<a target="_blank" rel="noopener" ')
            heading = f'<h1 class="chart-title">{escape(gone.title)}</h1>'
            yield framed(path, gone.title, f'<figure class="chart">{heading}\n{told}</figure>')
