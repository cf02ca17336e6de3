"""Files of the theme and of content/, and writing them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from fnmatch import fnmatch
from pathlib import Path

import rcssmin
import rjsmin

from generators.model import Asset

THEME = Path(__file__).parents[1] / "theme"
LEAN: Mapping[str, Callable[[str], str]] = {"assets/css/*.css": rcssmin.cssmin, "assets/js/*.js": rjsmin.jsmin}
"""Minifiers of the theme's own files, by pattern."""
_DECLARATIONS = (".yml", ".yaml", "~")  # and what an editor leaves behind


def own_files(root: Path) -> tuple[str, ...]:
    """Return the published paths of content/: pages and pictures, not declarations."""
    content = root / "content"
    paths = (path.relative_to(content).as_posix() for path in sorted(content.rglob("*")) if path.is_file())
    return tuple(path for path in paths if not is_declaration(path))


def is_declaration(path: str) -> bool:
    """Return True for a file of content/ that is read by the generator only."""
    return path.endswith(_DECLARATIONS)


def is_lean(path: str) -> bool:
    """Return True for a style sheet or a script of ours."""
    return any(fnmatch(path, pattern) for pattern in LEAN)


def lean(path: str, text: str) -> str:
    """Return such a file minified."""
    return next(make(text) for pattern, make in LEAN.items() if fnmatch(path, pattern))


def saved_files(folder: Path, paths: Iterable[Path]) -> Iterator[Asset]:
    """Yield those of the saved paths that are published as they are: of the theme or of content/, not pages."""
    for path in paths:
        if path.is_relative_to(folder) and path.is_file() and path.suffix not in (".md", ".html"):
            name = path.relative_to(folder).as_posix()
            if is_lean(name):
                yield Asset(path=name, content=lean(name, path.read_text("utf-8")).encode())
            elif not is_declaration(name):
                yield Asset(path=name, content=path.read_bytes())


def write_files(folder: Path, files: Iterable[Asset]) -> None:
    """Write the files below the folder."""
    for file in files:
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)
