"""Disk cache. It only saves time: without it, or if it cannot be written, everything is made again.

An entry is used only if its first line is the digest of its name and content; foreign and damaged entries are ignored.
Its name contains the digest of all input. The cache can be deleted at any time.
"""

import os
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from types import ModuleType

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

import generators

LIMIT = 1_000_000_000
"""Bytes of a folder of the cache; beyond them the entries go that were not used for longest."""


def stored(entry: Path) -> bytes:
    """Return the content that `store` wrote; empty if the entry is missing or damaged."""
    with suppress(OSError):
        seal, _, content = entry.read_bytes().partition(b"\n")
        if seal == _seal(entry, content):
            with suppress(OSError):  # a cache that can only be read
                os.utime(entry)
            return content
    return b""


def _seal(entry: Path, content: bytes) -> bytes:
    return sha256(entry.name.encode() + b"\n" + content).hexdigest().encode()


def recalled(folder: Path, keys: Sequence[str], make: Callable[[Sequence[int]], Iterable[bytes]]) -> Iterator[bytes]:
    """Yield the content for each key; `make` yields it for the positions that are missing, empty if it must not be kept.

    What was kept is unpacked when it is asked for, and its packed form let go.
    """
    packed = [stored(folder / key) for key in keys]
    missing = [position for position, content in enumerate(packed) if not content]
    made = dict(zip(missing, make(missing) if missing else (), strict=True))
    for position, key in enumerate(keys):
        if position not in made:
            content, packed[position] = zlib.decompress(packed[position]), b""
            yield content
            continue
        content = made.pop(position)
        if content:
            store(folder / key, zlib.compress(content, 1))
        yield content


def trim(folder: Path, limit: int = LIMIT) -> None:
    """Remove the entries that were not used for longest, until all that remain have at most `limit` bytes."""
    files = []
    for path in folder.rglob("*"):
        with suppress(OSError):  # another build has just removed it
            files.append((path, path.stat()))
    size = sum(status.st_size for _, status in files)
    for path, status in sorted(files, key=lambda file: (file[1].st_mtime, file[0])):
        if size <= limit:
            return
        with suppress(OSError):
            path.unlink()
            size -= status.st_size


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
def package_versions() -> list[str]:
    """Return the name and version of each installed package, as the folders of their metadata say them."""
    return sorted(path.name for folder in sys.path for path in Path(folder).glob("*.*-info"))


@cache
def code_digests(*packages: ModuleType, without: frozenset[Path] = frozenset()) -> tuple[str, ...]:
    """Return the digest of each file of whole packages, so that a moved file stays in a key; some can be left out."""
    folders = (Path(str(package.__file__)).parent for package in packages)
    files = (path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file())
    return tuple(
        sha256(path.read_bytes()).hexdigest() for path in files if path.suffix != ".pyc" and path not in without
    )


class CompiledTemplates(BytecodeCache):
    """Compiled templates of one environment, kept once a build has named their folder: to compile all takes half a second."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket with what was compiled from the same template by the same code."""
        if content := stored(self._entry(bucket)) if self.folder else b"":
            bucket.bytecode_from_string(content)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what is in the bucket."""
        if self.folder:
            store(self._entry(bucket), bucket.bytecode_to_string())

    def _entry(self, bucket: Bucket) -> Path:
        parts = (bucket.key, bucket.checksum, sys.version, package_versions(), code_digests(generators))
        return Path(self.folder or "", sha256(repr(parts).encode()).hexdigest())
