"""Sizes of files beside the links to them: marks on a page, replaced once the files exist.

Pages are made from the catalog alone, without the files; assembly has both.
"""

import re
from collections.abc import Mapping
from dataclasses import replace

from markupsafe import Markup

from generators.model import Asset, Page

_KILOBYTE = 1000
_MARK = re.compile(r'<span data-size="([^"]+)"></span>')


def size_of(path: str) -> Markup:
    """Return a mark that becomes the size of the file at that path."""
    return Markup('<span data-size="{}"></span>').format(path)


def size_in_words(size: int) -> str:
    """Return a number of bytes in kB or MB.

    >>> size_in_words(0), size_in_words(1499), size_in_words(1_250_000)
    ('1 kB', '1 kB', '1.2 MB')
    """
    if size < _KILOBYTE**2:
        return f"{max(1, round(size / _KILOBYTE))} kB"
    return f"{size / _KILOBYTE**2:.1f} MB"


def weighed(page: Page, assets: Mapping[str, Asset]) -> Page:
    """Return the page with the size of each marked file; nothing for a file that does not exist."""
    if "<span data-size" not in page.markdown:
        return page
    return replace(page, markdown=_MARK.sub(lambda mark: _size(assets.get(mark[1])), page.markdown))


def size_later(path: str) -> Markup:
    """Return a mark that becomes the size of a file made after an engine has written the site."""
    return Markup('<span data-later="{}"></span>').format(path)


def weighed_later(html: str, path: str, size: int | None = None) -> str:
    """Return the page's HTML with the size in that mark, replaced if present; empty without a size."""
    words = "" if size is None else f" {size_in_words(size)}"
    return re.sub(rf'(<span data-later="{re.escape(path)}">)[^<]*', lambda mark: mark[1] + words, html)


def _size(asset: Asset | None) -> str:
    return f" <span>{size_in_words(len(asset.content))}</span>" if asset else ""
