"""Sizes of files beside the links to them, which are known once the files exist."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from markupsafe import Markup

from generators.components.late_values import ARCHIVE, SIZE, late, late_names
from generators.model import Asset, Page
from generators.model.languages import ENGLISH, LATIN
from generators.text.messages import in_language, site_language, site_numbering
from generators.text.wording import unrounded

_KILOBYTE = 1000


def size_of(path: str) -> Markup:
    """Return a placeholder for the size of the file at that path."""
    return late(SIZE, path)


def sizes(pages: Iterable[Page], assets: Mapping[str, Asset]) -> Mapping[str, str]:
    """Return the values of the placeholders for sizes; empty for a file that does not exist."""
    paths = {path for page in pages for path in late_names(SIZE, page.markdown)}
    return {f"{SIZE}:{path}": _size(assets.get(path)) for path in paths}


def archive_size(path: str, size: int | None = None) -> Markup:
    """Return the placeholder for the size of an archive, which stays on the page: the archive itself holds it empty.

    It names the digits of the site and their language, unless they are Latin, for who fills it without the site's settings.
    """
    words = "" if site_numbering() == LATIN else f":{site_language()}:{site_numbering()}"
    return late(ARCHIVE, f"{path}{words}", "" if size is None else f" {size_in_words(size)}")


def filled_archive_size(name: str, archive: str, size: int | None) -> Markup | None:
    """Return the placeholder of that name with the archive's size in the digits that it names; None for any other.

    >>> filled_archive_size("archive:all.zip:ar:arab", "all.zip", 12_000)
    Markup('<span data-late="archive:all.zip:ar:arab"> ١٢ kB</span>')
    """
    kind, _, rest = name.partition(":")
    path, *words = rest.split(":")
    if (kind, path) != (ARCHIVE, archive):
        return None
    with in_language(*words) if words else in_language(ENGLISH):
        return archive_size(path, size)


def size_in_words(size: int) -> str:
    """Return a number of bytes in kB or MB.

    >>> size_in_words(0), size_in_words(1499), size_in_words(1_250_000)
    ('1 kB', '1 kB', '1.2 MB')
    """
    if size < _KILOBYTE**2:
        return f"{unrounded(max(1, round(size / _KILOBYTE)))} kB"
    return f"{unrounded(Decimal(f'{size / _KILOBYTE**2:.1f}'))} MB"


def _size(asset: Asset | None) -> str:
    return f" <span>{size_in_words(len(asset.content))}</span>" if asset else ""
