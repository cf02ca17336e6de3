"""Pages of the charts, with their data, recorders and uses, and their index."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial

from generators.analysis.chart_selection import EACH, variants
from generators.analysis.history.releases import days
from generators.charts.data.chart_data import ChartData, all_chart_data
from generators.charts.registry import KINDS
from generators.components.chart_figure import chart_figure
from generators.components.citations import citation_box
from generators.components.expressions import briefings_by_chart
from generators.components.templates import render_page
from generators.metadata.csl_items import of_a_chart
from generators.model import EVENTS, Catalog, ChartSpec, Page
from generators.pages.plan import PageForEach, Planned
from generators.text.messages import gettext, translated
from generators.urls.paths import CHARTS, TIMELINE, of_briefing, of_chart, of_dataset, of_place


@PageForEach
def charts(catalog: Catalog) -> Iterator[Planned]:
    """Yield the page of every chart, then their index."""
    for declared in catalog.charts.values():
        for spec in variants(catalog, declared):
            yield Planned(path=of_chart(spec.slug), make=partial(_page, spec, declared, catalog))
    yield Planned(path=CHARTS, make=partial(_index, catalog))


def _index(catalog: Catalog) -> Page:
    markdown = render_page(catalog, CHARTS, "charts", kinds=[*_by_kind(catalog)])
    return Page(path=CHARTS, title=gettext("Charts"), markdown=markdown)


def _changed(spec: ChartSpec, catalog: Catalog) -> date | None:
    """Return the day on which rows of its series or events of its topic last changed."""
    known = days(catalog)
    events = f"{EVENTS}/{spec.topic}" if spec.topic else EVENTS
    shown = (*map("/".join, spec.series), *([events] if "events" in KINDS[spec.kind].needs else []))
    return max((known[name][1] for name in shown if name in known), default=None)


def _page(spec: ChartSpec, declared: ChartSpec, catalog: Catalog) -> Page:
    data, path = all_chart_data(catalog)[spec.slug], of_chart(spec.slug)
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
    return Page(path=path, title=spec.title, markdown=markdown, description=words, changed=_changed(spec, catalog))


def _uses(data: ChartData, declared: ChartSpec, catalog: Catalog) -> Iterator[tuple[str, str, str]]:
    """Yield address, title and kind of each page that shows the chart."""
    spec = data.spec
    for briefing in briefings_by_chart(catalog).get(spec.slug, ()):
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
