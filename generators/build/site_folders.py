"""Ownership of folders: built sites, unfinished builds and archived editions, not any folder with an index.html.

Other modules check here before they write or remove.
"""

import os
from collections.abc import Callable, Mapping
from hashlib import file_digest
from pathlib import Path, PurePosixPath

from generators.build.checksums import parse_checksums
from generators.build.errors import Refused
from generators.processes import mapped
from generators.text.wording import plural
from generators.urls.paths import DATA_INDEX, KEPT, SUMS

KEPT_NOTICE = 'class="notice" role="note"'
"""Attributes of the notice on each page of an archived edition."""
HEADS = ".heads"
"""Folder that marks the output of `briefings write`."""
UNFINISHED = ".briefings-unfinished"
"""File that marks a folder as ours while it is being filled."""
MARKS = (SUMS, HEADS, UNFINISHED)
"""Names that are removed last, so that a half-removed folder is still recognised."""

IsOurs = Callable[[Path], bool]


def is_site(folder: Path) -> bool:
    """Return True for a folder of ours: a site, one that is being built, or its rest after `clean`; index.html alone proves nothing."""
    return bool(digests(folder)) or (folder / UNFINISHED).is_file() or _is_store(folder)


def _is_store(folder: Path) -> bool:
    """Return True if the folder contains archived editions and nothing else."""
    names = [path.name for path in folder.iterdir()]
    return names == [KEPT] and all(digests(path) for path in (folder / KEPT).iterdir() if path.name[0] != ".")


def digests(folder: Path) -> Mapping[str, str]:
    """Return the digests of the site's own list by path; empty if it has no such list."""
    path = folder / SUMS
    checksums = (parse_checksums(path.read_text("utf-8", "replace")) if path.is_file() else None) or {}
    safe = all(_is_inside(name) for name in checksums)
    return checksums if safe and {"index.html", DATA_INDEX} <= checksums.keys() else {}


def _is_inside(name: str) -> bool:
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts


def refuse_kept(folder: Path) -> None:
    """Refuse a folder with archived editions, or a foreign one: an engine would empty it."""
    if (folder / KEPT).is_dir():
        raise Refused(
            f"{folder} contains archived editions. Run make site, or build into another folder with --site-dir."
        )
    refuse_foreign(folder, is_site)


def begin(folder: Path) -> None:
    """Mark the folder as ours while an engine fills it, so that the next build may empty it after an interruption."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / UNFINISHED).write_text("A build is writing here, or was stopped. The next build starts again.\n", "utf-8")


def end(folder: Path) -> None:
    """Remove that mark."""
    (folder / UNFINISHED).unlink(missing_ok=True)


def refuse_missing(folder: Path) -> None:
    """Refuse a folder that is not a complete built site."""
    checksums = digests(folder)
    if not checksums:
        raise Refused(f"{folder} is not a built site: it has no valid {SUMS}. Build one first: make site.")
    now = mapped(lambda path: digest_of(folder / path), [*checksums])
    differing = sorted(path for path, digest in zip(checksums, now, strict=True) if digest != checksums[path])
    if differing:
        count = f"{plural(len(differing), 'file')} missing or different from its {SUMS}, first {differing[0]}"
        raise Refused(f"{folder} is incomplete: {count}. Build it again: make site.")


def digest_of(path: Path) -> str:
    """Return the digest of a file; empty if the path is not a file."""
    if not path.is_file():
        return ""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def refuse_foreign(folder: Path, is_ours: IsOurs) -> None:
    """Refuse a file, or a folder with foreign content."""
    if os.path.lexists(folder) and not (folder.is_dir() and (not any(folder.iterdir()) or is_ours(folder))):
        raise Refused(f"{folder} was not created by this command and stays unchanged. Name another folder.")


def refuse_kept_edition(folder: Path) -> None:
    """Refuse to change or remove an archived edition."""
    if is_kept_edition(folder):
        raise Refused(f"{folder} is an archived edition, which never changes. Name the folder of the whole site.")


def is_kept_edition(folder: Path) -> bool:
    """Return True for an archived edition, which has a notice on its front page."""
    page = folder / "index.html"
    return page.is_file() and KEPT_NOTICE in page.read_text("utf-8", "replace")
