"""How much a file weighs, said beside the link to it: a mark on the page, filled in when the files are there.

Pages are made from the catalog alone and know no bytes; `site` has both at hand.
"""

import re
from collections.abc import Mapping
from dataclasses import replace

from generators.model import Asset, Page

_KILOBYTE = 1000
_MARK = re.compile(r'<span data-size="([^"]+)"></span>')


def size_of(path: str) -> str:
    """A mark that becomes the size of the file at that path."""
    return f'<span data-size="{path}"></span>'


def size_in_words(size: int) -> str:
    """A number of bytes as a reader's own machine says it.

    >>> size_in_words(0), in_words(1499), in_words(1_250_000)
    ('1 kB', '1 kB', '1.2 MB')
    """
    if size < _KILOBYTE**2:
        return f"{max(1, round(size / _KILOBYTE))} kB"
    return f"{size / _KILOBYTE**2:.1f} MB"


def weighed(page: Page, assets: Mapping[str, Asset]) -> Page:
    """The page with the size of each file that it marks; a file that is not there has none."""
    if "<span data-size" not in page.markdown:
        return page
    return replace(page, markdown=_MARK.sub(lambda mark: _size(assets.get(mark[1])), page.markdown))


def size_later(path: str) -> str:
    """A mark that becomes the size of a file which is made when an engine has written the site."""
    return f'<span data-later="{path}"></span>'


def weighed_later(html: str, path: str, size: int | None = None) -> str:
    """The page's HTML with the size in that mark, however often it is put in; without one the mark is empty."""
    said = "" if size is None else f" {size_in_words(size)}"
    return re.sub(rf'(<span data-later="{re.escape(path)}">)[^<]*', lambda mark: mark[1] + said, html)


def _size(asset: Asset | None) -> str:
    return f" <span>{size_in_words(len(asset.content))}</span>" if asset else ""
