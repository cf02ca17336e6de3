"""data/corrections.yml: corrections, with the old and the new text."""

from pathlib import Path

from generators.load.evidence import evidence
from generators.load.formats.reading import Reading, parse_field, read_each
from generators.load.formats.yaml_records import Keys, Record, records_file
from generators.model import Correction, parse

PATH = "data/corrections.yml"
_KEYS = Keys(needed=("date", "was", "now", "why"), optional=("pages", "rows"))


def load_corrections(root: Path) -> Reading[tuple[Correction, ...]]:
    """Return the corrections in file order, none without a file."""
    return (yield from read_each((yield from records_file(root, PATH, _KEYS)), _correction))


def _correction(record: Record) -> Reading[Correction | None]:
    date = yield from record.value("date", parse.day)
    was = yield from record.text("was")
    now = yield from record.text("now")
    why = yield from record.text("why")
    pages = []
    for field in (yield from record.fields("pages")):
        pages.append((yield from parse_field(field, parse.page)) or "")
    rows = yield from evidence(record, "rows")
    if date is None:
        return None
    return Correction(date=date, was=was, now=now, why=why, pages=tuple(pages), rows=rows, where=record.where)
