"""A chart as it stands on a page: two drawings, what they show in words, and the rows behind them.

The drawings are named, not drawn: `drawing` makes them and `seal` puts them inline.
"""

from generators.addresses import chart_anchor, html_way, of_figure
from generators.charts.description import alternative, described, source_line
from generators.charts.selection import selected
from generators.markup import inline, observation_table
from generators.model import Catalog, ChartSpec

_ROWS_BESIDE = 60
"""A longer table is not repeated beside the chart: the dataset's page has it."""


def figure(page: str, spec: ChartSpec, catalog: Catalog) -> str:
    """The figure's HTML, without a blank line, for the page at that path."""
    subtitle = f'<p class="chart-subtitle">{inline(spec.subtitle)}</p>\n' if spec.subtitle else ""
    return (
        f'<figure class="chart" id="{chart_anchor(spec)}" data-search-exclude>\n'
        f'<p class="chart-title">{inline(spec.title)}</p>\n{subtitle}'
        f'<div class="chart-body">{_image(page, spec, catalog, "wide")}{_image(page, spec, catalog, "narrow")}</div>\n'
        f"<figcaption>{_caption(spec, catalog)}</figcaption>\n{_data(page, spec, catalog)}</figure>"
    )


def thumbnail(page: str, spec: ChartSpec, catalog: Catalog) -> str:
    """The chart alone, small, for a card."""
    return f'<figure class="chart card-chart"><div class="chart-body">{_image(page, spec, catalog, "narrow")}</div></figure>'


def _image(page: str, spec: ChartSpec, catalog: Catalog, form: str) -> str:
    source = html_way(page, of_figure(spec.slug, form))
    return f'<img class="chart-{form}" src="{source}" alt="{inline(alternative(spec, catalog))}" loading="lazy">'


def _caption(spec: ChartSpec, catalog: Catalog) -> str:
    parts = (source_line(spec, catalog), spec.reading, spec.note)
    return "".join(f"<p>{inline(part)}</p>" for part in parts if part)


def _data(page: str, spec: ChartSpec, catalog: Catalog) -> str:
    words = f"<p>{inline(described(spec, catalog))}</p>"
    rows = selected(spec, catalog)
    beside = observation_table(page, spec.title, rows) if 0 < len(rows) <= _ROWS_BESIDE else ""
    return f'<details class="chart-data"><summary>Description and data</summary>{words}{beside}</details>\n'
