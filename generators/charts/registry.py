"""Registry of chart kinds. Each is a plain function (ChartData, Frame) -> Altair chart in its own module.

To add a kind, write its module and add it to `KINDS`. The site's pages of chart kinds are made from these texts.
A kind's module is named and not imported: Altair takes a third of a second, and most drawings are cached.
"""

from collections.abc import Mapping

from generators.charts.chart_kind import Kind, Need, Offer, Walk
from generators.model import Catalog, ChartSpec
from generators.model.languages import translatable


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
        (translatable("Line chart"), translatable("Line charts")),
        ("figures", "dates", "recorder", "one-length", "one-concept", "one-unit"),
        (
            translatable("For a long series of one recorder, or of a few recorders that count the same concept."),
            translatable("Not for separate statements (use a range chart) or a few figures (use columns)."),
            translatable(
                "A line joins consecutive figures counted by the same method. It breaks where a figure is missing or the method "
                "changes. A band, or a stroke at a single figure, shows the range from the lower to the upper end. A dashed line is "
                "an area that stands in for the whole. Provisional figures have a hatched background."
            ),
        ),
    ),
    "columns": _kind(
        "columns",
        (translatable("Column chart"), translatable("Column charts")),
        ("figures", "dates", "one-length", "one-series", "no-overlap"),
        (
            translatable("For one series of months or years, especially one with gaps."),
            translatable(
                "Not for two recorders (use a line or disagreement chart) or more than about a hundred figures (use a line)."
            ),
            translatable(
                "A column is as wide as its period and begins at 0. A dotted line on the axis means no figure, "
                "which is not 0. A pale column is an area that stands in for the whole. A hatched column is provisional."
            ),
        ),
    ),
    "strip": _kind(
        "event_strip",
        (translatable("Column chart with an event strip"), translatable("Column charts with an event strip")),
        ("figures", "dates", "one-length", "one-series", "no-overlap", "events-in-time"),
        (
            translatable("For one series over a few years or months, together with the events of that time."),
            translatable(
                "Not to suggest that an event explains a figure, and not for more than about twenty events (use a timeline)."
            ),
            translatable(
                "Read the columns as in a column chart. Each numbered mark is below the day of an event in the list. "
                "A ring instead of a disc means that only the month or the year is known."
            ),
        ),
    ),
    "multiples": _kind(
        "small_multiples",
        (translatable("Small multiples"), translatable("Small multiples")),
        ("figures", "dates", "recorder", "one-length", "one-measure", "no-overlap", "two-places"),
        (
            translatable("For comparing one series between several places over time."),
            translatable("Not for one month (use tiles) or many places with few figures each (use a calendar)."),
            translatable(
                "All panels have the same scales, so heights can be compared between panels. The number in a panel is its highest "
                "figure. A dotted line means no figure, which is not 0."
            ),
        ),
    ),
    "calendar": _kind(
        "calendar",
        (translatable("Calendar of places"), translatable("Calendars of places")),
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
            translatable(
                "For one series with many places and months. It shows where figures exist and where they are high."
            ),
            translatable(
                "Not for exact figures or small differences (use small multiples or a table), or figures below 0 (use small multiples)."
            ),
            translatable(
                "Each row is a place. Each box is a month or a year, coloured by the class of its figure. Higher classes cover a wider "
                "range; the legend shows the limits. A dotted area has no figure, which is not 0."
            ),
        ),
    ),
    "disagreement": _kind(
        "disagreement",
        (translatable("Disagreement chart"), translatable("Disagreement charts")),
        ("figures", "dates", "recorder", "same-concept", "one-unit", "one-place", "shared-periods"),
        (
            translatable(
                "For comparing what two or more recorders counted for one concept, in the same place and periods."
            ),
            translatable("Not for single statements of many speakers (use a range chart) or long series (use a line)."),
            translatable(
                "Each period has a lane for each recorder, always in the same order. A dot is a figure. A bar runs from the lower to "
                "the upper end. An arrow to the right marks a floor. The shaded area runs from the lowest to the highest end. "
                "The true number may be outside it."
            ),
        ),
    ),
    "revision": _kind(
        "revision",
        (translatable("Revision chart"), translatable("Revision charts")),
        ("figures", "history", "one-unit"),
        (
            translatable("For showing how a recorder revised its figure for one period."),
            translatable("Not for several periods (use a line) or several recorders (use a disagreement chart)."),
            translatable(
                "The time axis shows dates of reporting, not of events. The line stays level until the next figure was stated. "
                "An arrow means that the document has no date and is not older than the day shown."
            ),
        ),
    ),
    "slope": _kind(
        "slope",
        (translatable("Slope chart"), translatable("Slope charts")),
        ("figures", "dates", "recorder", "one-length", "one-concept", "one-unit", "two-periods"),
        (
            translatable("For comparing two dates counted by the same method, for several places or recorders."),
            translatable(
                "Not where the time between matters (use a line), or for figures of different speakers (use a range chart)."
            ),
            translatable(
                "The left end is the first date and the right end the last; 0 is on the axis. The line does not show figures "
                "between the dates. A dashed line means that the method differs between the two dates."
            ),
        ),
    ),
    "share": _kind(
        "share",
        (translatable("Share chart"), translatable("Share charts")),
        ("figures", "dates", "one-unit", "not-below-zero", "parts", "final"),
        (
            translatable(
                "For a whole and its parts from one speaker, especially where the parts do not add up to the whole."
            ),
            translatable("Not for parts that overlap or are below 0 (use bars), or a whole given as a range."),
            translatable(
                "Each bar is one whole, labelled beside it. All bars have the same length. The numbers are the source's own. The "
                "dotted rest has no figure: it may belong to a named part or to none."
            ),
        ),
    ),
    "bars": _kind(
        "bars",
        (translatable("Bar chart"), translatable("Bar charts")),
        ("figures", "one-unit"),
        (
            translatable("For a few figures of different places, indicators or lengths of time."),
            translatable(
                "Not for consecutive periods (use columns) or figures of different speakers (use a range chart)."
            ),
            translatable(
                "A bar begins at 0. A whisker runs from the lower to the upper end. A hatched bar is provisional."
            ),
        ),
    ),
    "range": _kind(
        "ranges",
        (translatable("Range chart"), translatable("Range charts")),
        ("figures",),
        (
            translatable("For separate statements and estimates on one subject, each with its speaker and date."),
            translatable("Not for the series of a recorder (use a line or columns)."),
            translatable(
                "Each row is one statement; the oldest is at the top. A bar runs from the low to the high end. A dot is a single "
                "figure. An arrow to the right marks a floor, to the left a ceiling. Nothing is combined or averaged."
            ),
        ),
    ),
    "timeline": _kind(
        "timeline",
        (translatable("Timeline"), translatable("Timelines")),
        ("events",),
        (
            translatable("For events in order of date, without figures."),
            translatable("Not beside a series of the same time (use a column chart with an event strip)."),
            translatable(
                "Each dot is an event at its date. A hollow dot means that only the month or the year is known."
            ),
        ),
    ),
    "tiles": _kind(
        "tile_map",
        (translatable("Tile map"), translatable("Tile maps")),
        ("figures", "tiles", "one-figure-a-place", "final", "not-below-zero"),
        (
            translatable("For one figure per place in one period, where geography helps."),
            translatable("Not for several periods (use a calendar or small multiples) or figures below 0 (use bars)."),
            translatable(
                "Squares have equal size and show roughly where the places are. A dashed square has no figure, which is not 0."
            ),
        ),
    ),
    "locator": _kind(
        "locator_map",
        (translatable("Locator map"), translatable("Locator maps")),
        ("geometry", "places"),
        (
            translatable("For showing where the places in a text are."),
            translatable("Not for figures of any kind (use tiles)."),
            translatable("The coloured outlines are the named places. The map shows no figures."),
        ),
    ),
}


def is_drawable(spec: ChartSpec, catalog: Catalog) -> bool:
    """Return True if the chart's kind, datasets and indicators exist, so that it can be drawn and described."""
    exist = (d in catalog.datasets and i in catalog.datasets[d].indicators for d, i in spec.series)
    return spec.kind in KINDS and all(exist)
