"""Events within the time of a drawn series. No drawing."""

from generators.analysis.chart_selection import events_within
from generators.charts.data.by_place import edges
from generators.charts.data.series import in_time
from generators.model import Catalog, ChartSpec, Event


def events_under(spec: ChartSpec, catalog: Catalog) -> tuple[Event, ...]:
    """Return the events of the chart's topic and places between its first and last figure, oldest first."""
    ends = [edges(o) for o in in_time(spec, catalog)]
    if not ends:
        return ()
    first, after = min(first for first, _ in ends), max(after for _, after in ends)
    return tuple(e for e in events_within(spec, catalog) if first <= e.date.first and e.date.last < after)
