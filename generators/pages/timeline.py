"""Page of all events in order, by year."""

from collections.abc import Iterator
from itertools import groupby

from generators.analysis.history.releases import days
from generators.charts.data.chart_data import all_chart_data
from generators.components.chart_figure import chart_figure
from generators.components.templates import render_page
from generators.model import EVENTS, Catalog, Page
from generators.text.messages import gettext
from generators.urls.paths import TIMELINE


def timeline_page(catalog: Catalog) -> Iterator[Page]:
    """Yield one page; nothing if the site never had events."""
    dates = days(catalog)
    if EVENTS not in dates:
        return
    timelines = (data for data in all_chart_data(catalog).values() if data.spec.kind == "timeline")
    ordered = sorted(catalog.events, key=lambda event: (event.date.first, event.date.last))
    markdown = render_page(
        catalog,
        TIMELINE,
        "timeline",
        charts=[chart_figure(TIMELINE, catalog, data) for data in timelines if not data.spec.topic],
        years=[(year, [*events]) for year, events in groupby(ordered, key=lambda event: event.date.first.year)],
    )
    yield Page(path=TIMELINE, title=gettext("Timeline"), markdown=markdown, changed=dates[EVENTS][1])
