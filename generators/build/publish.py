"""Publishing a new site, restoring the previous one, and removing built files.

A folder is replaced whole or not at all, and only if its checksums show that it is our site. `publish` copies files that
are not listed (archived editions and files of other people), and `clean` leaves them. The replaced site stays beside the
new one until the next publish.
"""

import os
import shutil
import stat
import sys
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from ctypes import CDLL
from pathlib import Path

from generators.build import site_folders
from generators.build.errors import Refused
from generators.build.site_folders import HEADS, MARKS
from generators.urls.paths import KEPT

_HERE, _EXCHANGE = -100, 2
"""AT_FDCWD and RENAME_EXCHANGE of renameat2(2)."""


def publish_folder(new: Path, old: Path, prepare: Callable[[Path], None] = lambda _folder: None) -> None:
    """Replace the old site by the new one; archived editions and files of other people stay, and a complete site is there at any time.

    `prepare` changes the new site once it contains the archived editions.
    """
    site_folders.refuse_missing(new)
    _refuse_nested(new, old)
    site_folders.refuse_kept_edition(old)
    _refuse_rollback(new, old)
    target = old.resolve()
    with alone(target):
        _heal(target, new)
        site_folders.refuse_foreign(target, site_folders.is_site)
        with _on_the_same_disk(new.resolve(), target) as staged:
            _carry(target, staged)
            prepare(staged)
            staged.chmod(_mode(target))
            replace(staged, target, site_folders.is_site)


def _mode(published: Path) -> int:
    """Return the mode of the published folder, else that of the umask: web servers may not read a build folder."""
    if published.exists():
        return stat.S_IMODE(published.stat().st_mode)
    umask = os.umask(0)
    os.umask(umask)
    return 0o777 & ~umask


def restore_folder(folder: Path) -> None:
    """Exchange the published site and the previous one; a second call undoes the first."""
    before = previous(folder.resolve())
    if not before.is_dir():
        raise Refused(f"There is no earlier site to restore: {before} does not exist.")
    publish_folder(before, folder)


def clean_folder(folder: Path) -> str:
    """Remove the previous site and all files that are unchanged since they were listed; report the others."""
    target = folder.resolve()
    site_folders.refuse_foreign(target, site_folders.is_site)
    site_folders.refuse_kept_edition(folder)
    with alone(target):
        if target.exists():
            _remove_listed(target)
        if previous(target).exists():
            site_folders.refuse_foreign(previous(target), site_folders.is_site)
            _remove(previous(target))
    others = sorted({path.name for path in target.iterdir()} - {*MARKS}) if target.exists() else []
    return f"{folder}: left {', '.join(others)}, which no build created." if others else f"{folder} is clean."


def previous(folder: Path) -> Path:
    """Return the folder of the previous site."""
    return folder.with_name(f".{folder.name}.before")


def _refuse_nested(new: Path, old: Path) -> None:
    if _is_same(new, old):
        raise Refused(f"{new} and {old} are the same folder. Build the new site in another folder, as make site does.")
    if _is_within(new, old) and not site_folders.is_kept_edition(new):
        raise Refused(f"{new} is inside {old}, which it would replace. Build the new site in another folder.")
    if _is_within(old, new):
        raise Refused(f"{old} is inside {new}, which would replace it. Name a folder outside {new}.")


def _is_same(a: Path, b: Path) -> bool:
    return a.exists() and b.exists() and a.samefile(b)


def _is_within(inner: Path, outer: Path) -> bool:
    return any(_is_same(parent, outer) for parent in inner.resolve().parents)


def _refuse_rollback(new: Path, old: Path) -> None:
    if site_folders.is_kept_edition(new):
        raise Refused(
            f"{new} is an archived edition: its pages have a notice and links to the site around it, so it cannot be published. To return to "
            f"the previous site, run briefings restore {old}; to the edition, check out its tag and run make site."
        )


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Wait until no other command works on the folder or one beside it, then lock it."""
    if not folder.parent.is_dir():
        raise Refused(f"{folder.parent} is not a folder. Create it first, or name another.")
    if sys.platform == "win32":
        yield
        return
    import fcntl  # noqa: PLC0415 - Windows has none

    handle = os.open(folder.parent, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


@contextmanager
def fresh(folder: Path) -> Iterator[Path]:
    """Yield an empty folder beside that one, to be filled and to replace it; remove it if that fails."""
    staged = folder.with_name(f".{folder.name}.next")
    if staged.exists():
        site_folders.refuse_foreign(staged, lambda path: site_folders.is_site(path) or (path / HEADS).is_dir())
        _remove(staged)
    try:
        site_folders.begin(staged)
        yield staged
    finally:
        _remove(staged)


@contextmanager
def _temporary_copy(source: Path, beside: Path) -> Iterator[Path]:
    """Yield a copy of the source beside the other folder; remove it at the end, unless it has been moved."""
    with fresh(beside) as staged:
        shutil.copytree(source, staged, symlinks=True, dirs_exist_ok=True)
        site_folders.end(staged)
        yield staged


@contextmanager
def changing(folder: Path) -> Iterator[Path]:
    """Yield a copy of the folder; once it is changed, it takes the folder's place in one step."""
    _refuse_mount(folder)
    with _temporary_copy(folder, folder) as staged:
        yield staged
        staged.chmod(_mode(folder))
        _exchange(staged, folder)


def _refuse_mount(folder: Path) -> None:
    if os.path.ismount(folder):
        raise Refused(f"{folder} is a mount point and cannot be replaced. Name a folder in it.")


@contextmanager
def _on_the_same_disk(new: Path, old: Path) -> Iterator[Path]:
    """Yield the new site, or a copy of it on the old one's file system, which can replace it in one step."""
    _refuse_mount(old)
    if new.stat().st_dev == old.parent.stat().st_dev:
        yield new
        return
    with _temporary_copy(new, old) as staged:
        yield staged


def _carry(old: Path, new: Path) -> None:
    """Copy into the new site the files that neither list names; from an unfinished site only those that an engine leaves alone."""
    digests = site_folders.digests(old)
    for path in _unlisted_paths(old, {*digests, *site_folders.digests(new), *MARKS}):
        if not digests and not path.startswith((".", f"{KEPT}/")):
            continue
        target = new / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.is_symlink():
            target.unlink()
        if not target.is_dir():
            shutil.copy2(old / path, target, follow_symlinks=False)


def _unlisted_paths(folder: Path, excluded: Collection[str]) -> Iterator[str]:
    """Yield the path of each file and link that is not listed, without unfinished archived editions."""
    for parent, folders, files in os.walk(folder):
        links = (name for name in folders if Path(parent, name).is_symlink())
        paths = (Path(parent, name).relative_to(folder).as_posix() for name in (*files, *links))
        yield from (path for path in paths if path not in excluded and not path.startswith(f"{KEPT}/."))


def replace(new: Path, old: Path, is_ours: site_folders.IsOurs) -> None:
    """Replace a folder by another, in one step where the system can; the old one becomes its `previous`."""
    before = previous(old)
    if not old.exists() or not any(old.iterdir()):
        new.rename(old)
        return
    if new != before and before.exists():
        site_folders.refuse_foreign(before, is_ours)
    _exchange(new, old)
    if new != before:
        _remove(before)
        new.rename(before)


def _exchange(new: Path, old: Path) -> None:
    """Exchange two folders: in one step on Linux, elsewhere in three, which the next run completes after a kill."""
    if _exchange_at_once(new, old):
        return
    between = _interim_folder(old)
    old.rename(between)
    try:
        new.rename(old)
    except OSError:
        between.rename(old)
        raise
    between.rename(new)


def _interim_folder(folder: Path) -> Path:
    return folder.with_name(f".{folder.name}.between")


def _heal(folder: Path, new: Path) -> None:
    """Complete an exchange that was interrupted: the folder exists again if the previous site does."""
    between, before = _interim_folder(folder), previous(folder)
    if between.exists() and folder.exists():
        _remove(before)
        between.rename(before)
    for path in (between, before):
        if path.exists() and not folder.exists() and not _is_same(path, new):
            path.rename(folder)


def _exchange_at_once(a: Path, b: Path) -> bool:
    """Exchange the two folders in one system call of Linux, which Python lacks; return True if that succeeded."""
    if sys.platform != "linux" or not hasattr(CDLL(None), "renameat2"):
        return False
    status: int = CDLL(None).renameat2(_HERE, bytes(a), _HERE, bytes(b), _EXCHANGE)
    return status == 0


def _remove(folder: Path) -> None:
    """Remove the folder if it exists, its marks last, so that its rest is recognised as ours after a kill."""
    for path in sorted(folder.iterdir()) if folder.exists() else ():
        if path.name not in MARKS:
            shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
    if folder.exists():
        shutil.rmtree(folder)


def _remove_listed(folder: Path) -> None:
    """Remove unchanged listed files, then empty folders; do not follow links out of the folder."""
    digests = site_folders.digests(folder)
    for path, digest in digests.items():
        file = folder / path
        if file.parent.resolve().is_relative_to(folder) and site_folders.digest_of(file) == digest:
            file.unlink()
    below = {parent for path in digests for parent in (folder / path).parents if folder in parent.parents}
    for parent in sorted(below, reverse=True):
        if parent.is_dir() and not parent.is_symlink() and not any(parent.iterdir()):
            parent.rmdir()
    if {path.name for path in folder.iterdir()} <= set(MARKS):
        _remove(folder)
