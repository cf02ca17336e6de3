"""Observations as cells of a table row."""

from generators.model import Observation, Place

STATED = (
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
    "origin",
    "source",
    "publisher",
    "published",
    "url",
    "locator",
    "also_in",
    "as_of",
    "status",
    "checked",
    "checked_on",
    "checked_extent",
    "note",
)
"""Columns from a figure's row and from the records it refers to."""


def cells_of(o: Observation) -> tuple[str, ...]:
    """Return the observation as a row under `STATED`, with blanks as blanks and numbers as published."""
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
        o.origin,
        o.source.id,
        o.source.publisher,
        o.source.published.text if o.source.published else "",
        o.source.url,
        o.locator,
        " ".join(s.id for s in o.also_in),
        o.as_of.text if o.as_of else "",
        o.status or "",
        "yes" if o.checked else "no",
        o.checked_on.isoformat() if o.checked_on else "",
        o.checked_extent or "",
        o.note,
    )


def official(place: Place) -> str:
    """Return "yes" for a code of ISO 3166, "unofficial" for one that only looks like it, "own" for this site's."""
    if place.code.isupper():
        return "yes" if place.official else "unofficial"
    return "own"


def _text(number: object) -> str:
    return "" if number is None else str(number)
