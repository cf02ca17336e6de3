"""Disk cache. It only saves time: without it, or if it cannot be written, everything is made again.

An entry is used only if its first line is the digest of its name and content; foreign and damaged entries are ignored.
Its name contains the digest of all input. The cache can be deleted at any time.
"""

import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path


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
