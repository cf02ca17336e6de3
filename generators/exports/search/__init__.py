"""Search: the finished pages of a site as the files that its search loads. Pure; no engine is known here.

`entries` reads a page, `words` says what is the same word, `index` cuts the index into files. `theme/assets/js/find.js` asks them.
"""

from collections.abc import Iterable, Iterator

from generators.exports.search.entries import entry
from generators.exports.search.index import FOLDER, of_entries
from generators.model import Asset

__all__ = ["FOLDER", "index_files"]


def index_files(pages: Iterable[tuple[str, bytes]]) -> Iterator[Asset]:
    """Yield the files of the index of the pages, each given by its path and its HTML."""
    return of_entries(found for path, page in pages if (found := entry(path, page)))
