"""Credibility of items: the key `credibility` of a sidecar, and data/credibility.yml for single rows."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from generators.load.evidence import evidence
from generators.load.formats.reading import Reading
from generators.load.formats.yaml_records import Keys, Record, parse_record, records_file
from generators.model import CREDIBILITY, Catalog, GradedRows, ItemGrade, Observation, parse
from generators.model.lookup import matching_rows
from generators.model.problems import CellError

_Key = tuple[str, tuple[str, ...]]

PATH = "data/credibility.yml"
KEY = "credibility"
_GRADE = Keys(needed=("grade", "reason", "graded"))
_KEYS = Keys(needed=("rows", *_GRADE.needed))


def load_item_grades(root: Path) -> Reading[tuple[GradedRows, ...]]:
    """Return the entries in file order, none without a file."""
    entries = []
    for record in (yield from records_file(root, PATH, _KEYS)):
        rows = yield from evidence(record, "rows")
        grade = yield from _grade(record)
        if grade is not None:
            entries.append(GradedRows(rows=rows, grade=grade))
    return tuple(entries)


def of_sidecar(sidecar: Record) -> Reading[ItemGrade | None]:
    """Return the grade of a dataset's rows; None if the sidecar has none."""
    entry = sidecar.entries.get(KEY)
    record = None if entry is None else (yield from parse_record(entry, _GRADE))
    return None if record is None else (yield from _grade(record))


def _grade(record: Record) -> Reading[ItemGrade | None]:
    digit = yield from record.value("grade", lambda text: parse.choice(text, CREDIBILITY))
    reason = yield from record.text("reason")
    graded = yield from record.value("graded", parse.day)
    if digit is None or graded is None:
        return None
    return ItemGrade(digit=digit, reason=reason, graded=graded, where=record.where)


def regraded(catalog: Catalog) -> Catalog:
    """Return the catalog with the grades of `credibility` in its rows; the later of two grades applies."""
    grades = {_key(o): entry.grade for entry in catalog.credibility for o in _rows(catalog, entry)}
    datasets = {
        name: replace(dataset, observations=tuple(_with_grade(o, grades) for o in dataset.observations))
        if any(name == key for key, _ in grades)
        else dataset
        for name, dataset in catalog.datasets.items()
    }
    return replace(catalog, datasets=MappingProxyType(datasets))


def _rows(catalog: Catalog, graded: GradedRows) -> Iterator[Observation]:
    for reference in filter(None, (row.reference for row in graded.rows)):
        try:
            yield from matching_rows(catalog, *reference)
        except CellError:  # the check `grade_references` says so, at its line
            continue


def _key(observation: Observation) -> _Key:
    return observation.dataset, observation.key


def _with_grade(observation: Observation, grades: Mapping[_Key, ItemGrade]) -> Observation:
    grade = grades.get(_key(observation))
    return replace(observation, grade=grade) if grade else observation
