"""Licences of the site's fonts, beside the fonts in every copy of the site."""

from collections.abc import Iterator

from generators.fonts import licences
from generators.model import Asset, Catalog


def font_licences(_catalog: Catalog) -> Iterator[Asset]:
    """Yield one text file for each family."""
    for name, text in licences().items():
        yield Asset(path=f"assets/fonts/{name}", content=text)
