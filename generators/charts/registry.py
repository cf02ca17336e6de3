"""Registry of chart kinds. Each is a plain function (ChartSpec, Catalog, Frame) -> Altair chart in a file of its own.

This list is all there is: to add a kind, write its file and name it here, with when to use it: the site's page of
chart kinds is made from these words. Altair is imported only when a kind is
asked for its function, because that import costs a third of a second and most builds find every drawing in the cache.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Literal

from generators.model import Catalog, ChartSpec

if TYPE_CHECKING:
    import altair as alt

    from generators.charts.frames import Frame
    from generators.model import Catalog, ChartSpec

    Draw = Callable[[ChartSpec, Catalog, Frame], alt.LayerChart]

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
"""What a reader who touches a drawing can do: see each mark's figure, put aside what others said, narrow the time."""
Walk = Literal["down", "across", "panels"]
"""How keys go through the marks and what a pointer is near to: down the rows, across the time, or panel by panel across."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """Where a kind lives, what it is called, what its declaration must give it, what it is for, and what it offers when touched."""

    module: str
    function: str
    called: str
    several: str
    """What more than one chart of the kind is called."""
    needs: tuple[Need, ...]
    use: str
    """When it is the right kind, in sentences."""
    avoid: str
    """When it is not, and which kind is."""
    reading: str
    """How a reader reads it."""
    offers: tuple[Offer, ...]
    walk: Walk

    @property
    def draw(self) -> "Draw":
        """The kind's function; this imports Altair."""
        found: Draw = getattr(import_module(self.module), self.function)
        return found


def _kind(name: str, called: tuple[str, str], needs: tuple[Need, ...], words: tuple[str, str, str]) -> Kind:
    use, avoid, reading = words
    module = f"generators.charts.kinds.{name}"
    return Kind(
        module=module,
        function=name,
        called=called[0],
        several=called[1],
        needs=needs,
        use=use,
        avoid=avoid,
        reading=reading,
        offers=_OFFERS.get(name, ()),
        walk=_WALKS.get(name, "down"),
    )


_MARKS: tuple[Offer, ...] = ("tips", "speaker", "indicator", "place")
_OFFERS: Mapping[str, tuple[Offer, ...]] = {
    "line": (*_MARKS, "time"),
    "columns": (*_MARKS, "time"),
    "event_strip": ("tips", "time"),
    "small_multiples": ("tips", "place"),
    "calendar": ("tips", "place"),
    "disagreement": _MARKS,
    "revision": ("tips",),
    "slope": _MARKS,
    "share": _MARKS,
    "bars": _MARKS,
    "ranges": _MARKS,
    "timeline": ("tips", "topic", "place"),
    "tile_map": ("tips",),
}
"""By function; a kind that is not here stays a drawing."""
_WALKS: Mapping[str, Walk] = {
    "line": "across",
    "columns": "across",
    "event_strip": "across",
    "revision": "across",
    "small_multiples": "panels",
}

KINDS: Mapping[str, Kind] = {
    "line": _kind(
        "line",
        ("Line chart", "Line charts"),
        ("figures", "dates", "recorder", "one-length", "one-concept", "one-unit"),
        (
            "A long series of one recorder, or of a few recorders who count the same concept.",
            "Not for separate statements, which nothing joins (range), nor for a few figures (columns).",
            "A line joins figures that follow each other and were counted alike. It is cut where a figure is missing or the "
            "method changes; a band, or a stroke at a single figure, runs from the lower to the upper end; dashes are an area that stands in for the whole. "
            "Hatched ground lies under provisional figures.",
        ),
    ),
    "columns": _kind(
        "columns",
        ("Column chart", "Column charts"),
        ("figures", "dates", "one-length", "one-series", "no-overlap"),
        (
            "One series of months or years, above all with gaps: each figure stands for itself.",
            "Not for two recorders (line, disagreement) nor for more than about a hundred figures (line).",
            "A column is as wide as its period and begins at 0. A dotted line on the axis means that there is no figure, "
            "which is not 0. A pale column is an area that stands in for the whole; a hatched one is provisional.",
        ),
    ),
    "strip": _kind(
        "event_strip",
        ("Column chart with an event strip", "Column charts with an event strip"),
        ("figures", "dates", "one-length", "one-series", "no-overlap", "events-in-time"),
        (
            "One series over a few years or months, where a reader asks what else happened in that time.",
            "Not to say that an event explains a figure, and not with more than about twenty events (timeline).",
            "The columns read as in a column chart. Each numbered mark stands under the day of an event, and the list names it; "
            "a ring instead of a disc means that only the month or the year is known.",
        ),
    ),
    "multiples": _kind(
        "small_multiples",
        ("Small multiples", "Small multiples"),
        ("figures", "dates", "recorder", "one-length", "one-measure", "no-overlap", "two-places"),
        (
            "One series for several places, where their size and their course are to be compared.",
            "Not for one month (tiles), nor for many places with few figures each (calendar).",
            "Every panel has the same scales, so heights can be compared across panels. The number in a panel is its highest. "
            "A dotted line means that there is no figure, which is not 0.",
        ),
    ),
    "calendar": _kind(
        "calendar",
        ("Calendar of places", "Calendars of places"),
        (
            "figures",
            "dates",
            "recorder",
            "one-length",
            "one-measure",
            "no-overlap",
            "two-places",
            "final",
            "not-below-zero",
        ),
        (
            "One series for many places and months: which place has a figure when, and where the high ones are.",
            "Not to read exact figures or small differences (small multiples, table), nor for figures below 0 (small multiples).",
            "A row is a place, a box a month or a year, in the colour of its figure's class; the classes widen, and the key has "
            "their limits. A stretch full of dots has no figure, which is not 0.",
        ),
    ),
    "disagreement": _kind(
        "disagreement",
        ("Disagreement chart", "Disagreement charts"),
        ("figures", "dates", "recorder", "same-concept", "one-unit", "one-place", "shared-periods"),
        (
            "What two or more recorders counted for the same place and periods under one concept.",
            "Not for single statements of many speakers (range), nor for long series (line).",
            "Each period has a lane for every recorder, always in the same order. A dot is a figure, a bar runs from a lower to "
            "an upper end, an arrow to the right marks a floor. The shade reaches from the lowest to the highest end: "
            "the truth may lie outside it.",
        ),
    ),
    "revision": _kind(
        "revision",
        ("Revision chart", "Revision charts"),
        ("figures", "history", "one-unit"),
        (
            "How one recorder's figure for one period changed with the date on which it was stated.",
            "Not for figures of several periods (line) or of several recorders (disagreement).",
            "Time runs by the date of reporting, not by what happened. The line stays at a figure until the next one was stated. "
            "An arrow means that the document has no date and is not older than the day shown.",
        ),
    ),
    "slope": _kind(
        "slope",
        ("Slope chart", "Slope charts"),
        ("figures", "dates", "recorder", "one-length", "one-concept", "one-unit", "two-periods"),
        (
            "Two dates that were counted alike, for several places or recorders: who went up and who went down.",
            "Not where what lies between matters (line), nor for figures of different speakers (range).",
            "The left end is the first date, the right end the last; 0 is on the axis. What lies between is not shown, and "
            "the line is no path. A dashed line means that the method differs between the two dates.",
        ),
    ),
    "share": _kind(
        "share",
        ("Share chart", "Share charts"),
        ("figures", "dates", "one-unit", "not-below-zero", "parts", "final"),
        (
            "A whole and its parts from one speaker, above all where the parts do not make up the whole.",
            "Not for parts that overlap or are below 0 (bars), nor for a whole that is given as a range.",
            "Each bar is one whole, named beside it, whatever its size. The numbers are the source's own. The rest, full of dots, has "
            "no figure: it may belong to a named part or to none.",
        ),
    ),
    "bars": _kind(
        "bars",
        ("Bar chart", "Bar charts"),
        ("figures", "one-unit"),
        (
            "A few figures side by side: of places, indicators or periods of different length.",
            "Not for figures that follow each other in time (columns) or that differ in who gave them (range).",
            "A bar begins at 0. A whisker runs from the lower to the upper end. A hatched bar is provisional.",
        ),
    ),
    "range": _kind(
        "ranges",
        ("Range chart", "Range charts"),
        ("figures",),
        (
            "Separate statements and estimates on one subject, each with its speaker and date.",
            "Not for the series of a recorder (line, columns).",
            "A row is one statement, the oldest on top. A bar runs from the low to the high end; a dot is a single figure; an "
            "arrow to the right marks a floor, to the left a ceiling. Nothing is joined or averaged.",
        ),
    ),
    "timeline": _kind(
        "timeline",
        ("Timeline", "Timelines"),
        ("events",),
        (
            "Events in order, where no figure is told.",
            "Not beside a series that covers the same time (event strip).",
            "Each dot is an event at its date; a hollow dot is one of which only the month or the year is known.",
        ),
    ),
    "tiles": _kind(
        "tile_map",
        ("Tile map", "Tile maps"),
        ("figures", "tiles", "one-figure-a-place", "final", "not-below-zero"),
        (
            "One figure a place for one period, where the lie of the places helps.",
            "Not for several periods (calendar, small multiples), nor for figures below 0 (bars).",
            "Squares are of equal size and stand about where the places lie. A dashed square has no figure, which is not 0.",
        ),
    ),
    "locator": _kind(
        "locator_map",
        ("Locator map", "Locator maps"),
        ("geometry", "places"),
        (
            "Where the places of a text lie.",
            "Not for figures of any sort (tiles).",
            "The coloured outlines are the places that are named. The map counts nothing.",
        ),
    ),
}


def is_drawable(spec: ChartSpec, catalog: Catalog) -> bool:
    """True if the chart's kind, its datasets and their indicators exist: then it can be drawn and described."""
    there = (d in catalog.datasets and i in catalog.datasets[d].indicators for d, i in spec.series)
    return spec.kind in KINDS and all(there)
