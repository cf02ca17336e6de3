"""Rows of data/<topic>/<dataset>.csv, each a stated number with its source."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypeVar, cast, get_args

from generators.load.formats.csv_tables import Row
from generators.load.formats.reading import Reading, parse_field, resolve_field
from generators.load.reference_data import Ground
from generators.model import Dataset, Extent, Indicator, Observation, Qualifier, Status, parse
from generators.model.lookup import party_of
from generators.model.notations.numbers import Measure
from generators.model.origins import origin
from generators.model.problems import CellError, fold

COLUMNS = (
    "indicator", "place", "period", "value", "lower", "upper", "qualifier", "wording", "said_by", "source", "locator",
    "also_in", "as_of", "status", "checked", "note", "collected",
)  # fmt: skip
OPTIONAL = ("checked_on", "checked_extent")
_QUALIFIERS = cast(tuple[Qualifier, ...], get_args(Qualifier))
_EXTENTS = cast(tuple[Extent, ...], get_args(Extent))
_STATUSES = cast(tuple[Status, ...], get_args(Status))
Option = TypeVar("Option", bound=str)
_MEANT: Mapping[str, tuple[str, ...]] = {
    "exact": ("=", "exactly", "precise"),
    "at_least": ("≥", ">=", "min", "minimum", "or more"),
    "about": (
        "~",
        "≈",
        "approx",
        "approximate",
        "approximately",
        "ca",
        "circa",
        "est",
        "estimate",
        "estimated",
        "around",
    ),
    "more_than": (">", "over", "above"),
    "up_to": ("≤", "<=", "max", "maximum", "at most"),
    "final": ("confirmed", "definitive"),
    "provisional": ("prelim", "preliminary", "interim", "unconfirmed"),
    "revised": ("corrected", "updated"),
}
"""Words of other tables for our options."""


def observation(row: Row, dataset: Dataset, ground: Ground) -> Reading[Observation | None]:
    """Return the observation; None for an unknown indicator, place, source or qualifier, or an unreadable number or date."""
    indicator = yield from resolve_field(row.field("indicator"), dataset.indicators, "an indicator of the sidecar")
    place = yield from ground.place(row.field("place"))
    source = yield from ground.source(row.field("source"))
    qualifier = yield from parse_field(row.field("qualifier"), lambda text: _choice(text, _QUALIFIERS))
    period = yield from parse_field(row.field("period"), parse.period)
    measure = _measure(indicator)
    value = yield from parse_field(row.field("value"), lambda text: parse.figure(text, measure))
    lower = yield from parse_field(row.field("lower"), lambda text: parse.figure(text, measure))
    upper = yield from parse_field(row.field("upper"), lambda text: parse.figure(text, measure))
    also_in = yield from ground.more_sources(row.field("also_in"))
    as_of = yield from parse_field(row.field("as_of"), parse.period)
    status = yield from parse_field(row.field("status"), _status)
    checked, checked_on, extent = yield from _check(row)
    said_by = yield from _speaker(row, dataset)
    speaker = party_of(said_by, ground.parties)
    values = {"period": period, "value": value, "lower": lower, "upper": upper, "as_of": as_of}
    unread = any(row[column] and parsed is None for column, parsed in values.items())
    if indicator is None or place is None or source is None or qualifier is None or unread:
        return None
    return Observation(
        dataset=dataset.id, indicator=indicator, place=place, period=period, value=value, lower=lower, upper=upper,
        qualifier=qualifier, wording=row["wording"], said_by=said_by, source=source, locator=row["locator"],
        also_in=also_in, as_of=as_of, status=status, checked=checked, note=row["note"],
        collected=row["collected"], checked_on=checked_on, checked_extent=extent,
        speaker=speaker, origin=origin(said_by, speaker, ground.bodies), grade=dataset.grade, where=row.where,
    )  # fmt: skip


def _check(row: Row) -> Reading[tuple[bool, date | None, Extent | None]]:
    """Return whether the figure was checked, the day, and the extent that was read."""
    checked = yield from parse_field(row.field("checked"), parse.yes)
    day = (yield from parse_field(row.field("checked_on"), parse.day)) if row["checked_on"] else None
    extent = yield from parse_field(row.field("checked_extent"), _extent)
    if checked is False and (row["checked_on"] or row["checked_extent"]):
        field = row.field("checked")
        advice = "Write yes if the original was read, or leave checked_on and checked_extent blank."
        yield CellError("yes, because the row has checked_on or checked_extent", advice).at(
            field.where, field.subject, field.text
        )
    return bool(checked), day, extent


def _extent(text: str) -> Extent | None:
    return parse.choice(text, _EXTENTS) if text else None


def _measure(indicator: Indicator | None) -> Measure:
    """Return the numbers that the indicator allows; all non-negative ones if it is unknown."""
    if indicator is None:
        return Measure()
    return Measure(unit=indicator.unit, fractions=indicator.fractions, signed=indicator.kind == "change")


def _status(text: str) -> Status | None:
    return _choice(text, _STATUSES) if text else None


def _choice(text: str, options: Iterable[Option]) -> Option:
    """Return the option; advice for a word that another publisher uses."""
    try:
        return parse.choice(text, options)
    except CellError as error:
        synonym = next((option for option in options if fold(text.strip()).rstrip(".") in _MEANT.get(option, ())), "")
        raise CellError(error.expected, error.advice or (f"Did you mean {synonym}?" if synonym else "")) from None


def _speaker(row: Row, dataset: Dataset) -> Reading[str]:
    """Return the speaker: the recorder in a series, each speaker in statements."""
    said_by = row.field("said_by")
    if dataset.form == "series":
        if said_by.text not in ("", dataset.recorder):
            expected = f"a blank, or the recorder, {dataset.recorder}"
            advice = "A series has one speaker: leave it blank, or write form: statements in the sidecar."
            yield CellError(expected, advice).at(said_by.where, said_by.subject, said_by.text)
        return dataset.recorder
    if not said_by.text:
        advice = "Name the speaker: the sidecar has form: statements."
        yield CellError("the name of the speaker", advice).at(said_by.where, said_by.subject, None)
    return said_by.text
