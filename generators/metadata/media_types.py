"""Media types by file extension."""

from collections.abc import Mapping
from typing import Final

_MEDIA: Final[Mapping[str, str]] = {
    "bib": "application/x-bibtex",
    "cff": "application/yaml",
    "csv": "text/csv",
    "json": "application/json",
    "jsonld": "application/ld+json",
    "parquet": "application/vnd.apache.parquet",
    "png": "image/png",
    "ris": "application/x-research-info-systems",
    "sqlite": "application/vnd.sqlite3",
    "svg": "image/svg+xml",
    "zip": "application/zip",
}
_UNKNOWN: Final = "application/octet-stream"


def media_type(path: str) -> str:
    """Return the media type of a file by its extension, or the generic type of binary data.

    >>> media_type("data/levels.csv"), media_type("data/levels.odd")
    ('text/csv', 'application/octet-stream')
    """
    return _MEDIA.get(path.rpartition(".")[2], _UNKNOWN)
