"""Chart figures: two drawings, a description, and the rows behind them.

The page refers to the drawings; post-processing inlines them.
"""

from dataclasses import dataclass, replace

from markupsafe import Markup

from generators.charts.data.chart_data import ChartData
from generators.charts.descriptions.chart_description import alternative, caption_lines, long_description
from generators.components.download_links import chart_downloads
from generators.components.observation_table import observation_table
from generators.components.templates import render_macro
from generators.model import Catalog, ChartSpec, Event
from generators.urls.paths import chart_anchor

_TEMPLATE = "chart_figure"
_EMPTY = Markup()


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A chart with its words and data, as far as a form of its figure shows them."""

    spec: ChartSpec
    alternative: str
    caption: tuple[str, ...] = ()
    live: bool = False
    """Whether it can be made interactive, by a button that is hidden until a script shows it."""
    description: str = ""
    table: Markup = _EMPTY
    events: tuple[Event, ...] = ()
    downloads: Markup = _EMPTY

    @property
    def anchor(self) -> str:
        """Return the fragment of the figure."""
        return chart_anchor(self.spec)


def chart_figure(page: str, catalog: Catalog, data: ChartData) -> Markup:
    """Return the figure, without a blank line, for the page at that path; the chart's own page has the title above."""
    figure = replace(
        _captioned(data),
        live=bool(data.kind.offers),
        description=long_description(data),
        table=observation_table(page, catalog, data.spec.title, data.rows) if data.rows else _EMPTY,
        events=data.events,
        downloads=chart_downloads(page, catalog, data),
    )
    return render_macro(catalog, page, _TEMPLATE, "figure", figure)


def repeated(page: str, catalog: Catalog, data: ChartData) -> Markup:
    """Return the chart for its second use on a page: without an id, and with a link to the figure that has the data."""
    return render_macro(catalog, page, _TEMPLATE, "repeated", _captioned(data))


def thumbnail(page: str, catalog: Catalog, data: ChartData) -> Markup:
    """Return the chart alone, small, for a card."""
    figure = Figure(spec=data.spec, alternative=alternative(data))
    return render_macro(catalog, page, _TEMPLATE, "thumbnail", figure)


def explore(page: str, catalog: Catalog, data: ChartData) -> Markup:
    """Return the button that makes the chart interactive; empty if it cannot be."""
    figure = Figure(spec=data.spec, alternative="", live=bool(data.kind.offers))
    return render_macro(catalog, page, _TEMPLATE, "explore", figure)


def _captioned(data: ChartData) -> Figure:
    return Figure(spec=data.spec, alternative=alternative(data), caption=caption_lines(data))
