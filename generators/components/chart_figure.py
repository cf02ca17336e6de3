"""Chart figures: two drawings, a description, and the rows behind them.

The page refers to the drawings; post-processing inlines them.
"""

from dataclasses import dataclass, replace

from markupsafe import Markup

from generators.charts.data.shown_rows import events_behind, figures_behind
from generators.charts.descriptions.chart_description import alternative, long_description, reading_help, source_line
from generators.charts.registry import KINDS
from generators.components.download_links import chart_downloads
from generators.components.observation_table import observation_table
from generators.components.templates import render_macro
from generators.model import Catalog, ChartSpec, Event
from generators.urls.paths import chart_anchor

_TEMPLATE = "components/chart_figure.html"
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


def chart_figure(page: str, spec: ChartSpec, catalog: Catalog) -> Markup:
    """Return the figure, without a blank line, for the page at that path; the chart's own page has the title above."""
    rows = figures_behind(spec, catalog)
    figure = replace(
        _captioned(spec, catalog),
        live=bool(KINDS[spec.kind].offers),
        description=long_description(spec, catalog),
        table=observation_table(page, catalog, spec.title, rows) if rows else Markup(),
        events=events_behind(spec, catalog),
        downloads=chart_downloads(page, spec, catalog),
    )
    return render_macro(catalog, page, _TEMPLATE, "figure", figure)


def repeated(page: str, spec: ChartSpec, catalog: Catalog) -> Markup:
    """Return the chart for its second use on a page: without an id, and with a link to the figure that has the data."""
    return render_macro(catalog, page, _TEMPLATE, "repeated", _captioned(spec, catalog))


def thumbnail(page: str, spec: ChartSpec, catalog: Catalog) -> Markup:
    """Return the chart alone, small, for a card."""
    figure = Figure(spec=spec, alternative=alternative(spec, catalog))
    return render_macro(catalog, page, _TEMPLATE, "thumbnail", figure)


def explore(page: str, spec: ChartSpec, catalog: Catalog) -> Markup:
    """Return the button that makes the chart interactive; empty if it cannot be."""
    figure = Figure(spec=spec, alternative="", live=bool(KINDS[spec.kind].offers))
    return render_macro(catalog, page, _TEMPLATE, "explore", figure)


def _captioned(spec: ChartSpec, catalog: Catalog) -> Figure:
    caption = (source_line(spec, catalog), reading_help(spec), spec.note)
    return Figure(spec=spec, alternative=alternative(spec, catalog), caption=tuple(filter(None, caption)))
