"""What is written when an engine has written the site, and the reading of it by who holds a copy.

Part of the edge that the plugin and the command share.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from hashlib import file_digest, sha256
from pathlib import Path
from zipfile import BadZipFile, ZipFile, is_zipfile

from generators.addresses import DATA_INDEX, DOWNLOADS, HOME, KEPT, OFFLINE, SUMS, html_way
from generators.packing import packed
from generators.press import Refused
from generators.sizes import weighed_later
from generators.sums import Differences, differences, listed, parsed
from generators.wording import plural

_PAGE = html_way(HOME, DOWNLOADS)
_TOP = "offline/"
"""The folder that everything lies in when it is unpacked."""
_QUICK = 1
"""The site is packed at every build; the best level takes more than twice the time for a tenth less."""


def finish(folder: Path) -> None:
    """Write what search needs without a server, the whole site as one ZIP, and last the digests of everything.

    Finishing a finished site changes nothing.
    """
    index = folder / "search" / "search_index.json"
    if index.is_file():
        index.with_suffix(".js").write_bytes(b"var __index = " + index.read_bytes())
    files = {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in _files(folder) if path != folder / OFFLINE
    }
    digests = {path: sha256(content).hexdigest() for path, content in files.items()}
    digests |= _offline(folder, files, digests)
    (folder / SUMS).write_bytes(listed(digests))


def _offline(folder: Path, files: dict[str, bytes], digests: Mapping[str, str]) -> dict[str, str]:
    """Write the ZIP, then its size on the page that offers it; the digests of these two.

    The ZIP cannot hold its own size: within it the page has none. It is as old as the edition, which the list of files tells.
    """
    if not {_PAGE, DATA_INDEX} <= files.keys():
        return {}
    html = files[_PAGE].decode()
    files[_PAGE] = weighed_later(html, OFFLINE).encode()
    files[SUMS] = listed({**digests, _PAGE: sha256(files[_PAGE]).hexdigest()})
    day = date.fromisoformat(json.loads(files[DATA_INDEX])["edition"])
    whole = packed(((f"{_TOP}{path}", files[path]) for path in sorted(files)), day, _QUICK)
    said = weighed_later(html, OFFLINE, len(whole)).encode()
    (folder / OFFLINE).write_bytes(whole)
    (folder / _PAGE).write_bytes(said)
    return {OFFLINE: sha256(whole).hexdigest(), _PAGE: sha256(said).hexdigest()}


def _files(folder: Path) -> Iterator[Path]:
    """Every file that the list names, in the order of paths; editions kept in the folder have lists of their own."""
    kept = folder / KEPT
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file() and path != folder / SUMS)
    return (path for path in paths if kept not in path.parents)


def verified(held: Path) -> str:
    """One line that says that the folder or ZIP is as published; refused with every path that is not."""
    if held.is_dir():
        sums, found = _read(held / SUMS), _of_folder(held)
        return _verdict(held, sums, found)
    if not is_zipfile(held):
        raise Refused(f"{held} is neither a folder nor a ZIP. Name the folder or the ZIP that you hold.")
    with ZipFile(held) as archive:
        names = [name for name in archive.namelist() if not name.endswith("/")]
        top = min((name.removesuffix(SUMS) for name in names if name.endswith(SUMS)), key=len, default="")
        if top + SUMS not in names:
            raise _without_a_list(held)
        found = {_within(top, name): _of_member(archive, name) for name in names}
        twice = [_within(top, name) for name, number in Counter(names).items() if number > 1]
        return _verdict(held, archive.read(top + SUMS), found, twice)


def _within(top: str, name: str) -> str:
    """The path from the folder that has the list; what lies outside it must not pass for what lies inside."""
    return name.removeprefix(top) if name.startswith(top) else f"../{name}"


def _read(path: Path) -> bytes:
    if not path.is_file():
        raise _without_a_list(path.parent)
    return path.read_bytes()


def _without_a_list(held: Path) -> Refused:
    return Refused(f"{held} holds no {SUMS}, the list of what was published. Take it from the site, or a whole copy.")


def _verdict(held: Path, sums: bytes, found: Mapping[str, str], twice: list[str] | None = None) -> str:
    wanted = parsed(sums.decode(errors="replace"))
    if wanted is None:
        raise Refused(f"{held}: {SUMS} is damaged. Take it from the site again.")
    differing = differences(wanted, {path: digest for path, digest in found.items() if path != SUMS}, twice or ())
    if differing.lines:
        raise Refused(_not_as_published(held, differing))
    return (
        f"{plural(len(wanted), 'file')}: all as listed in {SUMS}, whose own SHA-256 digest is\n"
        f"{sha256(sums).hexdigest()}\nCompare it with that of the list on the site itself."
    )


def _not_as_published(held: Path, differing: Differences) -> str:
    return "\n".join((f"{held} is not as published:", *differing.lines))


def relist(folder: Path) -> None:
    """Write the digests of the files as they are now, for a copy that is published with a notice on each page."""
    (folder / SUMS).write_bytes(listed(_of_folder(folder)))


def _of_folder(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): _of_file(path) for path in _files(folder)}


def _of_file(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def _of_member(archive: ZipFile, name: str) -> str:
    """The digest of a file in the ZIP; of nothing where the ZIP is damaged there, which no listed digest equals."""
    try:
        with archive.open(name) as file:
            return sha256(file.read()).hexdigest()
    except (BadZipFile, OSError, EOFError):
        return ""
