"""Pages of the charts, with their data, recorders and uses, and their index."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from generators.analysis.chart_selection import EACH, variants
from generators.analysis.history.releases import days
from generators.charts.data.chart_data import ChartData, all_chart_data
from generators.charts.registry import KINDS
from generators.components.chart_figure import chart_figure
from generators.components.citations import citation_box
from generators.components.expressions import expanded_briefing
from generators.components.templates import render_page
from generators.metadata.csl_items import of_a_chart
from generators.model import EVENTS, Catalog, ChartSpec, Page
from generators.text.messages import gettext, translated
from generators.urls.paths import CHARTS, TIMELINE, of_briefing, of_chart, of_dataset, of_place


def charts(catalog: Catalog) -> Iterator[Page]:
    """Yield the page of every chart, then their index."""
    known = days(catalog)
    for declared in catalog.charts.values():
        for spec in variants(catalog, declared):
            yield replace(_page(all_chart_data(catalog)[spec.slug], declared, catalog), changed=_changed(spec, known))
    yield Page(
        path=CHARTS,
        title=gettext("Charts"),
        markdown=render_page(catalog, CHARTS, "charts", kinds=[*_by_kind(catalog)]),
    )


def _changed(spec: ChartSpec, known: Mapping[str, tuple[date, date]]) -> date | None:
    """Return the day on which rows of its series or events of its topic last changed."""
    events = f"{EVENTS}/{spec.topic}" if spec.topic else EVENTS
    shown = (*map("/".join, spec.series), *([events] if "events" in KINDS[spec.kind].needs else []))
    return max((known[name][1] for name in shown if name in known), default=None)


def _page(data: ChartData, declared: ChartSpec, catalog: Catalog) -> Page:
    spec, path = data.spec, of_chart(data.spec.slug)
    datasets = data.drawn_datasets.values()
    markdown = render_page(
        catalog,
        path,
        "chart",
        spec=spec,
        figure=chart_figure(path, catalog, data),
        datasets=datasets,
        tables_used=[dataset for dataset in datasets if dataset.redistributable],
        uses=[*_uses(data, declared, catalog)],
        citation=citation_box(path, catalog, of_a_chart(data)),
    )
    words = f"{translated(data.kind.called)}. {spec.subtitle}".strip()
    return Page(path=path, title=spec.title, markdown=markdown, description=words)


def _uses(data: ChartData, declared: ChartSpec, catalog: Catalog) -> Iterator[tuple[str, str, str]]:
    """Yield address, title and kind of each page that shows the chart."""
    spec = data.spec
    for briefing in catalog.briefings.values():
        if spec.slug in expanded_briefing(catalog, briefing).charts:
            yield of_briefing(briefing), briefing.title, gettext("Briefing")
    if declared.places == (EACH,):
        place = catalog.places[spec.places[0]]
        yield of_place(place), place.name, gettext("Place")
    else:
        for dataset in data.drawn_datasets.values():
            yield of_dataset(dataset.id), dataset.title, gettext("Dataset")
    if spec.kind == "timeline" and not spec.topic:
        yield TIMELINE, gettext("Timeline"), gettext("All events")


def _by_kind(catalog: Catalog) -> Iterator[tuple[str, Sequence[tuple[ChartSpec, Sequence[ChartSpec]]]]]:
    """Yield each kind in the plural with its charts; a chart for each place has its variants."""
    for name, kind in KINDS.items():
        group = [
            (declared, variants(catalog, declared) if declared.places == (EACH,) else ())
            for declared in catalog.charts.values()
            if declared.kind == name
        ]
        if group:
            yield translated(kind.several), group
