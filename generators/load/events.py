"""data/events.csv: events, each in one neutral line."""

from pathlib import Path

from generators.load.formats.csv_tables import Row, load_table
from generators.load.formats.reading import Reading, needed, parse_field, read_each
from generators.load.formats.text_files import is_there
from generators.load.reference_data import Ground
from generators.model import Event, Period, parse
from generators.model.problems import CellError

PATH = "data/events.csv"
COLUMNS = ("date", "topic", "place", "at", "title", "summary", "source", "also_in", "collected")


def load_events(root: Path, ground: Ground) -> Reading[tuple[Event, ...]]:
    """Return the events in file order, none without a file."""
    rows = (yield from load_table(root, PATH, COLUMNS)) if is_there(root, PATH) else None
    return (yield from read_each(rows.rows if rows else (), lambda row: _event(row, ground)))


def _event(row: Row, ground: Ground) -> Reading[Event | None]:
    date = yield from parse_field(row.field("date"), _date)
    place = yield from ground.place(row.field("place"))
    source = yield from ground.source(row.field("source"))
    also_in = yield from ground.more_sources(row.field("also_in"))
    for column in ("topic", "title", "summary"):
        yield from needed(row.field(column))
    if date is None or place is None or source is None:
        return None
    return Event(
        date=date,
        topic=row["topic"],
        place=place,
        at=row["at"],
        title=row["title"],
        summary=row["summary"],
        sources=(source, *also_in),
        collected=row["collected"],
        where=row.where,
    )


def _date(text: str) -> Period:
    date = parse.period(text)
    if date is None:
        raise CellError("a date such as 2018-06-17, 2018-06 or 2018")
    return date
