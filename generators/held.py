"""A copy of the site in somebody's hands, a folder or a ZIP, beside the lists of what was published. Only reads.

Part of the edge, for the command alone. A kept edition within the copy has a list of its own, and answers to it.
"""

import os
import re
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import file_digest, sha256
from pathlib import Path
from zipfile import BadZipFile, ZipFile, is_zipfile

from generators.addresses import KEPT, OFFLINE, SUMS
from generators.press import Refused
from generators.sums import differences, parsed
from generators.wording import plural

_FAULTS = (BadZipFile, OSError, EOFError, RuntimeError, zlib.error)
"""What a damaged, encrypted or oddly packed ZIP raises."""
_LIST = re.compile(rf"({re.escape(KEPT)}/[^/]+/)?{SUMS}")
_LITTER = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
_FOREIGN = "__MACOSX/"
"""What operating systems put beside other people's files."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Copy:
    digests: Mapping[str, str]
    """By path; empty for what cannot be read or is no file, which no listed digest equals."""
    lists: Mapping[str, bytes]
    """The lists by their paths."""
    twice: tuple[str, ...] = ()
    """Paths that the ZIP holds more than once."""


def verified(held: Path) -> str:
    """The verdict that the folder or ZIP is as published, with the digest to compare; refused with every path that is not."""
    copy = _folder(held) if held.is_dir() else _archive(held)
    if SUMS not in copy.lists:
        raise Refused(
            f"{held} holds no {SUMS}, the list of what was published. Take it from the site, or a whole copy."
        )
    wanted = {}
    for path, content in copy.lists.items():
        below = path.removesuffix(SUMS)
        wanted.update({f"{below}{name}": digest for name, digest in _parsed(held, path, content).items()})
    found = {path: digest for path, digest in copy.digests.items() if path not in copy.lists}
    differing = differences(wanted, found, copy.twice)
    if differing.lines:
        raise Refused("\n".join((f"{held} is not as published:", *differing.lines)))
    return f"{plural(len(wanted), 'file')}: all as listed.\n{_to_compare(held, copy.lists, wanted)}"


def _parsed(held: Path, path: str, content: bytes) -> Mapping[str, str]:
    found = parsed(content.decode(errors="replace"))
    if found is None:
        raise Refused(f"{held}: {path} is damaged. Take it from the site again.")
    return found


def _to_compare(held: Path, lists: Mapping[str, bytes], wanted: Mapping[str, str]) -> str:
    """What tells that the list itself is the site's: without it, whoever changed a file could have changed the list."""
    whole = OFFLINE in wanted
    if held.is_file() and not whole:
        return f"Compare the ZIP's SHA-256 digest with the line of {OFFLINE} in {SUMS} on the site:\n{_of_file(held)}"
    digests = "\n".join(f"{sha256(content).hexdigest()}  {path}" for path, content in sorted(lists.items()))
    unpacked = f"\nWhat was unpacked from {OFFLINE} has a list of its own: verify the ZIP instead."
    return f"Compare each list's SHA-256 digest with that of the one on the site:\n{digests}{'' if whole else unpacked}"


def _folder(held: Path) -> _Copy:
    paths = (
        Path(folder, name).relative_to(held).as_posix()
        for folder, folders, files in os.walk(held)
        for name in (*files, *(each for each in folders if Path(folder, each).is_symlink()))
    )
    digests = {path: _of_file(held / path) for path in sorted(paths) if not _is_litter(path)}
    return _Copy(digests=digests, lists={path: (held / path).read_bytes() for path in _lists(digests)})


def _archive(held: Path) -> _Copy:
    try:
        if not is_zipfile(held):
            raise Refused(f"{held} is neither a folder nor a whole ZIP. Name the folder or the ZIP that you hold.")
        with ZipFile(held) as archive:
            return _members(archive)
    except _FAULTS as fault:
        raise Refused(f"{held} is damaged and cannot be read: {fault}. Take it from the site again.") from None


def _members(archive: ZipFile) -> _Copy:
    names = [name for name in archive.namelist() if not name.endswith("/") and not _is_litter(name)]
    top = min((name.removesuffix(SUMS) for name in names if name.rpartition("/")[2] == SUMS), key=len, default="")
    digests = {_within(top, name): _of_member(archive, name) for name in names}
    return _Copy(
        digests=digests,
        lists={path: archive.read(top + path) for path in _lists(digests)},
        twice=tuple(_within(top, name) for name, number in Counter(names).items() if number > 1),
    )


def _lists(paths: Iterable[str]) -> list[str]:
    return [path for path in paths if _LIST.fullmatch(path)]


def _within(top: str, name: str) -> str:
    """The path from the folder that has the list; what lies outside it must not pass for what lies inside."""
    return name.removeprefix(top) if name.startswith(top) else f"../{name}"


def _is_litter(path: str) -> bool:
    return path.rpartition("/")[2] in _LITTER or path.startswith(_FOREIGN)


def _of_file(path: Path) -> str:
    if not path.is_file():
        return ""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def _of_member(archive: ZipFile, name: str) -> str:
    try:
        with archive.open(name) as file:
            return sha256(file.read()).hexdigest()
    except _FAULTS:
        return ""
