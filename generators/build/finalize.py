"""Files written after the engine has built the site: offline edition, checksums.

Shared by the plugin and the command.
"""

import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from hashlib import sha256
from pathlib import Path

from generators.build.checksums import checksum_list
from generators.build.site_folders import digest_of
from generators.components.file_sizes import filled_archive_size
from generators.components.late_values import fill_by
from generators.exports.data.zip_writer import write_zip
from generators.processes import mapped
from generators.urls.links import html_way
from generators.urls.paths import DATA_INDEX, DOWNLOADS, HOME, KEPT, OFFLINE, OFFLINE_SUM, OFFLINE_TOP, SUMS

_PAGE = html_way(HOME, DOWNLOADS)
_MADE_OF_ALL = frozenset({OFFLINE, OFFLINE_SUM})
_NAMES = [name.encode() for name in sorted(_MADE_OF_ALL)]
_THERE = rf"(?:\.\./)*(?:{'|'.join(map(re.escape, sorted(_MADE_OF_ALL)))})"
_LINK = re.compile(rf'<a\b[^>]*?\bhref="{_THERE}"[^>]*>(.*?)</a>|\[([^\]]*)\]\({_THERE}\)'.encode())
_OF_THE_ENGINE = (
    "search/search_index.json",
    "search/search_index.js",
    "assets/javascripts/workers/search.*",
    "assets/javascripts/lunr/**/*.js",
)
"""Files of the engine's own search, which no page asks for."""
_QUICK = 1
"""Compression level: every build writes the ZIP, and the best level takes more than twice the time for a tenth less."""


def finish(folder: Path) -> None:
    """Remove the engine's search, then write the ZIP of the site and the checksums of all files, one file at a time.

    A second call changes nothing.
    """
    for pattern in _OF_THE_ENGINE:
        for path in folder.glob(pattern):
            path.unlink()
    names = [name for path in _files(folder) if (name := path.relative_to(folder).as_posix()) not in _MADE_OF_ALL]
    read = mapped(lambda name: _read(folder, name), names)
    digests = {name: digest for name, (digest, _) in zip(names, read, strict=True)}
    naming = [name for name, (_, is_naming) in zip(names, read, strict=True) if is_naming]
    digests |= _offline(folder, digests, naming)
    (folder / SUMS).write_bytes(checksum_list(digests))


def _read(folder: Path, name: str) -> tuple[str, bool]:
    """Return the digest of a file, and whether it names the ZIP."""
    content = (folder / name).read_bytes()
    return sha256(content).hexdigest(), _names_the_zip(name, content)


def _offline(folder: Path, digests: Mapping[str, str], naming: Iterable[str]) -> dict[str, str]:
    """Write the ZIP, the digest of the list in it, and the ZIP's size on the download page; return the digests of the three.

    In the ZIP the page has no size, and no page links to the ZIP, which cannot contain itself: those `naming` it are packed
    without these links. Its files are dated by the edition in the list of files.
    """
    if not {_PAGE, DATA_INDEX} <= digests.keys():
        return {}
    html = (folder / _PAGE).read_text("utf-8")
    other = {path: (folder / path).read_bytes() for path in naming} | {_PAGE: _with_size(html).encode()}
    other = {path: _LINK.sub(_words, content) for path, content in other.items()}
    sums = checksum_list({**digests, **{path: sha256(content).hexdigest() for path, content in other.items()}})
    other[SUMS] = sums
    day = date.fromisoformat(json.loads((folder / DATA_INDEX).read_bytes())["edition"])
    packed = ((f"{OFFLINE_TOP}{path}", _content(folder, path, other)) for path in sorted({*digests, SUMS}))
    with (folder / OFFLINE).open("wb") as archive:
        write_zip(archive, packed, day, _QUICK)
    (folder / OFFLINE_SUM).write_bytes(sum_of(sums))
    (folder / _PAGE).write_bytes(_with_size(html, (folder / OFFLINE).stat().st_size).encode())
    return {path: digest_of(folder / path) for path in (OFFLINE, OFFLINE_SUM, _PAGE)}


def _content(folder: Path, path: str, other: Mapping[str, bytes]) -> bytes:
    return other[path] if path in other else (folder / path).read_bytes()


def _with_size(html: str, size: int | None = None) -> str:
    """Return the download page with the size of the ZIP."""
    return fill_by(html, lambda name: filled_archive_size(name, OFFLINE, size))


def sum_of(inner: bytes) -> bytes:
    """Return the file with the digest of the offline edition's list, for `sha256sum --check` beside the unpacked folder."""
    return checksum_list({f"{OFFLINE_TOP}{SUMS}": sha256(inner).hexdigest()})


def _names_the_zip(path: str, content: bytes) -> bool:
    return path.endswith((".html", ".txt")) and any(name in content for name in _NAMES)


def _words(link: re.Match[bytes]) -> bytes:
    """Return the text of a link in HTML or Markdown, without the link."""
    words: bytes = link[1] or link[2]
    return words


def _files(folder: Path) -> Iterator[Path]:
    """Return the files for the list in order of path, without archived editions, which have lists of their own."""
    editions = f"{folder / KEPT}{os.sep}"
    paths = (path for path in sorted(folder.rglob("*")) if not str(path).startswith(editions) and path != folder / SUMS)
    return (path for path in paths if path.is_file())


def relist(folder: Path) -> None:
    """Write the checksums of the files as they are now, after their pages have changed."""
    digests = {path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest() for path in _files(folder)}
    (folder / SUMS).write_bytes(checksum_list(digests))
