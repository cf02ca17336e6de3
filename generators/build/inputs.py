"""Everything that a site is made from, as one digest: from the same, a build makes the same bytes."""

import os
import re
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import generators
from generators.build.errors import Refused
from generators.build.site_folders import digest_of, refuse_missing
from generators.cache import code_digests, package_versions, store, stored
from generators.load.mkdocs_config import SETTINGS
from generators.urls.paths import SUMS

_FOLDERS = ("content", "data")
_NAME = re.compile(r"[\w.][\w./-]*")
_UNKNOWN = re.compile(r"!ENV|^INHERIT\b|^hooks\b|\.\./", re.MULTILINE)
"""Settings that come from elsewhere: the environment, another file, code, another folder."""
_PLUGINS = re.compile(r"^plugins:(.*?)(?=^\S|\Z)", re.MULTILINE | re.DOTALL)
_PLUGIN = re.compile(r"(?:^\s*-|[\[,])\s*([\w/-]+)", re.MULTILINE)
_OURS = frozenset({"briefings", "search", "material/search"})


def inputs_digest(root: Path, address: str) -> str:
    """Return the digest of content, data, settings, code and packages; empty if not all of it can be known."""
    settings = (root / SETTINGS).read_text("utf-8", "replace")
    plugins = {name for block in _PLUGINS.findall(settings) for name in _PLUGIN.findall(block)}
    if _UNKNOWN.search(settings) or plugins - _OURS:
        return ""
    digest = sha256(repr((sys.version, package_versions(), code_digests(generators), address)).encode())
    for path in _paths(root, settings):
        digest.update(f"{path.relative_to(root).as_posix()} {digest_of(path)}\n".encode())
    return digest.hexdigest()


def _paths(root: Path, settings: str) -> Iterator[Path]:
    """Yield the settings, and all files of the folders that they name: templates, a theme, hooks, settings to inherit."""
    names = {*_FOLDERS, *(name for name in map(_relative, _NAME.findall(settings)) if name[:1] != ".")}
    yield root / SETTINGS
    for name in sorted(names):
        path = root / name
        if path.is_file():
            yield path
        elif path.is_dir() and not (path / SUMS).is_file():
            yield from sorted(file for file in path.rglob("*") if file.is_file())


def _relative(name: str) -> str:
    return name.removeprefix("./")


def is_current(folder: Path, cache: Path, digest: str) -> bool:
    """Return True if the folder is a complete site, published from these inputs and unchanged since."""
    if not digest or stored(_entry(folder, cache)).decode() != f"{digest} {digest_of(folder / SUMS)}":
        return False
    try:
        refuse_missing(folder)
    except Refused:
        return False
    return True


def remember(folder: Path, cache: Path, digest: str) -> None:
    """Note from which inputs the folder was published."""
    store(_entry(folder, cache), f"{digest} {digest_of(folder / SUMS)}".encode())


def _entry(folder: Path, cache: Path) -> Path:
    return cache / sha256(os.fsencode(folder.resolve())).hexdigest()
