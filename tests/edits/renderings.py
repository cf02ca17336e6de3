"""What programs that are not ours make of their arguments, remembered under all of these.

A build without a cache makes every argument anew; it saves the work of the renderer of charts and of the typesetter alone.
Our own cache has other keys, so what it holds is compared with what these arguments give.
"""

import sys
from collections.abc import Callable
from functools import cached_property, partial
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from pickle import dumps, loads
from types import ModuleType
from typing import Any

import typst

from generators.cache import store, stored
from generators.fonts import WHOLE

_RENDERER = "vl_convert"
_compile = typst.compile


def remember(folder: Path) -> None:
    """Take renderings from the folder from now on, and keep there what is missing."""
    sys.modules.setdefault(_RENDERER, _Renderer(folder))
    setattr(typst, "compile", partial(_typeset, folder))  # noqa: B010 - its stub is overloaded


def forget() -> None:
    """Make all renderings anew from now on."""
    sys.modules.pop(_RENDERER, None)
    setattr(typst, "compile", _compile)  # noqa: B010


class _Renderer(ModuleType):
    """The renderer of charts, which starts when it must render what it has not rendered before."""

    def __init__(self, folder: Path) -> None:
        super().__init__(_RENDERER)
        self.folder = folder

    def __getattr__(self, name: str) -> Callable[..., Any]:
        if name.startswith("__"):
            raise AttributeError(name)
        return partial(self._answer, name)

    def _answer(self, name: str, *arguments: object, **options: object) -> Any:
        if name == "register_font_directory":
            return None
        return _recalled(self.folder, (name, arguments, options), partial(self._render, name, *arguments, **options))

    def _render(self, name: str, *arguments: object, **options: object) -> object:
        return getattr(self._started, name)(*arguments, **options)

    @cached_property
    def _started(self) -> ModuleType:
        del sys.modules[_RENDERER]
        try:
            renderer = import_module(_RENDERER)
        finally:
            sys.modules[_RENDERER] = self
        renderer.register_font_directory(str(WHOLE))
        return renderer


def _typeset(folder: Path, look: bytes, *, root: Path, font_paths: object, **options: Any) -> bytes:
    pictures = [
        _digest(path.read_bytes()) for path in sorted(root.rglob("*")) if path.suffix in {".png", ".jpg", ".svg"}
    ]
    make = partial(_compile, look, root=root, font_paths=font_paths, **options)
    content: bytes = _recalled(folder, (look, pictures, options), make)
    return content


def _recalled(folder: Path, arguments: object, make: Callable[[], object]) -> Any:
    entry = folder / _digest(repr(arguments).encode())
    content = stored(entry)
    if not content:
        content = dumps(make())
        store(entry, content)
    return loads(content)  # noqa: S301 - of a process of our own


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()
