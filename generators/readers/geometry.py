"""data/geometry.topojson: the places' outlines, passed on as they are."""

from pathlib import Path

PATH = "data/geometry.topojson"


def read(root: Path) -> bytes | None:
    """The file's bytes; None if a site has no map."""
    return (root / PATH).read_bytes() if (root / PATH).is_file() else None
