"""What took long to make, kept on disk. The cache only saves time: without it, or where it cannot be written, all is made again.

An entry is used only if its first line is the digest of its name and of the rest, and its name holds the digest of everything
that went into it: another's, a half-written or a damaged entry counts as none. It can be deleted at any time.
"""

import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path


def stored(entry: Path) -> bytes:
    """What `keep` put into the entry; nothing if there is none, or none that is whole."""
    with suppress(OSError):
        seal, _, content = entry.read_bytes().partition(b"\n")
        if seal == _seal(entry, content):
            return content
    return b""


def _seal(entry: Path, content: bytes) -> bytes:
    return sha256(entry.name.encode() + b"\n" + content).hexdigest().encode()


def store(entry: Path, content: bytes) -> None:
    """Write the entry in one step; where that cannot be done, nothing is left."""
    part = entry.with_suffix(f".{os.getpid()}.part")
    try:
        entry.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(_seal(entry, content) + b"\n" + content)
        part.replace(entry)
    except OSError:
        with suppress(OSError):
            part.unlink(missing_ok=True)
