"""The licences of the site's fonts, beside the fonts: whoever takes a copy of the site has both."""

from collections.abc import Iterator

from generators.fonts import licences
from generators.model import Asset, Catalog


def font_licences(_catalog: Catalog) -> Iterator[Asset]:
    """Yield one text file for each family."""
    for name, text in licences().items():
        yield Asset(path=f"assets/fonts/{name}", content=text)
