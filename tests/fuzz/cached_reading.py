"""Readings that are not repeated while the files they read are the same."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from hashlib import sha256
from pathlib import Path
from types import ModuleType
from typing import Any

from generators.load import datasets, glossary, redirects, reference_data, releases
from generators.load.formats.reading import Reading, gathered
from generators.model.problems import Problem

Read = Callable[..., Reading[Any]]
_KEPT = 40
"""Results that are remembered of a reading."""


def _below(*names: str) -> Callable[..., list[Path]]:
    return lambda root, *_: [path for name in names for path in sorted(root.glob(name))]


def _beside(root: Path, stem: str, *_: object) -> list[Path]:
    return sorted((root / stem).parent.glob(f"{Path(stem).name}.*"))


_REFERENCE = ("data/*.csv", "data/*.yml")
_READINGS: tuple[tuple[ModuleType, str, Callable[..., list[Path]], int], ...] = (
    (releases, "_release", lambda root, path: [root / path], _KEPT),
    (redirects, "released", _below("data/releases/pages/*"), _KEPT),
    (reference_data, "load_reference_data", _below(*_REFERENCE), _KEPT),
    (glossary, "load_glossary", _below("content/*.yml"), _KEPT),
    (datasets, "_dataset", _beside, 20 * _KEPT),
)
"""Modules with their readings, and the files that each reads."""


@contextmanager
def remembering() -> Iterator[None]:
    """Make those readings return what they returned before, as long as the block lasts."""
    before = [(module, name, getattr(module, name)) for module, name, *_ in _READINGS]
    for (module, name, files, most), (*_, read) in zip(_READINGS, before, strict=True):
        setattr(module, name, partial(_remembered, {}, read, files, most))
    try:
        yield
    finally:
        for module, name, read in before:
            setattr(module, name, read)


def _remembered(
    results: dict[object, tuple[Any, tuple[Problem, ...], object]], read: Read, files: Callable[..., list[Path]], most: int, *arguments: Any
) -> Reading[Any]:  # fmt: skip
    contents = ((str(path), path.read_bytes() if path.is_file() else b"") for path in files(*arguments))
    digest = sha256(repr(list(contents)).encode()).hexdigest()
    key = (digest, *(argument if isinstance(argument, str | Path) else id(argument) for argument in arguments))
    if key not in results:
        if len(results) >= most:
            results.clear()
        results[key] = (*gathered(read(*arguments)), arguments)
    value, problems, _ = results[key]
    yield from problems
    return value
