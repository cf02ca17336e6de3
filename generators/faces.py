"""The site's faces as programs want them that know no compressed ones: uncompressed, each a family with its file's name.

Imported only where something is set or painted anew. It touches the disk; what it unpacks is never published.
"""

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path
from typing import Final

FACES: Final = Path(__file__).parent / "theme" / "assets" / "fonts"
_FAMILY, _TYPOGRAPHIC_FAMILY = 1, 16


def faces() -> list[Path]:
    """The files that a page loads, by name."""
    return sorted(FACES.glob("*.woff2"))


def behind_letters() -> list[Path]:
    """The files that letters depend on where they are set or painted: the faces, and what unpacks them."""
    return [Path(__file__), *faces()]


@cache
def unpacked(files: tuple[Path, ...]) -> str:
    """A folder with the files' faces, which is gone when the program ends; each has a family of its own, for some come in parts."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - only on a miss

    folder = tempfile.mkdtemp()
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    for path in files:
        face = TTFont(path, recalcTimestamp=False)
        face.flavor = None
        for name in (_FAMILY, _TYPOGRAPHIC_FAMILY):
            face["name"].removeNames(nameID=name)
        face["name"].setName(path.stem, _FAMILY, 3, 1, 0x409)  # for Windows, in Unicode, in English
        face.save(Path(folder) / f"{path.stem}.ttf")
    return folder
