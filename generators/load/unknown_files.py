"""Unknown files in data/ and content/: one with a misspelt name would be ignored or published.

A new kind of file must be listed here.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from posixpath import splitext
from unicodedata import is_normalized, normalize

from generators.load import (
    bodies,
    claims,
    concepts,
    corrections,
    disputes,
    edition,
    events,
    exclusions,
    geometry,
    glossary,
    house_style,
    incomparable,
    item_grades,
    judgements,
    layouts,
    observations,
    parties,
    places,
    redirects,
    safeguards,
    sources,
    suppressions,
)
from generators.load.formats import csv_header, limits
from generators.load.formats.reading import Reading
from generators.load.formats.text_files import TEMPORARY, unreadable
from generators.model import parse
from generators.model.problems import CellError, Problem, Where, proposal

COLLECTED = "data/COLLECTED.csv"
"""Collected rows; only the tests of the evidence read them."""
_FILES = (
    COLLECTED, claims.PATH, judgements.PATH, concepts.PATH, corrections.PATH, events.PATH, geometry.PATH, layouts.PATH, exclusions.PATH, places.PATH, sources.PATH,
    edition.PATH, safeguards.PATH, safeguards.NAMES, incomparable.PATH, suppressions.PATH, glossary.PATH, house_style.PATH,
    bodies.PATH, item_grades.PATH, disputes.PATH, redirects.PATH, parties.PATH,
)  # fmt: skip
_FIGURES = csv_header.Columns(observations.COLUMNS, ())
_ASSETS = "content/assets/"
_FOLDERS = re.compile(
    r"data/releases/(pages/)?[^/]+\.csv|data/(?!releases/)[^/]+/[^/]+\.(csv|yml)|content/charts/[^/]+\.yml|content/(briefings/)?[^/]+\.md"
)
_NO_ASSET = (".md", ".markdown", ".mdown", ".mkdn", ".mkd", ".yml", ".yaml")
"""Extensions of pages and declarations, which are not assets."""
_HIDDEN_TEXT = re.compile(r"\.(?![_#~])[^/]*[^/.]\.(?:md|markdown)")
"""Hidden Markdown files, probably drafts."""
_SPREADSHEETS = (".xlsx", ".xls", ".xlsm", ".ods", ".numbers")
_TABLES = (".csv", ".tsv", ".txt")
_PICTURES = (".png", ".jpg", ".jpeg", ".svg", ".webp", ".gif", ".pdf")


def report_unknown_files(root: Path) -> Reading[None]:
    """Yield a problem for each unknown file and each unreadable folder."""
    for folder in ("content", "data"):
        refused: list[OSError] = []
        for path in _paths_below(root, folder, refused):
            irregular = tuple(limits.irregular(root, path))
            yield from irregular
            if not irregular and not is_claimed(path):
                yield _stray_file(root, path)
            elif path.startswith(_ASSETS):
                yield from _unportable_name(path)
        yield from _hidden_files(root, folder)
        for error in refused:
            if not isinstance(error, FileNotFoundError):
                yield unreadable(Where(path=Path(error.filename).relative_to(root).as_posix()), error)


def _unportable_name(path: str) -> Iterator[Problem]:
    """Yield a problem for a file name that some operating system does not accept."""
    where, name = Where(path=path), path.removeprefix(_ASSETS)
    if any(map(parse.is_reserved, name.split("/"))):
        advice = "Windows does not accept this name: rename the file."
        yield CellError("a file name that every operating system accepts", advice).at(where, "file name", name)
    if not is_normalized("NFC", name):
        advice = f"Rename it to {normalize('NFC', name)}, retyped: its accents are separate characters."
        yield CellError("a name in composed characters (NFC)", advice).at(where, "file name", name)


def is_claimed(path: str) -> bool:
    """Return True if a module reads the file, or if it is published unchanged.

    >>> is_claimed("data/levels/flood-peaks.csv"), is_claimed("data/levels/flood-peaks.yaml")
    (True, False)
    """
    if path.startswith(_ASSETS):
        return splitext(path)[1].lower() not in _NO_ASSET
    return path in _FILES or bool(_FOLDERS.fullmatch(path))


def _paths_below(root: Path, folder: str, refused: list[OSError]) -> Iterator[str]:
    """Yield the paths of files and folder links below the folder; errors are added to the list."""
    for directory, folders, files in os.walk(root / folder, onerror=refused.append):
        inside = Path(directory).relative_to(root).as_posix()
        links = [name for name in folders if os.path.islink(os.path.join(directory, name))]
        yield from (f"{inside}/{name}" for name in sorted({*files, *links}) if not TEMPORARY.fullmatch(name))
        folders[:] = sorted(name for name in folders if name not in links and not TEMPORARY.fullmatch(name))


def _hidden_files(root: Path, folder: str) -> Reading[None]:
    """Yield a problem for each hidden Markdown file."""
    for directory, folders, files in os.walk(root / folder):
        folders[:] = sorted(name for name in folders if not TEMPORARY.fullmatch(name))
        for name in sorted(filter(_HIDDEN_TEXT.fullmatch, files)):
            path = f"{Path(directory).relative_to(root).as_posix()}/{name}"
            advice = "Rename it without the dot; write draft: true in a briefing that is not to be published."
            yield Problem(
                where=Where(path=path),
                subject="file name",
                found=name,
                expected="a name without a leading dot",
                advice=advice,
            )


def _stray_file(root: Path, path: str) -> Problem:
    top, *_ = path.split("/")
    return Problem(
        where=Where(path=path),
        subject="file name",
        found=path,
        expected="the name of a file that the site reads",
        advice=proposal(path, (name for name in _FILES if name.startswith(f"{top}/"))) or _advice(root, path),
    )


def _advice(root: Path, path: str) -> str:
    """Return advice for a file of its kind: the right name, or to move it out."""
    top, *folders, name = path.split("/")
    stem, ending = splitext(name)
    ending = ending.lower()
    if ending in _SPREADSHEETS:
        return "Spreadsheets are not read: save each table as CSV UTF-8 in the folder of its topic."
    if ending in _TABLES and (described := csv_header.table_advice(root, path, _FIGURES)):
        return described
    target = _in_data(folders, stem, ending) if top == "data" else _in_content(folders, stem, ending)
    if target and target != path:
        return f"Did you mean {target}?"
    assets = f", or into {_ASSETS} to publish it" if top == "content" else ""
    return f"Files of this kind are not read: move it out of {top}/{assets}."


def _in_data(folders: list[str], stem: str, ending: str) -> str:
    endings = {".csv": ".csv", ".yml": ".yml", ".yaml": ".yml"}
    return f"data/{folders[0]}/{stem}{endings[ending]}" if folders and ending in endings else ""


def _in_content(folders: list[str], stem: str, ending: str) -> str:
    if ending in (".yml", ".yaml"):
        return f"content/charts/{stem}.yml"
    if ending in _NO_ASSET:
        return f"content/briefings/{stem}.md" if "briefings" in folders else f"content/{stem}.md"
    return f"{_ASSETS}{stem}{ending}" if ending in _PICTURES else ""
