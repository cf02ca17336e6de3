"""Selections of a chart declaration from the catalog. No Altair: checks and descriptions use them too."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from generators.model import Catalog, ChartSpec, Event, Observation, Place
from generators.model.dataset import has_number
from generators.model.memo import per_catalog

EACH = "each"
"""As the only place of a declaration: a chart for each place with a tile."""
ENOUGH = 3
"""Fewest figures of a place for a chart from `each`."""


@per_catalog
def expanded(catalog: Catalog) -> Mapping[str, ChartSpec]:
    """Return all charts to draw by slug, with `each` expanded to a chart for each place."""
    return {chart.slug: chart for declared in catalog.charts.values() for chart in variants(catalog, declared)}


@per_catalog
def variants(catalog: Catalog, declared: ChartSpec) -> tuple[ChartSpec, ...]:
    """Return the declaration, or its charts of the places with enough figures."""
    if declared.places != (EACH,):
        return (declared,)
    charts = (_of_place(declared, place) for place in catalog.places.values() if place.tile)
    return tuple(chart for chart in charts if len(selected(chart, catalog)) >= ENOUGH)


def _of_place(declared: ChartSpec, place: Place) -> ChartSpec:
    return replace(
        declared,
        slug=f"{declared.slug}-{place.code.lower()}",
        places=(place.code,),
        title=declared.title.replace("{place}", place.name),
        subtitle=declared.subtitle.replace("{place}", place.name),
    )


def selected(spec: ChartSpec, catalog: Catalog) -> tuple[Observation, ...]:
    """Return the observations with a number, series by series, in the order of the file."""
    return tuple(o for o in declared_rows(spec, catalog) if has_number(o))


def declared_rows(spec: ChartSpec, catalog: Catalog) -> tuple[Observation, ...]:
    """Return the observations of the declared series, places, period and length of time."""
    return tuple(o for pair in spec.series for o in catalog.series(*pair) if _wanted(o, spec))


def _wanted(observation: Observation, spec: ChartSpec) -> bool:
    if spec.places and observation.place.code not in spec.places:
        return False
    period = observation.period
    if spec.grain and (period is None or period.grain is not spec.grain):
        return False
    return spec.period is None or (period is not None and spec.period.covers(period))


def chosen_events(spec: ChartSpec, catalog: Catalog) -> tuple[Event, ...]:
    """Return the events of the declared topic, places and period, oldest first."""
    return tuple(sorted((e for e in catalog.events if _is_chosen(e, spec)), key=lambda e: (e.date.first, e.title)))


def _is_chosen(event: Event, spec: ChartSpec) -> bool:
    return (
        spec.topic in ("", event.topic)
        and (not spec.places or event.place.code in spec.places)
        and (spec.period is None or spec.period.covers(event.date))
    )


def events_within(spec: ChartSpec, catalog: Catalog) -> tuple[Event, ...]:
    """Return the events of the declared topic and time in the declared places or parts of them, oldest first."""
    wanted = set(spec.places)
    within = {p.code for p in catalog.places.values() if not wanted or wanted & {p.code, *catalog.wholes(p)}}
    return tuple(e for e in chosen_events(replace(spec, places=()), catalog) if e.place.code in within)


def latest(observations: Sequence[Observation]) -> tuple[Observation, ...]:
    """Return the last stated version of each figure, so that no period is drawn twice."""
    newest: dict[tuple[str, ...], Observation] = {}
    for observation in sorted(observations, key=_stated):
        newest[(observation.dataset, *observation.key[:4])] = observation
    return tuple(sorted(newest.values(), key=lambda o: (_began(o), o.key)))


def _stated(observation: Observation) -> str:
    return observation.as_of.last.isoformat() if observation.as_of else ""


def _began(observation: Observation) -> str:
    return observation.period.first.isoformat() if observation.period else ""


def which(shown: Observation | Event) -> str:
    """Return the unique name of a figure or an event, for the data row of its mark."""
    if isinstance(shown, Event):
        return "|".join((shown.date.text, shown.place.name, shown.at, shown.title))
    return "|".join((shown.dataset, *shown.key))
