"""Page of all events in order, by year."""

from collections.abc import Iterator
from itertools import groupby

from generators.analysis.history.releases import days
from generators.components.chart_figure import chart_figure
from generators.components.templates import render_page
from generators.model import EVENTS, Catalog, Page
from generators.urls.paths import TIMELINE


def timeline_page(catalog: Catalog) -> Iterator[Page]:
    """Yield one page; nothing if the site never had events."""
    dates = days(catalog)
    if EVENTS not in dates:
        return
    specs = (spec for spec in catalog.charts.values() if spec.kind == "timeline" and not spec.topic)
    ordered = sorted(catalog.events, key=lambda event: (event.date.first, event.date.last))
    markdown = render_page(
        catalog,
        TIMELINE,
        "timeline",
        charts=[chart_figure(TIMELINE, spec, catalog) for spec in specs],
        years=[(year, [*events]) for year, events in groupby(ordered, key=lambda event: event.date.first.year)],
    )
    yield Page(path=TIMELINE, title="Timeline", markdown=markdown, changed=dates[EVENTS][1])
