"""Theme of all charts: colours as custom properties, one font, few lines.

A colour is `var(--chart-name,#light)`, so that a page can recolour the drawing for dark mode and print, and a
downloaded file has the light colours.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt

from generators.charts.elements.text_layout import FONT, SIZE, in_reading_order
from generators.charts.frames import Plot
from generators.model.languages import ENGLISH, LATIN
from generators.text.cldr import digits_of, months_in, separators_in
from generators.text.messages import site_language, site_numbering

LIGHT: Mapping[str, str] = {
    "1": "#274c7a",
    "2": "#985f04",
    "3": "#106986",
    "4": "#491c65",
    "5": "#4f5939",
    "6": "#21263c",
    "7": "#8a706b",
    "8": "#66281e",
    "ink": "#1b2733",
    "muted": "#586573",
    "grid": "#dde2e6",
    "bg": "#ffffff",
    "band": "#c8d8e6",
    "class-1": "#dfe9ef",
    "class-2": "#b3cddb",
    "class-3": "#7ba8c1",
    "class-4": "#3f7896",
    "class-5": "#154a66",
    "missing": "#e9e7e2",
    "break": "#756f61",
    "highlight": "#b4610a",
}

_MINUS_FROM_RIGHT = "\u200f−"
"""A minus sign with the mark by which it is at the right of digits from right to left, as in a text."""
_HYPHEN_BEFORE_DIGIT = re.compile(r"(?<![\w)])-(?=\d)")
Row = dict[str, Any]
"""Data of one mark; `Any` because Altair accepts all JSON values."""


def colour(name: str | int) -> str:
    """Return the colour with that name as a custom property with its light value.

    >>> colour("ink")
    'var(--chart-ink,#1b2733)'
    """
    return f"var(--chart-{name},{LIGHT[str(name)]})"


def inline_data(rows: Sequence[Row]) -> alt.Data:
    """Return the rows as inline data of a chart."""
    return alt.Data(values=list(rows))


def text_layer(rows: Sequence[Row], **mark: Any) -> alt.Chart:
    """Draw each row's `text` in its `ink` at pixels `px` and `py` of the plot, with typographic minus signs."""
    lines = [row | {"text": in_reading_order(_HYPHEN_BEFORE_DIGIT.sub("−", row["text"]))} for row in rows]
    chart = alt.Chart(inline_data(lines)).mark_text(**{"baseline": "middle", "align": "left", **mark})
    return chart.encode(x=pixel_x("px"), y=pixel_y("py"), text=alt.Text("text:N"), color=ink())


def ink() -> alt.Color:
    """Return the colour channel for the rows' `ink`."""
    return alt.Color("ink:N", scale=None)


def pixel_x(field: str) -> alt.X:
    """Return the x channel in pixels from the plot's left edge: for labels, never for figures."""
    return alt.X(f"{field}:Q", scale=None, axis=None)


def pixel_y(field: str) -> alt.Y:
    """Return the y channel in pixels from the plot's top edge: for labels, never for figures."""
    return alt.Y(f"{field}:Q", scale=None, axis=None)


def dressed(layers: Sequence[alt.Chart], plot: Plot, projection: Mapping[str, Any] | None = None) -> alt.LayerChart:
    """Return the layers as one themed chart, exactly as wide as its frame.

    One call instead of a chain, because Altair copies all data at each step of a chain.
    """
    return alt.LayerChart(
        layer=list(layers),
        width=plot.width,
        height=plot.height,
        padding={"left": plot.left, "right": plot.right, "top": plot.top, "bottom": plot.bottom},
        background="transparent",
        autosize="none",
        config=alt.Config(font=FONT, axis=_axis(), view=alt.ViewConfig(stroke=None), text=_text(), locale=_locale()),
        projection=projection or alt.Undefined,
    )


def _locale() -> Any:
    """Return month names, digits and separators for axes; English has the renderer's own."""
    language, numbering = site_language(), site_numbering()
    if language == ENGLISH:
        return alt.Undefined
    months = list(months_in(language))
    decimal, thousands = separators_in(language, numbering)
    digits: Row = {} if numbering == LATIN else {"numerals": list(digits_of(numbering)), "minus": _MINUS_FROM_RIGHT}
    number = alt.NumberLocale(decimal=decimal, thousands=thousands, grouping=[3], currency=["", ""], **digits)
    days = [""] * 7  # no axis names a day of the week
    time = alt.TimeLocale(
        dateTime="%x",
        date="%x",
        time="%X",
        periods=["", ""],
        days=days,
        shortDays=days,
        months=months,
        shortMonths=months,
    )
    return alt.Locale(number=number, time=time)


def _text() -> alt.MarkConfig:
    return alt.MarkConfig(font=FONT, fontSize=SIZE)


def _axis() -> alt.AxisConfig:
    return alt.AxisConfig(
        domainColor=colour("muted"),
        gridColor=colour("grid"),
        labelColor=colour("muted"),
        labelFont=FONT,
        labelFontSize=SIZE,
        tickColor=colour("muted"),
        labelPadding=6,
    )
