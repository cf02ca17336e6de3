"""Page of all events in order, by year."""

from collections.abc import Iterator
from itertools import groupby

from generators.analysis.history.releases import days
from generators.components.chart_figure import chart_figure
from generators.components.markup import inline, to_place, to_source
from generators.model import EVENTS, Catalog, Event, Page
from generators.text.wording import plural, when
from generators.urls.paths import TIMELINE


def timeline_page(catalog: Catalog) -> Iterator[Page]:
    """Yield one page; nothing if the site never had events."""
    known = days(catalog)
    if EVENTS not in known:
        return
    charts = [
        chart_figure(TIMELINE, c, catalog) for c in catalog.charts.values() if c.kind == "timeline" and not c.topic
    ]
    parts = ["# Timeline", f"{plural(len(catalog.events), 'event')}, each with its source.", *charts]
    ordered = sorted(catalog.events, key=lambda event: (event.date.first, event.date.last))
    for year, events in groupby(ordered, key=lambda event: event.date.first.year):
        entries = "\n".join(_entry(event, catalog) for event in events)
        parts += [f"## {year}", f'<ol class="timeline" data-part="unnumbered">\n{entries}\n</ol>']
    yield Page(path=TIMELINE, title="Timeline", markdown="\n\n".join(parts), changed=known[EVENTS][1])


def _entry(event: Event, catalog: Catalog) -> str:
    sources = " ".join(to_source(TIMELINE, source) for source in event.sources)
    where = f"{inline(event.at)}, {to_place(TIMELINE, event.place)}" if event.at else to_place(TIMELINE, event.place)
    topic = inline(catalog.config.topics[event.topic].title)
    return (
        f'<li><time datetime="{event.date.text}">{when(event.date)}</time><div><strong>{inline(event.title)}</strong>'
        f'<p>{inline(event.summary)}</p><p class="where">{where} · {topic} · {sources}</p></div></li>'
    )
