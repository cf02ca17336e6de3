"""Figures and events that a chart shows.

Drawing, description, tables, CSV, JSON, tooltips, PROV and the cache key all use these, so that they agree.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from generators.analysis.chart_selection import chosen_events, declared_rows, latest, selected
from generators.analysis.revisions import history
from generators.charts.data.events_in_time import events_under
from generators.charts.data.part_whole import wholes
from generators.charts.data.series import in_time
from generators.charts.data.shared_periods import periods_in_common
from generators.charts.data.tile_values import tiled
from generators.charts.data.two_dates import pairs
from generators.charts.registry import KINDS
from generators.model import Catalog, ChartSpec, Event, Observation
from generators.model.dataset import has_number
from generators.text.wording import plural

Figures = Iterable[Observation]


@lru_cache(maxsize=256)
def figures_behind(spec: ChartSpec, catalog: Catalog) -> tuple[Observation, ...]:
    """Return the figures that are drawn, series by series in the order of their files."""
    if "figures" not in KINDS[spec.kind].needs:
        return ()
    drawn = {id(o) for o in _DRAWN.get(spec.kind, in_time)(spec, catalog)}
    return tuple(o for o in selected(spec, catalog) if id(o) in drawn)


def events_behind(spec: ChartSpec, catalog: Catalog) -> tuple[Event, ...]:
    """Return the events that are drawn, oldest first."""
    needs = KINDS[spec.kind].needs
    if "events-in-time" in needs:
        return events_under(spec, catalog)
    return chosen_events(spec, catalog) if "events" in needs else ()


def not_shown(spec: ChartSpec, catalog: Catalog) -> Iterator[str]:
    """Yield the number of figures of the declaration that are not drawn, by reason."""
    drawn = {id(o) for o in figures_behind(spec, catalog)}
    newest = {id(o) for o in latest(selected(replace(spec, grain=None), catalog))}
    counts = "figures" in KINDS[spec.kind].needs and spec.kind != "revision"  # a revision names its own
    declared = declared_rows(replace(spec, grain=None), catalog) if counts else ()
    left = [o for o in declared if id(o) not in drawn]
    for (noun, rest), number in Counter(_reason(o, spec, restated=id(o) not in newest) for o in left).items():
        yield f"{plural(number, noun)} {rest} not drawn"


def _reason(o: Observation, spec: ChartSpec, *, restated: bool) -> tuple[str, str]:
    """Return the noun for a figure and the reason why it is not drawn; the kind's own reason is last."""
    if not has_number(o):
        return "statement", "without a number"
    if restated:
        return "figure", "restated later"
    if spec.grain and o.period and o.period.grain is not spec.grain:
        return "figure", "of another length of time"
    return "figure", _KIND_REASONS[spec.kind] if o.period and spec.kind in _KIND_REASONS else "without a date"


def _in_pairs(spec: ChartSpec, catalog: Catalog) -> Figures:
    return (o for pair in pairs(spec, catalog) for o in (pair.then, pair.now) if o)


def _in_steps(spec: ChartSpec, catalog: Catalog) -> Figures:
    revised = history(catalog, selected(spec, catalog))
    return (step.observation for step in revised.steps) if revised else ()


_DRAWN: Mapping[str, Callable[[ChartSpec, Catalog], Figures]] = {
    "bars": lambda spec, catalog: latest(selected(spec, catalog)),
    "range": selected,
    "tiles": lambda spec, catalog: tiled(spec, catalog).values(),
    "disagreement": lambda spec, catalog: (
        o for group in periods_in_common(spec, catalog) for o in group.figures.values()
    ),
    "share": lambda spec, catalog: (o for w in wholes(spec, catalog) for o in (w.observation, *w.parts.values())),
    "slope": _in_pairs,
    "revision": _in_steps,
}
"""The figures of the kinds that do not draw every dated figure in its latest version."""
_KIND_REASONS: Mapping[str, str] = {
    "tiles": "of a place without a tile",
    "disagreement": "without a counterpart from another recorder",
    "share": "of a part without its whole",
    "slope": "between the two dates",
}
