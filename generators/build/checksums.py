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
        """One line per path; none if nothing differs."""
        groups = (("changed", self.changed), ("missing", self.missing), ("added", self.added))
        return tuple(f"{kind}: {shown(path)}" for kind, paths in groups for path in paths)


def shown(path: str) -> str:
    """Return the path with control and unprintable characters escaped."""
    return path if path.isprintable() else ascii(path)


def checksum_list(digests: Mapping[str, str]) -> bytes:
    """Return the list of the digests, in order of path."""
    return "".join(f"{digest}  {path}\n" for path, digest in sorted(digests.items())).encode()


def parse_checksums(text: str) -> Mapping[str, str] | None:
    """Return the digests by path; None if the text is not such a list or names a path twice."""
    matches = [_LINE.fullmatch(line) for line in text.splitlines()]
    digests = {match[2]: match[1] for match in matches if match}
    return digests if digests and len(digests) == len(matches) else None


def checksum_differences(wanted: Mapping[str, str], found: Mapping[str, str], twice: Iterable[str] = ()) -> Differences:
    """Return the differences between published and found digests; a path in `twice` counts as added."""
    return Differences(
        changed=tuple(sorted(path for path in wanted.keys() & found.keys() if wanted[path] != found[path])),
        missing=tuple(sorted(wanted.keys() - found.keys())),
        added=tuple(sorted({*(found.keys() - wanted.keys()), *twice})),
    )
