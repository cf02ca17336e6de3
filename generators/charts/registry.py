"""Registry of chart kinds. Each is a plain function (ChartData, Frame) -> Altair chart in its own module.

To add a kind, write its module and add it to `KINDS`. The site's pages of chart kinds are made from these texts.
A kind's module is named and not imported: Altair takes a third of a second, and most drawings are cached.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from generators.model import Catalog, ChartSpec

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


def _kind(name: str, called: tuple[str, str], needs: tuple[Need, ...], texts: tuple[str, str, str]) -> Kind:
    use, avoid, reading = texts
    return Kind(
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
"""Interactions by function. A kind without an entry is a static drawing."""
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
            "For a long series of one recorder, or of a few recorders that count the same concept.",
            "Not for separate statements (use a range chart) or a few figures (use columns).",
            "A line joins consecutive figures counted by the same method. It breaks where a figure is missing or the method "
            "changes. A band, or a stroke at a single figure, shows the range from the lower to the upper end. A dashed line is "
            "an area that stands in for the whole. Provisional figures have a hatched background.",
        ),
    ),
    "columns": _kind(
        "columns",
        ("Column chart", "Column charts"),
        ("figures", "dates", "one-length", "one-series", "no-overlap"),
        (
            "For one series of months or years, especially one with gaps.",
            "Not for two recorders (use a line or disagreement chart) or more than about a hundred figures (use a line).",
            "A column is as wide as its period and begins at 0. A dotted line on the axis means no figure, "
            "which is not 0. A pale column is an area that stands in for the whole. A hatched column is provisional.",
        ),
    ),
    "strip": _kind(
        "event_strip",
        ("Column chart with an event strip", "Column charts with an event strip"),
        ("figures", "dates", "one-length", "one-series", "no-overlap", "events-in-time"),
        (
            "For one series over a few years or months, together with the events of that time.",
            "Not to suggest that an event explains a figure, and not for more than about twenty events (use a timeline).",
            "Read the columns as in a column chart. Each numbered mark is below the day of an event in the list. "
            "A ring instead of a disc means that only the month or the year is known.",
        ),
    ),
    "multiples": _kind(
        "small_multiples",
        ("Small multiples", "Small multiples"),
        ("figures", "dates", "recorder", "one-length", "one-measure", "no-overlap", "two-places"),
        (
            "For comparing one series between several places over time.",
            "Not for one month (use tiles) or many places with few figures each (use a calendar).",
            "All panels have the same scales, so heights can be compared between panels. The number in a panel is its highest "
            "figure. A dotted line means no figure, which is not 0.",
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
            "For one series with many places and months. It shows where figures exist and where they are high.",
            "Not for exact figures or small differences (use small multiples or a table), or figures below 0 (use small multiples).",
            "Each row is a place. Each box is a month or a year, coloured by the class of its figure. Higher classes cover a wider "
            "range; the legend shows the limits. A dotted area has no figure, which is not 0.",
        ),
    ),
    "disagreement": _kind(
        "disagreement",
        ("Disagreement chart", "Disagreement charts"),
        ("figures", "dates", "recorder", "same-concept", "one-unit", "one-place", "shared-periods"),
        (
            "For comparing what two or more recorders counted for one concept, in the same place and periods.",
            "Not for single statements of many speakers (use a range chart) or long series (use a line).",
            "Each period has a lane for each recorder, always in the same order. A dot is a figure. A bar runs from the lower to "
            "the upper end. An arrow to the right marks a floor. The shaded area runs from the lowest to the highest end. "
            "The true number may be outside it.",
        ),
    ),
    "revision": _kind(
        "revision",
        ("Revision chart", "Revision charts"),
        ("figures", "history", "one-unit"),
        (
            "For showing how a recorder revised its figure for one period.",
            "Not for several periods (use a line) or several recorders (use a disagreement chart).",
            "The time axis shows dates of reporting, not of events. The line stays level until the next figure was stated. "
            "An arrow means that the document has no date and is not older than the day shown.",
        ),
    ),
    "slope": _kind(
        "slope",
        ("Slope chart", "Slope charts"),
        ("figures", "dates", "recorder", "one-length", "one-concept", "one-unit", "two-periods"),
        (
            "For comparing two dates counted by the same method, for several places or recorders.",
            "Not where the time between matters (use a line), or for figures of different speakers (use a range chart).",
            "The left end is the first date and the right end the last; 0 is on the axis. The line does not show figures "
            "between the dates. A dashed line means that the method differs between the two dates.",
        ),
    ),
    "share": _kind(
        "share",
        ("Share chart", "Share charts"),
        ("figures", "dates", "one-unit", "not-below-zero", "parts", "final"),
        (
            "For a whole and its parts from one speaker, especially where the parts do not add up to the whole.",
            "Not for parts that overlap or are below 0 (use bars), or a whole given as a range.",
            "Each bar is one whole, labelled beside it. All bars have the same length. The numbers are the source's own. The "
            "dotted rest has no figure: it may belong to a named part or to none.",
        ),
    ),
    "bars": _kind(
        "bars",
        ("Bar chart", "Bar charts"),
        ("figures", "one-unit"),
        (
            "For a few figures of different places, indicators or lengths of time.",
            "Not for consecutive periods (use columns) or figures of different speakers (use a range chart).",
            "A bar begins at 0. A whisker runs from the lower to the upper end. A hatched bar is provisional.",
        ),
    ),
    "range": _kind(
        "ranges",
        ("Range chart", "Range charts"),
        ("figures",),
        (
            "For separate statements and estimates on one subject, each with its speaker and date.",
            "Not for the series of a recorder (use a line or columns).",
            "Each row is one statement; the oldest is at the top. A bar runs from the low to the high end. A dot is a single "
            "figure. An arrow to the right marks a floor, to the left a ceiling. Nothing is combined or averaged.",
        ),
    ),
    "timeline": _kind(
        "timeline",
        ("Timeline", "Timelines"),
        ("events",),
        (
            "For events in order of date, without figures.",
            "Not beside a series of the same time (use a column chart with an event strip).",
            "Each dot is an event at its date. A hollow dot means that only the month or the year is known.",
        ),
    ),
    "tiles": _kind(
        "tile_map",
        ("Tile map", "Tile maps"),
        ("figures", "tiles", "one-figure-a-place", "final", "not-below-zero"),
        (
            "For one figure per place in one period, where geography helps.",
            "Not for several periods (use a calendar or small multiples) or figures below 0 (use bars).",
            "Squares have equal size and show roughly where the places are. A dashed square has no figure, which is not 0.",
        ),
    ),
    "locator": _kind(
        "locator_map",
        ("Locator map", "Locator maps"),
        ("geometry", "places"),
        (
            "For showing where the places in a text are.",
            "Not for figures of any kind (use tiles).",
            "The coloured outlines are the named places. The map shows no figures.",
        ),
    ),
}


def is_drawable(spec: ChartSpec, catalog: Catalog) -> bool:
    """Return True if the chart's kind, datasets and indicators exist, so that it can be drawn and described."""
    exist = (d in catalog.datasets and i in catalog.datasets[d].indicators for d, i in spec.series)
    return spec.kind in KINDS and all(exist)
