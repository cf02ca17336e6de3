"""Checksums of all published files, and differences in a copy.

The list has the form that `sha256sum --check` reads: digest, two spaces, path.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_LINE = re.compile(r"([0-9a-f]{64}) [ *](.+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Differences:
    """Paths that are not as listed, each in alphabetical order."""

    changed: tuple[str, ...]
    missing: tuple[str, ...]
    added: tuple[str, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """One line a path; none if nothing differs."""
        told = (("changed", self.changed), ("missing", self.missing), ("added", self.added))
        return tuple(f"{what}: {shown(path)}" for what, paths in told for path in paths)


def shown(path: str) -> str:
    """The path, with signs that a terminal would obey or could not print written out."""
    return path if path.isprintable() else ascii(path)


def checksum_list(digests: Mapping[str, str]) -> bytes:
    """The list of the digests by path."""
    return "".join(f"{digest}  {path}\n" for path, digest in sorted(digests.items())).encode()


def parse_checksums(text: str) -> Mapping[str, str] | None:
    """The digests by path; None if it is no such list, or names a path twice."""
    lines = [_LINE.fullmatch(line) for line in text.splitlines()]
    found = {line[2]: line[1] for line in lines if line}
    return found if found and len(found) == len(lines) else None


def checksum_differences(wanted: Mapping[str, str], found: Mapping[str, str], twice: Iterable[str] = ()) -> Differences:
    """What differs between the digests that were published and those found; a file held `twice` has one too many."""
    return Differences(
        changed=tuple(sorted(path for path in wanted.keys() & found.keys() if wanted[path] != found[path])),
        missing=tuple(sorted(wanted.keys() - found.keys())),
        added=tuple(sorted({*(found.keys() - wanted.keys()), *twice})),
    )
