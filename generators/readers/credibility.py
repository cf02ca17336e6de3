"""How credible an item is: the key `credibility` of a sidecar, and data/credibility.yml for single rows."""

from pathlib import Path

from generators import cells
from generators.model import CREDIBILITY, GradedRows, ItemGrade
from generators.readers.evidence import evidence
from generators.readers.reading import Reading
from generators.readers.records import Keys, Record, record, records_file

PATH = "data/credibility.yml"
KEY = "credibility"
_GRADE = Keys(needed=("grade", "reason", "graded"))
_KEYS = Keys(needed=("rows", *_GRADE.needed))


def read(root: Path) -> Reading[tuple[GradedRows, ...]]:
    """Every entry in the file's order, none if there is no file."""
    found = []
    for one in (yield from records_file(root, PATH, _KEYS)):
        rows = yield from evidence(one, "rows")
        grade = yield from _grade(one)
        if grade is not None:
            found.append(GradedRows(rows=rows, grade=grade))
    return tuple(found)


def of_sidecar(sidecar: Record) -> Reading[ItemGrade | None]:
    """The grade of a dataset's rows; None if the sidecar gives none."""
    entry = sidecar.entries.get(KEY)
    told = None if entry is None else (yield from record(entry, _GRADE))
    return None if told is None else (yield from _grade(told))


def _grade(told: Record) -> Reading[ItemGrade | None]:
    digit = yield from told.value("grade", lambda text: cells.choice(text, CREDIBILITY))
    reason = yield from told.text("reason")
    graded = yield from told.value("graded", cells.day)
    if digit is None or graded is None:
        return None
    return ItemGrade(digit=digit, reason=reason, graded=graded, where=told.where)
