"""Registry of edits: what a maintainer changes in a site between two builds."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from tests.edits import declarations, pages, tables
from tests.edits.whole_files import WHOLE_FILES, Changes, Files

TextEdit = Callable[[Random, str], str]
_ANY, _TABLE, _PAGE, _SETTINGS = r"(data|content)/.*\.yml", r"data/.*\.csv", r"content/.*\.md", r"mkdocs\.yml"
_BESIDE = r"(data|content)/[^/]*\.yml"
TEXTS: tuple[tuple[str, TextEdit], ...] = (
    (_TABLE, tables.cell),
    (_TABLE, tables.number),
    (_TABLE, tables.number),
    (_TABLE, tables.code),
    (_TABLE, tables.row_gone),
    (_TABLE, tables.row_again),
    (r"data/(sources|places|parties|events)\.csv", tables.cell),
    (r"data/[^/]+/.*\.yml", declarations.wording),
    (r"content/charts/.*", declarations.wording),
    (r"content/charts/.*", declarations.option),
    (_BESIDE, declarations.wording),
    (_BESIDE, declarations.wording),
    (_BESIDE, declarations.entry_gone),
    (_BESIDE, declarations.entry_again),
    (_ANY, declarations.option),
    (_ANY, declarations.option),
    (_ANY, declarations.list_item),
    (_PAGE, pages.sentence),
    (_PAGE, pages.sentence),
    (_PAGE, pages.front_matter),
    (_PAGE, pages.paragraph_more),
    (_PAGE, pages.paragraph_more),
    (_PAGE, pages.paragraph_gone),
    (_PAGE, pages.paragraphs_swapped),
    (r"content/briefings/.*\.md", pages.draft),
    (_SETTINGS, declarations.setting),
    (_SETTINGS, declarations.label),
    (_SETTINGS, declarations.swapped),
)
"""The files that an edit is for, and the edit; what is there twice happens twice as often."""
_UNDONE = 4
"""Undoing is as frequent as so many edits."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of some files."""

    kind: str
    changes: Changes

    def __str__(self) -> str:
        return f"{self.kind}: {', '.join(sorted(self.changes))}"


def next_edit(random: Random, files: Files, earlier: list[Files]) -> Edit:
    """Return an edit that changes something; `earlier` is what the files were before each edit so far."""
    while True:
        number = random.randrange(len(TEXTS) + len(WHOLE_FILES) + _UNDONE)
        if number < len(TEXTS):
            edit = _text_edit(random, files, *TEXTS[number])
        elif number < len(TEXTS) + len(WHOLE_FILES):
            change = WHOLE_FILES[number - len(TEXTS)]
            edit = Edit(change.__name__, change(random, files))
        else:
            edit = _undone(random, files, earlier)
        if any(files.get(path) != text for path, text in edit.changes.items()):
            return edit


def _text_edit(random: Random, files: Files, pattern: str, change: TextEdit) -> Edit:
    paths = [path for path in files if re.fullmatch(pattern, path) and not path.startswith("data/releases/")]
    path = random.choice(paths)
    return Edit(f"{change.__module__.rpartition('.')[2]}.{change.__name__}", {path: change(random, files[path])})


def _undone(random: Random, files: Files, earlier: list[Files]) -> Edit:
    """Return a few files as they were before an earlier edit."""
    before = random.choice(earlier or [files])
    paths = [path for path in {**files, **before} if files.get(path) != before.get(path)]
    chosen = sorted(paths)[: random.choice((1, len(paths) or 1))]
    return Edit("undone", {path: before.get(path) for path in chosen})
