"""Verification of a copy (folder, ZIP or file) against the published checksums. Read-only, for the command only.

An archived edition within the copy has its own list and is checked against it.
"""

import os
import re
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from zipfile import BadZipFile, ZipFile, is_zipfile

from generators.build.checksums import checksum_differences, parse_checksums, shown
from generators.build.errors import Refused
from generators.build.finalize import sum_of
from generators.build.site_folders import digest_of
from generators.text.wording import plural
from generators.urls.paths import DATA_INDEX, KEPT, OFFLINE, OFFLINE_SUM, SUMS

_FAULTS = (BadZipFile, OSError, EOFError, RuntimeError, zlib.error)
"""Exceptions for a ZIP that is damaged, encrypted or compressed in an unknown way."""
_LIST = re.compile(rf"({re.escape(KEPT)}/[^/]+/)?{SUMS}")
_COMPARE = "Compare the SHA-256 digest of each list with that of the list on the site"
_VERSION = re.compile(r'"version": "(\d+\.\d+\.\d+)"')
_LITTER = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
_FOREIGN = "__MACOSX/"
"""Folder that an operating system adds to ZIP files."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Copy:
    digests: Mapping[str, str]
    """Digests by path; empty for an unreadable path, which equals no listed digest."""
    lists: Mapping[str, bytes]
    """Lists by path."""
    twice: tuple[str, ...] = ()
    """Paths that the ZIP contains more than once."""


def verified(copy_path: Path, list_path: Path | None = None) -> str:
    """Return the verdict that the folder, ZIP or file is as published, with the digest to compare; refuse a copy with its differences.

    `list_path` is a list of the site. It must contain the file, or the digest of the folder's own list. Without it, a file
    without a list is looked up in the nearest list beside or above it.
    """
    if list_path and copy_path.is_file():
        return _file_verdict(copy_path, list_path)
    copy = _folder(copy_path) if copy_path.is_dir() else _archive(copy_path)
    if copy_path.is_file() and SUMS not in copy.lists:
        return _file_verdict(copy_path, _nearest_list(copy_path))
    return _copy_verdict(copy_path, copy, list_path)


def _copy_verdict(copy_path: Path, copy: _Copy, list_path: Path | None) -> str:
    if SUMS not in copy.lists:
        raise Refused(
            f"{copy_path} contains no {SUMS}, the list of published files. Download it from the site, or download a complete copy."
        )
    wanted = {}
    for path, content in copy.lists.items():
        below = path.removesuffix(SUMS)
        wanted.update({f"{below}{name}": digest for name, digest in _parse(f"{copy_path}: {path}", content).items()})
    digests = {path: digest for path, digest in copy.digests.items() if path not in copy.lists}
    differences = checksum_differences(wanted, digests, copy.twice)
    if differences.lines:
        raise Refused("\n".join((f"{copy_path} differs from the published site:", *differences.lines)))
    verdict = f"{plural(len(wanted), 'file')}: all match its own {SUMS}"
    if list_path and not _contains_list(list_path, copy.lists[SUMS]):
        raise Refused(
            f"{verdict}, but {list_path} does not list that file: a file and its line may both have been removed."
        )
    return (
        f"{verdict}, which {list_path} lists.{_edition_lists(copy.lists)}"
        if list_path
        else f"{verdict}.\n{_comparison(copy_path, copy.lists, wanted)}"
    )


def _edition_lists(lists: Mapping[str, bytes]) -> str:
    """Return the lists of archived editions in the copy, which the site's list does not contain."""
    digests = "".join(f"\n{_digest(content)}  {path}" for path, content in sorted(lists.items()) if path != SUMS)
    return f"\nIt does not list archived editions. {_COMPARE}:{digests}" if digests else ""


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()


def _parse(path: Path | str, content: bytes) -> Mapping[str, str]:
    digests = parse_checksums(content.decode(errors="replace"))
    if digests is None:
        raise Refused(f"{path} is damaged. Download it from the site again.")
    return digests


def _contains_list(list_path: Path, own_list: bytes) -> bool:
    """Return True if the site's list is that list, or contains its digest, directly or as that of the offline edition."""
    content = list_path.read_bytes()
    digests = {_digest(content), *_parse(list_path, content).values()}
    return not digests.isdisjoint(map(_digest, (own_list, sum_of(own_list))))


def _nearest_list(copy_path: Path) -> Path:
    checksums = next((path for folder in copy_path.resolve().parents if (path := folder / SUMS).is_file()), None)
    if checksums is None:
        raise Refused(
            f"{copy_path} contains no {SUMS}, and there is none beside or above it. Download the list from the site and name it: "
            f"briefings verify {copy_path} --list {SUMS}. Or look there for the SHA-256 digest of the file:\n{digest_of(copy_path)}"
        )
    return checksums


def _file_verdict(copy_path: Path, list_path: Path) -> str:
    """Return the verdict on a single file, found by its digest, as its name may differ."""
    content = list_path.read_bytes()
    wanted, digest = _parse(list_path, content), digest_of(copy_path)
    names = [path for path, listed in wanted.items() if listed == digest]
    if not names:
        raise Refused(f"{copy_path} differs from the published site: no file in {list_path} has this digest.\n{digest}")
    edition = _edition(list_path, wanted)
    digest_line = f"{_digest(content)}  {list_path.name}"
    return f"{copy_path} is {' and '.join(map(shown, names))}{edition}, as listed.\n{_COMPARE}:\n{digest_line}"


def _edition(list_path: Path, wanted: Mapping[str, str]) -> str:
    """Return the edition of the list, if the file that names it is beside it, as listed."""
    index = list_path.parent / DATA_INDEX
    version = (
        _VERSION.search(index.read_text("utf-8", "replace")) if digest_of(index) == wanted.get(DATA_INDEX) else None
    )
    return f" of edition {version[1]}" if version else ""


def _comparison(copy_path: Path, lists: Mapping[str, bytes], wanted: Mapping[str, str]) -> str:
    """Return the digests that prove the list itself, which may have been changed together with a file."""
    complete = OFFLINE in wanted
    if copy_path.is_file() and not complete:
        return f"Compare the ZIP's SHA-256 digest with the line of {OFFLINE} in {SUMS} on the site:\n{digest_of(copy_path)}"
    digests = "\n".join(f"{_digest(content)}  {path}" for path, content in sorted(lists.items()))
    unpacked = f"\nFor files unpacked from {OFFLINE}, the site has this digest in {OFFLINE_SUM}."
    reason = "Nothing else shows that a file and its line were both removed."
    return f"{_COMPARE}:\n{digests}{'' if complete else unpacked}\n{reason}"


def _folder(copy_path: Path) -> _Copy:
    paths = (
        Path(folder, name).relative_to(copy_path).as_posix()
        for folder, folders, files in os.walk(copy_path)
        for name in (*files, *(link for link in folders if Path(folder, link).is_symlink()))
    )
    digests = {path: digest_of(copy_path / path) for path in sorted(paths) if not _is_litter(path)}
    return _Copy(digests=digests, lists={path: (copy_path / path).read_bytes() for path in _lists(digests)})


def _archive(copy_path: Path) -> _Copy:
    try:
        if not copy_path.is_file():
            raise Refused(f"{copy_path} is neither a folder nor a file. Name a folder, ZIP or file of the site.")
        if not is_zipfile(copy_path):
            return _Copy(digests={}, lists={})
        with ZipFile(copy_path) as archive:
            return _members(archive)
    except _FAULTS as fault:
        raise Refused(f"{copy_path} is damaged and cannot be read: {fault}. Download it from the site again.") from None


def _members(archive: ZipFile) -> _Copy:
    names = [name for name in archive.namelist() if not name.endswith("/") and not _is_litter(name)]
    top = min((name.removesuffix(SUMS) for name in names if name.rpartition("/")[2] == SUMS), key=len, default="")
    digests = {_path_within(top, name): _digest_of_member(archive, name) for name in names}
    return _Copy(
        digests=digests,
        lists={path: archive.read(top + path) for path in _lists(digests)},
        twice=tuple(_path_within(top, name) for name, number in Counter(names).items() if number > 1),
    )


def _lists(paths: Iterable[str]) -> list[str]:
    return [path for path in paths if _LIST.fullmatch(path)]


def _path_within(top: str, name: str) -> str:
    """Return the path from the folder of the list; a path outside it must not look like one inside."""
    return name.removeprefix(top) if name.startswith(top) else f"../{name}"


def _is_litter(path: str) -> bool:
    return path.rpartition("/")[2] in _LITTER or path.startswith(_FOREIGN)


def _digest_of_member(archive: ZipFile, name: str) -> str:
    try:
        with archive.open(name) as file:
            return sha256(file.read()).hexdigest()
    except _FAULTS:
        return ""
