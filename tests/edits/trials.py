"""A site edited again and again: after each edit it is built with the cache and without one, and both are compared."""

import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random

from generators.build.inputs import inputs_digest
from tests.edits.builds import Builder, Result
from tests.edits.registry import Edit, next_edit
from tests.fixtures.folders import CACHE

_KEPT_FOR = 7
"""Builds that a process makes before another begins with the cache on disk alone."""
_ANEW = 25
"""One clean build of so many also renders each chart and each document again."""
_TEXTS = {".css", ".csv", ".html", ".md", ".yml"}
_SETTINGS = "mkdocs.yml"


@dataclass(frozen=True, slots=True)
class Step:
    """An edit and what came of it."""

    edit: Edit
    refused: bool
    differences: tuple[str, ...]


def steps(source: Path, number: int, seed: str, folder: Path) -> Iterator[Step]:
    """Edit a copy of the site in the folder so many times; a refused edit is taken back."""
    root, random = _copied(source, folder / seed / "kept"), Random(seed)  # noqa: S311 - the same edits each time
    files, earlier = texts_of(root), list[Mapping[str, str]]()
    pair = Pair(root, folder / "renderings")
    try:
        pair.built(anew=False)
        for count in range(number):
            edit = next_edit(random, files, earlier)
            _write(root, edit.changes)
            kept, clean = pair.built(anew=count % _ANEW == _ANEW - 1)
            yield Step(edit, clean.refused, (*pair.differences(kept, clean),))
            if clean.refused:
                _write(root, {path: files.get(path) for path in edit.changes})
            else:
                earlier.append(files)
                files = {path: text for path, text in {**files, **edit.changes}.items() if text is not None}
    finally:
        pair.stop()


class Pair:
    """Two builds of one site at a time: in its folder with the cache there, and in a copy beside it without one."""

    def __init__(self, root: Path, renderings: Path) -> None:
        self.root, self.folder = root, root.parent
        self._kept = Builder(_KEPT_FOR, renderings)
        self._clean = Builder(1, renderings)
        self._sites: dict[str, dict[str, str]] = {}

    def built(self, *, anew: bool) -> tuple[Result, Result]:
        """Return the results of both builds."""
        for name in ("site", "clean-site", "clean"):
            shutil.rmtree(self.folder / name, ignore_errors=True)
        clean = shutil.copytree(self.root, self.folder / "clean", ignore=shutil.ignore_patterns(CACHE))
        self._clean.start(clean, self.folder / "clean-site", anew=anew)
        self._kept.start(self.root, self.folder / "site")
        return self._kept.result(), self._clean.result()

    def differences(self, kept: Result, clean: Result) -> Iterator[str]:
        """Yield the paths of files that are not the same, both messages if these are not, and a crash."""
        yield from _different(kept.digests, clean.digests)
        if kept.messages != clean.messages or "Traceback" in clean.messages:
            yield f"\n--- with the cache\n{kept.messages}\n--- without\n{clean.messages}"
        digest = inputs_digest(self.root, "")
        if digest and not clean.refused:
            same = self._sites.setdefault(digest, clean.digests)
            yield from (
                f"{path}, although the digest of inputs is the same" for path in _different(same, clean.digests)
            )

    def stop(self) -> None:
        """End the processes of both builds."""
        self._kept.stop()
        self._clean.stop()


def _different(one: Mapping[str, str], other: Mapping[str, str]) -> list[str]:
    return [path for path in sorted({*one, *other}) if one.get(path) != other.get(path)]


def _copied(source: Path, root: Path) -> Path:
    for name in ("data", "content"):
        shutil.copytree(source / name, root / name)
    shutil.copy(source / _SETTINGS, root)
    return root


def texts_of(root: Path) -> dict[str, str]:
    paths = (path for path in sorted(root.rglob("*")) if path.suffix in _TEXTS)
    return {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in paths}


def _write(root: Path, changes: Mapping[str, str | None]) -> None:
    for name, text in changes.items():
        path = root / name
        if text is None:
            path.unlink(missing_ok=True)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
