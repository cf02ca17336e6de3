"""Files of the theme and of content/, and writing them."""

from collections.abc import Callable, Iterable, Mapping
from fnmatch import fnmatch
from pathlib import Path

import rcssmin
import rjsmin

from generators.model import Asset

THEME = Path(__file__).parents[1] / "theme"
LEAN: Mapping[str, Callable[[str], str]] = {"assets/css/*.css": rcssmin.cssmin, "assets/js/*.js": rjsmin.jsmin}
"""How a file of the theme's own folders is written without what only its authors read."""
_DECLARATIONS = (".yml", ".yaml", "~")  # and what an editor leaves behind


def own_files(root: Path) -> tuple[str, ...]:
    """Paths in content/ that are published: pages and pictures, not declarations."""
    content = root / "content"
    found = (path.relative_to(content).as_posix() for path in sorted(content.rglob("*")) if path.is_file())
    return tuple(path for path in found if not is_declaration(path))


def is_declaration(path: str) -> bool:
    """True for a file of content/ that says something to us, not to the reader."""
    return path.endswith(_DECLARATIONS)


def is_lean(path: str) -> bool:
    """True for a style sheet or a script of ours."""
    return any(fnmatch(path, pattern) for pattern in LEAN)


def lean(path: str, text: str) -> str:
    """Return such a file without comments and needless spaces, as it is sent."""
    return next(make(text) for pattern, make in LEAN.items() if fnmatch(path, pattern))


def write_files(folder: Path, files: Iterable[Asset]) -> None:
    """Write the files below the folder."""
    for file in files:
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)
