"""Pages of the chart kinds, with their use, reading and an example, and their index."""

from collections.abc import Iterator

from generators.charts.chart_kind import Kind
from generators.charts.data.chart_data import all_chart_data
from generators.charts.registry import KINDS
from generators.components.chart_figure import chart_figure
from generators.components.templates import render_page
from generators.model import Catalog, Page
from generators.text.messages import gettext, translated
from generators.urls.paths import CHART_KINDS, of_chart_kind


def chart_kind_pages(catalog: Catalog) -> Iterator[Page]:
    """Yield a page for each chart kind, then their index."""
    for name, kind in KINDS.items():
        yield _page(name, kind, catalog)
    markdown = render_page(catalog, CHART_KINDS, "chart_kinds", kinds=KINDS)
    yield Page(path=CHART_KINDS, title=gettext("Kinds of charts"), markdown=markdown)


def _page(name: str, kind: Kind, catalog: Catalog) -> Page:
    path = of_chart_kind(name)
    chart = next((data for data in all_chart_data(catalog).values() if data.spec.kind == name), None)
    example = chart_figure(path, catalog, chart) if chart else ""
    markdown = render_page(catalog, path, "chart_kind", name=name, kind=kind, example=example)
    return Page(path=path, title=translated(kind.called), markdown=markdown, description=translated(kind.use))
