"""Everything of the catalog that a chart's drawing depends on, as plain values: what the cache's key is made from."""

from collections.abc import Callable, Mapping
from hashlib import sha256

from generators.analysis.chart_selection import highlighted, selected
from generators.analysis.revisions import history
from generators.charts.data.recorders import colour_of, rank_of
from generators.charts.data.shown_rows import events_behind, figures_behind
from generators.model import Catalog, ChartSpec, Event, Observation, Period, Place
from generators.model.dataset import is_provisional

Plain = dict[str, object]


def ingredients(spec: ChartSpec, catalog: Catalog) -> Plain:
    """Return the declaration and its selection; equal results make equal drawings."""
    rows = figures_behind(spec, catalog)
    return {
        "kind": spec.kind,
        "series": [list(pair) for pair in spec.series],
        "places": [_place(place) for place in highlighted(spec, catalog)],
        "rows": [_row(o) for o in rows],
        "datasets": [_dataset(name, catalog) for name in dict.fromkeys(o.dataset for o in rows)],
        "concepts": sorted({_concept(o, catalog) for o in rows}),
        "also": _ALSO.get(spec.kind, _nothing)(spec, catalog),
    }


def _nothing(_spec: ChartSpec, _catalog: Catalog) -> Plain:
    return {}


def _timeline(spec: ChartSpec, catalog: Catalog) -> Plain:
    return _happenings(spec, catalog) | {"topics": [[t.id, t.title] for t in catalog.config.topics.values()]}


def _tiles(_spec: ChartSpec, catalog: Catalog) -> Plain:
    return {"tiles": [_place(place) for place in catalog.places.values() if place.tile]}


def _locator(_spec: ChartSpec, catalog: Catalog) -> Plain:
    places = [_place(place) for place in catalog.places.values()]
    return {"geometry": sha256(catalog.geometry or b"").hexdigest(), "all places": places}


def _happenings(spec: ChartSpec, catalog: Catalog) -> Plain:
    return {"events": [_event(event) for event in events_behind(spec, catalog)]}


def _revision(spec: ChartSpec, catalog: Catalog) -> Plain:
    revised = history(catalog, selected(spec, catalog))
    steps = (*revised.steps, *revised.unplaced) if revised else ()
    return {"steps": [[_row(s.observation), _text(s.reported), _text(s.not_before)] for s in steps]}


def _row(o: Observation) -> Plain:
    return {
        "key": o.key,
        "dataset": o.dataset,
        "numbers": [str(n) for n in (o.value, o.lower, o.upper)],
        "qualifier": o.qualifier,
        "wording": o.wording,
        "provisional": is_provisional(o),
        "place": _place(o.place),
        "indicator": [o.indicator.title, o.indicator.unit, o.indicator.kind, o.indicator.concept],
    }


def _dataset(name: str, catalog: Catalog) -> Plain:
    dataset = catalog.datasets[name]
    breaks = [[_text(b.period), b.label] for b in dataset.breaks]
    place = [colour_of(dataset.recorder, catalog), rank_of(dataset.recorder, catalog)]
    return {"id": name, "recorder": dataset.recorder, "colour and rank": place, "breaks": breaks}


def _concept(o: Observation, catalog: Catalog) -> str:
    concept = catalog.concepts.get(o.indicator.concept)
    return concept.title if concept else ""


def _event(event: Event) -> list[str]:
    return [_text(event.date), event.topic, event.place.name, event.at, event.title]


def _place(place: Place) -> list[str]:
    return [
        place.code,
        place.name,
        place.kind,
        place.parent,
        str(place.tile),
        str(place.latitude),
        str(place.longitude),
    ]


def _text(period: Period | None) -> str:
    return period.text if period else ""


_ALSO: Mapping[str, Callable[[ChartSpec, Catalog], Plain]] = {
    "timeline": _timeline,
    "tiles": _tiles,
    "locator": _locator,
    "strip": _happenings,
    "revision": _revision,
}
