"""Chart figures: two drawings, a description, and the rows behind them.

The page refers to the drawings; post-processing inlines them.
"""

from generators.charts.data.chart_data import ChartData
from generators.charts.descriptions.chart_description import alternative, long_description, reading_help, source_line
from generators.components.download_links import download_row
from generators.components.markup import SORTABLE, dated, heading, inline, table, to_place, to_source
from generators.components.observation_table import observation_table
from generators.model import Event
from generators.urls.links import html_way
from generators.urls.paths import chart_anchor, of_chart, of_figure


def chart_figure(page: str, data: ChartData) -> str:
    """Return the figure's HTML, without a blank line, for the page at that path; the chart's own page has the title above."""
    return (
        f'<figure class="chart" id="{chart_anchor(data.spec)}" data-search-exclude>\n'
        f"{_drawn(page, data)}"
        f"{explore(data)}<figcaption>{_caption(data)}</figcaption>\n"
        f"{download_row(page, data)}{_data(page, data)}</figure>"
    )


def repeated(page: str, data: ChartData) -> str:
    """Return the chart for its second use on a page: without an id, and with a link to the figure that has the data."""
    first = f'<a href="#{chart_anchor(data.spec)}">Description and data of this chart</a>'
    return (
        f'<figure class="chart" data-search-exclude>\n{_drawn(page, data)}'
        f'<figcaption>{_caption(data)}<p class="screen-only">{first}</p></figcaption></figure>'
    )


def _drawn(page: str, data: ChartData) -> str:
    """Return the title, unless the page is the chart's own, and the drawing in both forms."""
    title = "" if page == of_chart(data.spec.slug) else f'<p class="chart-title">{inline(data.spec.title)}</p>\n'
    subtitle = f'<p class="chart-subtitle">{inline(data.spec.subtitle)}</p>\n' if data.spec.subtitle else ""
    images = "".join(_image(page, data, form) for form in ("wide", "narrow"))
    return f'{title}{subtitle}<div class="chart-body">{images}</div>\n'


def thumbnail(page: str, data: ChartData) -> str:
    """Return the chart alone, small, for a card."""
    return f'<figure class="chart card-chart"><div class="chart-body">{_image(page, data, "narrow")}</div></figure>'


def _image(page: str, data: ChartData, form: str) -> str:
    source = html_way(page, of_figure(data.spec.slug, form))
    return f'<img class="chart-{form}" src="{source}" alt="{inline(alternative(data))}" loading="lazy">'


def explore(data: ChartData) -> str:
    """Return the button that makes the chart interactive, hidden until a script shows it."""
    if not data.kind.offers:
        return ""
    button = '<button type="button" class="chart-explore" aria-expanded="false" hidden>Explore'
    name = f'<span class="chart-unseen">: {inline(data.spec.title)}</span></button>'
    return f'<div class="chart-live">{button}{name}<p class="chart-status" role="status"></p></div>\n'


def _caption(data: ChartData) -> str:
    parts = (source_line(data), reading_help(data), data.spec.note)
    return "".join(f"<p>{inline(part)}</p>" for part in parts if part)


def _data(page: str, data: ChartData) -> str:
    words = f"<p>{inline(long_description(data))}</p>"
    shown = " open" if page == of_chart(data.spec.slug) else ""
    table_of = _table(page, data)
    return f'<details class="chart-data"{shown}><summary>Description and data</summary>{words}{table_of}</details>\n'


def _table(page: str, data: ChartData) -> str:
    """Return the figures and the events behind the chart, each as a table if there are any."""
    rows, events = data.rows, data.events
    counted = observation_table(page, data.spec.title, rows) if rows else ""
    if not events:
        return counted
    head = map(heading, ("Date", "Event", "Place", "Source"))
    title = f"{data.spec.title}: the events" if rows else data.spec.title
    return counted + table(title, head, (_event(page, event) for event in events), SORTABLE)


def _event(page: str, event: Event) -> str:
    sources = "; ".join(to_source(page, source) for source in event.sources)
    where = to_place(page, event.place, event.at)
    return f"<tr>{dated(event.date)}<td>{inline(event.title)}</td><td>{where}</td><td>{sources}</td></tr>"
