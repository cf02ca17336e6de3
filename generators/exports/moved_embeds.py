"""What other sites show in the frame of a chart that has moved or was removed: the notice, without a script."""

from collections.abc import Iterator, Mapping
from html import escape

from generators.addresses import of_embed
from generators.model import Asset, Catalog, Page
from generators.moves import notice
from generators.policy import PLAIN_HEAD
from generators.ways import html_way

_FILES = ("img/favicon.svg", "css/charts.css", "css/embed.css")


def moved_embeds(catalog: Catalog, pages: Mapping[str, Page]) -> Iterator[Asset]:
    """One page a chart; its links leave the frame."""
    for page in catalog.moved:
        folder, _, name = page.rpartition("/")
        if folder == "charts":
            gone = catalog.released_pages[page]
            path = of_embed(name.removesuffix(".md"))
            told = notice(gone, path, catalog, pages).replace("<a ", '<a target="_blank" rel="noopener" ')
            icon, *styles = (html_way(path, f"assets/{file}") for file in _FILES)
            looks = "".join(f'<link rel="stylesheet" href="{style}">' for style in styles)
            yield Asset(
                path=path,
                content=(
                    f'<!doctype html>\n<html lang="en"><head>{PLAIN_HEAD}<title>{escape(gone.title)}</title>'
                    f'<link rel="icon" href="{icon}">{looks}</head>\n'
                    f'<body class="md-typeset"><main><figure class="chart">'
                    f'<h1 class="chart-title">{escape(gone.title)}</h1>\n{told}</figure></main></body></html>\n'
                ).encode(),
            )
