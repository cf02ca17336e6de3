"""Sizes of files beside the links to them, which are known once the files exist."""

from collections.abc import Iterable, Mapping

from markupsafe import Markup

from generators.components.late_values import ARCHIVE, SIZE, late, late_names
from generators.model import Asset, Page

_KILOBYTE = 1000


def size_of(path: str) -> Markup:
    """Return a placeholder for the size of the file at that path."""
    return late(SIZE, path)


def sizes(pages: Iterable[Page], assets: Mapping[str, Asset]) -> Mapping[str, str]:
    """Return the values of the placeholders for sizes; empty for a file that does not exist."""
    paths = {path for page in pages for path in late_names(SIZE, page.markdown)}
    return {f"{SIZE}:{path}": _size(assets.get(path)) for path in paths}


def archive_size(path: str, size: int | None = None) -> Markup:
    """Return the placeholder for the size of an archive, which stays on the page: the archive itself holds it empty."""
    return late(ARCHIVE, path, "" if size is None else f" {size_in_words(size)}")


def size_in_words(size: int) -> str:
    """Return a number of bytes in kB or MB.

    >>> size_in_words(0), size_in_words(1499), size_in_words(1_250_000)
    ('1 kB', '1 kB', '1.2 MB')
    """
    if size < _KILOBYTE**2:
        return f"{max(1, round(size / _KILOBYTE))} kB"
    return f"{size / _KILOBYTE**2:.1f} MB"


def _size(asset: Asset | None) -> str:
    return f" <span>{size_in_words(len(asset.content))}</span>" if asset else ""
