"""content/claims.yml: published predictions and claims of others, with later evidence."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import get_args

from generators.load.evidence import evidence
from generators.load.formats.reading import Reading
from generators.load.formats.yaml_records import Keys, Record, load_by_slug
from generators.load.reference_data import Ground
from generators.model import Claim, Later, parse
from generators.model.judgements import Verdict

PATH = "content/claims.yml"
_KEYS = Keys(needed=("by", "date", "source", "locator", "claim", "later"))
_LATER = Keys(needed=("reading", "why"), optional=("evidence",))


def load_claims(root: Path, ground: Ground) -> Reading[Mapping[str, Claim]]:
    """Return the claims by id in file order, none without a file."""
    return (yield from load_by_slug(root, PATH, _KEYS, partial(_claim, ground=ground)))


def _claim(name: str, record: Record, *, ground: Ground) -> Reading[Claim | None]:
    by = yield from record.text("by")
    date = yield from record.value("date", parse.period)
    source = yield from ground.source((yield from record.field("source")))
    locator = yield from record.text("locator")
    claim = yield from record.text("claim")
    later = yield from _later(record)
    if date is None or source is None:
        return None
    return Claim(
        id=name, by=by, date=date, source=source, locator=locator, claim=claim, later=later, where=record.where
    )


def _later(record: Record) -> Reading[tuple[Later, ...]]:
    verdicts = []
    for item in (yield from record.records("later", _LATER)):
        reading = yield from item.value("reading", partial(parse.choice, options=get_args(Verdict)))
        why = yield from item.text("why")
        grounds = yield from evidence(item, "evidence")
        if reading is not None:
            verdicts.append(Later(reading=reading, why=why, evidence=grounds))
    return tuple(verdicts)
