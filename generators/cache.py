"""Disk cache. It only saves time: without it, or if it cannot be written, everything is made again.

An entry is used only if its first line is the digest of its name and content; foreign and damaged entries are ignored.
Its name contains the digest of all input. The cache can be deleted at any time.
"""

import os
from collections.abc import Collection
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from types import ModuleType


def stored(entry: Path) -> bytes:
    """Return the content that `store` wrote; empty if the entry is missing or damaged."""
    with suppress(OSError):
        seal, _, content = entry.read_bytes().partition(b"\n")
        if seal == _seal(entry, content):
            return content
    return b""


def _seal(entry: Path, content: bytes) -> bytes:
    return sha256(entry.name.encode() + b"\n" + content).hexdigest().encode()


def store(entry: Path, content: bytes) -> None:
    """Write the entry atomically; leave nothing if that fails."""
    part = entry.with_suffix(f".{os.getpid()}.part")
    try:
        entry.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(_seal(entry, content) + b"\n" + content)
        part.replace(entry)
    except OSError:
        with suppress(OSError):
            part.unlink(missing_ok=True)


@cache
def code_digests(*packages: ModuleType, without: Collection[Path] = frozenset()) -> tuple[str, ...]:
    """Return the digest of each file of whole packages, so that a moved file stays in a key; some can be left out."""
    folders = (Path(str(package.__file__)).parent for package in packages)
    files = (path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file())
    return tuple(
        sha256(path.read_bytes()).hexdigest() for path in files if path.suffix != ".pyc" and path not in without
    )
