"""Files written after the engine has built the site: offline edition, checksums.

Shared by the plugin and the command.
"""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from hashlib import sha256
from pathlib import Path

from generators.build.checksums import checksum_list
from generators.components.file_sizes import archive_size
from generators.components.late_values import ARCHIVE, fill
from generators.exports.data.zip_writer import zip_archive
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
"""The site is packed at every build; the best level takes more than twice the time for a tenth less."""


def finish(folder: Path) -> None:
    """Remove the engine's search, and write the whole site as one ZIP, and last the digests of everything.

    Finishing a finished site changes nothing.
    """
    for pattern in _OF_THE_ENGINE:
        for path in folder.glob(pattern):
            path.unlink()
    files = {
        name: path.read_bytes()
        for path in _files(folder)
        if (name := path.relative_to(folder).as_posix()) not in _MADE_OF_ALL
    }
    digests = {path: sha256(content).hexdigest() for path, content in files.items()}
    digests |= _offline(folder, files, digests)
    (folder / SUMS).write_bytes(checksum_list(digests))


def _offline(folder: Path, files: dict[str, bytes], digests: Mapping[str, str]) -> dict[str, str]:
    """Write the ZIP, the digest of the list in it, then the ZIP's size on the page that offers it; the digests of these three.

    The ZIP cannot hold its own size or itself: within it the page has no size, and no page a link to it. It is as old as the
    edition, which the list of files tells.
    """
    if not {_PAGE, DATA_INDEX} <= files.keys():
        return {}
    html = files[_PAGE].decode()
    files[_PAGE] = _weighed(html).encode()
    within = {path: _LINK.sub(_words, content) for path, content in files.items() if _names_the_zip(path, content)}
    files |= within
    files[SUMS] = checksum_list({**digests, **{path: sha256(content).hexdigest() for path, content in within.items()}})
    day = date.fromisoformat(json.loads(files[DATA_INDEX])["edition"])
    whole = zip_archive(((f"{OFFLINE_TOP}{path}", files[path]) for path in sorted(files)), day, _QUICK)
    said = _weighed(html, len(whole)).encode()
    made = {OFFLINE: whole, OFFLINE_SUM: sum_of(files[SUMS]), _PAGE: said}
    for path, content in made.items():
        (folder / path).write_bytes(content)
    return {path: sha256(content).hexdigest() for path, content in made.items()}


def _weighed(html: str, size: int | None = None) -> str:
    """The page that offers the ZIP, with its size."""
    return fill(html, {f"{ARCHIVE}:{OFFLINE}": archive_size(OFFLINE, size)})


def sum_of(inner: bytes) -> bytes:
    """The file with the digest of the offline edition's list, as `sha256sum --check` reads it beside the unpacked folder."""
    return checksum_list({f"{OFFLINE_TOP}{SUMS}": sha256(inner).hexdigest()})


def _names_the_zip(path: str, content: bytes) -> bool:
    return path.endswith((".html", ".txt")) and any(name in content for name in _NAMES)


def _words(link: re.Match[bytes]) -> bytes:
    """What a link says, without the link, in HTML or Markdown."""
    words: bytes = link[1] or link[2]
    return words


def _files(folder: Path) -> Iterator[Path]:
    """Every file that the list names, in the order of paths; editions kept in the folder have lists of their own."""
    kept = folder / KEPT
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file() and path != folder / SUMS)
    return (path for path in paths if kept not in path.parents)


def relist(folder: Path) -> None:
    """Write the digests of the files as they are now, for a copy that is published with a notice on each page."""
    digests = {path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest() for path in _files(folder)}
    (folder / SUMS).write_bytes(checksum_list(digests))
