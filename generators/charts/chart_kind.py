"""A chart kind as a value: its function, its texts, and what it needs and offers."""

from dataclasses import dataclass
from typing import Literal

Need = Literal[
    "figures",
    "dates",
    "recorder",
    "one-length",
    "no-overlap",
    "not-below-zero",
    "one-concept",
    "one-unit",
    "final",
    "one-series",
    "one-figure-a-place",
    "tiles",
    "events",
    "geometry",
    "places",
    "one-measure",
    "two-places",
    "one-place",
    "same-concept",
    "shared-periods",
    "history",
    "two-periods",
    "parts",
    "events-in-time",
]

Offer = Literal["tips", "speaker", "indicator", "place", "topic", "time"]
"""An interaction with a drawing: the tooltip of a mark, a filter, or a selection of the time."""
Walk = Literal["down", "across", "panels"]
"""Order of the marks for keys and pointer: down the rows, across the time, or across each panel in turn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A chart kind: its function, names, requirements, guidance for authors and readers, and interactions."""

    function: str
    """Name of the function and of its module."""
    called: str
    several: str
    """Plural of the name."""
    needs: tuple[Need, ...]
    use: str
    """Good uses, in sentences."""
    avoid: str
    """Bad uses, each with a better kind."""
    reading: str
    """Instructions for readers."""
    offers: tuple[Offer, ...]
    walk: Walk
