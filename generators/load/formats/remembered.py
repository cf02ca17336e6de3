"""Readings that a process has made before: a file that has not changed since is not read again."""

from collections.abc import Callable, Hashable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

from generators.load.formats.limits import irregular
from generators.load.formats.reading import Reading
from generators.model.problems import Problem

T = TypeVar("T")
_readings: dict[Hashable, tuple[Hashable, Any, tuple[Problem, ...], object]] = {}
"""The last reading of each file: what it depended on, its value, its problems, its ground."""


def remembered(read: Callable[[], Reading[T]], root: Path, paths: Sequence[str], ground: object = None) -> Reading[T]:
    """Return the value of the reading, and yield its problems; `paths` are all files that it reads, `ground` all values.

    `read` is a function, or a partial one whose arguments are these. The value must be frozen: each later reading of the same
    bytes gets the same object.
    """
    if any(problem for path in paths for problem in irregular(root, path)):
        return (yield from read())
    name, state = (getattr(read, "func", read), root, *paths), _state(root, paths, ground)
    last = _readings.get(name)
    if last and last[0] == state:
        earlier: T = last[1]
        yield from last[2]
        return earlier
    problems: list[Problem] = []
    value = yield from _noted(read(), problems)
    if _state(root, paths, ground) == state:  # no file was saved meanwhile
        # the ground is kept, so that no other gets its identity
        _readings[name] = state, value, tuple(problems), ground
    return value


def _state(root: Path, paths: Sequence[str], ground: object) -> Hashable:
    """Return what a reading depends on; nothing in common with another for a file that cannot be read."""
    try:
        digests = [sha256((root / path).read_bytes()).digest() for path in paths]
    except OSError:
        return object()
    return (*digests, ground if isinstance(ground, str) else id(ground))


def _noted(reading: Reading[T], problems: list[Problem]) -> Reading[T]:
    """Pass a reading on, and note its problems."""
    while True:
        try:
            problem = next(reading)
        except StopIteration as end:
            value: T = end.value
            return value
        problems.append(problem)
        yield problem
