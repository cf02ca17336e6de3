"""Tables that readers take away: the columns of an observation, and the text of a CSV file that opens safely."""

import csv
import io
from collections.abc import Iterable, Sequence

from generators.model import Observation, Place

HEADER = (
    "indicator",
    "population",
    "unit",
    "place",
    "place_name",
    "place_official",
    "period",
    "value",
    "lower",
    "upper",
    "qualifier",
    "wording",
    "said_by",
    "source",
    "publisher",
    "published",
    "url",
    "locator",
    "also_in",
    "as_of",
    "status",
    "checked",
    "note",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_text(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """The rows under their header: comma-separated, line feeds, no cell that a spreadsheet would run."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([_safe(cell) for cell in row] for row in rows)
    return out.getvalue()


def _safe(cell: str) -> str:
    """A cell that a spreadsheet would run as a formula gets an apostrophe in front; a number never looks like one."""
    return "'" + cell if cell.startswith(_FORMULA) else cell


def cells_of(o: Observation) -> tuple[str, ...]:
    """The observation as a row under `HEADER`: a blank stays a blank, a number its digits, a place its code and its name."""
    return (
        o.indicator.id,
        o.indicator.population,
        o.indicator.unit,
        o.place.code,
        o.place.name,
        official(o.place),
        o.period.text if o.period else "",
        _text(o.value),
        _text(o.lower),
        _text(o.upper),
        o.qualifier,
        o.wording,
        o.said_by,
        o.source.id,
        o.source.publisher,
        o.source.published.text if o.source.published else "",
        o.source.url,
        o.locator,
        " ".join(s.id for s in o.also_in),
        o.as_of.text if o.as_of else "",
        o.status or "",
        "yes" if o.checked else "no",
        o.note,
    )


def official(place: Place) -> str:
    """Whether the place's code is one of ISO 3166: "yes", "unofficial" if it only looks like one, "own" if it is ours."""
    if place.code.isupper():
        return "yes" if place.official else "unofficial"
    return "own"


def _text(number: object) -> str:
    return "" if number is None else str(number)
