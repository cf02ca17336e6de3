"""Verification of a copy (folder, ZIP or file) against the published checksums. Read-only, for the command only.

An archived edition within the copy has its own list and is checked against it.
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

from generators.build.checksums import checksum_differences, parse_checksums, shown
from generators.build.errors import Refused
from generators.build.finalize import sum_of
from generators.text.wording import plural
from generators.urls.paths import DATA_INDEX, KEPT, OFFLINE, OFFLINE_SUM, SUMS

_FAULTS = (BadZipFile, OSError, EOFError, RuntimeError, zlib.error)
"""What a damaged, encrypted or oddly packed ZIP raises."""
_LIST = re.compile(rf"({re.escape(KEPT)}/[^/]+/)?{SUMS}")
_COMPARE = "Compare the SHA-256 digest of each list with that of the list on the site"
_VERSION = re.compile(r'"version": "(\d+\.\d+\.\d+)"')
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


def verified(held: Path, given: Path | None = None) -> str:
    """The verdict that the folder, ZIP or file is as published, with the digest to compare; refused with every path that is not.

    `given` is a list of the site's: a file is looked for in it, and a folder's own list must be one that it knows. Without it a
    file that holds no list is looked for in the next list beside or above it.
    """
    if given and held.is_file():
        return _one(held, given)
    copy = _folder(held) if held.is_dir() else _archive(held)
    if held.is_file() and SUMS not in copy.lists:
        return _one(held, _nearest(held))
    return _whole(held, copy, given)


def _whole(held: Path, copy: _Copy, given: Path | None) -> str:
    if SUMS not in copy.lists:
        raise Refused(
            f"{held} contains no {SUMS}, the list of published files. Download it from the site, or download a complete copy."
        )
    wanted = {}
    for path, content in copy.lists.items():
        below = path.removesuffix(SUMS)
        wanted.update({f"{below}{name}": digest for name, digest in _parsed(f"{held}: {path}", content).items()})
    found = {path: digest for path, digest in copy.digests.items() if path not in copy.lists}
    differing = checksum_differences(wanted, found, copy.twice)
    if differing.lines:
        raise Refused("\n".join((f"{held} differs from the published site:", *differing.lines)))
    told = f"{plural(len(wanted), 'file')}: all match its own {SUMS}"
    if given and not _knows(given, copy.lists[SUMS]):
        raise Refused(f"{told}, but {given} does not list that file: a file and its line may both have been removed.")
    return (
        f"{told}, which {given} lists.{_kept(copy.lists)}"
        if given
        else f"{told}.\n{_to_compare(held, copy.lists, wanted)}"
    )


def _kept(lists: Mapping[str, bytes]) -> str:
    """The lists of kept editions within the copy, of which a list of the site's says nothing."""
    digests = "".join(f"\n{_digest(content)}  {path}" for path, content in sorted(lists.items()) if path != SUMS)
    return f"\nIt does not list archived editions. {_COMPARE}:{digests}" if digests else ""


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()


def _parsed(path: Path | str, content: bytes) -> Mapping[str, str]:
    found = parse_checksums(content.decode(errors="replace"))
    if found is None:
        raise Refused(f"{path} is damaged. Download it from the site again.")
    return found


def _knows(given: Path, own: bytes) -> bool:
    """True if the site's list is that list, or has its digest: itself, or by the file that says it of the offline edition."""
    content = given.read_bytes()
    known = {_digest(content), *_parsed(given, content).values()}
    return not known.isdisjoint(map(_digest, (own, sum_of(own))))


def _nearest(held: Path) -> Path:
    found = next((path for folder in held.resolve().parents if (path := folder / SUMS).is_file()), None)
    if found is None:
        raise Refused(
            f"{held} contains no {SUMS}, and there is none beside or above it. Download the list from the site and name it: "
            f"briefings verify {held} --list {SUMS}. Or look there for the SHA-256 digest of the file:\n{_of_file(held)}"
        )
    return found


def _one(held: Path, given: Path) -> str:
    """The verdict on a single file, found by its bytes: its name may be another."""
    content = given.read_bytes()
    wanted, digest = _parsed(given, content), _of_file(held)
    named = [path for path, listed in wanted.items() if listed == digest]
    if not named:
        raise Refused(f"{held} differs from the published site: no file in {given} has this digest.\n{digest}")
    edition = _edition(given, wanted)
    own = f"{_digest(content)}  {given.name}"
    return f"{held} is {' and '.join(map(shown, named))}{edition}, as listed.\n{_COMPARE}:\n{own}"


def _edition(given: Path, wanted: Mapping[str, str]) -> str:
    """Which edition the list is of, where the file that says so lies beside it as listed."""
    index = given.parent / DATA_INDEX
    version = (
        _VERSION.search(index.read_text("utf-8", "replace")) if _of_file(index) == wanted.get(DATA_INDEX) else None
    )
    return f" of edition {version[1]}" if version else ""


def _to_compare(held: Path, lists: Mapping[str, bytes], wanted: Mapping[str, str]) -> str:
    """What tells that the list itself is the site's: without it, whoever changed a file could have changed the list."""
    whole = OFFLINE in wanted
    if held.is_file() and not whole:
        return f"Compare the ZIP's SHA-256 digest with the line of {OFFLINE} in {SUMS} on the site:\n{_of_file(held)}"
    digests = "\n".join(f"{_digest(content)}  {path}" for path, content in sorted(lists.items()))
    unpacked = f"\nFor files unpacked from {OFFLINE}, the site has this digest in {OFFLINE_SUM}."
    why = "Nothing else shows that a file and its line were both removed."
    return f"{_COMPARE}:\n{digests}{'' if whole else unpacked}\n{why}"


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
        if not held.is_file():
            raise Refused(f"{held} is neither a folder nor a file. Name a folder, ZIP or file of the site.")
        if not is_zipfile(held):
            return _Copy(digests={}, lists={})
        with ZipFile(held) as archive:
            return _members(archive)
    except _FAULTS as fault:
        raise Refused(f"{held} is damaged and cannot be read: {fault}. Download it from the site again.") from None


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
