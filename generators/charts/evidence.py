"""What stands behind a chart: the figures and events that its table and its files hold, which are those that it draws."""

from generators.charts import KINDS
from generators.charts.happenings import events_under
from generators.charts.pairs import pairs
from generators.charts.selection import chosen_events, selected
from generators.model import Catalog, ChartSpec, Event, Observation


def figures_behind(spec: ChartSpec, catalog: Catalog) -> tuple[Observation, ...]:
    """The figures; for then and now those of the two dates alone."""
    if "two-periods" in KINDS[spec.kind].needs:
        return tuple(o for pair in pairs(spec, catalog) for o in (pair.then, pair.now) if o)
    return selected(spec, catalog)


def events_behind(spec: ChartSpec, catalog: Catalog) -> tuple[Event, ...]:
    """The events, of a kind that shows events; oldest first."""
    needs = KINDS[spec.kind].needs
    if "events-in-time" in needs:
        return events_under(spec, catalog)
    return chosen_events(spec, catalog) if "events" in needs else ()
