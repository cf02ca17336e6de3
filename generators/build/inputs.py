"""Everything that a site is made from, as one digest: from the same, a build makes the same bytes."""

import os
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from importlib.metadata import entry_points
from pathlib import Path

import yaml

import generators
from generators.build.errors import Refused
from generators.build.site_folders import digest_of, refuse_missing
from generators.cache import code_digests, package_versions, store, stored
from generators.load.formats.reading import gathered
from generators.load.formats.yaml_nodes import load_yaml
from generators.load.mkdocs_config import SETTINGS
from generators.urls.paths import SUMS

_FOLDERS = ("content", "data")
_ELSEWHERE = frozenset({"INHERIT", "hooks"})
"""Settings that are another file of settings, and code."""
_MADE = frozenset({"cache", "site_dir"})
"""Settings whose folders are not made from but made."""
_OURS = frozenset({"briefings", "search", "material/search"})
_PURE = ("markdown.extensions.", "material.extensions.", "generators.", "pymdownx.")
_READING = ("pymdownx.b64", "pymdownx.snippets")
"""Extensions whose result depends on other files than the page."""


def is_pure(extension: str) -> bool:
    """Return True for an extension of the Markdown library whose result depends on nothing but the page and its options."""
    return extension not in _READING and (extension in _own_extensions() or extension.startswith(_PURE))


@cache
def _own_extensions() -> frozenset[str]:
    """Return the short names of the Markdown library's own extensions."""
    points = entry_points(group="markdown.extensions")
    return frozenset(point.name for point in points if point.dist and point.dist.name.lower() == "markdown")


def inputs_digest(root: Path, address: str) -> str:
    """Return the digest of content, data, settings, code and packages; empty if not all of it can be known."""
    document, problems = gathered(load_yaml(root, SETTINGS))
    if document is None or problems:
        return ""
    values = [*_scalars(document.node)]
    if not _is_all_here(document.node, values):
        return ""
    digest = sha256(repr((sys.version, package_versions(), code_digests(generators), address)).encode())
    for path in _paths(root, {value.value for value in values}):
        digest.update(f"{path.relative_to(root).as_posix()} {digest_of(path)}\n".encode())
    return digest.hexdigest()


def _scalars(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    """Yield every text of the settings, but for what is said of folders that a build makes."""
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.SequenceNode):
        for part in node.value:
            yield from _scalars(part)
    elif isinstance(node, yaml.MappingNode):
        for key, part in node.value:
            yield from _scalars(key)
            if key.value not in _MADE:
                yield from _scalars(part)


def _is_all_here(node: yaml.Node, values: Iterable[yaml.ScalarNode]) -> bool:
    """Return False for settings that name the environment, other code, or files outside of the site."""
    top = {key.value: part for key, part in node.value} if isinstance(node, yaml.MappingNode) else {}
    return not (
        _ELSEWHERE & top.keys()
        or _names(top.get("plugins")) - _OURS
        or not all(map(is_pure, _names(top.get("markdown_extensions"))))
        or any(map(_is_elsewhere, values))
    )


def _names(node: yaml.Node | None) -> set[str]:
    """Return the names in a list of which each may have options."""
    if isinstance(node, yaml.MappingNode):
        return {key.value for key, _ in node.value}
    if isinstance(node, yaml.SequenceNode):
        return {name for part in node.value for name in (_names(part) or {str(part.value)})}
    return set()


def _is_elsewhere(value: yaml.ScalarNode) -> bool:
    """Return True for a value of the environment, a name of code, or a path out of the site."""
    text = value.value
    own = value.tag.startswith("tag:yaml.org,2002:") and "python" not in value.tag
    return not own or ".." in text.split("/") or (os.path.isabs(text) and os.path.exists(text))


def _paths(root: Path, names: Iterable[str]) -> Iterator[Path]:
    """Yield the settings, and all files of the folders that they name: templates, a theme."""
    yield root / SETTINGS
    for name in sorted({*_FOLDERS, *map(os.path.normpath, names)} - {"."}):
        path = root / name
        if os.path.isfile(path):  # any text may be asked, also one that is too long for a path
            yield path
        elif os.path.isdir(path) and not (path / SUMS).is_file():
            yield from sorted(file for file in path.rglob("*") if file.is_file())


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
