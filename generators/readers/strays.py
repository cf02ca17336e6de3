"""Files of data/ and content/ that nothing reads: a misspelt name would be ignored, or published as it stands.

A new kind of file is named here, or its reader will refuse it.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from posixpath import splitext

from generators.problems import Problem, Where, did_you_mean
from generators.readers import (
    bounds,
    claims,
    concepts,
    corrections,
    credibility,
    edition,
    events,
    geometry,
    harm,
    incomparable,
    judgements,
    left_out,
    moved,
    parties,
    places,
    silences,
    sources,
    terms,
    words,
)
from generators.readers.reading import Reading
from generators.readers.texts import unreadable

COLLECTED = "data/COLLECTED.csv"
"""The rows as they were collected; no page shows it, the tests of the evidence do the sums."""
_FILES = (
    COLLECTED, claims.PATH, judgements.PATH, concepts.PATH, corrections.PATH, events.PATH, geometry.PATH, left_out.PATH, places.PATH, sources.PATH,
    edition.PATH, harm.PATH, harm.NAMES, incomparable.PATH, silences.PATH, terms.PATH, words.PATH,
    credibility.PATH, moved.PATH, parties.PATH,
)  # fmt: skip
_ASSETS = "content/assets/"
_FOLDERS = re.compile(
    r"data/releases/(pages/)?[^/]+\.csv|data/(?!releases/)[^/]+/[^/]+\.(csv|yml)|content/charts/[^/]+\.yml|content/(briefings/)?[^/]+\.md"
)
_NO_ASSET = (".md", ".markdown", ".mdown", ".mkdn", ".mkd", ".yml", ".yaml")
"""What an engine makes pages of, and what `press` takes for a declaration."""
_HIDDEN_TEXT = re.compile(r"\.(?![_#~])[^/]*[^/.]\.(?:md|markdown)")
"""A hidden file of text: most likely somebody's draft."""
_PASSING = re.compile(r"\..*|.*~|#.*#")
"""Names of hidden files and of what editors leave behind."""


def read(root: Path) -> Reading[None]:
    """A problem for each file that no reader claims, and for each folder that cannot be looked into."""
    for folder in ("content", "data"):
        refused: list[OSError] = []
        for path in _below(root, folder, refused):
            irregular = tuple(bounds.irregular(root, path))
            yield from irregular
            if not irregular and not is_claimed(path):
                yield _stray(path)
        yield from _hidden(root, folder)
        for error in refused:
            if not isinstance(error, FileNotFoundError):
                yield unreadable(Where(path=Path(error.filename).relative_to(root).as_posix()), error)


def is_claimed(path: str) -> bool:
    """True if a reader reads the file, or if it is published as it is.

    >>> is_claimed("data/levels/flood-peaks.csv"), is_claimed("data/levels/flood-peaks.yaml")
    (True, False)
    """
    if path.startswith(_ASSETS):
        return splitext(path)[1].lower() not in _NO_ASSET
    return path in _FILES or bool(_FOLDERS.fullmatch(path))


def _below(root: Path, folder: str, refused: list[OSError]) -> Iterator[str]:
    """The paths of all files below the folder, and of links to folders; what the system refuses is added to the list."""
    for here, folders, files in os.walk(root / folder, onerror=refused.append):
        inside = Path(here).relative_to(root).as_posix()
        links = [name for name in folders if os.path.islink(os.path.join(here, name))]
        yield from (f"{inside}/{name}" for name in sorted({*files, *links}) if not _PASSING.fullmatch(name))
        folders[:] = sorted(name for name in folders if name not in links and not _PASSING.fullmatch(name))


def _hidden(root: Path, folder: str) -> Reading[None]:
    """A problem for each text whose name begins with a dot, which nothing reads."""
    for here, folders, files in os.walk(root / folder):
        folders[:] = sorted(name for name in folders if not _PASSING.fullmatch(name))
        for name in sorted(filter(_HIDDEN_TEXT.fullmatch, files)):
            path = f"{Path(here).relative_to(root).as_posix()}/{name}"
            advice = "Name it without the dot; a briefing that is not to be published says draft: true."
            yield Problem(
                where=Where(path=path), subject="file name", found=name, expected="a name that is read", advice=advice
            )


def _stray(path: str) -> Problem:
    return Problem(
        where=Where(path=path),
        subject="file name",
        found=path,
        expected="the name of a file that the site reads",
        advice=did_you_mean(path, _likely(path)),
    )


def _likely(path: str) -> tuple[str, ...]:
    """Where the file may have been meant to be: the fixed names, and its own name where names are free."""
    top, *folders, name = path.split("/")
    stem, ending = splitext(name)
    own = [f"{_ASSETS}{name}"]
    if top == "data":
        own = [f"data/{topic}/{stem}{other}" for topic in folders[:1] for other in (".csv", ".yml")]
    elif ending.lower() in _NO_ASSET:
        own = [f"content/{stem}.md", f"content/briefings/{stem}.md", f"content/charts/{stem}.yml"]
    return (*(known for known in _FILES if known.startswith(f"{top}/")), *own)
