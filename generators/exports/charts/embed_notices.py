"""Embed pages of moved and removed charts: the notice, without a script."""

from collections.abc import Iterator, Mapping

from generators.components.notices import page_notice
from generators.components.templates import render_document
from generators.model import Asset, Catalog, Page
from generators.urls.paths import of_embed


def moved_embeds(catalog: Catalog, pages: Mapping[str, Page]) -> Iterator[Asset]:
    """Yield a page for each chart; its links open outside the frame."""
    for page in catalog.moved:
        folder, _, name = page.rpartition("/")
        if folder == "charts":
            released = catalog.released_pages[page]
            path = of_embed(name.removesuffix(".md"))
            notice = page_notice(released, path, catalog, pages)
            yield Asset(
                path=path, content=render_document(catalog, path, "embed_notice", title=released.title, notice=notice)
            )
