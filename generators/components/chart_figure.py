"""Chart figures: two drawings, a description, and the rows behind them.

The page refers to the drawings; post-processing inlines them.
"""

from generators.charts.data.shown_rows import events_behind, figures_behind
from generators.charts.descriptions.chart_description import alternative, long_description, reading_help, source_line
from generators.charts.registry import KINDS
from generators.components.download_links import download_row
from generators.components.markup import SORTABLE, dated, heading, inline, table, to_place, to_source
from generators.components.observation_table import observation_table
from generators.model import Catalog, ChartSpec, Event
from generators.urls.links import html_way
from generators.urls.paths import chart_anchor, of_chart, of_figure


def chart_figure(page: str, spec: ChartSpec, catalog: Catalog) -> str:
    """Return the figure's HTML, without a blank line, for the page at that path; the chart's own page has the title above."""
    return (
        f'<figure class="chart" id="{chart_anchor(spec)}" data-part="chart" data-skip="search">\n'
        f"{_drawn(page, spec, catalog)}"
        f"{explore(spec)}<figcaption>{_caption(spec, catalog)}</figcaption>\n"
        f"{download_row(page, spec, catalog)}{_data(page, spec, catalog)}</figure>"
    )


def repeated(page: str, spec: ChartSpec, catalog: Catalog) -> str:
    """Return the chart for its second use on a page: without an id, and with a link to the figure that has the data."""
    first = f'<a href="#{chart_anchor(spec)}">Description and data of this chart</a>'
    return (
        f'<figure class="chart" data-part="chart" data-skip="search">\n{_drawn(page, spec, catalog)}'
        f'<figcaption>{_caption(spec, catalog)}<p class="screen-only" data-skip="pdf">{first}</p></figcaption></figure>'
    )


def _drawn(page: str, spec: ChartSpec, catalog: Catalog) -> str:
    """Return the title, unless the page is the chart's own, and the drawing in both forms."""
    title = (
        "" if page == of_chart(spec.slug) else f'<p class="chart-title" data-part="title">{inline(spec.title)}</p>\n'
    )
    subtitle = f'<p class="chart-subtitle">{inline(spec.subtitle)}</p>\n' if spec.subtitle else ""
    images = "".join(_image(page, spec, catalog, form) for form in ("wide", "narrow"))
    return f'{title}{subtitle}<div class="chart-body" data-skip="plain">{images}</div>\n'


def thumbnail(page: str, spec: ChartSpec, catalog: Catalog) -> str:
    """Return the chart alone, small, for a card."""
    return f'<figure class="chart card-chart"><div class="chart-body" data-skip="plain">{_image(page, spec, catalog, "narrow")}</div></figure>'


def _image(page: str, spec: ChartSpec, catalog: Catalog, form: str) -> str:
    source = html_way(page, of_figure(spec.slug, form))
    return f'<img class="chart-{form}" src="{source}" alt="{inline(alternative(spec, catalog))}" loading="lazy">'


def explore(spec: ChartSpec) -> str:
    """Return the button that makes the chart interactive, hidden until a script shows it."""
    if not KINDS[spec.kind].offers:
        return ""
    button = '<button type="button" class="chart-explore" aria-expanded="false" hidden>Explore'
    name = f'<span class="chart-unseen">: {inline(spec.title)}</span></button>'
    return f'<div class="chart-live" data-skip="plain pdf">{button}{name}<p class="chart-status" role="status"></p></div>\n'


def _caption(spec: ChartSpec, catalog: Catalog) -> str:
    parts = (source_line(spec, catalog), reading_help(spec), spec.note)
    return "".join(f"<p>{inline(part)}</p>" for part in parts if part)


def _data(page: str, spec: ChartSpec, catalog: Catalog) -> str:
    words = f"<p>{inline(long_description(spec, catalog))}</p>"
    own = of_chart(spec.slug)
    shown = " open" if page == own else f' data-elsewhere="{html_way(page, own)}"'
    table_of = _table(page, spec, catalog)
    return f'<details class="chart-data" data-part="rows"{shown}><summary>Description and data</summary>{words}{table_of}</details>\n'


def _table(page: str, spec: ChartSpec, catalog: Catalog) -> str:
    """Return the figures and the events behind the chart, each as a table if there are any."""
    rows, events = figures_behind(spec, catalog), events_behind(spec, catalog)
    counted = observation_table(page, spec.title, rows) if rows else ""
    if not events:
        return counted
    head = map(heading, ("Date", "Event", "Place", "Source"))
    title = f"{spec.title}: the events" if rows else spec.title
    return counted + table(title, head, (_event(page, event) for event in events), SORTABLE)


def _event(page: str, event: Event) -> str:
    sources = "; ".join(to_source(page, source) for source in event.sources)
    where = to_place(page, event.place, event.at)
    return f"<tr>{dated(event.date)}<td>{inline(event.title)}</td><td>{where}</td><td>{sources}</td></tr>"
